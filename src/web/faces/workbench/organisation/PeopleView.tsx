import { Button } from 'antd'
import { useState } from 'react'
import { contract, type PostRow } from '../../../../engines/org/contract.ts'
import { type Person, roleLabels } from '../../../../engines/org/schema.ts'
import { type z } from 'zod'
import { type Day } from '../../../../kernel/time.ts'
import { call } from '../../../client.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { useUrlState } from '../../../url-state.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { usePages } from '../parts/use-pages.ts'
import { DeactivatePerson } from './DeactivatePerson.tsx'
import { LeavePerson } from './LeavePerson.tsx'
import { EnrolDialog } from './EnrolDialog.tsx'
import style from './organisation.module.css'
import { UnitLink } from './UnitLink.tsx'
import { today } from './use-day.ts'

type PersonRow = Person & { readonly leavesOn: Day | null; readonly posts: readonly z.infer<typeof PostRow>[] }

/** People with the posts they hold; an administrator enrols and deactivates them. */
export function PeopleView() {
  const { language, t } = useLanguage()
  const { may, me } = useSession()
  const [q] = useUrlState('q')
  const [enrolling, setEnrolling] = useState(false)
  const people = usePages(['people', q], ({ after, signal }) => call(contract.people, { query: { ...(q !== '' && { q }), ...(after && { after }) }, signal }))
  if (people.isPending) return <Loading lines={8} />
  if (people.error) return <Failure error={people.error} retry={people.retry} />
  const now = today()
  const held = (person: PersonRow) => person.posts.filter(post => post.from <= now && (post.until === null || now < post.until))
  const columns: readonly Column<PersonRow>[] = [
    { key: 'name', title: { zh: '姓名', en: 'Name' }, value: person => person.name, render: person => <b lang="zh-CN">{person.name}</b>, sortable: true, width: 140 },
    { key: 'posts', title: { zh: '现任岗位', en: 'Posts held today' }, value: person => held(person).map(post => `${post.unitName} ${post.title}`).join('; '), render: person => <ul>{held(person).map(post => <li key={post.id}><UnitLink unit={{ id: post.unit, name: post.unitName }} /> {post.title}（{t(roleLabels[post.role])}）</li>)}</ul>, width: 380 },
    { key: 'account', title: { zh: '用户名', en: 'User name' }, value: person => person.account, sortable: true, width: 140 },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: person => (person.active && person.leavesOn ? t({ zh: '将于{day}离任', en: 'leaves on {day}' }, { day: dayText(person.leavesOn, language) }) : t(person.active ? { zh: '在用', en: 'Active' } : { zh: '已停用', en: 'Deactivated' })), sortable: true, width: 130 },
    ...(may('org.edit') ? [{ key: 'act', title: { zh: '操作', en: 'Action' }, value: () => '', render: (person: PersonRow) => (person.active && person.id !== me.person ? <div className={style['tools']}><LeavePerson person={person} /><DeactivatePerson person={person} /></div> : null), width: 170 }] : []),
  ]
  return (
    <>
      <DataTable
        name="people"
        caption={{ zh: '人员与岗位', en: 'People and posts' }}
        rows={people.rows}
        columns={columns}
        keyOf={person => person.id}
        more={people.more}
        empty={<Empty title={{ zh: '没有找到人员', en: 'Nobody found' }} next={{ zh: '用姓名中的一个字试试。', en: 'Try one character of the name.' }} />}
        tools={<div className={style['tools']}><SearchField label={{ zh: '搜索姓名', en: 'Search names' }} />{may('org.edit') && <Button onClick={() => setEnrolling(true)}>{t({ zh: '登记人员', en: 'Enrol a person' })}</Button>}</div>}
      />
      {enrolling && <EnrolDialog onClose={() => setEnrolling(false)} />}
    </>
  )
}
