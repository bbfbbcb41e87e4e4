import { type LedgerRow } from '../../../../../engines/plan/ledgers/contract.ts'
import { type StandingValue } from '../../../../../engines/plan/ledgers/particulars-schema.ts'
import { type Source } from '../../../../../kernel/source.ts'

/** Where a value is from: told by a person on a ground, or from where its ledger is, with which it came. */
export function sourceOf(value: StandingValue, ledger: Pick<LedgerRow, 'source'>): Source {
  return value.withLedger ? ledger.source : { kind: 'hand', person: null, name: value.by, at: value.at, ground: value.ground }
}
