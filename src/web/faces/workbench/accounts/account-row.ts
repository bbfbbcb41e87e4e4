import { type accountContract } from '../../../../server/account/contract.ts'
import { type Answer } from '../../../client.ts'

/** One line of the list of accounts. */
export type AccountRow = Answer<typeof accountContract.list>['items'][number]
