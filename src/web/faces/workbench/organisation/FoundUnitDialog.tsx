import { Input, Select } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../engines/org/contract.ts'
import { type Unit, UnitKind } from '../../../../engines/org/schema.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import { unitKind } from './org-words.ts'
import style from './organisation.module.css'
import { today } from './use-day.ts'
import { useOrgChange } from './use-org-change.ts'

/** A new unit below one; a task force has a last day. */
export function FoundUnitDialog({ parent, onClose }: { readonly parent: Unit; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const changed = useOrgChange()
  const [form, setForm] = useState({ kind: 'task-force', code: '', name: '', from: today(), until: '' })
  const kind = UnitKind.safeParse(form.kind).data ?? 'task-force'
  const codeFits = /^[\w-]{1,20}$/.test(form.code.trim())
  const found = async () => {
    await call(contract.found, { body: { kind, code: form.code.trim(), name: form.name.trim(), parent: parent.id, from: form.from, until: form.until === '' ? null : form.until } })
    await changed()
  }
  return (
    <Confirm open title={{ zh: `在“${parent.name}”下设立单位`, en: `Found a unit below ${parent.name}` }} act={{ zh: '设立', en: 'Found' }} mayAct={codeFits && form.name.trim() !== '' && form.from !== '' && (kind !== 'task-force' || form.until !== '')} onConfirm={found} onClose={onClose}>
      <div className={style['form']}>
        <Field label={{ zh: '类别', en: 'Kind' }}>{tied => <Select<string> {...tied} value={form.kind} onChange={value => setForm({ ...form, kind: value })} options={UnitKind.options.filter(value => value !== 'district').map(value => ({ value, label: t(unitKind[value]) }))} />}</Field>
        <Field label={{ zh: '名称', en: 'Name' }}>{tied => <Input {...tied} maxLength={60} value={form.name} onChange={event => setForm({ ...form, name: event.target.value })} />}</Field>
        <Field label={{ zh: '代码', en: 'Code' }} hint={{ zh: '有官方代码的用官方代码（街道9位、社区12位），否则自编。', en: 'The official code where there is one (street 9 digits, community 12), else your own.' }} fault={form.code !== '' && !codeFits ? { zh: '只用字母、数字、横线，最多20个。', en: 'Letters, digits and dashes, 20 at most.' } : null}>{tied => <Input {...tied} maxLength={20} value={form.code} onChange={event => setForm({ ...form, code: event.target.value })} />}</Field>
        <Field label={{ zh: '自哪一天起', en: 'From which day' }}>{tied => <Input {...tied} type="date" value={form.from} onChange={event => setForm({ ...form, from: event.target.value })} />}</Field>
        <Field label={{ zh: '到哪一天为止（当日不再存在）', en: 'Until (the first day it no longer exists)' }} hint={{ zh: '专班必填，其他单位可不填。', en: 'A task force needs it; others may leave it empty.' }}>{tied => <Input {...tied} type="date" value={form.until} onChange={event => setForm({ ...form, until: event.target.value })} />}</Field>
      </div>
    </Confirm>
  )
}
