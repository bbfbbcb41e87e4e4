import { periodOn, spanOf } from '../../../kernel/period.ts'
import { addDays, dayOf, type Day, type Instant } from '../../../kernel/time.ts'
import { rateKeys, type RateKey } from './rates.ts'

/** Midnight in Beijing with which a day begins. */
export function startOf(day: Day): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - 8 * 3_600_000).toISOString()
}

/** A span of instants: from the first, up to but not with the second. */
export type InstantSpan = { readonly from: Instant; readonly to: Instant }

/** A period up to now: what falls due later in it is not due yet. Empty where it has not begun; null for what is no period. */
export function spanUntil(period: string, now: Instant): InstantSpan | null {
  const span = spanOf(period)
  if (!span) return null
  const end = startOf(addDays(span.to, 1))
  return { from: startOf(span.from), to: end < now ? end : now }
}

/** The cases behind a number such as `closing/part`, in a period; without one in the month that runs. */
export function countedFilter(number: string, period: string | undefined, now: Instant): { readonly rate: RateKey; readonly side: 'part' | 'whole' } & InstantSpan {
  const [rate, side] = number.split('/')
  const span = spanUntil(period ?? periodOn('month', dayOf(now)), now)
  return { rate: rateKeys.find(key => key === rate) ?? 'closing', side: side === 'part' ? 'part' : 'whole', ...span ?? { from: now, to: now } }
}
