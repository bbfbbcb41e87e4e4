import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Day } from '../../../kernel/time.ts'
import { type ContractKind, type ProjectContract, type WorkAct } from '../works-schema.ts'
import { sumToYuan } from './money.ts'

type Act = Extract<WorkAct, { kind: `contract-${string}` }>
type Refused = ReturnType<typeof refuse>

/** What a contract comes to now: with its changes, or by its final account. */
export const amountNow = ({ amount, changes, closed }: ProjectContract): number => closed?.account ?? sumToYuan([amount, ...changes.map(change => change.by)])

/** A contract with what its page shows beside it. `changed`: all changes together; `differs`: what the final account is above (or below) the sum before it. */
export type ContractShown = ProjectContract & { readonly changed: number; readonly now: number; readonly differs: number | null }
export type ContractsShown = {
  readonly rows: readonly ContractShown[]
  readonly amount: number; readonly changed: number; readonly now: number
  /** Of the total investment of the project; `left`: what is not under contract. Null where no total is known. */
  readonly total: number | null; readonly left: number | null
  readonly byKind: readonly { readonly of: ContractKind; readonly count: number; readonly now: number }[]
}

/** The contracts of a project with their sums, against its total investment. In 10 000 yuan. */
export function contractsShown({ contracts, total }: { readonly contracts: readonly ProjectContract[]; readonly total: number | null }): ContractsShown {
  const rows = contracts.map((contract): ContractShown => {
    const changed = sumToYuan(contract.changes.map(change => change.by))
    return { ...contract, changed, now: amountNow(contract), differs: contract.closed ? sumToYuan([contract.closed.account, -contract.amount, -changed]) : null }
  })
  const now = sumToYuan(rows.map(row => row.now))
  return {
    rows, amount: sumToYuan(rows.map(row => row.amount)), changed: sumToYuan(rows.map(row => row.changed)), now, total, left: total === null ? null : sumToYuan([total, -now]),
    byKind: [...Map.groupBy(rows, row => row.of)].map(([of, all]) => ({ of, count: all.length, now: sumToYuan(all.map(row => row.now)) })),
  }
}

/** The contracts after an act. */
export function contractsAfter(contracts: readonly ProjectContract[], act: Act): readonly ProjectContract[] {
  const change = (to: (one: ProjectContract) => ProjectContract) => contracts.map(one => (one.number === act.number ? to(one) : one))
  switch (act.kind) {
    case 'contract-signed': return [...contracts, { number: act.number, what: act.what, of: act.of, party: act.party, amount: act.amount, on: act.on, changes: [], closed: null }]
    case 'contract-changed': return change(one => ({ ...one, changes: [...one.changes, { by: act.by, reason: act.reason, approval: act.approval, on: act.on }] }))
    case 'contract-closed': return change(one => ({ ...one, closed: { account: act.account, on: act.on } }))
    case 'contract-struck': return contracts.filter(one => one.number !== act.number)
  }
}

/**
 * May this happen to the contracts of a project? A number stands there once; what is changed was signed before and is not closed; no
 * sum falls below nought; and all contracts together stay within the total investment.
 */
export function mayContract({ contracts, total }: { readonly contracts: readonly ProjectContract[]; readonly total: number | null }, act: Act): Result<null> {
  const there = contracts.find(one => one.number === act.number)
  if (act.kind === 'contract-signed') return there ? refuse('contract-number-taken', { number: act.number, what: there.what }) : contractsFit(contractsAfter(contracts, act), total) ?? ok(null)
  if (!there) return refuse('unknown-contract', { number: act.number })
  switch (act.kind) {
    case 'contract-changed': return closedAlready(there) ?? notBefore(there, there.on, act.on) ?? notBelowNought(there, act.by) ?? contractsFit(contractsAfter(contracts, act), total) ?? ok(null)
    case 'contract-closed': return closedAlready(there) ?? notBefore(there, [there.on, ...there.changes.map(change => change.on)].reduce((a, b) => (a > b ? a : b)), act.on) ?? contractsFit(contractsAfter(contracts, act), total) ?? ok(null)
    case 'contract-struck': return ok(null)
  }
}

const closedAlready = ({ number, closed }: ProjectContract): Refused | null => (closed ? refuse('contract-closed-already', { number, on: closed.on, account: closed.account }) : null)
const notBefore = ({ number }: ProjectContract, since: Day, on: Day): Refused | null => (on < since ? refuse('contract-before-signing', { number, on, since }) : null)

function notBelowNought(contract: ProjectContract, by: number): Refused | null {
  const before = amountNow(contract)
  return sumToYuan([before, by]) < 0 ? refuse('contract-below-nought', { number: contract.number, before, less: -by }) : null
}

/** All contracts stay within the total investment; null where they do, or where no total is known. */
export function contractsFit(contracts: readonly ProjectContract[], total: number | null): Refused | null {
  const all = sumToYuan(contracts.map(amountNow))
  return total !== null && all > total ? refuse('contracts-above-total', { contracts: all, total }) : null
}
