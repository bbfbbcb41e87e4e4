import { Input } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../engines/org/contract.ts'
import { type Unit } from '../../../../engines/org/schema.ts'
import { call } from '../../../client.ts'
import { Field } from '../../../ui/Field.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import style from './organisation.module.css'
import { UnitPicker } from './UnitPicker.tsx'
import { today } from './use-day.ts'
import { useOrgChange } from './use-org-change.ts'

/** Makes a unit answer for a kind of matter in an area. */
export function AssignDialog({ unit, onClose }: { readonly unit: Unit; readonly onClose: () => void }) {
  const changed = useOrgChange()
  const [form, setForm] = useState({ matter: '', area: unit.kind === 'department' ? unit.parent ?? '' : unit.id, from: today(), until: '' })
  const assign = async () => {
    await call(contract.assign, { body: { matter: form.matter.trim(), area: form.area, unit: unit.id, from: form.from, until: form.until === '' ? null : form.until } })
    await changed()
  }
  return (
    <Confirm open title={{ zh: `“${unit.name}”的管辖`, en: `What ${unit.name} answers for` }} act={{ zh: '划定', en: 'Assign' }} mayAct={form.matter.trim() !== '' && form.area !== '' && form.from !== ''} onConfirm={assign} onClose={onClose}>
      <div className={style['form']}>
        <Field label={{ zh: '事项', en: 'Matter' }} hint={{ zh: '例如：噪声扰民、占道经营。', en: 'Noise at night, trading on the pavement, say.' }}>{tied => <Input {...tied} maxLength={60} value={form.matter} onChange={event => setForm({ ...form, matter: event.target.value })} />}</Field>
        <Field label={{ zh: '地域（区、街道、社区或网格）', en: 'Area (district, street, community or grid)' }}>{tied => <UnitPicker id={tied.id} aria-describedby={tied['aria-describedby']} value={form.area === '' ? [] : [form.area]} onChange={units => setForm({ ...form, area: units[0] ?? '' })} />}</Field>
        <Field label={{ zh: '自哪一天起', en: 'From which day' }}>{tied => <Input {...tied} type="date" value={form.from} onChange={event => setForm({ ...form, from: event.target.value })} />}</Field>
        <Field label={{ zh: '到哪一天为止（可不填）', en: 'Until (may be left empty)' }}>{tied => <Input {...tied} type="date" value={form.until} onChange={event => setForm({ ...form, until: event.target.value })} />}</Field>
      </div>
    </Confirm>
  )
}
