import { useQueryClient } from '@tanstack/react-query'
import { Input, Radio } from 'antd'
import { useMemo } from 'react'
import { contract } from '../../../../engines/plan/contract.ts'
import { type LightChange, LightAnswerKind } from '../../../../engines/plan/schema.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { answerWords } from '../../../parts/plan/light-change-words.ts'
import { useSession } from '../../../session.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'

/** Says why a light changed, or what was done about it. A leader instructs; a unit explains and acts. */
export function AnswerForm({ change, open, onClose }: { readonly change: LightChange; readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { may } = useSession()
  const cache = useQueryClient()
  const leads = may('light.override')
  const first = useMemo(() => ({ kind: leads ? 'instructed' : 'explained', words: '' }), [leads])
  const { fields, set, forget } = useDraft(`light-answer-${change.id}`, first)
  const kind = LightAnswerKind.safeParse(fields.kind).data ?? 'explained'
  const save = async () => {
    await call(contract.answerLight, { params: { id: change.id }, body: { kind, words: fields.words.trim() } })
    forget()
    onClose()
    await Promise.all([cache.invalidateQueries({ queryKey: ['light-change', change.id] }), cache.invalidateQueries({ queryKey: ['light-changes'] }), cache.invalidateQueries({ queryKey: ['inbox'] })])
  }
  return (
    <FormSheet open={open} title={{ zh: '回应亮灯变动', en: 'Answer for the light' }} act={{ zh: '记下', en: 'Note it' }} ready={fields.words.trim().length >= 2} onSubmit={save} onClose={onClose}>
      <p><b>{t(change.name)}</b>{t({ zh: '：', en: ': ' })}{t(change.verdict.because)}</p>
      <Radio.Group aria-label={t({ zh: '回应的种类', en: 'Kind of answer' })} value={kind} onChange={event => set({ kind: String(event.target.value) })} options={LightAnswerKind.options.filter(one => one !== 'instructed' || leads).map(value => ({ value, label: t(answerWords[value]) }))} />
      <Field label={{ zh: '内容', en: 'In words' }} hint={{ zh: '原因是什么，谁在什么时候前做什么', en: 'What is the reason; who does what by when' }}>
        {tied => <Input.TextArea {...tied} rows={4} maxLength={1000} value={fields.words} onChange={event => set({ words: event.target.value })} />}
      </Field>
    </FormSheet>
  )
}
