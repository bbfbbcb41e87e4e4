import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type OfficeHours, usualOfficeHours } from '../../../kernel/work-time.ts'
import { type CaseEvent, type CaseType, type Happened } from '../schema.ts'
import { caseOf } from './case.ts'
import { clocksOf } from './clocks.ts'
import { isEnd } from './machine.ts'
import { isCategory } from './moves.ts'
import { reachable } from './type-check.ts'

/**
 * May an open case be moved from the version of its type to a later one? Answers the event that moves it, or why it stays: the
 * later version does not take such cases, has nothing for its category, urgency or state, or would shorten a time that was
 * promised. The history is folded by the later version from then on.
 */
export function upgradeOf(from: CaseType, to: CaseType, events: readonly Happened[], at: Instant, hours: OfficeHours = usualOfficeHours): Result<Extract<CaseEvent, { kind: 'upgraded' }>, 'wrong-state' | 'no-upgrade' | 'upgrade-lacks' | 'upgrade-shortens'> {
  const present = caseOf(from, events)
  if (!present || isEnd(present.state)) return refuse('wrong-state', { number: present?.number ?? '', move: 'upgraded' })
  const { number, category, urgency, state } = present
  const upgrade = to.key === from.key && to.version > from.version ? to.upgrades?.find(u => u.from === from.version) : undefined
  if (!upgrade) return refuse('no-upgrade', { number, version: from.version })
  const now = { category: upgrade.categories?.[category] ?? category, urgency: upgrade.urgencies?.[urgency] ?? urgency }
  if (!isCategory(to, now.category)) return refuse('upgrade-lacks', { number, what: category })
  if (!to.urgencies.some(u => u.key === now.urgency)) return refuse('upgrade-lacks', { number, what: urgency })
  if (!reachable(to).has(state)) return refuse('upgrade-lacks', { number, what: state })
  const event = { kind: 'upgraded' as const, version: to.version, ...now }
  const later = clocksOf(to, [...events, { seq: present.seq + 1, at, by: null, event }], hours)
  const shortened = clocksOf(from, events, hours).find(clock => clock.stoppedAt === null && later.some(l => l.key === clock.key && l.unit === clock.unit && l.stoppedAt === null && l.dueAt < clock.dueAt))
  return shortened ? refuse('upgrade-shortens', { number, clock: from.clocks.find(c => c.key === shortened.key)?.name.zh ?? shortened.key }) : ok(event)
}
