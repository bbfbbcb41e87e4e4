import { type LedgerRow, type LineRow } from '../../../../engines/plan/ledgers/contract.ts'
import { useOpened } from '../../../opened.ts'
import { SheetImport } from '../SheetImport.tsx'
import { AddLines } from './AddLines.tsx'
import { ConcludeForm } from './ConcludeForm.tsx'
import { DecideForm } from './DecideForm.tsx'
import { EvidenceForm } from './EvidenceForm.tsx'
import { LedgerSettings } from './LedgerSettings.tsx'
import { TellForm } from './particulars/TellForm.tsx'
import { PathForm } from './PathForm.tsx'
import { ProposeForm } from './ProposeForm.tsx'

/** The form that the address names: `add`, `settings`, `conclude:YEAR`, `evidence:ID`, `propose:ID`, `decide:ID`, `path:ID`, `tell:ID`, `import`. */
export function LedgerForms({ ledger, lines }: { readonly ledger: LedgerRow; readonly lines: readonly LineRow[] }) {
  const { what: form, close } = useOpened('form')
  const [kind = '', id = ''] = form.split(':')
  const line = lines.find(one => one.id === id)
  if (kind === 'add') return <AddLines ledger={ledger} onClose={close} />
  if (kind === 'import') return <SheetImport of="particulars" ledger={ledger.id} onClose={close} />
  if (kind === 'settings') return <LedgerSettings ledger={ledger} onClose={close} />
  if (kind === 'conclude' && /^\d{4}$/.test(id)) return <ConcludeForm ledger={ledger} year={Number(id)} onClose={close} />
  if (!line) return null
  switch (kind) {
    case 'evidence': return <EvidenceForm key={id} line={line} onClose={close} />
    case 'propose': return <ProposeForm key={id} line={line} onClose={close} />
    case 'decide': return <DecideForm key={id} line={line} onClose={close} />
    case 'path': return <PathForm key={id} line={line} onClose={close} />
    case 'tell': return <TellForm key={id} ledger={ledger} line={line} onClose={close} />
    default: return null
  }
}
