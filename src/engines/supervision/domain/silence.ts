import { type Id } from '../../../kernel/id.ts'
import { dayOf, type Instant } from '../../../kernel/time.ts'
import { type CaseState } from '../../cases/schema.ts'
import { type Grade } from '../notices/schema.ts'
import { gradeAfter } from './notice-rule.ts'

/** What is known of a notice of its answer: until when it is due, when it came, and when the next grade followed it. */
export type Answerable = { readonly case: Id; readonly unit: Id; readonly grade: Grade; readonly state: CaseState; readonly dueAt: Instant | null; readonly answeredAt: Instant | null; readonly followedAt: Instant | null }

/** Silent since an instant, as long as nobody has answered; `next` is the grade that follows, null after the last and where it followed already. */
export type Silent = { readonly since: Instant; readonly next: Grade | null }

export type Silence = { readonly silent: ReadonlyMap<Id, Silent>; readonly byUnit: ReadonlyMap<Id, { readonly thisYear: number; readonly now: number }> }

/**
 * Which notices are left without an answer (逾期不反馈), and how often each unit was silent this year: its limit passed in the year
 * and there was no answer by then. An answer on the last instant is in time. What was answered late stays counted, and what was
 * answered, found undone and given a new limit is counted where the next grade had followed.
 */
export function silenceOf(notices: readonly Answerable[], now: Instant): Silence {
  const year = dayOf(now).slice(0, 4)
  const silent = new Map<Id, Silent>(), byUnit = new Map<Id, { thisYear: number; now: number }>()
  for (const { case: id, unit, grade, state, dueAt, answeredAt, followedAt } of notices) {
    const waits = state === 'dispatched' || state === 'handling'
    const isSilent = waits && dueAt !== null && dueAt < now
    if (isSilent) silent.set(id, { since: dueAt, next: followedAt === null ? gradeAfter(grade) : null })
    const from = isSilent ? dueAt : followedAt ?? (dueAt !== null && answeredAt !== null && answeredAt > dueAt ? dueAt : null)
    const counts = from !== null && dayOf(from).startsWith(year)
    if (!isSilent && !counts) continue
    const before = byUnit.get(unit) ?? { thisYear: 0, now: 0 }
    byUnit.set(unit, { thisYear: before.thisYear + Number(counts), now: before.now + Number(isSilent) })
  }
  return { silent, byUnit }
}
