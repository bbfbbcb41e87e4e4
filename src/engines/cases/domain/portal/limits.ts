import { type Instant } from '../../../../kernel/time.ts'
import { type FloodLimit } from '../../portal/schema.ts'

/** When one may act again after these acts; null: now. `times` may be in any order. */
export function againAt({ most, minutes }: Pick<FloodLimit, 'most' | 'minutes'>, times: readonly Instant[], now: Instant): Instant | null {
  const span = minutes * 60_000
  const within = times.filter(at => Date.parse(now) - Date.parse(at) < span).toSorted().toReversed()
  const oldest = within[most - 1]
  return oldest === undefined ? null : new Date(Date.parse(oldest) + span).toISOString()
}

/** The same words whatever blanks, signs and case stand between them. */
export function sameWords(text: string): string {
  return (text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('')
}
