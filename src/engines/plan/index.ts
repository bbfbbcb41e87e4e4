import { type District } from '../../kernel/id.ts'
import { api as join } from '../api.ts'
import { type Tx } from '../context.ts'
import { handlers } from './api.ts'
import { contract } from './contract.ts'
import { handlers as ledgerHandlers } from './ledgers/api.ts'
import { contract as ledgerContract } from './ledgers/contract.ts'
import { publicationHandlers } from './publications/api.ts'
import { publicationContract } from './publications/contract.ts'
import { yearRows } from './year.ts'

export const api = join('plan', contract, handlers)
export const ledgerApi = join('ledgers', ledgerContract, ledgerHandlers)
export const publicationApi = join('publications', publicationContract, publicationHandlers)

/** Years that have targets or commitments, the latest first. */
export async function findPlanYears(tx: Tx, district: District): Promise<number[]> {
  return (await yearRows(tx, district)).map(row => row.year)
}

export { divisionMatters, seedDivision } from './divisions/dividing.ts'
export { type DivisionMatter } from './divisions/store.ts'
export { lightsOfYear, planYear, treeOfYear } from './year.ts'
export { lightsSince } from './lights/store.ts'
export { makeCommitment } from './making.ts'
export { takeCommitments, withdrawOrigin, type TakenCommitment, type WithdrawnCommitments } from './taking.ts'
export { completionTable, seedAwaited, type PublishedAwaited } from './completion/completing.ts'
export { jobs } from './jobs.ts'
export { goThroughYear, lookAtLights } from './lights/watch.ts'
export { findUnmeasured, loadCommitment } from './store.ts'
export { acceptanceMatters, ledgersOfYear, type AcceptanceMatter } from './ledgers/standing.ts'
export { seedLedger, seedLedgerKinds, type SeededEvent, type SeededLedger, type SeededLine } from './ledgers/seeding.ts'
export { publicationHandlers } from './publications/api.ts'
export { publicYear, leavingOut, digestOf } from './publications/public-year.ts'
export { findIssues, findStood, loadPublication, loadPublicSnapshot, type Issue, type Stood } from './publications/store.ts'
export { countDone } from './store.ts'
