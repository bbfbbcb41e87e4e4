import { type Reading } from '../schema.ts'
import { type Given, toldOf } from './front-matter.ts'
import { readPaper } from './read-paper.ts'

/** Reads a paper; where people know something of it that the paper itself does not say, it is read with that. */
export function readGiven(raw: string, given: Given): Reading {
  const read = readPaper(raw)
  const told = toldOf(given, read.document)
  return Object.keys(told).length === 0 ? read : readPaper(raw, told)
}
