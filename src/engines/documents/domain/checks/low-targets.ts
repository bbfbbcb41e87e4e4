import { sameMeasure } from '../../../indicators/domain/units.ts'
import { type Checked, type CheckedDoubt, doubtOf } from './doubt.ts'
import { above, rangeOf } from './range.ts'
import { amountText, bySubject, isSpecific, type Saying, yearOfSaying } from './saying.ts'

/** Of these less is better, so that a lower target is the higher aim. */
const lessIsBetter = /能耗|浓度|失业|事故|死亡|警情|案件|立案|违建|违法|欠薪|成本|时限|涨幅|排放|投诉|信访/

/** A target below what was reached the year before. No fault: there may be good reasons, and a leader will be asked for them. */
export function checkLowTargets(sayings: readonly Saying[]): Checked {
  const groups = bySubject(sayings)
  const asked = new Set<string>()
  const doubts: CheckedDoubt[] = []
  let compared = 0
  for (const target of sayings) {
    const year = yearOfSaying(target)
    if (target.side !== 'target' || !target.level || year === null || target.period !== String(year) || target.operator === '<=' || !isSpecific(target) || lessIsBetter.test(target.name)) continue
    const result = groups.get(target.subject)?.find(each => each.side === 'result' && !each.standing && each.period === String(year - 1) && each.level !== null && target.level !== null && sameMeasure(each.level.unit, target.level.unit))
    const once = `${target.subject} ${target.period}`
    if (!result?.level || asked.has(once)) continue
    asked.add(once)
    compared += 1
    const aim = rangeOf({ ...target.level, hedge: null }), done = rangeOf(result.level)
    if (!above(done, aim)) continue
    doubts.push(doubtOf('low-target', 'note', [[{ zh: '目标', en: 'Target' }, target], [{ zh: '上年结果', en: 'Last year' }, result]], {
      zh: `${year}年目标${amountText(target.level)}低于${year - 1}年实际${amountText(result.level)}`, en: `The target of ${year}, ${amountText(target.level)}, is below what ${year - 1} reached, ${amountText(result.level)}`,
    }))
  }
  return { kind: 'low-target', compared, doubts }
}
