import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { verbLabels } from '../../../../engines/org/domain/permission.ts'
import { roleLabels } from '../../../../engines/org/schema.ts'
import { type AccessRow, conflictLabels, contract, type Verdict } from '../../../../server/access-review/contract.ts'
import { addressOf, type Answer, call } from '../../../client.ts'
import { dayText, instantText, noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Refused } from '../../../ui/Refused.tsx'
import { useUrlState } from '../../../url-state.ts'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import style from './access-review.module.css'

type Marked = NonNullable<Answer<typeof contract.list>['items'][number]['marked']>
type Row = AccessRow & { readonly marked: Marked | null }

const verdicts = { stays: { zh: '保留', en: 'Stays' }, ends: { zh: '停止', en: 'Ends' } } as const

/** Who may do what, and the review of it: each person is marked, the closed review is a record. `?review=` shows an earlier one. */
export function AccessReviewPage() {
  const { language, t } = useLanguage()
  const queries = useQueryClient()
  const [earlier] = useUrlState('review')
  const [only] = useUrlState('only')
  const [chosen, choose] = useState<readonly string[]>([])
  const [ending, setEnding] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const present = useQuery({ queryKey: ['access-review'], queryFn: ({ signal }) => call(contract.list, { query: {}, signal }) })
  const record = useQuery({ queryKey: ['access-review', earlier], queryFn: ({ signal }) => call(contract.record, { params: { id: earlier }, signal }), enabled: earlier !== '' })
  const asked = earlier === '' ? present : record
  const changed = () => queries.invalidateQueries({ queryKey: ['access-review'] })
  const act = async (does: () => Promise<unknown>) => {
    setError(null)
    try {
      await does()
      choose([])
    } catch (failure) {
      setError(failure)
    }
    await changed()
  }
  const open = earlier === '' ? present.data?.open ?? null : null
  const mark = (verdict: Verdict, note: string | null) => (open ? call(contract.mark, { params: { id: open.id }, body: { people: [...chosen], verdict, note } }) : Promise.resolve())
  const rows: readonly Row[] = asked.data?.items ?? []
  const shown = rows.filter(row => only === '' || (only === 'conflicts' ? row.conflicts.length > 0 : row.marked === null))
  const unmarked = rows.filter(row => row.active && row.marked === null).length
  const when = (at: string | null) => (at ? instantText(at, language) : noNumber)

  const columns: readonly Column<Row>[] = [
    { key: 'name', title: { zh: '姓名', en: 'Name' }, value: row => row.name, render: row => <span lang="zh-CN"><b>{row.name}</b><br /><small>{row.account}{!row.active && t({ zh: '，已停用', en: ', deactivated' })}{row.active && row.leavesOn && t({ zh: '，将于{day}离任', en: ', leaves on {day}' }, { day: dayText(row.leavesOn, language) })}</small></span>, sortable: true, width: 150 },
    { key: 'posts', title: { zh: '岗位与委托', en: 'Posts, own and lent' }, value: row => row.posts.map(post => `${post.unitName} ${post.title}`).join('；'), render: row => <ul className={style['lines']}>{row.posts.map(post => <li key={`${post.unitName} ${post.title} ${post.from}`}><span lang="zh-CN">{post.unitName} {post.title}</span>（{t(roleLabels[post.role])}）<small>{post.lentBy !== null && t({ zh: '受{who}委托，', en: 'lent by {who}, ' }, { who: post.lentBy })}{dayText(post.from, language)} – {post.until ? dayText(post.until, language) : ''}</small></li>)}</ul>, width: 260 },
    { key: 'verbs', title: { zh: '能办什么', en: 'May' }, value: row => row.verbs.map(verb => t(verbLabels[verb])).join(t({ zh: '、', en: ', ' })), render: row => <details><summary>{t({ zh: '{n}项', en: '{n} things' }, { n: row.verbs.length })}</summary><small>{row.verbs.map(verb => t(verbLabels[verb])).join(t({ zh: '、', en: ', ' }))}</small></details>, width: 130 },
    { key: 'keys', title: { zh: '密钥', en: 'Keys' }, value: row => row.keys.map(key => key.name).join('；'), render: row => <span lang="zh-CN">{row.keys.map(key => key.name).join('；') || noNumber}</span>, width: 100 },
    { key: 'sign-in', title: { zh: '最近登录', en: 'Last sign-in' }, value: row => row.lastSignInAt, render: row => <>{when(row.lastSignInAt)}<br /><small>{t(row.secondFactor ? { zh: '有动态码', en: 'with codes' } : { zh: '无动态码', en: 'no codes' })}</small></>, sortable: true, width: 140 },
    { key: 'conflicts', title: { zh: '须关注', en: 'Look at' }, value: row => row.conflicts.map(conflict => t(conflictLabels[conflict])).join(t({ zh: '、', en: ', ' })), render: row => <b className={style['conflict']}>{row.conflicts.map(conflict => t(conflictLabels[conflict])).join(t({ zh: '、', en: ', ' }))}</b>, sortable: true, width: 170 },
    { key: 'verdict', title: { zh: '结论', en: 'Verdict' }, value: row => (row.marked ? t(verdicts[row.marked.verdict]) : ''), render: row => (row.marked ? <><b>{t(verdicts[row.marked.verdict])}</b><br /><small lang="zh-CN">{row.marked.by} {instantText(row.marked.at, language)}{row.marked.note && `：${row.marked.note}`}</small></> : noNumber), sortable: true, width: 150 },
  ]
  const state = earlier !== '' && record.data
    ? t({ zh: '{at}由{by}完成的核查记录', en: 'Record of the review that {by} closed on {at}' }, { at: when(record.data.review.closedAt), by: record.data.review.closedBy ?? '' })
    : open
      ? t({ zh: '核查进行中，{by}开始于{at}；还有{n}人没有结论。', en: 'A review is under way since {at} ({by}); {n} people have no verdict.' }, { by: open.openedBy, at: when(open.openedAt), n: unmarked })
      : present.data?.dueOn ? t({ zh: '下次核查应在{day}前完成。', en: 'The next review is due by {day}.' }, { day: dayText(present.data.dueOn, language) }) : ''
  return (
    <Page
      title={t({ zh: '权限核查', en: 'Access review' })}
      printable
      actions={earlier === '' && present.data && (open
        ? <Button type="primary" disabled={unmarked > 1} onClick={() => void act(() => call(contract.close, { params: { id: open.id }, body: {} }))}>{t({ zh: '完成核查', en: 'Close the review' })}</Button>
        : <Button type="primary" onClick={() => void act(() => call(contract.open, { body: {} }))}>{t({ zh: '开始核查', en: 'Begin a review' })}</Button>)}
    >
      {asked.isPending && <Loading lines={8} />}
      {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {error !== null && <Refused error={error} onReload={() => { setError(null); void changed() }} />}
      {asked.data && (
        <>
          <p>{state}{' '}{earlier === '' && present.data?.last && <a href={`/access-review?review=${present.data.last.id}`}>{t({ zh: '上次核查的记录', en: 'Record of the last review' })}</a>}</p>
          {open && chosen.length > 0 && (
            <div className={`${style['chosen']} unprinted`}>
              <span>{t({ zh: '已选{n}人', en: '{n} chosen' }, { n: chosen.length })}</span>
              <Button type="primary" onClick={() => void act(() => mark('stays', null))}>{t({ zh: '已核查，保留', en: 'Reviewed, stays' })}</Button>
              <Button onClick={() => setEnding(true)}>{t({ zh: '应停止', en: 'Should end' })}</Button>
            </div>
          )}
          <DataTable
            name="access"
            caption={{ zh: '权限清单', en: 'Who may do what' }}
            rows={shown}
            columns={columns}
            keyOf={row => row.person}
            ownSheet={false}
            {...(open && { chosen: { keys: chosen, choose } })}
            empty={<Empty title={{ zh: '没有符合条件的人员', en: 'Nobody matches' }} next={{ zh: '放宽上面的条件。', en: 'Widen the filter.' }} />}
            tools={(
              <>
                <FilterSelect name="only" label={{ zh: '显示哪些', en: 'Which' }} all={{ zh: '全部人员', en: 'Everybody' }} width={150} options={[{ value: 'conflicts', label: t({ zh: '须关注的', en: 'To look at' }) }, { value: 'unmarked', label: t({ zh: '没有结论的', en: 'Without verdict' }) }]} />
                {earlier === '' && <DownloadLink to={addressOf(contract.export, { query: { form: 'xlsx' } })}>{t({ zh: '导出 xlsx', en: 'xlsx' })}</DownloadLink>}
              </>
            )}
          />
        </>
      )}
      <ConfirmWithReason open={ending} onClose={() => setEnding(false)} title={{ zh: `应停止：${chosen.length}人`, en: `Should end: ${chosen.length} people` }} act={{ zh: '记入结论', en: 'Record' }} consequence={t({ zh: '结论记入本次核查。岗位由系统管理员结束；到下次核查仍未结束的会列为须关注。', en: 'The verdict is recorded. The system administrator ends the posts; those that still hold at the next review are listed.' })} onConfirm={async reason => { await mark('ends', reason); choose([]); await changed() }} />
    </Page>
  )
}
