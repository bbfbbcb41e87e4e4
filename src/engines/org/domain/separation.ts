import { type Id } from '../../../kernel/id.ts'
import { refuse, ok, type Result } from '../../../kernel/result.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Delegation, type Post, type Role, roleLabels } from '../schema.ts'
import { permissionsOf, type Verb } from './permission.ts'

/** Who runs the system, who guards access and who audits: three persons. */
const administrations: readonly Role[] = ['administrator', 'security-administrator', 'auditor']

/** What decides about the ledger. Whoever does this runs, guards or audits nothing. */
const decisions: readonly Verb[] = ['figure.approve', 'import.accept', 'plan.edit', 'register.edit', 'light.override', 'light.answer']

const decides = (role: Role) => decisions.some(verb => verb in permissionsOf[role])

/**
 * May one person never hold these two roles at the same time? Two of the three administrations, or one of them and a role that
 * decides about figures, papers, plans or lights.
 * Source: GB/T 22239-2019, level 3, 安全管理中心 and 安全计算环境: system, security and audit administration are separate (三权分立).
 */
export function areApart(a: Role, b: Role): boolean {
  if (a === b) return false
  const [first, second] = [administrations.includes(a), administrations.includes(b)]
  return (first && second) || (first && decides(b)) || (second && decides(a))
}

/** A role that a person exercises for a time, by a post of his own or one that was lent to him. */
export type Held = { readonly role: Role; readonly from: Day; readonly until: Day | null }

const latest = (a: Day, b: Day) => (a > b ? a : b)
const earliest = (a: Day | null, b: Day | null) => (a === null ? b : b === null ? a : a < b ? a : b)

/** The days on which both hold; null where there is none, also where one begins on the day the other ends. */
function together(a: Held, b: Held): { readonly from: Day; readonly until: Day | null } | null {
  const from = latest(a.from, b.from), until = earliest(a.until, b.until)
  return until !== null && until <= from ? null : { from, until }
}

/** May this be held beside what is held already? Roles that must be apart may not overlap by a single day. */
export function mayHoldBeside(given: Held, held: readonly Held[]): Result<null, 'roles-apart'> {
  for (const other of held) {
    const both = areApart(given.role, other.role) ? together(given, other) : null
    if (both) return refuse('roles-apart', { role: roleLabels[given.role].zh, other: roleLabels[other.role].zh, roleEn: roleLabels[given.role].en, otherEn: roleLabels[other.role].en, from: both.from })
  }
  return ok(null)
}

/** What a person exercises: own posts, and posts lent to him as far as they hold. */
export function heldBy(person: Id, posts: readonly Post[], delegations: readonly Delegation[]): Held[] {
  const lent = delegations.filter(d => d.to === person && !d.withdrawn).flatMap(d => posts.filter(p => p.id === d.post).map(p => ({ role: p.role, from: latest(p.from, d.from), until: earliest(p.until, d.until) })))
  return [...posts.filter(p => p.person === person), ...lent].map(({ role, from, until }) => ({ role, from, until })).filter(h => h.until === null || h.until > h.from)
}

/** Roles that a person exercises together today or later and that must be apart: from times before the rule, or entered below it. */
export function breaches(held: readonly Held[], today: Day): { readonly roles: readonly [Role, Role]; readonly from: Day; readonly until: Day | null }[] {
  return held.flatMap((a, i) => held.slice(i + 1).flatMap(b => {
    const both = areApart(a.role, b.role) ? together(a, b) : null
    return both && (both.until === null || both.until > today) ? [{ roles: [a.role, b.role] as const, ...both }] : []
  }))
}
