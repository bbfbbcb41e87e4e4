import { Input, Select } from 'antd'
import { useState } from 'react'
import { type MeetingView } from '../../../../engines/supervision/contract.ts'
import { type Id } from '../../../../kernel/id.ts'
import { addDays, Day } from '../../../../kernel/time.ts'
import { useLanguage } from '../../../language.tsx'
import { UnitSelect } from '../../../parts/org/UnitSelect.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { useAct } from './use-dispatch.ts'

/** A decision on a matter: what, who leads, who helps, until when, and how it is seen to be done. It becomes a commitment of the plan. */
export function DecideForm({ meeting, item: first, onClose }: { readonly meeting: MeetingView; readonly item: string; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { act, reload } = useAct(meeting)
  const [key, setKey] = useState(first)
  const item = meeting.agenda.find(one => one.key === key)
  const { fields, set, forget } = useDraft(`decision-${meeting.id}-${key}`, { words: '', measure: '', dueOn: addDays(meeting.day, 7) })
  const [units, setUnits] = useState<{ readonly lead: Id | null; readonly co: readonly Id[] }>({ lead: item?.unit?.id ?? null, co: [] })
  const choose = (next: string) => { setKey(next); setUnits({ lead: meeting.agenda.find(one => one.key === next)?.unit?.id ?? null, co: [] }) }
  const words = fields.words.trim(), measure = fields.measure.trim()
  const ready = item !== undefined && words.length >= 4 && measure.length >= 2 && units.lead !== null && Day.safeParse(fields.dueOn).success
  const save = async () => {
    if (units.lead === null) return
    await act({ kind: 'decided', item: key, words, measure, lead: units.lead, co: units.co.filter(unit => unit !== units.lead), dueOn: fields.dueOn })
    forget()
    onClose()
  }
  return (
    <FormSheet open title={{ zh: `第${meeting.decisions.length + 1}项决定`, en: `Decision no. ${meeting.decisions.length + 1}` }} act={{ zh: '作出决定', en: 'Decide' }} ready={ready} onSubmit={save} onClose={onClose} onReload={reload}>
      <Field label={{ zh: '议题', en: 'On' }}>{({ status: _status, ...tied }) => <Select<string> {...tied} value={key} onChange={choose} options={meeting.agenda.map((one, i) => ({ value: one.key, label: `${i + 1}. ${t(one.title)}` }))} />}</Field>
      {item && <p>{t(item.why)}</p>}
      <Field label={{ zh: '要做什么', en: 'What is to be done' }} hint={{ zh: '一件事一项，至少四个字', en: 'One thing to a decision' }}>{tied => <Input.TextArea {...tied} rows={3} maxLength={300} value={fields.words} onChange={event => set({ words: event.target.value.replaceAll('\n', ' ') })} />}</Field>
      <Field label={{ zh: '怎样算办结', en: 'Done when' }} hint={{ zh: '看得见的结果：验收单、批复、入统', en: 'Something that can be seen: an acceptance, an approval, an entry' }}>{tied => <Input {...tied} maxLength={300} value={fields.measure} onChange={event => set({ measure: event.target.value })} />}</Field>
      <Field label={{ zh: '牵头单位', en: 'Lead unit' }}>{({ status: _status, ...tied }) => <UnitSelect {...tied} key={key} value={units.lead === null ? [] : [units.lead]} {...(item?.unit && { known: new Map([[item.unit.id, item.unit.name]]) })} onChange={([lead = null]) => setUnits({ ...units, lead })} />}</Field>
      <Field label={{ zh: '配合单位', en: 'Co-units' }}>{({ status: _status, ...tied }) => <UnitSelect {...tied} several value={units.co} onChange={co => setUnits({ ...units, co })} />}</Field>
      <Field label={{ zh: '办结时限', en: 'Due' }}>{tied => <Input {...tied} type="date" min={meeting.day} value={fields.dueOn} onChange={event => set({ dueOn: event.target.value })} />}</Field>
      <p>{t({ zh: '决定会列入年度计划，由牵头单位在计划里填报进展；办结之前排在下次议题之首。', en: 'It is put into the plan of the year, where its lead tells its progress. Until it is done it stands first on the next agenda.' })}</p>
    </FormSheet>
  )
}
