import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { type SprintItemView, type SprintView } from '../../../../engines/supervision/sprints/contract.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { PutForm } from './PutForm.tsx'
import { useSprintAct } from './use-sprints.ts'

type FormProps = { readonly sprint: SprintView; readonly onClose: () => void }

/** The form that stands in the address: `tell:` with the id of a thing, or one of the others. */
export function SprintForms({ sprint, what, onClose }: FormProps & { readonly what: string }) {
  const { hold } = sprint.may
  const item = what.startsWith('tell:') ? sprint.items.find(one => one.mine && one.id === what.slice('tell:'.length)) : undefined
  if (item) return <TellForm key={item.id} sprint={sprint} item={item} onClose={onClose} />
  if (hold && what === 'put') return <PutForm sprint={sprint} onClose={onClose} />
  return hold && what === 'close' ? <CloseForm sprint={sprint} onClose={onClose} /> : null
}

function TellForm({ sprint, item, onClose }: FormProps & { readonly item: SprintItemView }) {
  const { language, t } = useLanguage()
  const { tell, reload } = useSprintAct(sprint)
  const last = item.told.at(-1), ofRound = last && last.round === sprint.round?.no ? last : undefined
  const { fields, set, forget } = useDraft(`sprint-tell-${item.id}-${sprint.round?.no}`, { words: ofRound?.words ?? '', remains: (ofRound ?? last)?.remains ?? '' })
  const [reached, setReached] = useState(item.reached)
  const words = fields.words.trim()
  const save = async () => { await tell({ item: item.id, words, remains: fields.remains.trim(), reached }); forget(); onClose() }
  return (
    <FormSheet open title={{ zh: `填报：${item.title}`, en: `Tell: ${item.title}` }} act={{ zh: '填报', en: 'Tell' }} ready={words.length >= 2} onSubmit={save} onClose={onClose} onReload={reload}>
      <p>{t({ zh: '到期要达到：{reach}', en: 'To be reached by the end: {reach}' }, { reach: item.reach })}</p>
      {sprint.round && <p>{t({ zh: '第{no}轮，{day}前报；本轮内可以改报，以最后一次为准。', en: 'Round {no}, by {day}; within the round you may tell again, and the last counts.' }, { no: sprint.round.no, day: dayText(sprint.round.until, language) })}</p>}
      <Field label={{ zh: '本轮做了什么', en: 'What was done in this round' }}>{tied => <Input.TextArea {...tied} rows={4} maxLength={2000} value={fields.words} onChange={event => set({ words: event.target.value })} />}</Field>
      <Field label={{ zh: '还差什么', en: 'What remains' }} hint={{ zh: '没有就留空', en: 'Empty where nothing does' }}>{tied => <Input.TextArea {...tied} rows={3} maxLength={2000} value={fields.remains} onChange={event => set({ remains: event.target.value })} />}</Field>
      <Checkbox checked={reached} onChange={event => setReached(event.target.checked)}>{t({ zh: '已经达到，以后各轮不再报', en: 'It is reached; no further round is told' })}</Checkbox>
    </FormSheet>
  )
}

function CloseForm({ sprint, onClose }: FormProps) {
  const { t } = useLanguage()
  const { act, reload } = useSprintAct(sprint)
  const { fields, set, forget } = useDraft(`sprint-close-${sprint.id}`, { words: '' })
  const words = fields.words.trim(), open = sprint.items.filter(item => !item.reached).length
  const save = async () => { await act({ kind: 'closed', words }); forget(); onClose() }
  return (
    <FormSheet open title={{ zh: '收官', en: 'Close the sprint' }} act={{ zh: '收官', en: 'Close' }} ready={words.length >= 2} onSubmit={save} onClose={onClose} onReload={reload}>
      <p>{t({ zh: '还有{n}项没有达到。收官以后不能再增减和填报，也不再列入调度会议题。', en: '{n} things are not reached. After this nothing is put on, taken off or told, and nothing of it comes before a meeting.' }, { n: open })}</p>
      <Field label={{ zh: '小结', en: 'In summary' }} hint={{ zh: '达到了什么，没达到的怎么办', en: 'What was reached, and what becomes of the rest' }}>{tied => <Input.TextArea {...tied} rows={4} maxLength={2000} value={fields.words} onChange={event => set({ words: event.target.value })} />}</Field>
    </FormSheet>
  )
}
