import { type Label } from '../../../../kernel/label.ts'
import { isRate, printNumber, scaleOf } from '../../../../kernel/quantity.ts'
import { yearBefore } from '../../../indicators/domain/derive.ts'
import { plainUnit, sameMeasure } from '../../../indicators/domain/units.ts'
import { type Checked, type CheckedDoubt, doubtOf } from './doubt.ts'
import { meet, plus, type Range, rangeOf, ratioOf } from './range.ts'
import { amountText, bySubject, onLastYear, type Saying, whenText } from './saying.ts'

/**
 * Gross product and value added are told at current prices and grow at constant ones (practice of the National Bureau of
 * Statistics): their level and growth give no base.
 */
const constantPrices = /生产总值|增加值|GDP|经济总量/i

/**
 * A level and its growth imply last year's level. Where last year's own figure is on file and further away than rounding
 * explains, the base was revised, or one of the three numbers is wrong.
 */
export function checkBases(sayings: readonly Saying[]): Checked {
  const groups = bySubject(sayings.filter(each => each.side === 'result' && each.level !== null))
  const seen = new Set<string>()
  const doubts: CheckedDoubt[] = []
  let compared = 0
  for (const results of groups.values()) for (const now of results) {
    const implied = impliedBase(now), past = yearBefore(now.period)
    if (!implied || past === null || constantPrices.test(now.name)) continue
    for (const before of results) {
      if (before.period !== past || before.basis !== now.basis || before.notes !== now.notes || !before.level || !now.level || !sameMeasure(before.level.unit, now.level.unit)) continue
      // A paper that says its figure twice asks once.
      const pair = `${now.paper} ${before.paper} ${now.subject} ${now.period}`
      if (seen.has(pair)) continue
      seen.add(pair)
      compared += 1
      if (meet(implied, rangeOf(before.level))) continue
      const said = amountText(before.level), base = baseText(implied, now.level.unit), level = amountText(now.level), change = changeText(now)
      doubts.push(doubtOf('base', 'question', [[{ zh: '本期', en: 'This period' }, now], [{ zh: '上年同期', en: 'A year before' }, before]], {
        zh: `${whenText(now.period).zh}为${level}、${change}，推算${whenText(past).zh}为${base.zh}，而公布的是${said}：基数可能修订过，或三个数中有一个有误`,
        en: `${level} and ${change} in ${whenText(now.period).en} give ${base.en} for ${whenText(past).en}; the published figure is ${said}. The base may have been revised, or one of the three numbers is wrong`,
      }))
    }
  }
  return { kind: 'base', compared, doubts }
}

/** Last year's level as this year's level and change give it; null where they give none. */
function impliedBase({ level, change, basis, standing, period }: Saying): Range | null {
  if (!level || !change || !onLastYear.test(change.base) || basis !== '' || (standing && period.includes('-'))) return null
  const rate = isRate(level.unit)
  if (plainUnit(change.unit) === '%' && !rate) {
    const growth = rangeOf({ ...change, decimals: change.decimals })
    return ratioOf(rangeOf(level), plus({ low: growth.low / 100, high: growth.high / 100 }, 1))
  }
  if (change.unit !== '个百分点' || !rate) return null
  const points = rangeOf(change), now = rangeOf(level)
  return { low: now.low - points.high, high: now.high - points.low }
}

function changeText({ change }: Saying): string {
  return change ? `${change.value < 0 ? '-' : '+'}${amountText({ ...change, value: Math.abs(change.value) })}` : ''
}

/** 216.79—216.97亿元: between its bounds, one of which may be open. */
export function baseText({ low, high }: Range, unit: string): Label {
  const print = (value: number) => `${printNumber(value / scaleOf(unit), 2)}${unit}`
  if (!Number.isFinite(high)) return { zh: `${print(low)}以上`, en: `at least ${print(low)}` }
  if (low <= 0) return { zh: `不超过${print(high)}`, en: `at most ${print(high)}` }
  const text = print(low) === print(high) ? print(low) : `${printNumber(low / scaleOf(unit), 2)}—${print(high)}`
  return { zh: text, en: text }
}
