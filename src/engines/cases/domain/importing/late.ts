import { type Id } from '../../../../kernel/id.ts'
import { type Instant } from '../../../../kernel/time.ts'
import { type CaseType } from '../../schema.ts'
import { urgencyOf } from '../open.ts'
import { knownFrom, nextDue } from '../row.ts'
import { type ReadRow } from './rows.ts'

const nobody: Id = '00000000-0000-0000-0000-000000000000'

/** When a time limit of a row was over before it is imported: it warns and climbs at once. Null where nothing is over, or nothing runs before it is filed. */
export function overBefore(type: CaseType, { receivedAt, given }: ReadRow, now: Instant): Instant | null {
  if (receivedAt === null) return null
  const { category, title, words, place, channel, fields } = given
  const { clocks } = knownFrom(type, nobody, [{ seq: 1, at: receivedAt, by: null, event: { kind: 'received', number: '', type: type.key, version: type.version, category, urgency: given.urgency ?? urgencyOf(type, category), title, words, place, channel, fields, hasReporter: given.reporter !== null } }])
  const due = nextDue(clocks)
  return due !== null && due.dueAt < now ? due.dueAt : null
}
