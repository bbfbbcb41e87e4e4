import { type contract } from '../../../../engines/plan/ledgers/contract.ts'
import { type Answer } from '../../../client.ts'

/** A line of a ledger with its evidence, its history and what this person may do with it. */
export type LineAnswer = Answer<typeof contract.line>
