import { type Id } from '../../../kernel/id.ts'
import { type Day, type Instant, dayOf } from '../../../kernel/time.ts'
import { addWorkingDays } from '../../../kernel/work-calendar.ts'
import { type FeedbackEvent, type FeedbackSheet, type FeedbackState, type Happened } from '../feedback/schema.ts'

type Signed = { readonly by: string; readonly at: Instant }

/** A page of feedback as it stands: the fold of what happened to it. */
export type Feedback = {
  readonly month: string
  readonly unit: Id
  readonly state: FeedbackState
  readonly sheet: FeedbackSheet
  /** What supervision adds in its own words; empty where nothing. */
  readonly words: string
  readonly sent: (Signed & { readonly dueOn: Day }) | null
  readonly acknowledged: (Signed & { readonly reply: string; readonly late: boolean }) | null
  readonly seq: number
}

export function feedbackFrom(events: readonly Happened[]): Feedback | null {
  return events.reduce<Feedback | null>(feedbackAfter, null)
}

/** One step of the fold. */
export function feedbackAfter(feedback: Feedback | null, { seq, at, by, event }: Happened): Feedback | null {
  if (event.kind === 'generated') return { month: event.month, unit: event.unit, state: 'generated', sheet: event.sheet, words: '', sent: null, acknowledged: null, seq }
  return feedback && { ...feedback, ...changeOf(event, { by: by.name, at }), seq }
}

function changeOf(event: Exclude<FeedbackEvent, { kind: 'generated' }>, signed: Signed): Partial<Feedback> {
  switch (event.kind) {
    case 'renewed': return { sheet: event.sheet }
    case 'words-added': return { words: event.words }
    case 'sent': return { state: 'sent', sent: { ...signed, dueOn: event.dueOn } }
    case 'acknowledged': return { state: event.reply === '' ? 'acknowledged' : 'replied', acknowledged: { ...signed, reply: event.reply, late: event.late } }
  }
}

/** A unit acknowledges within so many working days after the page was sent. Ours: no paper at hand gives the number. */
export const acknowledgeWithin = 3

/** The last day on which a page sent on a day is acknowledged in time. */
export const acknowledgeBy = (sentOn: Day): Day => addWorkingDays(sentOn, acknowledgeWithin).day

/** Was it acknowledged only after that day was over? */
export const isLateOn = (dueOn: Day, at: Instant): boolean => dayOf(at) > dueOn
