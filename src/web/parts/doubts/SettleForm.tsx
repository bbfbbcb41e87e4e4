import { useQueryClient } from '@tanstack/react-query'
import { Input, Radio, Select } from 'antd'
import { useMemo } from 'react'
import { contract } from '../../../engines/documents/contract.ts'
import { type DoubtRow } from '../../../engines/documents/doubt-contract.ts'
import { SettledHow, settledWords } from '../../../engines/documents/domain/checks/settling.ts'
import { call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'
import { useDraft } from '../../ui/draft.ts'
import { Field } from '../../ui/Field.tsx'
import { FormSheet } from '../../ui/FormSheet.tsx'
import { doubtsChanged } from './doubt-queries.ts'

const nothing = { how: '', side: '', reason: '' }

/** Settles a doubt: what was found, and why. */
export function SettleForm({ doubt, open, onClose }: { readonly doubt: DoubtRow; readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const cache = useQueryClient()
  const { fields, set, forget } = useDraft(`settle-${doubt.id}`, nothing)
  const how = SettledHow.safeParse(fields.how).data ?? null
  const asksSide = how === 'mended' || how === 'misprint'
  const side = useMemo(() => (doubt.sides.some(each => each.key === fields.side) ? fields.side : ''), [doubt.sides, fields.side])
  const save = async () => {
    if (!how) return
    await call(contract.settleDoubt, { params: { id: doubt.id }, body: { version: doubt.version, how, reason: fields.reason.trim().replace(/\s*\n\s*/g, ' '), side: asksSide && side !== '' ? side : null } })
    forget()
    onClose()
    await doubtsChanged(cache)
  }
  return (
    <FormSheet open={open} title={{ zh: '疑点销号', en: 'Settle the doubt' }} act={{ zh: '销号', en: 'Settle' }} ready={how !== null && fields.reason.trim().length >= 2} onSubmit={save} onClose={onClose} onReload={() => void doubtsChanged(cache)}>
      <p><b lang="zh-CN">{doubt.name}</b>{t({ zh: '：', en: ': ' })}{t(doubt.words)}</p>
      <Radio.Group aria-label={t({ zh: '查明的情况', en: 'What was found' })} style={{ display: 'grid', gap: 8 }} value={fields.how} onChange={event => set({ how: String(event.target.value) })} options={SettledHow.options.map(value => ({ value, label: t(settledWords[value]) }))} />
      {asksSide && (
        <Field label={{ zh: '哪一处有误', en: 'Which saying is wrong' }} hint={how === 'mended' ? { zh: '更正数值本身请在文件核对页或指标页办理；更正后疑点会自行消除', en: 'Correct the figure itself in the review or on the page of its indicator; the doubt then goes by itself' } : { zh: '文件原文不改，这里记下认定', en: 'The paper stays as it is; what was found is kept here' }}>
          {tied => <Select<string> id={tied.id} aria-describedby={tied['aria-describedby']} value={side} onChange={chosen => set({ side: chosen })} options={[{ value: '', label: t({ zh: '不指明', en: 'Not named' }) }, ...doubt.sides.map(each => ({ value: each.key, label: `${t(each.part)} · ${t(each.says)}` }))]} />}
        </Field>
      )}
      <Field label={{ zh: '理由', en: 'Reason' }} hint={{ zh: '查的什么依据，为什么这样认定；将记入审计记录', en: 'On what ground, and why; it goes into the audit trail' }}>
        {tied => <Input.TextArea {...tied} rows={4} maxLength={500} value={fields.reason} onChange={event => set({ reason: event.target.value })} />}
      </Field>
    </FormSheet>
  )
}
