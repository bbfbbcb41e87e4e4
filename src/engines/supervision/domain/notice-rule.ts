import { daysBetween, type Day } from '../../../kernel/time.ts'

/** Blue reminds (提醒), orange warns (警示), red is the last (督办). */
export const grades = ['blue', 'orange', 'red'] as const
export type Grade = (typeof grades)[number]

/**
 * When a red light brings a notice by itself, of which grade, and how long after the last about the same thing another may. A grave
 * lag starts higher. Ours: no paper at hand gives the numbers.
 */
export const noticeRule = { afterDays: 0, grade: 'blue', grave: { lag: 20, grade: 'orange' }, againAfterDays: 30 } as const satisfies { readonly afterDays: number; readonly grade: Grade; readonly grave: { readonly lag: number; readonly grade: Grade }; readonly againAfterDays: number }

/** A thing whose light is red since a day, with its lead in points (negative: behind), and the last notice about it. */
export type RedThing = { readonly since: Day; readonly lead: number | null; readonly last: { readonly open: boolean; readonly raisedOn: Day } | null }

/** The grade of the notice that a red thing brings today; null where it brings none. */
export function gradeFor({ since, lead, last }: RedThing, today: Day): Grade | null {
  if (daysBetween(since, today) < noticeRule.afterDays) return null
  if (last && (last.open || daysBetween(last.raisedOn, today) < noticeRule.againAfterDays)) return null
  return lead !== null && -lead >= noticeRule.grave.lag ? noticeRule.grave.grade : noticeRule.grade
}

/** The next grade where a notice was left unanswered beyond its limit; null after the last. */
export function gradeAfter(grade: Grade): Grade | null {
  return grades[grades.indexOf(grade) + 1] ?? null
}
