import { type FeedbackExample, type RoundsExample } from '../src/packs/pack.ts'
import { feedbackOf, nothingGiven } from '../src/engines/supervision/domain/feedback-sheet.ts'
import { isToTell, missedRounds, roundOn, roundsOf } from '../src/engines/supervision/domain/rounds.ts'

/** What the rounds of a sprint ask of a thing on a day, as examples of packs say it. */
export function roundsSay({ putOn, told, on, ...frame }: RoundsExample): { readonly tell: string | null; readonly missed: readonly string[] } {
  const rounds = roundsOf(frame), round = roundOn(rounds, on)
  return { tell: round && isToTell(round, { putOn, told }) ? round.until : null, missed: missedRounds(rounds, { putOn, told }, on).map(one => one.until) }
}

/** The lines that a unit hears, by their titles. */
export function feedbackSays({ month, on, ...given }: FeedbackExample): { readonly good: readonly string[]; readonly behind: readonly string[]; readonly next: readonly string[] } | null {
  const sheet = feedbackOf({ ...nothingGiven, ...given }, month, on), titles = (lines: readonly { readonly title: { readonly zh: string } }[]) => lines.map(line => line.title.zh)
  return sheet && { good: titles(sheet.good), behind: titles(sheet.behind), next: titles(sheet.next) }
}
