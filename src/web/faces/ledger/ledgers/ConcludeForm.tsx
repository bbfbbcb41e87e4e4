import { Input } from 'antd'
import { contract, type LedgerRow } from '../../../../engines/plan/ledgers/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'

const first = { opinion: '' }

/** Concludes the mid-term evaluation: what is seen today is kept with an opinion, and later figures do not change it. */
export function ConcludeForm({ ledger, year, onClose }: { readonly ledger: LedgerRow; readonly year: number; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  const { fields, set, forget } = useDraft(`conclude-${ledger.id}-${year}`, first)
  const save = async () => {
    await call(contract.conclude, { params: { id: ledger.id }, body: { year, opinion: fields.opinion.trim().replaceAll(/\s*\n\s*/g, ' '), version: ledger.version } })
    forget()
    onClose()
    await changed()
  }
  return (
    <FormSheet open title={{ zh: `形成${year}年中期评估`, en: `Conclude the evaluation of ${year}` }} act={{ zh: '形成评估', en: 'Conclude' }} ready={fields.opinion.trim().length >= 4} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <p>{t({ zh: '形成后，当时的数值、路径和结论原样留存，以后的数值修订不改动它。', en: 'Its figures, path and verdicts are kept as they stand; later revisions do not change it.' })}</p>
      <Field label={{ zh: '评估意见', en: 'Opinion' }}>
        {tied => <Input.TextArea {...tied} rows={6} maxLength={2000} value={fields.opinion} onChange={event => set({ opinion: event.target.value })} />}
      </Field>
    </FormSheet>
  )
}
