import { diceOf } from '../../districts/dice.ts'
import { type DistrictSetup } from '../../districts/district.ts'
import { mattersOf, sentences, urgencyFor, writtenFrom } from '../../districts/requests/corpus.ts'
import { seedMemory, typesInForce } from '../../engines/cases/index.ts'
import { type Db } from '../../engines/context.ts'
import { leavesOf } from '../../engines/cases/domain/classifier.ts'
import { type Counts, seedContext, writeIfAnything } from './district.ts'

/** So often each sentence is written anew. */
const WRITTEN = 4

/** Teaches the classifier of the demonstration with sentences that are made up; null where it had learned something. A district of its own begins with the words of its types and learns from its cases. */
export async function placeClassifier(db: Db, setup: DistrictSetup): Promise<Counts | null> {
  const ctx = seedContext(db, setup.code)
  return writeIfAnything(ctx, setup, 'classifier.generated', async tx => {
    const dice = diceOf(`classifier-${setup.code}`)
    let taught = 0
    for (const type of await typesInForce(tx, setup.code)) {
      taught += await seedMemory(tx, setup.code, type.key, leavesOf(type.categories).flatMap(({ key }) => mattersOf(key).flatMap(matter => sentences[matter].flatMap(sentence => Array.from({ length: WRITTEN }, () => {
        const { words, raises } = writtenFrom(dice, matter, sentence)
        return { words, category: key, urgency: urgencyFor(type, key, raises) }
      })))))
    }
    return { taught }
  })
}
