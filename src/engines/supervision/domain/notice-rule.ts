import { daysBetween, type Day } from '../../../kernel/time.ts'
import { Grade, type NoticeRule } from '../notices/schema.ts'

/** A thing that is red, or late, since a day, with its lead in points (negative: behind), and the last notice about it. */
export type RedThing = { readonly since: Day; readonly lead: number | null; readonly last: { readonly open: boolean; readonly raisedOn: Day } | null }

/** The grade of the notice that a red thing brings today; null where it brings none. A grave lag starts higher. */
export function gradeFor({ since, lead, last }: RedThing, today: Day, { afterDays, grade, grave, againAfterDays }: NoticeRule): Grade | null {
  if (daysBetween(since, today) < afterDays) return null
  if (last && (last.open || daysBetween(last.raisedOn, today) < againAfterDays)) return null
  return lead !== null && -lead >= grave.lag ? grave.grade : grade
}

/** The next grade where a notice was left unanswered beyond its limit; null after the last. */
export function gradeAfter(grade: Grade): Grade | null {
  return Grade.options[Grade.options.indexOf(grade) + 1] ?? null
}

/** Those that are raised today, the ones that wait longest first, and how many are left for another day; `raised` were raised today already. */
export function withinDay<Thing extends { readonly since: Day }>(ready: readonly Thing[], raised: number, { most }: Pick<NoticeRule, 'most'>): { readonly now: readonly Thing[]; readonly left: number } {
  const now = ready.toSorted((a, b) => a.since.localeCompare(b.since)).slice(0, Math.max(0, most - raised))
  return { now, left: ready.length - now.length }
}
