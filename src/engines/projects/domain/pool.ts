import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { daysBetween, type Day } from '../../../kernel/time.ts'
import { Phase } from '../schema.ts'
import { type PoolRules } from '../works-schema.ts'
import { sumToYuan } from './money.ts'

/** What the library knows of a project: its phases in their order, its total investment, and when it was withdrawn or merged. */
export type PhaseHistory = { readonly id: Id; readonly phases: readonly { readonly phase: Phase; readonly on: Day }[]; readonly total: number | null; readonly endedOn: Day | null }

/** Where a project went from a phase: into another, or out of the library. */
export const destinations = [...Phase.options, 'ended'] as const
export type Destination = (typeof destinations)[number]

/** A phase in a year: those there at its beginning and those that came are those that left and those that are there. Ids, so that every number leads to its projects. */
export type PhaseOfYear = {
  readonly phase: Phase
  readonly before: readonly Id[]; readonly came: readonly Id[]; readonly left: Readonly<Record<Destination, readonly Id[]>>; readonly there: readonly Id[]
  /** Share of all that were there at the beginning or came, which moved on to another phase; null where there were none. */
  readonly moved: number | null
  /** Days in the phase of those that are there; null where none is. `limit`: after how many a project is old. */
  readonly age: { readonly median: number; readonly longest: number } | null
  readonly limit: number | null; readonly old: readonly Id[]
}

/** Whether the reserve suffices for what comes next: reserved now against started in the year, by number and by money (10 000 yuan). `unpriced`: reserved projects whose total is not known. */
export type Replenishment = { readonly times: number; readonly reserved: Held; readonly started: Held; readonly unpriced: number; readonly byNumber: boolean | null; readonly byMoney: boolean | null; readonly verdict: Label }
type Held = { readonly projects: number; readonly total: number }

export type Pool = { readonly year: number; readonly on: Day; readonly phases: readonly PhaseOfYear[]; readonly replenishment: Replenishment }

/** A stay in a phase; `to` is the day on which it left, null while it stays. */
type Stay = { readonly id: Id; readonly phase: Phase; readonly from: Day; readonly to: Day | null; readonly into: Destination | null }

/** The library in a year, seen on a day of it: at its end, or today while it runs. */
export function poolOf(histories: readonly PhaseHistory[], year: number, today: Day, rules: PoolRules): Pool {
  const begins = `${year}-01-01`, end = `${year}-12-31`, on = end < today ? end : today
  const stays = Map.groupBy(histories.flatMap(staysOf), stay => stay.phase)
  const phases = Phase.options.map(phase => phaseOf(phase, stays.get(phase) ?? [], { begins, on, limit: rules.ageLimitDays[phase] }))
  return { year, on, phases, replenishment: replenishmentOf(phases, histories, year, rules.replenish) }
}

function staysOf({ id, phases, endedOn }: PhaseHistory): readonly Stay[] {
  return phases.map(({ phase, on }, i): Stay => {
    const next = phases[i + 1]
    return { id, phase, from: on, to: next?.on ?? endedOn, into: next?.phase ?? (endedOn === null ? null : 'ended') }
  })
}

function phaseOf(phase: Phase, stays: readonly Stay[], { begins, on, limit }: { readonly begins: Day; readonly on: Day; readonly limit: number | null }): PhaseOfYear {
  const ids = (of: readonly Stay[]) => of.map(stay => stay.id)
  const known = stays.filter(stay => stay.from <= on && (stay.to === null || stay.to >= begins))
  const before = known.filter(stay => stay.from < begins), came = known.filter(stay => stay.from >= begins)
  const left = known.filter(stay => stay.to !== null && stay.to <= on), there = known.filter(stay => stay.to === null || stay.to > on)
  const to = (into: Destination) => ids(left.filter(stay => stay.into === into))
  const onward = left.filter(stay => stay.into !== 'ended')
  const age = (stay: Stay) => daysBetween(stay.from, on)
  return {
    phase, before: ids(before), came: ids(came), there: ids(there), left: { planned: to('planned'), reserved: to('reserved'), started: to('started'), operating: to('operating'), ended: to('ended') },
    moved: known.length > 0 ? onward.length / known.length : null, age: agesOf(there.map(age)), limit, old: limit === null ? [] : ids(there.filter(stay => age(stay) > limit)),
  }
}

function agesOf(days: readonly number[]): PhaseOfYear['age'] {
  const sorted = days.toSorted((a, b) => a - b), longest = sorted.at(-1)
  if (longest === undefined) return null
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  return { median: (low + high) / 2, longest }
}

/** 滚动接续: what is reserved at the end (or today) is to be so many times what came into the phase of building in the year. */
function replenishmentOf(phases: readonly PhaseOfYear[], histories: readonly PhaseHistory[], year: number, times: number): Replenishment {
  const totals = new Map(histories.map(({ id, total }) => [id, total]))
  const of = (phase: Phase) => phases.find(one => one.phase === phase)
  const held = (ids: readonly Id[]): Held => ({ projects: ids.length, total: sumToYuan(ids.map(id => totals.get(id) ?? 0)) })
  const there = of('reserved')?.there ?? [], reserved = held(there), started = held([...new Set(of('started')?.came ?? [])])
  const byNumber = started.projects > 0 ? reserved.projects >= times * started.projects : null, byMoney = started.total > 0 ? reserved.total >= times * started.total : null
  return { times, reserved, started, unpriced: there.filter(id => (totals.get(id) ?? null) === null).length, byNumber, byMoney, verdict: verdictOf(year, times, byNumber, byMoney) }
}

function verdictOf(year: number, times: number, byNumber: boolean | null, byMoney: boolean | null): Label {
  if (byNumber === null) return { zh: `${year}年没有项目开工，不评接续。`, en: `No project was started in ${year}, so the reserve is not judged.` }
  const asked = { zh: `储备应不少于当年开工的${times}倍`, en: `The reserve should be at least ${times} times what was started in the year` }
  if (byMoney === null) return byNumber ? { zh: `${asked.zh}：个数够；当年开工的没有总投资，不评金额。`, en: `${asked.en}: it is by number; the total investment of what was started is not known.` } : { zh: `${asked.zh}：个数不够；当年开工的没有总投资，不评金额。`, en: `${asked.en}: by number it is not; the total investment of what was started is not known.` }
  if (byNumber && byMoney) return { zh: `${asked.zh}：个数和总投资都够，接得上。`, en: `${asked.en}: it is, by number and by investment.` }
  if (byNumber) return { zh: `${asked.zh}：个数够，总投资不够，要补充大项目。`, en: `${asked.en}: it is by number, but not by investment; larger projects are needed.` }
  if (byMoney) return { zh: `${asked.zh}：总投资够，个数不够，要补充项目。`, en: `${asked.en}: it is by investment, but not by number; more projects are needed.` }
  return { zh: `${asked.zh}：个数和总投资都不够，接不上，要抓紧谋划入库。`, en: `${asked.en}: it is neither by number nor by investment; new projects must be prepared.` }
}

/** Which projects of the library are meant: `came.started`, `left.reserved.started`, `old.planned`. */
export const poolChoice = /^(?:(?:before|came|there|old)\.(?:planned|reserved|started|operating)|left\.(?:planned|reserved|started|operating)\.(?:planned|reserved|started|operating|ended))$/

/** The projects behind a number of the library. */
export function chosenOf(pool: Pool, choice: string): readonly Id[] {
  const [which, phase, into] = choice.split('.')
  const of = pool.phases.find(one => one.phase === phase)
  if (!of) return []
  switch (which) {
    case 'before': return of.before
    case 'came': return of.came
    case 'there': return of.there
    case 'old': return of.old
    default: return destinations.flatMap(one => (one === into ? of.left[one] : []))
  }
}
