import { contract, type LedgerRow } from '../../../../engines/plan/ledgers/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useDraft } from '../../../ui/draft.ts'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { LineChoice } from './LineChoice.tsx'
import { freshLines, idsIn } from './line-choice.ts'

const first = { commitments: '', targets: '', fresh: '' }

/** Adds lines to a ledger, within its cap. */
export function AddLines({ ledger, onClose }: { readonly ledger: LedgerRow; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  const { fields, set, forget } = useDraft(`ledger-add-${ledger.id}`, first)
  const asked = { commitments: idsIn(fields.commitments), targets: idsIn(fields.targets), fresh: freshLines(fields.fresh, ledger.span) }
  const count = asked.commitments.length + asked.targets.length + asked.fresh.length
  const save = async () => {
    await call(contract.add, { params: { id: ledger.id }, body: { ...asked, version: ledger.version } })
    forget()
    onClose()
    await changed()
  }
  return (
    <FormSheet open title={{ zh: `增加${ledger.of.line.zh}`, en: `Add: ${ledger.of.line.en}` }} act={{ zh: `增加${count}项`, en: `Add ${count}` }} ready={count > 0} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      {ledger.cap !== null && <p>{t({ zh: '上限{cap}项，已列{lines}项，还可列{left}项。', en: 'Capped at {cap}; {lines} stand in it, room for {left}.' }, { cap: ledger.cap, lines: ledger.lines, left: Math.max(0, ledger.cap - ledger.lines) })}</p>}
      <LineChoice kind={ledger.of} span={ledger.span} fields={fields} set={set} />
    </FormSheet>
  )
}
