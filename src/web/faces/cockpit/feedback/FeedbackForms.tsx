import { Input } from 'antd'
import { feedbackContract, type FeedbackView } from '../../../../engines/supervision/feedback/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { useFeedbackChanged } from './use-feedback.ts'

type FormProps = { readonly view: FeedbackView; readonly onClose: () => void }

/** Supervision's own words on a page that is not sent yet. */
export function WordsForm({ view: { id, seq, words: before }, onClose }: FormProps) {
  const changed = useFeedbackChanged()
  const { fields, set, forget } = useDraft(`feedback-words-${id}`, { words: before })
  const save = async () => {
    await call(feedbackContract.write, { params: { id }, body: { seq, words: fields.words.trim() } })
    await changed()
    forget()
    onClose()
  }
  return (
    <FormSheet open title={{ zh: '督查意见', en: 'Words of supervision' }} act={{ zh: '写入', en: 'Save' }} ready onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <Field label={{ zh: '意见', en: 'Words' }} hint={{ zh: '印在这一页上，发给单位；不写就留空', en: 'Printed on the page and sent to the unit; may be left empty' }}>{tied => <Input.TextArea {...tied} rows={5} maxLength={2000} value={fields.words} onChange={event => set({ words: event.target.value })} />}</Field>
    </FormSheet>
  )
}

/** The unit says that it has the page, and may reply. */
export function AcknowledgeForm({ view: { id, seq }, onClose }: FormProps) {
  const { t } = useLanguage()
  const changed = useFeedbackChanged()
  const { fields, set, forget } = useDraft(`feedback-reply-${id}`, { reply: '' })
  const save = async () => {
    await call(feedbackContract.acknowledge, { params: { id }, body: { seq, reply: fields.reply.trim() } })
    await changed()
    forget()
    onClose()
  }
  return (
    <FormSheet open title={{ zh: '签收月反馈', en: 'Acknowledge the feedback' }} act={{ zh: '签收', en: 'Acknowledge' }} ready onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <p>{t({ zh: '签收表示本单位已经收到并知悉。签收一次，不能更改。', en: 'Acknowledging says that your unit has it and knows. It is done once and cannot be changed.' })}</p>
      <Field label={{ zh: '回复', en: 'Reply' }} hint={{ zh: '可以不填：原因、已采取的措施、需要协调的事', en: 'May be left empty: reasons, what is being done, what help is needed' }}>{tied => <Input.TextArea {...tied} rows={5} maxLength={2000} value={fields.reply} onChange={event => set({ reply: event.target.value })} />}</Field>
    </FormSheet>
  )
}
