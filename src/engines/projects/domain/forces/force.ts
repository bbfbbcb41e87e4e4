import { type Id } from '../../../../kernel/id.ts'
import { addDays, type Day, type Instant } from '../../../../kernel/time.ts'
import { type ForceEvent, type ForceState, type Happened, type LogKind } from '../../forces/schema.ts'

export type Member = { readonly key: string; readonly person: string; readonly unit: Id; readonly part: string }
/** A measure of the plan; `done` once it is, with what shows it. */
export type Measure = { readonly key: string; readonly words: string; readonly unit: Id; readonly dueOn: Day; readonly sign: string; readonly done: { readonly on: Day; readonly evidence: string } | null }
export type Logged = { readonly on: Day; readonly what: LogKind; readonly words: string; readonly by: string; readonly at: Instant }

/** A task force as it stands: the fold of what happened to it. */
export type Force = {
  readonly name: string
  readonly scope: string
  readonly leader: string
  readonly leadUnit: Id
  readonly from: Day
  /** Its last day. */
  readonly until: Day
  readonly ground: string
  readonly members: readonly Member[]
  readonly projects: readonly Id[]
  readonly plan: readonly Measure[]
  readonly log: readonly Logged[]
  readonly dissolved: { readonly on: Day; readonly words: string } | null
  readonly seq: number
}

export function forceOf(events: readonly Happened[]): Force | null {
  return events.reduce<Force | null>(applied, null)
}

/** One step of the fold. */
export function applied(force: Force | null, { seq, at, by, event }: Happened): Force | null {
  if (event.kind === 'set-up') {
    const { kind: _kind, source: _source, ...given } = event
    return { ...given, members: [], projects: [], plan: [], log: [], dissolved: null, seq }
  }
  return force && { ...force, ...changeOf(force, event, { seq, at, by: by?.name ?? '系统' }), seq }
}

type When = { readonly seq: number; readonly at: Instant; readonly by: string }

function changeOf(force: Force, event: Exclude<ForceEvent, { kind: 'set-up' }>, { seq, at, by }: When): Partial<Force> {
  const measure = (key: string, done: Measure['done']) => ({ plan: force.plan.map(one => (one.key === key ? { ...one, done } : one)) })
  switch (event.kind) {
    case 'leader-changed': return { leader: event.leader }
    // Keys are the events' own numbers, so that none comes twice.
    case 'member-joined': return { members: [...force.members, { key: `p${seq}`, person: event.person, unit: event.unit, part: event.part }] }
    case 'member-left': return { members: force.members.filter(one => one.key !== event.member) }
    case 'project-taken': return { projects: [...force.projects, event.project] }
    case 'project-given-up': return { projects: force.projects.filter(id => id !== event.project) }
    case 'measure-planned': return { plan: [...force.plan, { key: `m${seq}`, words: event.words, unit: event.unit, dueOn: event.dueOn, sign: event.sign, done: null }].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)) }
    case 'measure-dropped': return { plan: force.plan.filter(one => one.key !== event.measure) }
    case 'measure-done': return measure(event.measure, { on: event.on, evidence: event.evidence })
    case 'measure-reopened': return measure(event.measure, null)
    case 'logged': return { log: [...force.log, { on: event.on, what: event.what, words: event.words, by, at }] }
    case 'extended': return { until: event.until }
    case 'dissolved': return { dissolved: { on: event.on, words: event.words } }
  }
}

/** So many days before its last it is said to be ending. */
export const ENDING = 14

/** Where it stands on a day. Its last day is still a day of work. */
export function stateOn({ until, dissolved }: Pick<Force, 'until' | 'dissolved'>, on: Day): ForceState {
  if (dissolved || until < on) return 'dissolved'
  return until <= addDays(on, ENDING) ? 'ending' : 'standing'
}

/** A measure is late when its day is over and it is not done. */
export const isLate = ({ dueOn, done }: Pick<Measure, 'dueOn' | 'done'>, on: Day) => done === null && dueOn < on

/** All units that work in it. */
export const unitsOf = ({ leadUnit, members, plan }: Pick<Force, 'leadUnit' | 'members' | 'plan'>): readonly Id[] => [...new Set([leadUnit, ...members.map(member => member.unit), ...plan.map(measure => measure.unit)])]
