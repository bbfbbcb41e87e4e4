import { Input } from 'antd'
import { useState } from 'react'
import { type MeetingView } from '../../../../engines/supervision/contract.ts'
import { Most } from '../../../../engines/supervision/schema.ts'
import { type Id } from '../../../../kernel/id.ts'
import { useLanguage } from '../../../language.tsx'
import { UnitSelect } from '../../../parts/org/UnitSelect.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { DecideForm } from './DecideForm.tsx'
import { useAct } from './use-dispatch.ts'

type FormProps = { readonly meeting: MeetingView; readonly onClose: () => void }

/** The form that stands in the address: `decide:` with the key of a matter, or one of the others. */
export function MeetingForms({ meeting, what, onClose }: FormProps & { readonly what: string }) {
  if (what.startsWith('decide:')) return <DecideForm key={what} meeting={meeting} item={what.slice('decide:'.length)} onClose={onClose} />
  switch (what) {
    case 'hold': return <HoldForm meeting={meeting} onClose={onClose} />
    case 'add': return <AddForm meeting={meeting} onClose={onClose} />
    case 'renew': return <RenewForm meeting={meeting} onClose={onClose} />
    case 'close': return <CloseForm meeting={meeting} onClose={onClose} />
    default: return null
  }
}

function HoldForm({ meeting, onClose }: FormProps) {
  const { act, reload } = useAct(meeting)
  const { fields, set, forget } = useDraft(`meeting-hold-${meeting.id}`, { chair: '', present: '' })
  const save = async () => { await act({ kind: 'held', chair: fields.chair.trim(), present: fields.present.trim() }); forget(); onClose() }
  return (
    <FormSheet open title={{ zh: '开会', en: 'Begin the meeting' }} act={{ zh: '开会', en: 'Begin' }} ready={fields.chair.trim().length >= 2 && fields.present.trim().length >= 2} onSubmit={save} onClose={onClose} onReload={reload}>
      <Field label={{ zh: '主持人', en: 'Chair' }}>{tied => <Input {...tied} maxLength={60} value={fields.chair} onChange={event => set({ chair: event.target.value })} />}</Field>
      <Field label={{ zh: '到会人员和单位', en: 'Who is there' }} hint={{ zh: '可以分行写', en: 'One to a line if you like' }}>{tied => <Input.TextArea {...tied} rows={5} maxLength={2000} value={fields.present} onChange={event => set({ present: event.target.value })} />}</Field>
    </FormSheet>
  )
}

function AddForm({ meeting, onClose }: FormProps) {
  const { act, reload } = useAct(meeting)
  const [unit, setUnit] = useState<Id | null>(null)
  const { fields, set, forget } = useDraft(`meeting-add-${meeting.id}`, { title: '', why: '', reason: '' })
  const title = fields.title.trim(), why = fields.why.trim(), reason = fields.reason.trim()
  const save = async () => { await act({ kind: 'item-added', title, unit, why, reason }); forget(); onClose() }
  return (
    <FormSheet open title={{ zh: '增加议题', en: 'Add a matter' }} act={{ zh: '增加', en: 'Add' }} ready={[title, why, reason].every(text => text.length >= 2)} onSubmit={save} onClose={onClose} onReload={reload}>
      <Field label={{ zh: '事项', en: 'Matter' }}>{tied => <Input {...tied} maxLength={120} value={fields.title} onChange={event => set({ title: event.target.value })} />}</Field>
      <Field label={{ zh: '情况', en: 'How it stands' }}>{tied => <Input.TextArea {...tied} rows={3} maxLength={2000} value={fields.why} onChange={event => set({ why: event.target.value })} />}</Field>
      <Field label={{ zh: '责任单位', en: 'Who answers' }} hint={{ zh: '可以不填', en: 'May be left empty' }}>{({ status: _status, ...tied }) => <UnitSelect {...tied} value={unit === null ? [] : [unit]} onChange={([chosen = null]) => setUnit(chosen)} />}</Field>
      <Field label={{ zh: '为什么增加', en: 'Why it is added' }} hint={{ zh: '如区长要求、临时动议', en: 'Asked for by the district head, moved at the meeting' }}>{tied => <Input {...tied} maxLength={300} value={fields.reason} onChange={event => set({ reason: event.target.value })} />}</Field>
    </FormSheet>
  )
}

function RenewForm({ meeting, onClose }: FormProps) {
  const { t } = useLanguage()
  const { act, reload } = useAct(meeting)
  const [typed, setMost] = useState(String(meeting.most))
  const most = Most.safeParse(Number(typed)).data
  const save = async () => { if (most !== undefined) { await act({ kind: 'renewed', most }); onClose() } }
  return (
    <FormSheet open title={{ zh: '重新生成议题', en: 'Work out the agenda anew' }} act={{ zh: '重新生成', en: 'Work it out' }} ready={most !== undefined} onSubmit={save} onClose={onClose} onReload={reload}>
      <p>{t({ zh: '按现在的情况重新列出。人工增加的保留，人工去掉的不再列入。', en: 'From how things stand now. What was added by hand stays, what was taken off by hand stays off.' })}</p>
      <Field label={{ zh: '每类最多几项', en: 'At most so many of each kind' }} hint={{ zh: '1至50', en: '1 to 50' }}>{tied => <Input {...tied} inputMode="numeric" maxLength={2} value={typed} onChange={event => setMost(event.target.value)} />}</Field>
    </FormSheet>
  )
}

function CloseForm({ meeting, onClose }: FormProps) {
  const { t } = useLanguage()
  const { act, reload } = useAct(meeting)
  const { fields, set, forget } = useDraft(`meeting-close-${meeting.id}`, { words: '' })
  const save = async () => { await act({ kind: 'closed', words: fields.words.trim() }); forget(); onClose() }
  return (
    <FormSheet open title={{ zh: '散会', en: 'Close the meeting' }} act={{ zh: '散会', en: 'Close' }} ready onSubmit={save} onClose={onClose} onReload={reload}>
      <p>{t({ zh: '共作出{n}项决定。散会以后不能再增加决定；没有办结的会排在下次议题之首。', en: '{n} decisions were taken. None can be added after this; those that are not done stand first on the next agenda.' }, { n: meeting.decisions.length })}</p>
      <Field label={{ zh: '会议小结', en: 'In summary' }} hint={{ zh: '可以不填', en: 'May be left empty' }}>{tied => <Input.TextArea {...tied} rows={4} maxLength={2000} value={fields.words} onChange={event => set({ words: event.target.value })} />}</Field>
    </FormSheet>
  )
}
