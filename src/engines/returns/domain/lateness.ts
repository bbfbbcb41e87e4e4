import { type Label } from '../../../kernel/label.ts'
import { dayOf, type Day, type Instant } from '../../../kernel/time.ts'
import { addWorkingDays, workingDaysBetween } from '../../../kernel/work-calendar.ts'
import { type SheetState } from '../schema.ts'

/** How a sheet stands to its due day: 按时, 逾期报送, 未报（已逾期）, 未到期. Of units, never of persons. */
export type Punctuality = 'on-time' | 'late' | 'missing' | 'not-due'

export const punctualityWords = {
  'on-time': { zh: '按时', en: 'On time' },
  late: { zh: '逾期报送', en: 'Late' },
  missing: { zh: '逾期未报', en: 'Missing' },
  'not-due': { zh: '未到期', en: 'Not due yet' },
} as const satisfies Record<Punctuality, Label>

export type Due = { readonly dueOn: Day; readonly firstSubmittedAt: Instant | null }

/**
 * Was it in time? What counts is the first submission: being sent back is told apart, and does not make a unit late that was
 * not. What is due today is late only tomorrow. `days` are working days; 0 where only days off lie between.
 */
export function punctualityOf({ dueOn, firstSubmittedAt }: Due, today: Day): { readonly is: Punctuality; readonly days: number } {
  const on = firstSubmittedAt === null ? today : dayOf(firstSubmittedAt)
  const late = on > dueOn
  if (!late) return { is: firstSubmittedAt === null ? 'not-due' : 'on-time', days: 0 }
  return { is: firstSubmittedAt === null ? 'missing' : 'late', days: workingDaysBetween(dueOn, on).days }
}

export type ReminderKind = 'due-soon' | 'late'

/** The one notice that is due today: one working day before the due day, or the first day after it. None for what was submitted. */
export function reminderOn({ dueOn, firstSubmittedAt, state }: Due & { readonly state: SheetState }, today: Day): ReminderKind | null {
  if (firstSubmittedAt !== null || state !== 'open') return null
  if (today > dueOn) return 'late'
  return today >= addWorkingDays(dueOn, -1).day ? 'due-soon' : null
}
