import { type Label } from '../../../kernel/label.ts'
import { type Light, type Verdict } from '../../../kernel/light.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Override } from '../schema.ts'
import { yearOnYearOf } from './derive.ts'
import { judgeGrowth } from './growth.ts'
import { figureWords, input, unjudged, type Given, type Judgeable, type Standing } from './judging.ts'
import { judgeLevel, levelStanding } from './level.ts'
import { oursFromTheStart, type LightParameters } from './parameters.ts'
import { growthWords, periodWords } from './words.ts'
import { spanIn } from './spans.ts'

/** Works out the light of a target from its newest figure. Never refuses: what cannot be judged says why. */
export function verdictOf(given: Given): Verdict {
  const { target, figure, parameters = oursFromTheStart } = given
  if (given.indicator.embargoed) return unjudged(given, 'embargoed', { zh: '数值尚未公布，公布后再判灯。', en: 'The figure is held back; the light comes when it is published.' })
  if (target.operator === 'tied' && target.value === null) return tiedVerdict(given, parameters)
  if (target.value === null) return withoutNumber(given)
  if (!figure) return unjudged(given, 'no-figure', { zh: '尚无数值，还不能判灯。', en: 'No figure has come yet.' })
  const judgeable = judgeableOf(given)
  if (!judgeable) return unjudged(given, 'other-class', { zh: '数值或目标的时期无法识别。', en: 'The period of the figure or of the target cannot be read.' })
  const verdict = target.aspect === 'growth' ? judgeGrowth(judgeable) : judgeLevel(judgeable)
  return given.on > judgeable.ends && !judgeable.over && verdict.light !== 'done' ? stillWaiting(verdict) : verdict
}

/** What must be known before a number is judged; null where target or figure has no number or no period. */
function judgeableOf(given: Given): Judgeable | null {
  const { target, figure, parameters = oursFromTheStart } = given
  const span = spanIn(target.period), figureSpan = figure && spanIn(figure.period)
  if (!span || !figure || !figureSpan || target.value === null) return null
  const asOf = [figureSpan.to, given.on, figure.saidOn ?? given.on].toSorted()[0] ?? given.on
  const growth = target.aspect === 'growth'
  return {
    ...given, figure, goal: target.value, asOf, ends: span.to, over: asOf >= span.to,
    down: target.operator === '<=' || (target.operator !== '>=' && given.indicator.direction === 'down'),
    bands: given.indicator.bands ?? (growth ? parameters.growth : parameters.level),
    about: target.operator === '~' ? (growth ? parameters.about.growth : parameters.about.level) : 0,
  }
}

/** Where a figure should stand by now, in the target's measure, and which share of a level is reached: what a pace bar draws. */
export function standingOf(given: Given): Standing {
  const judgeable = given.indicator.embargoed ? null : judgeableOf(given)
  if (!judgeable) return { expected: null, share: null }
  return judgeable.target.aspect === 'growth' ? { expected: judgeable.goal, share: null } : levelStanding(judgeable)
}

/** The period is over, its last figure has not come: judged by the newest one, and it says so. */
function stillWaiting(verdict: Verdict): Verdict {
  return { ...verdict, because: { zh: `${verdict.because.zh}期末数尚未到，按最新数值判定。`, en: `${verdict.because.en} The period is over but its final figure has not come; judged by the newest.` } }
}

function withoutNumber(given: Given): Verdict {
  const now = given.figure ? { zh: `${periodWords(given.figure.period, given.target.period).zh}${figureWords(given.figure).zh}`, en: `${periodWords(given.figure.period, given.target.period).en}: ${figureWords(given.figure).en}` } : null
  const reason: Label = given.target.operator === 'municipality'
    ? { zh: '目标由市下达，数值尚未到，暂不判灯', en: 'The target is set by the municipality and has not arrived' }
    : { zh: '目标值待定，暂不判灯', en: 'The target has no value yet' }
  return unjudged(given, given.target.operator === 'municipality' ? 'municipality' : 'pending', { zh: `${reason.zh}${now ? `；${now.zh}` : ''}。`, en: `${reason.en}${now ? `; ${now.en}` : ''}.` })
}

/** In step with another indicator: its growth is the target. Both must speak of the same period. */
function tiedVerdict(given: Given, parameters: LightParameters): Verdict {
  const { figure, tied } = given
  const theirs = tied?.figure && yearOnYearOf(tied.figure)
  const name = tied?.name ?? { zh: '挂钩指标', en: 'the indicator it is tied to' }
  if (!figure || yearOnYearOf(figure) === null) return unjudged(given, 'no-figure', { zh: `与${name.zh}同步；尚无增速数值，还不能判灯。`, en: `In step with ${name.en}; no growth figure has come yet.` })
  if (!tied?.figure || theirs === null || theirs === undefined || tied.figure.period !== figure.period) {
    return unjudged(given, 'tied-open', { zh: `与${name.zh}同步；${name.zh}尚无同期增速，还不能判灯。`, en: `In step with ${name.en}, which has no growth figure for the same period yet.` })
  }
  const verdict = verdictOf({ ...given, target: { ...given.target, operator: '~', value: theirs, aspect: 'growth', measure: '%' }, parameters })
  return { ...verdict, rule: 'tied', inputs: [...verdict.inputs, input('tied', `${name.zh}${growthWords(theirs).zh}`)], because: { zh: `${name.zh}同期${growthWords(theirs).zh}；${verdict.because.zh}`, en: `${name.en} over the same period: ${growthWords(theirs).en}. ${verdict.because.en}` } }
}

/** The light that is shown on a day: the override's while it lasts (its last day included), else the computed one. */
export function shownLight(verdict: Verdict, override: Pick<Override, 'light' | 'until'> | null, on: Day): { readonly light: Light; readonly overridden: boolean } {
  return override && on <= override.until ? { light: override.light, overridden: true } : { light: verdict.light, overridden: false }
}
