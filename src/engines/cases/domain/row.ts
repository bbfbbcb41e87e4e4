import { type Id } from '../../../kernel/id.ts'
import { endOfDay, type Instant } from '../../../kernel/time.ts'
import { type OfficeHours, usualOfficeHours } from '../../../kernel/work-time.ts'
import { type CaseType, type Happened } from '../schema.ts'
import { caseOf, type Case } from './case.ts'
import { branchOf, clocksOf, type Running } from './clocks.ts'
import { gramsOf } from './grams.ts'
import { cellOf } from './ground.ts'
import { timersOf, type Timer } from './ladder.ts'
import { isEnd } from './machine.ts'
import { seenBy } from './parties.ts'
import { spentOn } from './spent.ts'

/** A case with everything that follows from its history. */
export type Known = { readonly id: Id; readonly type: CaseType; readonly opener: Id | null; readonly events: readonly Happened[]; readonly present: Case; readonly clocks: readonly Running[]; readonly timers: readonly CaseTimer[] }

/** A step of a ladder, or that a suspension is over. */
export type CaseTimer = Timer | { readonly key: 'resume'; readonly at: Instant }

/** Works a case out from its history; throws on a history that does not begin with `received`. */
export function knownFrom(type: CaseType, id: Id, events: readonly Happened[], hours: OfficeHours = usualOfficeHours): Known {
  const present = caseOf(type, events)
  if (!present) throw new Error(`The history of case ${id} does not begin with its being received`)
  const clocks = clocksOf(type, events, hours)
  return { id, type, opener: events[0]?.by?.unit ?? null, events, present, clocks, timers: [...timersOf(type, clocks, events, hours), ...resumption(present, events)] }
}

function resumption(present: Case, events: readonly Happened[]): CaseTimer[] {
  if (present.state !== 'suspended') return []
  const asked = events.findLast(({ event }) => event.kind === 'suspension-asked')?.event
  return asked?.kind === 'suspension-asked' && asked.until !== null ? [{ key: 'resume', at: endOfDay(asked.until) }] : []
}

/** The clock of the case that runs out first, without those of co-units; null where none runs. */
export function nextDue(clocks: readonly Running[]): Running | null {
  const running = clocks.filter(clock => clock.stoppedAt === null && clock.paused === null && clock.unit === null)
  return running.reduce<Running | null>((first, clock) => (first === null || clock.dueAt < first.dueAt ? clock : first), null)
}

/** When something of this kind happened for the last time. */
const lastOf = (events: readonly Happened[], kind: Happened['event']['kind']) => events.findLast(({ event }) => event.kind === kind)?.at ?? null

/** The clock for signing of who has it now: running, or stopped by being signed for. One that ended otherwise counts for nobody. */
function signClock(clocks: readonly Running[], events: readonly Happened[]): Running | null {
  const clock = clocks.findLast(one => one.key === 'sign')
  if (!clock || clock.paused !== null) return null
  return clock.stoppedAt === null || events.some(({ at, event }) => event.kind === 'signed' && at === clock.stoppedAt) ? clock : null
}

/** The columns that repeat a case for queries, in the names of the table. */
export function rowOf({ opener, events, present, clocks }: Known) {
  const due = nextDue(clocks)
  const matter = clocks.findLast(clock => clock.key === 'resolve')
  const sign = signClock(clocks, events)
  const spent = spentOn(clocks, events)
  return {
    number: present.number, type: present.type, version: present.version, state: present.state, category: present.category, urgency: present.urgency, channel: present.channel, title: present.title,
    place_unit: present.place.unit, address: present.place.address, at_point: present.place.point, cell: cellOf(present.place.point), opened_at: present.openedAt, opener, lead: present.lead, co: present.co.map(c => c.unit), seen_by: seenBy(present, opener, events),
    handler: present.handler, asked: present.asked?.what ?? null, due_at: due?.dueAt ?? null, due_clock: due?.key ?? null, due_known: due?.known ?? true, resolve_due_at: matter?.dueAt ?? null, since: present.since,
    signed_at: lastOf(events, 'signed'), answered_at: present.answeredAt, closed_at: present.closedAt, step: present.step, joint: present.joint, returns: present.returns, reworks: present.reworks,
    called_back_at: present.callBack?.at ?? null, responded: present.callBack?.responded ?? null, solved: present.callBack?.solved ?? null, satisfied: present.callBack?.satisfied ?? null,
    dispatched_at: lastOf(events, 'dispatched'), sign_due_at: sign?.dueAt ?? null, sign_met_at: sign?.stoppedAt ?? null, resolved_at: matter?.stoppedAt ?? null, handled_at: lastOf(events, 'answered'), spent: spent?.amount ?? null, spent_unit: spent?.unit ?? null,
    excluded: present.excluded, rating: present.rating, merged_into: present.mergedInto, seq: present.seq,
  }
}
export type CaseRow = ReturnType<typeof rowOf>

/** On whose desks a case lies, while it is open: those of all units whose people see it. */
export function deskOf({ opener, events, present, clocks }: Known): { readonly units: readonly Id[]; readonly dueAt: Instant | null } {
  return { units: isEnd(present.state) ? [] : seenBy(present, opener, events), dueAt: nextDue(clocks)?.dueAt ?? null }
}

export function firstOf(timers: readonly Pick<CaseTimer, 'at'>[]): Instant | null {
  return timers.reduce<Instant | null>((first, { at }) => (first === null || at < first ? at : first), null)
}

/** What a case is found by: its title and words, the address, the names of its category, the lines of directories that it names. Its number is looked up as a whole. */
const searched = ({ type, present }: Pick<Known, 'type' | 'present'>) => [present.title, present.words, present.place.address ?? '', ...branchOf(type.categories, present.category).map(c => c.name.zh), ...type.fields.flatMap(({ key, input, personal }) => { const value = present.fields[key]; return input === 'directory' && !personal && typeof value === 'string' ? [value] : [] })]

/** The grams of what a case is found by; null where they are those of `before`. */
export function searchGrams(known: Pick<Known, 'type' | 'present'>, before?: Pick<Known, 'type' | 'present'>): string[] | null {
  const texts = searched(known)
  return before && searched(before).every((text, i, all) => text === texts[i] && all.length === texts.length) ? null : gramsOf(texts)
}
