import { type Label } from '../../../kernel/label.ts'
import { periodOn, spanOf, type RecurringKind } from '../../../kernel/period.ts'
import { addDays, type Day, type Instant } from '../../../kernel/time.ts'
import { type CaseState } from '../schema.ts'

export const rateKeys = ['closing', 'on-time', 'rework', 'accurate-dispatch', 'signed-in-time', 'response', 'solution', 'satisfaction'] as const
export type RateKey = (typeof rateKeys)[number]

/** Those counted and those they are counted among. Both are always shown, and each opens to its cases. */
export type Share = { readonly part: number; readonly whole: number }

/** Per cent to two places. Null, printed as a dash, where there was nothing to count: never 100 %. */
export function percentOf({ part, whole }: Share): number | null {
  return whole === 0 ? null : Math.round((part / whole) * 10_000) / 100
}

/** What a rate is called and what stands above and below its line, in words. */
export const rates = {
  closing: { name: { zh: '结案率', en: 'Closing rate' }, part: { zh: '已结案', en: 'closed' }, whole: { zh: '应结案', en: 'due to be closed' } },
  'on-time': { name: { zh: '按期结案率', en: 'On-time closing rate' }, part: { zh: '按期结案', en: 'closed, handled in time' }, whole: { zh: '应结案', en: 'due to be closed' } },
  rework: { name: { zh: '返工率', en: 'Rework rate' }, part: { zh: '返工', en: 'done again' }, whole: { zh: '已处置', en: 'handled' } },
  'accurate-dispatch': { name: { zh: '准确派遣率', en: 'Accurate dispatch' }, part: { zh: '未被退单', en: 'not returned' }, whole: { zh: '派遣', en: 'dispatched' } },
  'signed-in-time': { name: { zh: '按时签收率', en: 'Signed for in time' }, part: { zh: '按时签收', en: 'signed for in time' }, whole: { zh: '应签收', en: 'due to be signed for' } },
  response: { name: { zh: '响应率', en: 'Response rate' }, part: { zh: '已响应', en: 'responded to' }, whole: { zh: '回访', en: 'called back' } },
  solution: { name: { zh: '解决率', en: 'Solution rate' }, part: { zh: '已解决', en: 'solved' }, whole: { zh: '回访', en: 'called back' } },
  satisfaction: { name: { zh: '满意率', en: 'Satisfaction rate' }, part: { zh: '满意', en: 'satisfied' }, whole: { zh: '回访', en: 'called back' } },
} as const satisfies Record<RateKey, { readonly name: Label; readonly part: Label; readonly whole: Label }>

/** How what is due is counted, told beside the numbers. */
export const dueMeans: Label = {
  zh: '应结案数：期内到期的，加上期内提前结案的；每件只计一次，不予受理、作废、并案和挂起的不计。返工率：期内答复过的件中被退回重办的。三率以回访到的为分母，经批准剔除的不计；未表态的计入分母。分母为0时显示“—”。',
  en: 'Due to be closed: limits that end in the period, and what was closed early in it; each case counts once; refused, voided, merged and suspended ones do not count. Rework: of those answered in the period, the ones that had to be done again. The three rates count those reached by a call-back, without approved exclusions; who said nothing counts below the line. Nothing below the line shows a dash.',
}

/** The columns of a case on which rates rest. */
export type CountedCase = {
  readonly state: CaseState
  readonly resolve_due_at: Instant | null; readonly resolved_at: Instant | null; readonly closed_at: Instant | null; readonly handled_at: Instant | null; readonly dispatched_at: Instant | null
  readonly sign_due_at: Instant | null; readonly sign_met_at: Instant | null; readonly called_back_at: Instant | null
  readonly reworks: number; readonly returns: number; readonly excluded: boolean; readonly responded: boolean | null; readonly solved: boolean | null; readonly satisfied: boolean | null
}

/** In which moment's period a case counts for a rate, and whether above its line too. Null: it does not count at all. */
export type Counted = { readonly at: Instant; readonly part: boolean }

/**
 * Does a case count for a rate, when, and how? The SQL of `figures/counting-store.ts` says the same; a test holds the two together.
 * Source: CJ/T 292 and GB/T 30428.4 as commonly applied: 结案率 = 结案数 ÷ 应结案数; 按期结案率 = 按期结案数 ÷ 应结案数; 返工率 = 返工案件数 ÷
 * 已处置案件数; 准确派遣率 = 准确派遣数 ÷ 派遣数; 应结案数: the limit falls in the period, or it was closed early in it.
 * A case closed before its limit counts where it was closed and not again where the limit falls, so that periods add up.
 */
export function countedFor(rate: RateKey, c: CountedCase): Counted | null {
  switch (rate) {
    case 'closing': return due(c, c.closed_at !== null)
    case 'on-time': return due(c, c.closed_at !== null && met(c.resolved_at, c.resolve_due_at))
    case 'rework': return c.handled_at === null ? null : { at: c.handled_at, part: c.reworks > 0 }
    case 'accurate-dispatch': return c.dispatched_at === null ? null : { at: c.dispatched_at, part: c.returns === 0 }
    case 'signed-in-time': return c.sign_due_at === null ? null : { at: earlier(c.sign_met_at, c.sign_due_at), part: met(c.sign_met_at, c.sign_due_at) }
    case 'response': return called(c, c.responded)
    case 'solution': return called(c, c.solved)
    case 'satisfaction': return called(c, c.satisfied)
  }
}

/** Of these nothing is due to be closed. */
export const neverDue = ['refused', 'voided', 'merged', 'suspended'] as const satisfies readonly CaseState[]

function due(c: CountedCase, part: boolean): Counted | null {
  return c.resolve_due_at === null || neverDue.some(state => state === c.state) ? null : { at: earlier(c.closed_at, c.resolve_due_at), part }
}

const called = (c: CountedCase, part: boolean | null): Counted | null => (c.called_back_at === null || c.excluded ? null : { at: c.called_back_at, part: part === true })
const met = (at: Instant | null, by: Instant | null) => at !== null && by !== null && at <= by
const earlier = (a: Instant | null, b: Instant): Instant => (a !== null && a < b ? a : b)

/** What the three rates weigh together from a day on, and who says so (null: ours). */
export type RateWeights = { readonly from: Day; readonly response: number; readonly solution: number; readonly satisfaction: number }

/** The weighted total of the three rates (三率综合) by the weights that hold on a day; null where no weights hold yet or one of the rates has nothing to count. */
export function weightedOf(shares: Readonly<Record<'response' | 'solution' | 'satisfaction', Share>>, weights: readonly RateWeights[], on: Day): number | null {
  const held = weights.filter(w => w.from <= on).toSorted((a, b) => a.from.localeCompare(b.from)).at(-1)
  if (!held) return null
  const parts = (['response', 'solution', 'satisfaction'] as const).map(key => ({ weight: held[key], percent: percentOf(shares[key]) }))
  const sum = parts.reduce((n, { weight }) => n + weight, 0)
  if (sum <= 0 || parts.some(({ weight, percent }) => weight > 0 && percent === null)) return null
  return Math.round(parts.reduce((n, { weight, percent }) => n + weight * (percent ?? 0), 0) / sum * 100) / 100
}

/** The period of the same kind before this one; null where there is none of its kind. */
export function periodBefore(period: string): string | null {
  const span = spanOf(period)
  return span && isRecurring(span.kind) ? periodOn(span.kind, addDays(span.from, -1)) : null
}

/** The same period a year earlier; null where there is none: a week 53, plan periods. */
export function periodLastYear(period: string): string | null {
  const span = spanOf(period)
  if (!span || span.kind === 'years') return null
  const before = `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`
  return spanOf(before) ? before : null
}

function isRecurring(kind: string): kind is RecurringKind {
  return kind !== 'months' && kind !== 'years'
}
