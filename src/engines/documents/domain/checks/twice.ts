import { sameMeasure } from '../../../indicators/domain/units.ts'
import { type Checked, type CheckedDoubt, doubtOf } from './doubt.ts'
import { type Amount, meet, rangeOf } from './range.ts'
import { amountText, bySubject, isSpecific, type Saying, whenText } from './saying.ts'

/**
 * The same figure said in two places: of one paper, of two papers, or of a paper and the ledger. What a later paper restates of a
 * target is the target's history and no doubt; within one paper two numbers for one target are.
 */
export function checkTwice(sayings: readonly Saying[]): Checked {
  const told = sayings.filter(saying => isSpecific(saying) && (saying.level !== null || saying.change !== null))
  const groups = [...bySubject(told).values()].flatMap(group => [...Map.groupBy(group, ({ side, period, basis }) => `${side} ${period} ${basis}`).values()])
  const doubts: CheckedDoubt[] = []
  let compared = 0
  for (const group of groups) {
    group.forEach((a, i) => {
      for (const b of group.slice(i + 1)) {
        if (!areApart(a, b)) continue
        const outcomes = [sameAmount(a, b, a.level, b.level, 'level'), sameAmount(a, b, a.change, b.change, 'change')].filter(outcome => outcome !== null)
        compared += outcomes.length
        doubts.push(...outcomes.filter(outcome => outcome !== 'same'))
      }
    })
  }
  return { kind: 'twice', compared, doubts }
}

/** Were they said in two places, each of its own? */
function areApart(a: Saying, b: Saying): boolean {
  if (a.paper !== null && b.paper !== null) {
    // Two numbers of one sentence are a rise and where it led, or a misread name: no paper gives one figure twice in a breath.
    if (a.paper === b.paper) return a.sentenceAt !== b.sentenceAt && (a.side === 'target' || a.standing === b.standing)
    return a.side === 'result' && a.standing === b.standing
  }
  if (a.side === 'target') return false
  // Of figures of the ledger only those of published papers: returns and corrections by hand are vintages of one thing.
  if (a.paper !== null || b.paper !== null) return true
  return a.source.kind === 'published' && b.source.kind === 'published' && (a.source.title !== b.source.title || a.source.section !== b.source.section)
}

type Based = Amount & { readonly base?: string }

function sameAmount(a: Saying, b: Saying, x: Based | null, y: Based | null, aspect: 'level' | 'change'): CheckedDoubt | 'same' | null {
  if (!x || !y || !sameMeasure(x.unit, y.unit) || x.base !== y.base || a.notes.includes('其中') !== b.notes.includes('其中')) return null
  if (aspect === 'level' && a.notes !== b.notes) return null
  if (meet(boundsOf(a, x), boundsOf(b, y))) return 'same'
  const samePaper = a.paper === b.paper
  const one = amountText(x), other = amountText(y)
  return doubtOf('twice', samePaper ? 'contradiction' : 'question', [[{ zh: '一处', en: 'Here' }, a], [{ zh: '另一处', en: 'There' }, b]], samePaper
    ? { zh: `同一份文件对${whenText(a.period).zh}${aspect === 'change' ? '的增幅' : ''}说法不同：${one}与${other}，相差超出四舍五入`, en: `One paper says ${aspect === 'change' ? 'the growth of ' : ''}${whenText(a.period).en} in two ways: ${one} and ${other}, further apart than rounding explains` }
    : { zh: `对${whenText(a.period).zh}${aspect === 'change' ? '的增幅' : ''}先后说法不同：${one}与${other}，可能修订过，也可能口径不同或有误`, en: `${aspect === 'change' ? 'The growth of ' : 'The figure of '}${whenText(a.period).en} is told as ${one} and as ${other}: revised, of another basis, or wrong` })
}

/** A floor (2000户以上) and a number that is above it are no contradiction. */
function boundsOf({ operator }: Saying, amount: Amount) {
  const range = rangeOf(amount)
  if (operator === '>=') return { low: range.low, high: Number.POSITIVE_INFINITY }
  return operator === '<=' ? { low: Number.NEGATIVE_INFINITY, high: range.high } : range
}
