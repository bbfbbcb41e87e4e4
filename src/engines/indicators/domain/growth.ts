import { type Label } from '../../../kernel/label.ts'
import { lightOfLag, type Verdict } from '../../../kernel/light.ts'
import { printNumber } from '../../../kernel/quantity.ts'
import { yearOnYearOf } from './derive.ts'
import { input, unjudged, type Judgeable } from './judging.ts'
import { growthOfRest, weightOfElapsed } from './pace.ts'
import { rounded } from './units.ts'
import { aimWords, growthWords, periodWords, pointWords, restWords, shareWords } from './words.ts'

/**
 * Growth against a target of growth: the gap in points, and what the rest must grow for the year to hit.
 * Source: year.md §3, "For growth-rate targets pace is the gap in points to the target, and the useful answer is what the
 * remaining periods must grow for the year to hit".
 */
export function judgeGrowth(given: Judgeable): Verdict {
  const { figure, target, goal, down, over, asOf, bands, about } = given
  const grown = yearOnYearOf(figure)
  if (grown === null) return unjudged(given, 'other-class', { zh: '目标是同比增速，现有数值不是同比增速，不能相比。', en: 'The target is growth on the year before; the figure is not, and cannot be compared.' })
  const gap = rounded(down ? goal - grown : grown - goal, 2)
  const lag = rounded(-gap - about, 2)
  const rest = over || gap >= 0 || given.indicator.kind !== 'flow' ? null : restOf(given, grown)
  const aim = aimWords(target), when = periodWords(figure.period, target.period), now = growthWords(grown)
  const distance = distanceWords(gap)
  const met = lag <= 0
  return {
    light: over ? (met ? 'done' : 'off-pace') : lightOfLag(Math.max(0, lag), bands),
    gap,
    rule: 'growth',
    inputs: [
      input('figure', now.zh), input('period', figure.period), input('target', aim.zh), input('judged-on', asOf),
      ...(about > 0 ? [input('about', `±${pointWords(about).zh}`)] : []),
      input('bands', `${pointWords(bands.slipping).zh} / ${pointWords(bands.offPace).zh}`),
      ...(rest ? [input('weight', rest.weight), input('rest', rest.words.zh)] : []),
    ],
    because: {
      zh: `${when.zh}${now.zh}，目标${aim.zh}，${distance.zh}${over ? (met ? '，达到目标' : '，未达到目标') : ''}${rest ? `；${rest.words.zh}` : ''}。`,
      en: `${when.en}: ${now.en}; target ${aim.en}; ${distance.en}${over ? (met ? '; target met' : '; target missed') : ''}${rest ? `; ${rest.words.en}` : ''}.`,
    },
  }
}

function distanceWords(gap: number): Label {
  const points = pointWords(gap)
  if (gap === 0) return { zh: '与目标持平', en: 'exactly on target' }
  return gap > 0 ? { zh: `好于目标${points.zh}`, en: `${points.en} better than the target` } : { zh: `差${points.zh}`, en: `${points.en} short` }
}

/** What the rest must grow, and on which weights that rests. */
function restOf(given: Judgeable, grown: number): { readonly words: Label; readonly weight: string } | null {
  const { target, goal, asOf, past = [] } = given
  const { weight, how } = weightOfElapsed(target.period, asOf, past)
  const needed = growthOfRest(goal, grown, weight)
  if (needed === null) return null
  const rest = restWords(target.period, asOf), share = shareWords(weight)
  const halves = how === 'time-passed' && weight === 0.5
  const ground: Label = how === 'last-year' ? { zh: `按去年同期占全年${share.zh}估算`, en: `by last year's weights, ${share.en} of which had come by then` }
    : halves ? { zh: '按两个半年各占一半估算', en: 'taking both halves as equal' } : { zh: `按已过时间占${share.zh}估算`, en: `taking the ${share.en} of time passed as its weight` }
  const verb: Label = needed >= 0 ? { zh: `需增长约${printNumber(needed)}%`, en: `must grow about ${printNumber(needed)} %` } : { zh: `需控制在下降约${printNumber(-needed)}%`, en: `must come to about ${printNumber(needed)} %` }
  return { words: { zh: `${rest.zh}${verb.zh}（${ground.zh}）`, en: `${rest.en} ${verb.en} (${ground.en})` }, weight: `${share.zh}（${ground.zh}）` }
}
