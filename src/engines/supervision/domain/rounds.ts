import { addDays, type Day } from '../../../kernel/time.ts'
import { isWorkingDay } from '../../../kernel/work-calendar.ts'
import { type SprintFrame } from '../sprints/schema.ts'

/** A round (一轮) of a sprint: who stands on it tells by the end of its last day how far it is. */
export type Round = { readonly no: number; readonly from: Day; readonly until: Day }

/** From Monday, 1, to Sunday, 7. */
export const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7

/**
 * The rounds of a sprint. By the day: each working day is one. By the week, or two: a round ends on the weekday of the sprint, the first
 * one when a whole week, or two, could have passed since the beginning of that week; the last ends with the sprint, however short it is.
 */
export function roundsOf({ from, until, every, weekday }: Pick<SprintFrame, 'from' | 'until' | 'every' | 'weekday'>): readonly Round[] {
  const ends: Day[] = []
  if (every === 'day') {
    for (let day = from; day <= until; day = addDays(day, 1)) if (isWorkingDay(day).working) ends.push(day)
  } else {
    const first = addDays(from, (weekday - weekdayOf(from) + 7) % 7 + (every === 'two-weeks' ? 7 : 0))
    for (let day = first; day < until; day = addDays(day, every === 'week' ? 7 : 14)) ends.push(day)
    ends.push(until)
  }
  return ends.map((end, i) => ({ no: i + 1, from: i === 0 ? from : addDays(ends[i - 1] ?? from, 1), until: end }))
}

/** The round that is to be told on a day; null before, after, and where none is left. */
export function roundOn(rounds: readonly Round[], day: Day): Round | null {
  return rounds.find(round => round.from <= day && day <= round.until) ?? null
}

/** What of a thing was told, as far as rounds ask: when it was put on, which rounds were told, and when it was told to be reached. */
export type ToldRounds = { readonly putOn: Day; readonly told: readonly { readonly round: number; readonly reached: boolean }[] }

/** Does a round ask for this thing? It does from the day after it was put on, unless what must be reached was last told to be reached. */
function asks({ no, until }: Round, { putOn, told }: ToldRounds): boolean {
  const before = told.filter(one => one.round < no).toSorted((a, b) => a.round - b.round).at(-1)
  return until > putOn && !(before?.reached ?? false)
}

/** The rounds that are over and of which nothing was told. A round that is told today is missed only tomorrow. */
export function missedRounds(rounds: readonly Round[], item: ToldRounds, today: Day): readonly Round[] {
  return rounds.filter(round => round.until < today && asks(round, item) && !item.told.some(one => one.round === round.no))
}

/** Is the round that runs still to be told for this thing? */
export function isToTell(round: Round | null, item: ToldRounds): boolean {
  return round !== null && asks(round, item) && !item.told.some(one => one.round === round.no)
}
