import { type Label } from '../../../kernel/label.ts'
import { type LagBands, type Verdict } from '../../../kernel/light.ts'
import { printNumber } from '../../../kernel/quantity.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Figure, type Indicator, type Target } from '../schema.ts'
import { yearOnYearOf } from './derive.ts'
import { type OwnCurve } from './own-curve.ts'
import { type LightParameters } from './parameters.ts'
import { amountWords, growthWords } from './words.ts'
import { type Said } from './vintage.ts'

/** Everything a light is worked out from. */
export type Given = {
  readonly indicator: Pick<Indicator, 'kind' | 'direction'> & { readonly embargoed?: boolean; readonly bands?: LagBands | null }
  readonly target: Pick<Target, 'operator' | 'value' | 'aspect' | 'measure' | 'period'>
  /** The newest figure that speaks of this target; null where none has come. */
  readonly figure: Pick<Figure, 'level' | 'change' | 'period'> & { readonly saidOn?: Day | null } | null
  /** The day on which is judged. A figure is judged at the end of its own period, where that is earlier. */
  readonly on: Day
  /** Figures of the same indicator and unit in earlier years: the usual course of a year, the level at its start. */
  readonly past?: readonly Said[]
  /** The pace that the district set for the indicator in that year. */
  readonly curve?: OwnCurve | null
  /** For a target tied to another indicator: that indicator and its newest figure. */
  readonly tied?: { readonly name: Label; readonly figure: Pick<Figure, 'change' | 'period'> | null } | null
  readonly parameters?: LightParameters
}

/** A Given whose target has a number and whose figure is there. */
export type Judgeable = Omit<Given, 'figure'> & {
  readonly figure: NonNullable<Given['figure']>
  readonly goal: number
  /** Less is better. */
  readonly down: boolean
  /** The day at whose end is judged, the last day of the target's period, and whether that is reached. */
  readonly asOf: Day
  readonly ends: Day
  readonly over: boolean
  readonly bands: LagBands
  readonly about: number
}

/** `expected` in the target's measure; `share` 0.75 for 209 of 280. */
export type Standing = { readonly expected: number | null; readonly share: number | null }

/** The words of each rule, by the key that a verdict carries. */
export const ruleLabels = {
  growth: { zh: '增速与目标之差（百分点）', en: 'Growth against its target, in points' },
  'share-of-total': { zh: '完成比例与序时进度之差', en: 'Share reached against expected pace' },
  'share-of-limit': { zh: '限额使用比例与序时进度之差', en: 'Share of a limit used against expected pace' },
  'share-of-way': { zh: '自年初数起的完成比例与序时进度之差', en: 'Share of the way since the opening level against expected pace' },
  level: { zh: '现值与目标之差', en: 'Level against its target' },
  tied: { zh: '与挂钩指标增速之差', en: 'Growth against that of the indicator it is tied to' },
  embargoed: { zh: '数值未公布，暂不判灯', en: 'Held back until published' },
  municipality: { zh: '目标由市下达，尚未到', en: 'Set by the municipality, not yet here' },
  'tied-open': { zh: '挂钩指标尚无同期数值', en: 'The indicator it is tied to has no figure for the period' },
  pending: { zh: '目标值待定', en: 'Target not yet set' },
  'no-figure': { zh: '尚无数值', en: 'No figure yet' },
  'other-class': { zh: '数值与目标口径不同', en: 'Figure and target are of different classes' },
  'no-opening-level': { zh: '缺年初数', en: 'No opening level' },
  progress: { zh: '填报进度与序时进度之差', en: 'Progress entered against time passed' },
} as const satisfies Record<string, Label>
export type Rule = keyof typeof ruleLabels

/** The words of each input, by the name that a verdict carries. */
export const inputLabels = {
  target: { zh: '目标', en: 'Target' },
  figure: { zh: '数值', en: 'Figure' },
  period: { zh: '数值时期', en: 'Period of the figure' },
  'judged-on': { zh: '判定日', en: 'Judged on' },
  reached: { zh: '完成比例', en: 'Share reached' },
  expected: { zh: '序时进度', en: 'Expected pace' },
  'expected-from': { zh: '序时进度依据', en: 'Expected pace from' },
  opening: { zh: '年初数', en: 'Opening level' },
  rest: { zh: '余下时间需完成', en: 'Left for the rest' },
  weight: { zh: '已过时段占全年比重', en: 'Weight of the part that has passed' },
  about: { zh: '“左右”的幅度', en: 'Reach of “about”' },
  bands: { zh: '黄灯与红灯起点', en: 'Yellow and red from' },
  tied: { zh: '挂钩指标', en: 'Tied to' },
  reference: { zh: '文件说明', en: 'Words of the paper' },
  statement: { zh: '依据的表述', en: 'Held against' },
} as const satisfies Record<string, Label>

/** An input of a verdict by its key in `inputLabels`. */
export function input(name: keyof typeof inputLabels, value: string): { readonly name: string; readonly value: string } {
  return { name, value }
}

/** Not judged, with the reason. */
export function unjudged(given: Pick<Given, 'target' | 'figure'>, rule: Rule, because: Label): Verdict {
  return { light: 'not-judged', gap: null, rule, inputs: given.figure ? [input('figure', figureWords(given.figure).zh), input('period', given.figure.period)] : [], because }
}

/** What a figure says in few words: 3650.18亿元、增长6.3%. */
export function figureWords(figure: Pick<Figure, 'level' | 'change'>): Label {
  const level = figure.level && amountWords(figure.level.value, figure.level.unit)
  const growth = yearOnYearOf(figure)
  const change = growth === null ? null : growthWords(growth)
  const other = figure.change && growth === null ? { zh: `${figure.change.base}${printNumber(figure.change.value)}${figure.change.unit}`, en: `${printNumber(figure.change.value)} ${figure.change.unit}` } : null
  const parts = [level, change, other].filter(part => part !== null)
  return { zh: parts.map(p => p.zh).join('、') || '无数值', en: parts.map(p => p.en).join(', ') || 'no number' }
}
