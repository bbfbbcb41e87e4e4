import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { contract } from '../../../../engines/plan/contract.ts'
import { type CompletionRow } from '../../../../engines/plan/domain/completion.ts'
import { spanOf } from '../../../../kernel/period.ts'
import { call } from '../../../client.ts'
import { periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'

/** Says who publishes a figure that has not come, when, and on what ground that is known. */
export function AwaitedForm({ row, year, onClose }: { readonly row: CompletionRow; readonly year: number; readonly onClose: () => void }) {
  const { language, t } = useLanguage()
  const changed = useLedgerChange()
  const { awaited, indicator } = row
  const [removing, setRemoving] = useState(false)
  const first = useMemo(() => ({ publisher: awaited?.publisher ?? '', expected: awaited?.expected ?? '', ground: awaited?.source.kind === 'hand' ? awaited.source.ground : '' }), [awaited])
  const { fields, set, forget } = useDraft(`awaited-${indicator}-${year}`, first)
  const expected = fields.expected.trim().toUpperCase()
  const unclear = expected !== '' && spanOf(expected) === null
  const of = { indicator, period: String(year), version: awaited?.version ?? 0 }
  const done = async () => {
    forget()
    onClose()
    await changed()
  }
  const save = async () => {
    await call(contract.setAwaited, { body: { ...of, publisher: fields.publisher.trim(), expected: expected === '' ? null : expected, ground: fields.ground.trim() } })
    await done()
  }
  return (
    <FormSheet open title={{ zh: '待公布说明', en: 'Who publishes it, and when' }} act={{ zh: '保存', en: 'Save' }} ready={fields.publisher.trim() !== '' && fields.ground.trim() !== '' && !unclear} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <p><b>{t(row.label)}</b> {periodText(String(year), language)}</p>
      <Field label={{ zh: '由谁公布', en: 'Published by' }} hint={{ zh: '如：市统计局', en: 'For instance the municipal bureau of statistics' }}>
        {tied => <Input {...tied} maxLength={60} value={fields.publisher} onChange={event => set({ publisher: event.target.value })} />}
      </Field>
      <Field label={{ zh: '预计何时公布（可不填）', en: 'Expected in (may be left out)' }} hint={expected !== '' && !unclear ? { zh: periodText(expected, 'zh'), en: periodText(expected, 'en') } : { zh: '如 2025H1（上半年）、2025Q2（二季度）、2025-06（月）、2025-06-15（日）', en: 'Such as 2025H1, 2025Q2, 2025-06 or 2025-06-15' }} fault={unclear ? { zh: '认不出这个时期，请按示例填写', en: 'That is no period; write it like the examples' } : null}>
        {tied => <Input {...tied} maxLength={12} value={fields.expected} onChange={event => set({ expected: event.target.value })} />}
      </Field>
      <Field label={{ zh: '依据', en: 'Ground' }} hint={{ zh: '文件、函件或通知', en: 'The paper, letter or notice' }}>
        {tied => <Input.TextArea {...tied} rows={3} maxLength={300} value={fields.ground} onChange={event => set({ ground: event.target.value })} />}
      </Field>
      {awaited && <p><Button danger type="link" onClick={() => setRemoving(true)}>{t({ zh: '撤销登记', en: 'Take it back' })}</Button></p>}
      <ConfirmWithReason open={removing} title={{ zh: '撤销待公布登记', en: 'Take it back' }} consequence={t({ zh: '表下不再写由谁、何时公布；操作记录里仍可查到。', en: 'The note goes from the table; the audit trail keeps it.' })} act={{ zh: '撤销', en: 'Take back' }} onConfirm={async reason => { await call(contract.removeAwaited, { body: { ...of, reason } }); await done() }} onClose={() => setRemoving(false)} />
    </FormSheet>
  )
}
