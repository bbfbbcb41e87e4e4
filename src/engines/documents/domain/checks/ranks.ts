import { type Checked, type CheckedDoubt, doubtOf } from './doubt.ts'
import { bySubject, countIn, type Place, type Saying, whenText, yearOfSaying } from './saying.ts'
import { yearBefore } from '../../../indicators/domain/derive.ts'

const moved = /(前移|上升|提升|前进|进步|跃升|进位|后移|下降|下滑|后退)了?(\d+|[一二两三四五六七八九十]+)个?(?:位次?|名次?)/
const kept = /(?:保持|继续|仍|稳居|蝉联)[^，。；]{0,6}$/

/**
 * A place against the place before it: 前移2位，居全市第三 means fifth the year before; 保持全市第二 means second. Two places in
 * one ranking and period cannot both be right.
 */
export function checkRanks(sayings: readonly Saying[]): Checked {
  const rankings = bySubject(sayings.filter(saying => saying.side === 'result' && saying.places.length > 0).map(saying => ({ ...saying, subject: rankedThing(saying) })))
  const outcomes = [...rankings.values()].flatMap(group => {
    const placed = group.flatMap(saying => saying.places.map(place => ({ saying, place })))
    return placed.flatMap(({ saying, place }, i) => [
      ...againstBefore(saying, place, placed),
      ...placed.slice(i + 1).flatMap(other => twoPlaces(saying, place, other.saying, other.place)),
    ])
  })
  return { kind: 'rank', compared: outcomes.length, doubts: outcomes.flatMap(outcome => outcome ?? []) }
}

type Outcome = CheckedDoubt | null

function againstBefore(saying: Saying, place: Place, placed: readonly { readonly saying: Saying; readonly place: Place }[]): Outcome[] {
  const implied = placeBefore(saying, place), past = yearBefore(saying.period)
  if (implied === null || past === null || yearOfSaying(saying) === null) return []
  const before = placed.filter(other => other.place.scope === place.scope && other.saying.period === past)
  const [first] = before
  if (!first) return []
  if (before.some(other => other.place.place === implied.place)) return [null]
  return [doubtOf('rank', 'contradiction', [[{ zh: '本期', en: 'This period' }, saying], [{ zh: '上年同期', en: 'A year before' }, first.saying]], {
    zh: `说${implied.words}、现为${place.words}，推算${whenText(past).zh}为第${implied.place}，而当时说是${first.place.words}`,
    en: `${implied.words} and now ${place.words} give place ${implied.place} for ${whenText(past).en}; it was then told as ${first.place.words}`,
  })]
}

/** The place of the year before, as the sentence tells the move; null where it tells none. */
function placeBefore({ sentence }: Saying, { place, words }: Place): { readonly place: number; readonly words: string } | null {
  const at = sentence.indexOf(words)
  if (at < 0) return null
  const clause = sentence.slice(Math.max(sentence.lastIndexOf('，', sentence.lastIndexOf('，', at) - 1), 0), at + words.length + 14)
  const move = moved.exec(clause)
  if (move?.[1] && move[2]) {
    const steps = countIn(move[2]), back = /后|下/.test(move[1])
    return { place: place + (back ? -steps : steps), words: move[0] }
  }
  const held = kept.exec(sentence.slice(Math.max(0, at - 10), at))
  return held ? { place, words: held[0].slice(0, 2) } : null
}

/** 综合竞争力排名前移 and 综合竞争力 are placed in one ranking. */
function rankedThing({ thing }: Saying): string {
  return thing.replace(/(?:排名|排位|位次)?(?:前移|上升|提升|前进|进步|跃升|进位|后移|下降|下滑|后退)?$/, '')
}

function twoPlaces(a: Saying, one: Place, b: Saying, two: Place): Outcome[] {
  if (a === b || a.period !== b.period || one.scope !== two.scope || one.scope === '') return []
  if (one.place === two.place) return [null]
  return [doubtOf('rank', a.paper === b.paper ? 'contradiction' : 'question', [[{ zh: '一处', en: 'Here' }, a], [{ zh: '另一处', en: 'There' }, b]], {
    zh: `${whenText(a.period).zh}的位次说法不同：${one.words}与${two.words}`, en: `The place in ${whenText(a.period).en} is told in two ways: ${one.words} and ${two.words}`,
  })]
}
