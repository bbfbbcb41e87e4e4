import { type LedgerRow } from '../../../../../engines/plan/ledgers/contract.ts'
import { type StandingValue } from '../../../../../engines/plan/ledgers/particulars-schema.ts'
import { type Source } from '../../../../../kernel/source.ts'

/** Where a value is from: told by a person on a ground, or made up with its ledger for the demonstration. */
export function sourceOf(value: StandingValue, ledger: Pick<LedgerRow, 'source'>): Source {
  return value.generated && ledger.source.kind === 'generated' ? ledger.source : { kind: 'hand', person: null, name: value.by, at: value.at, ground: value.ground }
}
