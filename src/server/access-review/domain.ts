import { type Role } from '../../engines/org/schema.ts'
import { permissionsOf, type Verb, verbLabels } from '../../engines/org/domain/permission.ts'
import { breaches, type Held } from '../../engines/org/domain/separation.ts'
import { holdsOn } from '../../engines/org/domain/tree.ts'
import { addDays, dayOf, type Day, type Instant } from '../../kernel/time.ts'
import { type AccessRow, type Conflict, type Verdict } from './contract.ts'

/** A review is due this long after the last one. */
export const everyDays = 180

/** The day by which the next review is due, from the last one or, before the first, from the first account. */
export function reviewDueOn(since: Instant | null): Day | null {
  return since === null ? null : addDays(dayOf(since), everyDays)
}

export type Seen = Omit<AccessRow, 'verbs' | 'conflicts'> & {
  readonly held: readonly (Held & { readonly unitCode: string; readonly unitUntil: Day | null })[]
  readonly claimedUnit: string | null
  readonly lastVerdict: Verdict | null
}

/** What the posts of a day let a person do, each permission once. */
export function verbsOf(roles: readonly Role[]): Verb[] {
  const granted = new Set(roles.flatMap(role => Object.keys(permissionsOf[role])))
  return (Object.keys(verbLabels) as Verb[]).filter(verb => granted.has(verb)) // its keys are the verbs
}

const administrators: readonly Role[] = ['administrator', 'security-administrator', 'auditor']

/** What of a person's access should be looked at twice, the weightiest first. */
export function conflictsOf(seen: Seen, today: Day, dormantDays: number): Conflict[] {
  const held = seen.held.filter(h => holdsOn(today, h))
  const idleSince = seen.lastSignInAt === null ? null : dayOf(seen.lastSignInAt)
  const found: readonly (readonly [Conflict, boolean])[] = [
    ['roles-apart', breaches(seen.held, today).length > 0],
    ['unit-ended', held.some(h => h.unitUntil !== null && h.unitUntil <= today)],
    ['posts-of-inactive', !seen.active && held.length > 0],
    ['should-have-ended', seen.lastVerdict === 'ends' && seen.active && held.length > 0],
    ['no-second-factor', seen.active && seen.hasAccount && !seen.secondFactor && held.some(h => administrators.includes(h.role))],
    ['dormant', seen.active && seen.hasAccount && (idleSince === null || idleSince <= addDays(today, -dormantDays))],
    ['unit-differs', seen.active && seen.claimedUnit !== null && held.length > 0 && !held.some(h => h.unitCode === seen.claimedUnit)],
    ['no-post', seen.active && held.length === 0],
  ]
  return found.filter(([, is]) => is).map(([conflict]) => conflict)
}
