import { Input, Select } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../engines/org/contract.ts'
import { Role, roleLabels, type Unit } from '../../../../engines/org/schema.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import style from './organisation.module.css'
import { PersonPicker } from './PersonPicker.tsx'
import { today } from './use-day.ts'
import { useOrgChange } from './use-org-change.ts'

/** Gives a person a post in a unit. */
export function AppointDialog({ unit, onClose }: { readonly unit: Pick<Unit, 'id' | 'name'>; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const changed = useOrgChange()
  const [form, setForm] = useState({ person: '', role: '', title: '', from: today(), until: '' })
  const role = Role.safeParse(form.role).data
  const appoint = async () => {
    if (!role) return
    await call(contract.appoint, { body: { person: form.person, unit: unit.id, role, title: form.title.trim(), from: form.from, until: form.until === '' ? null : form.until } })
    await changed()
  }
  return (
    <Confirm open title={{ zh: `在“${unit.name}”任职`, en: `Appoint somebody at ${unit.name}` }} act={{ zh: '任职', en: 'Appoint' }} mayAct={form.person !== '' && role !== undefined && form.title.trim() !== '' && form.from !== ''} onConfirm={appoint} onClose={onClose}>
      <div className={style['form']}>
        <Field label={{ zh: '人员', en: 'Person' }}>{tied => <PersonPicker id={tied.id} aria-describedby={tied['aria-describedby']} value={form.person} onChange={person => setForm({ ...form, person })} />}</Field>
        <Field label={{ zh: '岗位名称', en: 'Title of the post' }}>{tied => <Input {...tied} maxLength={60} value={form.title} onChange={event => setForm({ ...form, title: event.target.value })} />}</Field>
        <Field label={{ zh: '权限', en: 'Role' }} hint={{ zh: '权限决定能看什么、能办什么。', en: 'The role decides what can be seen and done.' }}>{tied => <Select<string> {...tied} value={form.role === '' ? null : form.role} onChange={value => setForm({ ...form, role: value })} options={Role.options.map(value => ({ value, label: t(roleLabels[value]) }))} />}</Field>
        <Field label={{ zh: '自哪一天起', en: 'From which day' }}>{tied => <Input {...tied} type="date" value={form.from} onChange={event => setForm({ ...form, from: event.target.value })} />}</Field>
        <Field label={{ zh: '到哪一天为止（当日不再任职，可不填）', en: 'Until (the first day without the post; may be left empty)' }}>{tied => <Input {...tied} type="date" value={form.until} onChange={event => setForm({ ...form, until: event.target.value })} />}</Field>
      </div>
    </Confirm>
  )
}
