import { type District } from '../../kernel/id.ts'
import { api as join } from '../api.ts'
import { type Tx } from '../context.ts'
import { handlers } from './api.ts'
import { contract } from './contract.ts'
import { handlers as ledgerHandlers } from './ledger-api.ts'
import { contract as ledgerContract } from './ledger-contract.ts'
import { publicationHandlers } from './publication-api.ts'
import { publicationContract } from './publication-contract.ts'
import { yearRows } from './year.ts'

export const api = join('plan', contract, handlers)
export const ledgerApi = join('ledgers', ledgerContract, ledgerHandlers)
export const publicationApi = join('publications', publicationContract, publicationHandlers)

/** Years that have targets or commitments, the latest first. */
export async function findPlanYears(tx: Tx, district: District): Promise<number[]> {
  return (await yearRows(tx, district)).map(row => row.year)
}

export { divisionMatters, seedDivision } from './dividing.ts'
export { type DivisionMatter } from './division-store.ts'
export { planYear, treeOfYear } from './year.ts'
export { takeCommitments, withdrawOrigin, type TakenCommitment, type WithdrawnCommitments } from './taking.ts'
export { completionTable, seedAwaited, type PublishedAwaited } from './completing.ts'
export { jobs } from './jobs.ts'
export { goThroughYear, lookAtLights } from './light-watch.ts'
export { findUnmeasured } from './store.ts'
export { acceptanceMatters, ledgersOfYear, type AcceptanceMatter } from './ledgers.ts'
export { seedLedger, seedLedgerKinds, type SeededEvent, type SeededLedger, type SeededLine } from './ledger-seeding.ts'
export { publicationHandlers } from './publication-api.ts'
export { publicYear, leavingOut, digestOf } from './public-year.ts'
export { findIssues, findStood, loadPublication, loadPublicSnapshot, type Issue, type Stood } from './publication-store.ts'
export { countDone } from './store.ts'
