import { Input, Select } from 'antd'
import { blockerKinds, contract, type ProjectView } from '../../../../../engines/projects/contract.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { UnitSelect } from '../../../../parts/org/UnitSelect.tsx'
import { useDraft } from '../../../../ui/draft.ts'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import { useAct } from './use-act.ts'
import { useUnitNames } from '../../../../parts/org/use-unit-names.ts'

const begun = { kind: 'land', title: '', words: '', lead: '', co: '' }
const kindWords: Readonly<Record<(typeof blockerKinds)[number], Label>> = {
  land: { zh: '用地', en: 'Land' }, demolition: { zh: '征拆', en: 'Demolition and resettlement' }, permit: { zh: '审批', en: 'Permits' }, money: { zh: '资金', en: 'Money' }, pipes: { zh: '管线', en: 'Pipes and cables' }, other: { zh: '其他', en: 'Other' },
}

/** Says what is in the way; it becomes a case of the department that can remove it. */
export function BlockerForm({ view, onClose }: { readonly view: ProjectView; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { changed } = useAct(view)
  const { fields, set, forget } = useDraft(`project-blocker-${view.id}`, begun)
  // Units by their ids, parted by commas: a draft keeps text.
  const co = fields.co.split(',').filter(id => id !== ''), known = useUnitNames([fields.lead, ...co], view.names)
  const title = fields.title.trim(), words = fields.words.trim(), kind = blockerKinds.find(one => one === fields.kind)
  const send = async () => {
    if (!kind) return
    await call(contract.block, { params: { id: view.id }, body: { kind, title, words, lead: fields.lead || null, co: co.filter(unit => unit !== fields.lead) } })
    await changed()
    forget()
    onClose()
  }
  return (
    <FormSheet open title={{ zh: '提出堵点', en: 'Raise a blocker' }} act={{ zh: '提出', en: 'Raise it' }} ready={kind !== undefined && title.length >= 2 && words.length >= 1} onSubmit={send} onClose={onClose}>
      <Field label={{ zh: '哪一类', en: 'Kind' }}>{({ status: _status, ...tied }) => <Select<string> {...tied} value={fields.kind} onChange={value => set({ kind: value })} options={blockerKinds.map(value => ({ value, label: t(kindWords[value]) }))} />}</Field>
      <Field label={{ zh: '堵在哪里', en: 'What is in the way' }} hint={{ zh: '一句话，如“红线内余下3户未签约”', en: 'In a few words' }}>{tied => <Input {...tied} maxLength={100} value={fields.title} onChange={event => set({ title: event.target.value })} />}</Field>
      <Field label={{ zh: '具体情况和需要协调的事', en: 'How it stands, and what is asked' }}>{tied => <Input.TextArea {...tied} rows={4} maxLength={2000} value={fields.words} onChange={event => set({ words: event.target.value })} />}</Field>
      <Field label={{ zh: '牵头单位', en: 'Lead unit' }} hint={{ zh: '不填则派给这一类的主管部门', en: 'Left empty: the department of this kind' }}>{({ status: _status, ...tied }) => <UnitSelect {...tied} known={known} value={fields.lead === '' ? [] : [fields.lead]} onChange={([lead = '']) => set({ lead })} />}</Field>
      <Field label={{ zh: '配合单位', en: 'Co-units' }} hint={{ zh: '可以不填', en: 'May be left empty' }}>{({ status: _status, ...tied }) => <UnitSelect {...tied} several known={known} value={co} onChange={units => set({ co: units.slice(0, 20).join(',') })} />}</Field>
    </FormSheet>
  )
}
