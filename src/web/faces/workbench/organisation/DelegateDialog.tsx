import { Input, Select } from 'antd'
import { useState } from 'react'
import { contract, type PostRow } from '../../../../engines/org/contract.ts'
import { type z } from 'zod'
import { addDays } from '../../../../kernel/time.ts'
import { call } from '../../../client.ts'
import { Field } from '../../../ui/Field.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import style from './organisation.module.css'
import { PersonPicker } from './PersonPicker.tsx'
import { today } from './use-day.ts'
import { useOrgChange } from './use-org-change.ts'

/** Lends a post to another person for some days. */
export function DelegateDialog({ posts, onClose }: { readonly posts: readonly z.infer<typeof PostRow>[]; readonly onClose: () => void }) {
  const changed = useOrgChange()
  const [form, setForm] = useState({ post: posts[0]?.id ?? '', to: '', from: today(), until: addDays(today(), 7), reason: '' })
  const delegate = async () => {
    await call(contract.delegate, { body: { ...form, reason: form.reason.trim() } })
    await changed()
  }
  return (
    <Confirm open title={{ zh: '委托岗位', en: 'Delegate a post' }} act={{ zh: '委托', en: 'Delegate' }} mayAct={form.post !== '' && form.to !== '' && form.from !== '' && form.until > form.from && form.reason.trim().length >= 2} onConfirm={delegate} onClose={onClose}>
      <div className={style['form']}>
        <Field label={{ zh: '岗位', en: 'Post' }}>{tied => <Select<string> {...tied} value={form.post} onChange={post => setForm({ ...form, post })} options={posts.map(post => ({ value: post.id, label: `${post.unitName} ${post.title} · ${post.personName}` }))} />}</Field>
        <Field label={{ zh: '委托给', en: 'To' }} hint={{ zh: '受托人在此期间拥有该岗位的全部权限，办理的事项记在受托人名下。', en: 'Has all that the post may do for those days; what is done is recorded under the name of that person.' }}>{tied => <PersonPicker id={tied.id} aria-describedby={tied['aria-describedby']} value={form.to} onChange={to => setForm({ ...form, to })} />}</Field>
        <Field label={{ zh: '自哪一天起', en: 'From' }}>{tied => <Input {...tied} type="date" value={form.from} onChange={event => setForm({ ...form, from: event.target.value })} />}</Field>
        <Field label={{ zh: '到哪一天为止（当日收回）', en: 'Until (back on this day)' }} fault={form.until !== '' && form.until <= form.from ? { zh: '须晚于开始日期。', en: 'It must be after the first day.' } : null}>{tied => <Input {...tied} type="date" value={form.until} onChange={event => setForm({ ...form, until: event.target.value })} />}</Field>
        <Field label={{ zh: '理由', en: 'Reason' }} hint={{ zh: '例如：年休假、外出培训。', en: 'Annual leave, a course, say.' }}>{tied => <Input {...tied} maxLength={200} value={form.reason} onChange={event => setForm({ ...form, reason: event.target.value })} />}</Field>
      </div>
    </Confirm>
  )
}
