import { Input, Select } from 'antd'
import { contract, type LineRow } from '../../../../engines/plan/ledgers/contract.ts'
import { AcceptanceDecision, acceptanceLabels } from '../../../../engines/plan/ledgers/schema.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'

const first = { decision: 'accepted', percent: '', note: '' }

/** Decides the step at which a line waits: accepted, in part, or not. */
export function DecideForm({ line, onClose }: { readonly line: LineRow; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  const { fields, set, forget } = useDraft(`decide-${line.id}`, first)
  const decision = AcceptanceDecision.parse(fields.decision)
  const percent = /^\d+(?:\.\d+)?$/.test(fields.percent.trim()) ? Number(fields.percent) : null
  const fits = percent !== null && percent > 0 && percent < 100
  const save = async () => {
    await call(contract.decide, { params: { id: line.id }, body: { decision, share: decision === 'partly' && percent !== null ? percent / 100 : null, note: fields.note.trim().replaceAll(/\s*\n\s*/g, ' '), version: line.version } })
    forget()
    onClose()
    await changed()
  }
  return (
    <FormSheet open title={line.waitsFor ?? { zh: '验收', en: 'Acceptance' }} act={{ zh: '提交结论', en: 'Decide' }} ready={fields.note.trim().length >= 2 && (decision !== 'partly' || fits)} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <p lang="zh-CN"><b>{line.title}</b></p>
      <Field label={{ zh: '结论', en: 'Decision' }}>
        {tied => <Select<string> {...tied} value={fields.decision} onChange={value => set({ decision: value })} options={AcceptanceDecision.options.map(value => ({ value, label: t(acceptanceLabels[value]) }))} />}
      </Field>
      {decision === 'partly' && (
        <Field label={{ zh: '通过的比例（%）', en: 'Share accepted (%)' }} fault={fields.percent !== '' && !fits ? { zh: '应大于0、小于100', en: 'more than 0 and less than 100' } : null}>
          {tied => <Input {...tied} inputMode="decimal" maxLength={6} value={fields.percent} onChange={event => set({ percent: event.target.value })} />}
        </Field>
      )}
      <Field label={{ zh: '理由', en: 'Reason' }} hint={{ zh: '核查了什么、发现什么；不通过的写明须整改什么', en: 'What was checked and found; where refused, what is to be put right' }}>
        {tied => <Input.TextArea {...tied} rows={4} maxLength={300} value={fields.note} onChange={event => set({ note: event.target.value })} />}
      </Field>
    </FormSheet>
  )
}
