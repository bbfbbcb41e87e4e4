import { type CaseType } from '../src/engines/cases/schema.ts'
import { learned, leavesOf, lesson, lessonsOf, nothingLearned, suggest } from '../src/engines/cases/domain/classifier.ts'
import { usualUrgencies } from '../src/engines/cases/domain/classifier.ts'
import { urgencyOf } from '../src/engines/cases/domain/open.ts'
import { mattersOf, sentences, urgencyFor, writtenFrom } from '../src/districts/requests/corpus.ts'
import { diceOf } from '../src/districts/dice.ts'

const FOLDS = 5
/** How often a held-out sentence is written anew to ask about it. */
const ASKED = 2

/** Shares of the cases asked (0 to 1); `commonest`: what guessing the commonest category would have reached. */
export type Measured = { readonly categories: number; readonly asked: number; readonly first: number; readonly firstThree: number; readonly commonest: number; readonly sure: number; readonly rightWhenSure: number; /** Urgency by the words, and what the usual one of the suggested category would have reached. */ readonly urgency: number; readonly urgencyUsual: number }

/**
 * Asks the classifier about sentences it has never seen in any wording: of every category a fifth of the sentences is held out
 * whole, with all their slots and openings, `folds` times over. What it knows: the type's own names and words, and the other
 * sentences, each written `taught` times.
 */
export function crossValidate(type: Pick<CaseType, 'categories' | 'urgencies'>, { taught = 20, folds = FOLDS }: { readonly taught?: number; readonly folds?: number } = {}): Measured {
  const dice = diceOf('cross-validation')
  const leaves = leavesOf(type.categories)
  const told = leaves.flatMap(({ key }) => mattersOf(key).flatMap(matter => sentences[matter].map((sentence, i) => ({ key, matter, sentence, fold: i % FOLDS }))))
  const base = learned(nothingLearned, lessonsOf(type.categories))
  const counts = { asked: 0, first: 0, firstThree: 0, sure: 0, rightWhenSure: 0, urgency: 0, urgencyUsual: 0 }
  for (let fold = 0; fold < folds; fold++) {
    const again = (n: number, of: (typeof told)[number]) => Array.from({ length: n }, () => { const { words, raises } = writtenFrom(dice, of.matter, of.sentence); return { words, urgency: urgencyFor(type, of.key, raises) } })
    const known = told.filter(one => one.fold !== fold).flatMap(one => again(taught, one).map(written => ({ ...written, key: one.key })))
    const categories = learned(base, known.map(one => lesson(one.key, [one.words]))), urgencies = learned(nothingLearned, known.map(one => lesson(one.urgency, [one.words])))
    for (const one of told.filter(held => held.fold === fold)) for (const { words, urgency } of again(ASKED, one)) {
      const { sure, items } = suggest(categories, [words])
      const best = items[0]?.label ?? '', right = best === one.key
      counts.asked += 1
      counts.first += Number(right)
      counts.firstThree += Number(items.slice(0, 3).some(item => item.label === one.key))
      counts.sure += Number(sure)
      counts.rightWhenSure += Number(sure && right)
      counts.urgency += Number(suggest(urgencies, [words], usualUrgencies(type, best)).items[0]?.label === urgency)
      counts.urgencyUsual += Number(urgencyOf(type, best) === urgency)
    }
  }
  const commonest = Math.max(...[...Map.groupBy(told, one => one.key).values()].map(list => list.length)) / told.length
  const share = (n: number) => n / counts.asked
  return { categories: leaves.length, asked: counts.asked, first: share(counts.first), firstThree: share(counts.firstThree), commonest, sure: share(counts.sure), rightWhenSure: counts.rightWhenSure / counts.sure, urgency: share(counts.urgency), urgencyUsual: share(counts.urgencyUsual) }
}
