import { printNumber } from '../../../../kernel/quantity.ts'
import { sameMeasure } from '../../../indicators/domain/units.ts'
import { type Checked, type CheckedDoubt, doubtOf } from './doubt.ts'
import { above, meet, type Range, rangeOf, ratioOf, times } from './range.ts'
import { amountText, MOST_ALIKE, type Saying, thingOf, whenText, yearOfSaying } from './saying.ts'
import { baseText } from './bases.ts'

/**
 * A share against what it is a share of: 民营经济增加值占GDP比重 against both levels; 完成全年目标的61.7% against result and target.
 * Where the whole is not told for that year, the share and its part imply it: lower than an earlier year's level although
 * growth is told, it hints at a revised base.
 */
export function checkShares(sayings: readonly Saying[]): Checked {
  const things = Map.groupBy(sayings, saying => saying.thing), told: Told = thing => things.get(thing) ?? []
  const rates = sayings.filter(each => each.side === 'result' && each.level?.unit === '%' && told(each.thing).length <= MOST_ALIKE)
  const outcomes = rates.flatMap(rate => [...shareOf(rate, told), ...completion(rate, told)])
  return { kind: 'share', compared: outcomes.length, doubts: outcomes.flatMap(outcome => outcome ?? []) }
}

type Outcome = CheckedDoubt | null
/** What is said of a thing, by its bare name: names inside 占…比重 and 完成…目标 are no entries of the register. */
type Told = (thing: string) => readonly Saying[]
const partWords = { zh: '分子', en: 'Part' }, wholeWords = { zh: '分母', en: 'Whole' }, rateWords = { zh: '比率', en: 'Rate' }

function shareOf(rate: Saying, told: Told): Outcome[] {
  const named = /^(.{2,}?)占(.{2,}?)(?:的?(?:比重|比例|份额|比))?$/.exec(rate.name)
  if (!named?.[1] || !named[2] || !rate.level) return []
  const part = levelOf(thingOf(named[1]), rate, told)
  if (!part?.level) return []
  const whole = levelOf(thingOf(named[2]), rate, told)
  const said = hundredth(rangeOf(rate.level))
  if (whole?.level) {
    if (!sameMeasure(part.level.unit, whole.level.unit)) return []
    const share = ratioOf(rangeOf(part.level), rangeOf(whole.level))
    if (!share || meet(share, said)) return share ? [null] : []
    return [doubtOf('share', 'contradiction', [[rateWords, rate], [partWords, part], [wholeWords, whole]], {
      zh: `${amountText(part.level)} ÷ ${amountText(whole.level)} = ${percent(share)}，而所说占比为${amountText(rate.level)}`, en: `${amountText(part.level)} ÷ ${amountText(whole.level)} = ${percent(share)}; the share is told as ${amountText(rate.level)}`,
    })]
  }
  return impliedWhole(rate, part, thingOf(named[2]), said, told)
}

function impliedWhole(rate: Saying, part: Saying, thing: string, said: Range, told: Told): Outcome[] {
  const year = yearOfSaying(rate)
  const implied = part.level && ratioOf({ ...rangeOf(part.level), low: Math.max(0, rangeOf(part.level).low) }, said)
  const [before] = told(thing).filter(each => each.side === 'result' && each.level !== null && (yearOfSaying(each) ?? Infinity) < (year ?? 0) && /^\d{4}$/.test(each.period)).toSorted((a, b) => b.period.localeCompare(a.period))
  const grown = told(thing).find(each => each.side === 'result' && each.period === rate.period && each.change !== null && each.change.value > 0)
  if (!implied || !part.level || !rate.level || !before?.level || !grown?.change || !sameMeasure(before.level.unit, part.level.unit)) return []
  if (!above(rangeOf(before.level), implied)) return [null]
  const bounds = baseText(implied, before.level.unit)
  return [doubtOf('base', 'question', [[rateWords, rate], [partWords, part], [{ zh: '以往公布', en: 'Published before' }, before], [{ zh: '本期增速', en: 'Growth told' }, grown]], {
    zh: `${amountText(part.level)} ÷ ${amountText(rate.level)}，推算${whenText(rate.period).zh}总量${bounds.zh}，低于${whenText(before.period).zh}公布的${amountText(before.level)}，而${whenText(grown.period).zh}说增长${printNumber(grown.change.value)}%：基数可能修订过，或价格下降`,
    en: `${amountText(part.level)} ÷ ${amountText(rate.level)} gives ${bounds.en} for ${whenText(rate.period).en}, below the ${amountText(before.level)} published for ${whenText(before.period).en}, although ${whenText(grown.period).en} is told to have grown by ${printNumber(grown.change.value)} %: the base may have been revised, or prices fell`,
  })]
}

const ofTarget = /^(.*?)(?:已)?(?:完成|达到?|占)?(?:年度|全年|年初|本年度?)(?:任务|目标|计划|预期)(?:任务|目标)?(?:数|量)?的?(?:完成率|比例)?$/

/** 引进优质项目74个，完成全年目标的61.7%, where the target of the year is on file. */
function completion(rate: Saying, told: Told): Outcome[] {
  const named = ofTarget.exec(rate.name), year = yearOfSaying(rate)
  if (!named?.[1] || !rate.level || year === null) return []
  const thing = thingOf(named[1])
  const result = levelOf(thing, rate, told)
  const targets = told(thing).filter(each => each.side === 'target' && each.period === String(year) && each.level !== null && result?.level && sameMeasure(each.level.unit, result.level.unit))
  const target = targets[0]
  if (!result?.level || !target?.level) return []
  const said = hundredth(rangeOf(rate.level))
  const level = result.level
  const shares = targets.map(each => each.level && ratioOf(rangeOf(level), rangeOf({ ...each.level, hedge: null }))).filter(share => share !== null)
  const [share] = shares
  if (!share || shares.some(each => meet(each, said))) return share ? [null] : []
  return [doubtOf('share', 'question', [[rateWords, rate], [{ zh: '完成数', en: 'Done' }, result], [{ zh: '目标', en: 'Target' }, target]], {
    zh: `${amountText(level)} ÷ 目标${amountText(target.level)} = ${percent(share)}，而所说完成率为${amountText(rate.level)}`, en: `${amountText(level)} ÷ the target of ${amountText(target.level)} = ${percent(share)}; told as ${amountText(rate.level)}`,
  })]
}

/** The level of a thing in the rate's own period: of its own paper where that tells one. */
function levelOf(thing: string, rate: Saying, told: Told): Saying | null {
  const said = told(thing).filter(each => each.side === 'result' && each.period === rate.period && each.level !== null && each.level.unit !== '%' && each.basis === rate.basis)
  return said.find(each => each.paper === rate.paper) ?? said[0] ?? null
}

const hundredth = (range: Range): Range => times(range, 0.01)

function percent({ low, high }: Range): string {
  const print = (value: number) => printNumber(value * 100, 2)
  if (!Number.isFinite(high)) return `${print(low)}%+`
  return print(low) === print(high) ? `${print(low)}%` : `${print(Math.max(0, low))}%—${print(high)}%`
}
