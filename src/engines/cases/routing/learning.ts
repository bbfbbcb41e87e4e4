/** What the desk decides teaches the classifier: each case once, and what was learned wrongly is taken back. */
import { type District, type Id } from '../../../kernel/id.ts'
import { type Context, type Tx } from '../../context.ts'
import { telling } from '../domain/classifier.ts'
import { type Case } from '../domain/case.ts'
import { type CaseEvent } from '../schema.ts'
import { seeEveryCase } from '../store.ts'
import { type Added, addToMemory, hasMemory, insertLesson, type Lesson, markLearned, takeLessons } from './memory-store.ts'

/** So many cases are learned from at once. */
const BATCH = 500

/**
 * Notes what a case turned out to be when it is dispatched, to be learned with the next batch: sixty counts a case are too many
 * for the moment in which somebody waits. A correction, which is rare, is learned at once, in the transaction that makes it.
 */
export async function learnFrom(tx: Tx, district: District, id: Id, present: Pick<Case, 'type' | 'category' | 'urgency'>, event: CaseEvent): Promise<void> {
  const corrected = event.kind === 'amended' && (event.category !== undefined || event.urgency !== undefined)
  if (!corrected && event.kind !== 'dispatched') return
  await insertLesson(tx, district, id, present)
  if (corrected) await learn(tx, district, await takeLessons(tx, district, { id }))
}

/** Learns from what was noted since the last time; answers from how many cases. */
export async function learnPending(ctx: Context): Promise<number> {
  let cases = 0
  for (;;) {
    const done = await ctx.write(async (tx, note) => {
      await seeEveryCase(tx)
      const lessons = await takeLessons(tx, ctx.district, { most: BATCH })
      if (lessons.length === 0) return { ok: false as const, refused: 'nothing-to-do', facts: {} }
      await learn(tx, ctx.district, lessons)
      await note({ verb: 'classifier.learned', thing: 'district', thingId: String(ctx.district), detail: { cases: lessons.length } })
      return { ok: true as const, n: lessons.length }
    })
    if (!done.ok) return cases
    cases += done.n
  }
}

async function learn(tx: Tx, district: District, lessons: readonly Lesson[]): Promise<void> {
  await addToMemory(tx, district, lessons.flatMap(addedBy))
  await markLearned(tx, district, lessons.map(lesson => lesson.id))
}

/** What a lesson adds to the counts, and what it takes back where the case was learned as something else before. */
function addedBy(lesson: Lesson): Added[] {
  const grams = telling([lesson.title, lesson.words])
  const change = (subject: Added['subject'], was: string | null, is: string): Added[] => (was === is ? [] : [{ type: lesson.type, subject, label: is, grams, n: 1 }, ...(was === null ? [] : [{ type: lesson.type, subject, label: was, grams, n: -1 }])])
  return [...change('category', lesson.learnedCategory, lesson.category), ...change('urgency', lesson.learnedUrgency, lesson.urgency)]
}

/** Teaches a type what others wrote, where nothing has been learned about it yet. Answers from how many texts. */
export async function seedMemory(tx: Tx, district: District, type: string, written: readonly { readonly words: string; readonly category: string; readonly urgency: string }[]): Promise<number> {
  if (written.length === 0 || await hasMemory(tx, district, type)) return 0
  await addToMemory(tx, district, written.flatMap(({ words, category, urgency }): Added[] => { const grams = telling([words]); return [{ type, subject: 'category', label: category, grams, n: 1 }, { type, subject: 'urgency', label: urgency, grams, n: 1 }] }))
  return written.length
}
