import { type Verdict } from '../../../kernel/light.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Indicator, type Target } from '../schema.ts'
import { runningTotal } from './derive.ts'
import { type Given, type Standing } from './judging.ts'
import { standingOf, verdictOf } from './light.ts'
import { expectedShare, lightsOfMonths, type MonthDue } from './pace.ts'
import { type OwnCurve } from './own-curve.ts'
import { knownOn, pairOf, type Pair } from './pairing.ts'
import { type LightParameters } from './parameters.ts'
import { inUnit, rounded } from './units.ts'
import { spanIn } from './spans.ts'
import { type Said } from './vintage.ts'

export type JudgedIndicator = Pick<Indicator, 'kind' | 'direction' | 'name' | 'basis' | 'embargoed' | 'bands'>
export type JudgedPromise = Pick<Target, 'operator' | 'value' | 'stretch' | 'aspect' | 'measure' | 'period'>

/** What a target is judged by and how it stands. Floor and stretch are judged apart. */
export type Judgement = Standing & { readonly pair: Pair | null; readonly verdict: Verdict; readonly stretchVerdict: Verdict | null }

/** Pairs a target with its figure and works out its lights. `said`: figures of this indicator and unit, past years included. */
export function judge(target: JudgedPromise, indicator: JudgedIndicator, said: readonly Said[], tied: Given['tied'], on: Day, parameters: LightParameters, curve: OwnCurve | null = null): Judgement {
  const pair = pairOf(target, indicator, said, on)
  const given: Given = {
    indicator: { kind: indicator.kind, direction: indicator.direction, bands: indicator.bands, embargoed: indicator.embargoed && pair === null },
    target, figure: pair, on, past: knownOn(said, indicator, on), curve, tied: tied ?? null, parameters,
  }
  const { stretch } = target
  return {
    pair, verdict: verdictOf(given), ...standingOf(given),
    stretchVerdict: stretch === null || target.value === null ? null : verdictOf({ ...given, target: { ...target, operator: target.operator === '<=' ? '<=' : '>=', value: stretch } }),
  }
}

/** Which figures are needed to judge a target: between which days their periods end, and whether only levels matter. */
export function neededFor(target: Pick<Target, 'period' | 'aspect'>, indicator: Pick<Indicator, 'kind'>): readonly { readonly from: Day; readonly to: Day; readonly levelsOnly: boolean }[] {
  const span = spanIn(target.period)
  if (!span) return []
  const year = Number(span.from.slice(0, 4))
  const current = { from: span.from, to: span.to, levelsOnly: false }
  // Three years for the usual course of a level, one for the weights of a growth and for growth worked out from levels.
  const years = indicator.kind === 'rate' ? 0 : indicator.kind === 'flow' && target.aspect === 'level' ? 3 : 1
  return years === 0 ? [current] : [current, { from: `${year - years}-01-01`, to: `${year - 1}-12-31`, levelsOnly: true }]
}

/** The months of a year's level target with what was due and done in each, as far as figures reach without a gap. */
export function monthsOf(target: JudgedPromise, indicator: Pick<Indicator, 'kind'>, said: readonly Said[], curve: OwnCurve | null = null): readonly (MonthDue & { readonly light: 'on-pace' | 'slipping' | 'off-pace' })[] {
  if (indicator.kind !== 'flow' || target.aspect !== 'level' || target.value === null || target.operator === '<=' || spanIn(target.period)?.kind !== 'year') return []
  const year = Number(target.period)
  const months: MonthDue[] = []
  let before = { share: 0, total: 0 }
  for (let month = 1; month <= 12; month++) {
    const period = `${year}-${String(month).padStart(2, '0')}`
    const end = spanIn(period)?.to ?? ''
    const running = runningTotal(said, year, end)
    const total = running && inUnit(running.level, target.measure)
    if (total === null) break
    const { share } = expectedShare(target.period, end, said, curve)
    months.push({ period, due: rounded((share - before.share) * target.value, 2), done: rounded(total - before.total, 6) })
    before = { share, total }
  }
  const lights = lightsOfMonths(months)
  return months.map((month, i) => ({ ...month, light: lights[i]?.light ?? 'on-pace' }))
}
