import { type Period, periodOn, spanOf } from '../../../kernel/period.ts'
import { type Source } from '../../../kernel/source.ts'
import { type Day, type Instant } from '../../../kernel/time.ts'
import { percentOf, periodBefore, type RateKey, rates, type Share } from './rates.ts'

/** A number of cases that the register of indicators is told every month: how many were opened, or one of the rates. `indicator` is its code, `type` the key of a case type. */
export type CountedFigure = { readonly indicator: string; readonly type: string; readonly counts: 'opened' | RateKey }

/** Months that are over, the latest first: call-backs and exclusions come after the end of a month, so earlier ones are counted again. */
export function monthsCounted(today: Day, most: number): readonly Period[] {
  const months: Period[] = []
  for (let month = periodBefore(periodOn('month', today)); month !== null && months.length < most; month = periodBefore(month)) months.push(month)
  return months
}

/** What is written of it: a number of cases, or per cent; null where there was nothing to count. */
export function levelOf({ counts }: CountedFigure, share: Share): { readonly value: number; readonly unit: string } | null {
  if (counts === 'opened') return share.part === 0 ? null : { value: share.part, unit: '件' }
  const value = percentOf(share)
  return value === null ? null : { value, unit: '%' }
}

/** The source of such a figure: each of its numbers opens to exactly its cases. */
export function countedSource({ type, counts }: CountedFigure, share: Share, month: Period, at: Instant, generated: boolean): Extract<Source, { kind: 'cases' }> {
  const made = generated ? { generated: true as const } : {}
  if (counts === 'opened') {
    const { from = '', to = '' } = spanOf(month) ?? {}
    return { kind: 'cases', rule: { zh: '当月登记的工单', en: 'Cases opened in the month' }, at, counts: [{ name: { zh: '登记', en: 'opened' }, n: share.part, query: { type, openedFrom: from, openedTo: to } }], ...made }
  }
  const { name, part, whole } = rates[counts]
  const query = (side: 'part' | 'whole') => ({ type, counted: `${counts}/${side}`, countedIn: month })
  return { kind: 'cases', rule: { zh: `${name.zh} = ${part.zh} ÷ ${whole.zh}`, en: `${name.en}: ${part.en} ÷ ${whole.en}` }, at, counts: [{ name: part, n: share.part, query: query('part') }, { name: whole, n: share.whole, query: query('whole') }], ...made }
}

/** The numbers that a figure on file was made of; null where it was not counted from cases. */
export function sharesOf(source: Source): Share | null {
  if (source.kind !== 'cases') return null
  const [part, whole] = source.counts
  return part ? { part: part.n, whole: (whole ?? part).n } : null
}
