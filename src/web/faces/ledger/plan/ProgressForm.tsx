import { Input } from 'antd'
import { useMemo } from 'react'
import { contract } from '../../../../engines/plan/contract.ts'
import { latestProgress } from '../../../../engines/plan/domain/tree.ts'
import { type CommitmentNode } from '../../../../engines/plan/schema.ts'
import { call } from '../../../client.ts'
import { numberText } from '../../../format.ts'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { today } from '../../../today.ts'

/** Enters how far a commitment is on a day, always with its evidence. What was entered before stays. */
export function ProgressForm({ commitment, onClose }: { readonly commitment: CommitmentNode; readonly onClose: () => void }) {
  const changed = useLedgerChange()
  const day = today()
  const before = latestProgress(commitment)
  const first = useMemo(() => ({ percent: before ? numberText(before.share * 100) : '', onDay: day, note: '', evidence: '' }), [before, day])
  const { fields, set, forget } = useDraft(`progress-${commitment.id}`, first)
  const percent = /^\d+(?:\.\d+)?$/.test(fields.percent.trim()) ? Number(fields.percent) : null
  const fits = percent !== null && percent <= 100

  const save = async () => {
    if (percent === null) return
    await call(contract.progress, { params: { id: commitment.id }, body: { share: percent / 100, onDay: fields.onDay, note: fields.note.trim(), evidence: fields.evidence.trim(), version: commitment.version } })
    forget()
    onClose()
    await changed()
  }
  return (
    <FormSheet
      open
      title={{ zh: '填报进展', en: 'Enter progress' }}
      act={{ zh: '填报', en: 'Enter' }}
      ready={fits && fields.onDay !== '' && fields.note.trim().length >= 2 && fields.evidence.trim().length >= 2}
      onSubmit={save}
      onClose={onClose}
      onReload={() => void changed()}
    >
      <p lang="zh-CN"><b>{commitment.title}</b></p>
      <Field label={{ zh: '完成比例（%）', en: 'Done (%)' }} hint={{ zh: '0至100；全部完成填100', en: '0 to 100; 100 when all is done' }} fault={fields.percent !== '' && !fits ? { zh: '应为0至100的数字', en: 'a number from 0 to 100' } : null}>
        {tied => <Input {...tied} inputMode="decimal" maxLength={6} value={fields.percent} onChange={event => set({ percent: event.target.value })} />}
      </Field>
      <Field label={{ zh: '截至', en: 'On which day' }}>
        {tied => <Input {...tied} type="date" max={day} value={fields.onDay} onChange={event => set({ onDay: event.target.value })} />}
      </Field>
      <Field label={{ zh: '进展说明', en: 'What was done' }}>
        {tied => <Input.TextArea {...tied} rows={4} maxLength={1000} value={fields.note} onChange={event => set({ note: event.target.value })} />}
      </Field>
      <Field label={{ zh: '依据', en: 'Evidence' }} hint={{ zh: '验收单、会议纪要、现场照片编号等', en: 'A certificate, minutes, the number of a photograph' }}>
        {tied => <Input {...tied} maxLength={500} value={fields.evidence} onChange={event => set({ evidence: event.target.value })} />}
      </Field>
    </FormSheet>
  )
}
