import { type Label } from '../../../kernel/label.ts'
import { lightOfLag, type Verdict } from '../../../kernel/light.ts'
import { isRate, printNumber } from '../../../kernel/quantity.ts'
import { addDays } from '../../../kernel/time.ts'
import { input, unjudged, type Judgeable, type Standing } from './judging.ts'
import { expectedShare, monthsLeft, type ExpectedShare } from './pace.ts'
import { inUnit, isCounter, rounded } from './units.ts'
import { aimWords, amountWords, periodWords, pointWords, restWords, shareWords, yearsWords } from './words.ts'
import { spanIn } from './spans.ts'
import { inForce, type Said } from './vintage.ts'

/**
 * A level against a target level. What adds up over the year is judged by the share reached; what stands, by the share of the way
 * since the year began; a rate, by its distance.
 */
export function judgeLevel(given: Judgeable): Verdict {
  const { figure, target } = given
  const now = figure.level && inUnit(figure.level, target.measure)
  if (now === null) return unjudged(given, 'other-class', { zh: `目标以${target.measure}计，现有数值${figure.level ? `以${figure.level.unit}计` : '没有总量'}，不能相比。`, en: 'The target is a level; the figure is in another measure and cannot be compared.' })
  if (given.over) return atTheEnd(given, now)
  switch (given.indicator.kind) {
    case 'flow': return given.down ? shareOfLimit(given, now) : given.goal > 0 ? shareOfTotal(given, now) : distance(given, now)
    case 'stock': return shareOfWay(given, now)
    case 'rate': return distance(given, now)
  }
}

/** Where a level should stand by the day on which it is judged, and the share of the target it is. */
export function levelStanding(given: Judgeable): Standing {
  const { goal, target, figure, asOf, past = [], curve = null } = given
  const now = figure.level && inUnit(figure.level, target.measure)
  const share = now === null || goal <= 0 ? null : rounded(now / goal, 4)
  if (given.over || given.indicator.kind === 'rate' || goal <= 0) return { expected: goal, share }
  if (given.indicator.kind === 'flow') return { expected: rounded(expectedShare(target.period, asOf, past, curve).share * goal, 2), share }
  const opening = openingLevel(given)
  return { expected: opening === null ? null : rounded(opening + expectedShare(target.period, asOf, [], curve).share * (goal - opening), 2), share }
}

/** Has the level reached the target? 左右 lets it stay short by its reach. */
function isMet({ goal, down, about }: Judgeable, now: number): boolean {
  const slack = rounded(Math.abs(goal) * about, 6)
  return down ? now <= goal + slack : now >= goal - slack
}

/** The period is over: what was promised is kept or it is not. */
function atTheEnd(given: Judgeable, now: number): Verdict {
  const met = isMet(given, now)
  const words = sentence(given, now, met ? { zh: '完成目标', en: 'kept' } : { zh: '未完成目标', en: 'not kept' })
  return { light: met ? 'done' : 'off-pace', gap: gapToGoal(given, now), rule: 'level', inputs: inputs(given, now), because: words }
}

/** Points of the target by which a level is better (+) or worse (-) than it; points of per cent for a rate. Null for a target of zero. */
function gapToGoal({ goal, down, target }: Judgeable, now: number): number | null {
  const better = down ? goal - now : now - goal
  if (isRate(target.measure)) return rounded(better, 2)
  return goal === 0 ? null : rounded((better / Math.abs(goal)) * 100, 2)
}

/** 完成280个以上: the share reached against the share that should be reached. */
function shareOfTotal(given: Judgeable, now: number): Verdict {
  if (isMet(given, now)) return { light: 'done', gap: gapToGoal(given, now), rule: 'share-of-total', inputs: inputs(given, now), because: sentence(given, now, { zh: '已完成全年目标', en: 'already kept' }) }
  const { goal, asOf, target, past = [], curve = null, bands, about } = given
  const reached = now / goal, expected = expectedShare(target.period, asOf, past, curve)
  const gap = rounded((reached - expected.share) * 100, 2)
  const todo = rounded(goal - now, 6), months = monthsLeft(target.period, asOf)
  const rest = restWords(target.period, asOf), left = amountWords(todo, target.measure), each = amountWords(rounded(todo / Math.max(1, months), 1), target.measure)
  // “0.2 a month” says nothing of things that are counted.
  const monthly: Label = months > 1 && (todo / months >= 1 || !isCounter(target.measure)) ? { zh: `，${rest.zh}平均每月${each.zh}`, en: `, ${each.en} a month over ${rest.en}` } : { zh: '', en: '' }
  const lag = rounded(-gap - about * expected.share * 100, 2)
  return {
    light: lightOfLag(Math.max(0, lag), bands), gap, rule: 'share-of-total',
    inputs: [...inputs(given, now), ...paceInputs(reached, expected), input('rest', left.zh)],
    because: sentence(given, now, {
      zh: `完成${shareWords(reached).zh}，序时进度${expectedWords(expected).zh}，${aheadWords(gap).zh}；还需${left.zh}${monthly.zh}`,
      en: `${shareWords(reached).en} done, expected ${expectedWords(expected).en}, ${aheadWords(gap).en}. Still to do: ${left.en}${monthly.en}`,
    }),
  }
}

/** 不超过100起: the share of the limit used up against the share that may be used up by now. Kept only at the end of the period. */
function shareOfLimit(given: Judgeable, now: number): Verdict {
  const { goal, asOf, target, past = [], curve = null, bands } = given
  if (!isMet(given, now) || goal <= 0) {
    const broken = !isMet(given, now)
    return { light: broken ? 'off-pace' : 'on-pace', gap: gapToGoal(given, now), rule: 'share-of-limit', inputs: inputs(given, now), because: sentence(given, now, broken ? { zh: '已超出全年限额', en: 'the limit of the year is already passed' } : { zh: '在限额之内', en: 'within the limit' }) }
  }
  const used = now / goal, expected = expectedShare(target.period, asOf, past, curve)
  const gap = rounded((expected.share - used) * 100, 2)
  const left = amountWords(rounded(goal - now, 6), target.measure)
  return {
    light: lightOfLag(Math.max(0, -gap), bands), gap, rule: 'share-of-limit',
    inputs: [...inputs(given, now), ...paceInputs(used, expected), input('rest', left.zh)],
    because: sentence(given, now, {
      zh: `已用${shareWords(used).zh}，序时进度${expectedWords(expected).zh}，${gap >= 0 ? '好于' : '超过'}序时${pointWords(gap).zh}；${restWords(target.period, asOf).zh}还可有${left.zh}`,
      en: `${shareWords(used).en} of the limit used, expected ${expectedWords(expected).en}, ${pointWords(gap).en} ${gap >= 0 ? 'better' : 'over'}. Left for ${restWords(target.period, asOf).en}: ${left.en}`,
    }),
  }
}

/** 建成222个: what stood when the period began is no achievement of it, so the way from there to the target is what counts. */
function shareOfWay(given: Judgeable, now: number): Verdict {
  if (isMet(given, now)) return { light: given.down ? 'on-pace' : 'done', gap: gapToGoal(given, now), rule: 'level', inputs: inputs(given, now), because: sentence(given, now, { zh: '已达到目标', en: 'already reached' }) }
  const { goal, asOf, target, curve = null, bands } = given
  const opening = openingLevel(given)
  const way = opening === null ? 0 : goal - opening
  if (opening === null || way === 0) return { ...unjudged(given, 'no-opening-level', sentence(given, now, { zh: `还差${amountWords(rounded(Math.abs(goal - now), 6), target.measure).zh}；缺上年末数，不能判断进度，补录后即可判灯`, en: `${amountWords(rounded(Math.abs(goal - now), 6), target.measure).en} to go; the level at the end of the year before is missing, without which pace cannot be judged` })), inputs: inputs(given, now) }
  // Months of earlier years say nothing of how a stock grows, so time passed is its pace.
  const reached = (now - opening) / way, expected = expectedShare(target.period, asOf, [], curve)
  const gap = rounded((reached - expected.share) * 100, 2)
  const left = amountWords(rounded(Math.abs(goal - now), 6), target.measure), start = amountWords(opening, target.measure)
  return {
    light: lightOfLag(Math.max(0, -gap), bands), gap, rule: 'share-of-way',
    inputs: [...inputs(given, now), input('opening', start.zh), ...paceInputs(reached, expected), input('rest', left.zh)],
    because: sentence(given, now, {
      zh: `年初为${start.zh}，全程已走${shareWords(reached).zh}，序时进度${expectedWords(expected).zh}，${aheadWords(gap).zh}；还差${left.zh}`,
      en: `${start.en} at the start, ${shareWords(reached).en} of the way, expected ${expectedWords(expected).en}, ${aheadWords(gap).en}. To go: ${left.en}`,
    }),
  }
}

/** The level in force on the day before the target's period begins. */
function openingLevel({ target, past = [] }: Judgeable): number | null {
  const span = spanIn(target.period)
  const eve = span && addDays(span.from, -1)
  const opening = inForce<Said>(past.filter(f => f.level && spanIn(f.period)?.to === eve))
  return opening?.level ? inUnit(opening.level, target.measure) : null
}

/** 优良率87%: a rate is met or short by so many points on every day of the year; it does not grow with time. */
function distance(given: Judgeable, now: number): Verdict {
  const { bands, about, goal, target } = given
  const gap = gapToGoal(given, now)
  const met = isMet(given, now)
  const reach = isRate(target.measure) ? Math.abs(goal) * about : about * 100
  const light = met ? 'on-pace' : gap === null ? 'off-pace' : lightOfLag(Math.max(0, rounded(-gap - reach, 2)), bands)
  const off = gap === null ? null : isRate(target.measure) ? pointWords(gap) : { zh: `${printNumber(Math.abs(gap))}%`, en: `${printNumber(Math.abs(gap))} %` }
  const words: Label = met ? { zh: '现已达到，年末为准', en: 'met for now; the end of the year decides' } : { zh: `差${off?.zh ?? ''}`, en: `${off?.en ?? ''} short` }
  return { light, gap, rule: 'level', inputs: inputs(given, now), because: sentence(given, now, words) }
}

function sentence({ figure, target }: Judgeable, now: number, rest: Label): Label {
  const when = periodWords(figure.period, target.period), level = amountWords(now, target.measure), aim = aimWords(target)
  return { zh: `${when.zh}${level.zh}，目标${aim.zh}，${rest.zh}。`, en: `${when.en}: ${level.en}; target ${aim.en}; ${rest.en}.` }
}

function inputs({ figure, target, asOf, bands, about }: Judgeable, now: number) {
  return [
    input('figure', amountWords(now, target.measure).zh), input('period', figure.period), input('target', aimWords(target).zh), input('judged-on', asOf),
    ...(about > 0 ? [input('about', `±${shareWords(about).zh}`)] : []),
    input('bands', `${pointWords(bands.slipping).zh} / ${pointWords(bands.offPace).zh}`),
  ]
}

function paceInputs(reached: number, expected: ExpectedShare) {
  return [input('reached', shareWords(reached).zh), input('expected', shareWords(expected.share).zh), input('expected-from', expectedFrom(expected).zh)]
}

export function expectedFrom(expected: ExpectedShare): Label {
  if (expected.how === 'own-curve') return { zh: `按${expected.fromYear}年起的自定进度曲线`, en: `by the district's own curve from ${expected.fromYear}` }
  if (expected.how === 'time-passed') return { zh: '按时间折算', en: 'by time passed' }
  const years = yearsWords(expected.years)
  return { zh: `按${years.zh}年同期占全年的比重`, en: `by the course of ${years.en}` }
}

function expectedWords(expected: ExpectedShare): Label {
  const from = expectedFrom(expected)
  return { zh: `${shareWords(expected.share).zh}（${from.zh}）`, en: `${shareWords(expected.share).en} (${from.en})` }
}

function aheadWords(gap: number): Label {
  const points = pointWords(gap)
  if (gap === 0) return { zh: '与序时持平', en: 'exactly on pace' }
  return gap > 0 ? { zh: `超前${points.zh}`, en: `${points.en} ahead` } : { zh: `滞后${points.zh}`, en: `${points.en} behind` }
}
