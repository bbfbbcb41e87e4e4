/**
 * Suggests a label (a category, an urgency) for what somebody wrote, by what was written in earlier cases. Naive Bayes over
 * neighbouring characters, because its whole memory is counts: it learns by adding to them, forgets by taking away, fits into
 * a table, and can say which words spoke for what. Losers: logistic regression (must go through all cases again, and a
 * correction has no place in it), word segmentation (a dictionary, and colloquial words are not in it).
 */
import { type CaseType, type Category } from '../schema.ts'
import { gramsOf, plain } from './grams.ts'
import { urgencyOf } from './open.ts'

/** What was seen of one label: in how many cases, and how many grams these had together. */
export type Seen = { readonly cases: number; readonly grams: number }

/** The memory of a classifier, or the part of it that a text needs: all labels, and in how many cases of each a gram was. */
export type Counts = { readonly labels: ReadonlyMap<string, Seen>; readonly grams: ReadonlyMap<string, ReadonlyMap<string, number>> }

/** One step of learning: `n` cases (less than none: forgotten ones) with these grams had this label. */
export type Lesson = { readonly label: string; readonly grams: readonly string[]; readonly n: number }

/** A label with its share of all that can be said (0 to 1; the shares of all labels make 1), and the words that spoke for it, the strongest first. */
export type Suggested = { readonly label: string; readonly share: number; readonly because: readonly string[] }

/** `sure` is false where the best is not good enough to be more than a hint: better to ask than to guess. */
export type Suggestion = { readonly sure: boolean; readonly items: readonly Suggested[] }

/** The memory before the first lesson. */
export const nothingLearned: Counts = { labels: new Map(), grams: new Map() }

/** The memory after these lessons. */
export function learned(before: Counts, lessons: Iterable<Lesson>): Counts {
  const labels = new Map(before.labels), grams = new Map<string, Map<string, number>>()
  const mine = (gram: string) => {
    const known = grams.get(gram) ?? new Map(before.grams.get(gram))
    grams.set(gram, known)
    return known
  }
  for (const lesson of lessons) {
    const seen = labels.get(lesson.label)
    labels.set(lesson.label, { cases: (seen?.cases ?? 0) + lesson.n, grams: (seen?.grams ?? 0) + lesson.n * lesson.grams.length })
    for (const gram of lesson.grams) { const of = mine(gram); of.set(lesson.label, (of.get(lesson.label) ?? 0) + lesson.n) }
  }
  return { labels, grams: new Map([...before.grams, ...grams]) }
}

/** Two memories as one, as far as these grams and these labels go. */
export function together(a: Counts, b: Counts, grams: readonly string[], labels: ReadonlySet<string>): Counts {
  const both = (one: Seen | undefined, other: Seen | undefined): Seen => ({ cases: (one?.cases ?? 0) + (other?.cases ?? 0), grams: (one?.grams ?? 0) + (other?.grams ?? 0) })
  const ofGram = (gram: string) => new Map([...labels].map(label => [label, (a.grams.get(gram)?.get(label) ?? 0) + (b.grams.get(gram)?.get(label) ?? 0)] as const).filter(([, n]) => n > 0))
  return { labels: new Map([...labels].map(label => [label, both(a.labels.get(label), b.labels.get(label))])), grams: new Map(grams.map(gram => [gram, ofGram(gram)])) }
}

/** A case as a lesson. */
export function lesson(label: string, texts: readonly string[], n = 1): Lesson {
  return { label, grams: telling(texts), n }
}

/** The grams that are learned: numbers say nothing of a matter, and may be somebody's own. */
export function telling(texts: readonly string[]): string[] {
  return gramsOf(texts).filter(gram => !/\p{N}/u.test(gram))
}

/** How many cases a name or a word of a category counts for, so that a type can be told apart before its first case. */
const NAME_COUNTS = 2

/** The categories that a case can have: those with none below. */
export function leavesOf(categories: readonly Category[]): Category[] {
  return categories.flatMap(category => (category.below?.length ? leavesOf(category.below) : [category]))
}

/** What a category tree itself says: the names and words of every leaf, and of the branches above it. */
export function lessonsOf(categories: readonly Category[], above: readonly string[] = []): Lesson[] {
  return categories.flatMap(({ key, name, words = [], below = [] }) => (below.length > 0
    ? lessonsOf(below, [...above, name.zh, ...words])
    : [...[name.zh, ...words].map(text => lesson(key, [text], NAME_COUNTS)), ...above.map(text => lesson(key, [text]))]))
}

/** Weight of what all labels have in common against what one label was seen with, as a share of what a label was seen with on average. */
const COMMON = 0.25
/** Neighbouring grams say partly the same; their evidence counts by this share (set so that shares come true, see the bench). */
const TEMPER = 0.3
/** From this share on a suggestion is more than a hint. */
export const SURE = 0.7
const MOST = 5

/**
 * The labels for a text, the likeliest first. A gram weighs the more, the fewer labels it was seen with; one that nobody has
 * written before says nothing. `usual`: how likely each label is before a word is read, where it is not as often as it was seen.
 */
export function suggest(counts: Counts, texts: readonly string[], usual?: ReadonlyMap<string, number>): Suggestion {
  const labels = [...counts.labels].filter(([, seen]) => seen.cases > 0)
  const [all, cases] = [labels.reduce((sum, [, seen]) => sum + seen.grams, 0), labels.reduce((sum, [, seen]) => sum + seen.cases, 0)]
  if (all === 0) return { sure: false, items: [] }
  const common = COMMON * all / labels.length
  const grams = telling(texts).flatMap(gram => {
    const of = new Map([...counts.grams.get(gram) ?? []].filter(([, n]) => n > 0))
    return of.size === 0 ? [] : [{ gram, of, rare: Math.log((labels.length + 1) / of.size) / Math.log(labels.length + 1), share: [...of.values()].reduce((sum, n) => sum + n, 0) / all }]
  })
  // What a gram says for a label: how much oftener than overall it was seen with it. Without it: the same for every gram.
  const absent = (seen: Seen) => Math.log(common / (seen.grams + common))
  const present = ({ of, share, rare }: (typeof grams)[number], label: string) => rare * Math.log(1 + (of.get(label) ?? 0) / share / common)
  const sums = new Map(labels.map(([label, seen]) => [label, Math.log(usual?.get(label) ?? (seen.cases + 1) / (cases + labels.length)) + TEMPER * absent(seen) * grams.reduce((sum, { rare }) => sum + rare, 0)]))
  for (const gram of grams) for (const label of gram.of.keys()) sums.set(label, (sums.get(label) ?? 0) + TEMPER * present(gram, label))
  const ranked = labels.map(([label, seen]) => ({ label, seen, sum: sums.get(label) ?? 0 })).toSorted((a, b) => b.sum - a.sum)
  const best = ranked[0]?.sum ?? 0
  const whole = ranked.reduce((sum, one) => sum + Math.exp(one.sum - best), 0)
  const items = ranked.slice(0, MOST).map(({ label, seen, sum }) => ({
    label, share: Math.exp(sum - best) / whole, because: wordsThatSpoke(texts, new Map(grams.map(gram => [gram.gram, present(gram, label) + gram.rare * absent(seen)]))),
  }))
  return { sure: grams.length > 0 && (items[0]?.share ?? 0) >= SURE, items }
}

/** The pieces of the text whose pairs spoke for a label, neighbouring ones joined; at most three. */
function wordsThatSpoke(texts: readonly string[], weights: ReadonlyMap<string, number>): readonly string[] {
  const pieces = new Map<string, number>()
  for (const word of texts.flatMap(plain)) {
    const characters = [...word]
    let piece = '', weight = 0
    const put = () => { if (piece !== '') pieces.set(piece, Math.max(pieces.get(piece) ?? 0, weight)); piece = ''; weight = 0 }
    for (const [i, character] of characters.entries()) {
      const speaks = weights.get(character + (characters[i + 1] ?? '')) ?? 0
      if (speaks < SPEAKS || i + 1 === characters.length) { put(); continue }
      piece = piece === '' ? character + (characters[i + 1] ?? '') : piece + (characters[i + 1] ?? '')
      weight += speaks
    }
    put()
  }
  return [...new Set([...pieces].toSorted((a, b) => b[1] - a[1]).map(([piece]) => piece.replace(EDGES, '')).filter(piece => piece !== ''))].slice(0, 3)
}

/** A pair is named from this weight on: seen with the label e^0.7, twice, as often as with others. */
const SPEAKS = 0.7
/** Characters that belong to a word only inside of it. */
const EDGES = /^[的了在是有和就都也很把被给想问关于我又请]+|[的了在是有和就都也很把被给想问关于我又请]+$/gu

/** So likely is the usual urgency of a category before a word is read. */
const USUAL = 0.9

/** How likely each urgency is for a category before a word is read. */
export function usualUrgencies(type: Pick<CaseType, 'categories' | 'urgencies'>, category: string): ReadonlyMap<string, number> {
  const usual = urgencyOf(type, category), keys = type.urgencies.map(u => u.key)
  return new Map(keys.map(key => [key, keys.length === 1 ? 1 : key === usual ? USUAL : (1 - USUAL) / (keys.length - 1)]))
}
