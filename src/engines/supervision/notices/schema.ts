import { z } from 'zod'
import { Label } from '../../../kernel/label.ts'

/** Blue reminds (提醒), orange warns (警示), red is the last (督办). */
export const Grade = z.enum(['blue', 'orange', 'red'])
export type Grade = z.infer<typeof Grade>

/** What a notice can be about. */
export const AboutKind = z.enum(['project', 'target', 'commitment', 'case'])
export type AboutKind = z.infer<typeof AboutKind>

const Days = z.int().min(0).max(365)

/** When a notice is raised by itself (自动提起规则), as the district's pack says. Without a rule none is. */
export const NoticeRule = z.object({
  /** Of which things: red projects, red targets and late commitments of the running year. */
  covers: z.array(AboutKind.exclude(['case'])).min(1),
  /** So many days after the light turned red, or after the day of a commitment passed. */
  afterDays: Days,
  grade: Grade,
  /** A lag of so many points or more starts at this grade. */
  grave: z.object({ lag: z.number().positive(), grade: Grade }),
  /** Another about the same thing comes so many days after the last at the earliest. */
  againAfterDays: Days,
  /** Is one that was left unanswered followed by the next grade? */
  stepUp: z.boolean(),
  /** So many a day at most, those that wait longest first; the rest the next day. Next grades do not count. */
  most: z.int().min(1).max(500),
  /** What follows where nobody answers in time (逾期不反馈的后果); written on the notice when it is raised. */
  consequences: z.record(Grade, Label),
})
export type NoticeRule = z.infer<typeof NoticeRule>
