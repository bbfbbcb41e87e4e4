import { type Reading } from '../schema.ts'
import { CERTAIN, type FindingKind, type Found } from './finding.ts'

/** One thing to be reviewed, as a reading gives it. */
export type ReadFinding = {
  readonly key: string; readonly kind: FindingKind; readonly read: Found; readonly doubtful: boolean; readonly certainty: number
  readonly start: number; readonly end: number; readonly block: string | null; readonly section: string | null
}

/** Facts, promises and terms of a reading in the order of the paper, each with a key of its own. */
export function findingsFromReading(reading: Reading): ReadFinding[] {
  const inDoubt = new Set(reading.doubts.flatMap(doubt => doubt.fact ?? []))
  const keys = new Set<string>()
  const own = (wanted: string): string => {
    let key = wanted
    for (let i = 2; keys.has(key); i++) key = `${wanted}-${i}`
    keys.add(key)
    return key
  }
  const placed = (kind: FindingKind) => (read: Reading['facts'][number] | Reading['promises'][number]): ReadFinding => ({
    key: own(read.id), kind, read, doubtful: read.certainty < CERTAIN || inDoubt.has(read.id), certainty: read.certainty, start: read.start, end: read.end, block: read.block, section: read.section,
  })
  return [
    ...reading.facts.map(placed('fact')),
    ...reading.promises.map(placed('promise')),
    ...reading.glossary.map((term): ReadFinding => ({ key: own(`t${term.start}`), kind: 'term', read: term, doubtful: false, certainty: 1, start: term.start, end: term.end, block: null, section: null })),
  ].sort((a, b) => a.start - b.start || (a.key < b.key ? -1 : 1))
}
