import type { FrontMatter, Reading } from '../schema.ts'
import { readFacts } from './facts/read-facts.ts'
import { cleanText } from './reading/clean-text.ts'
import { frontMatterOf } from './reading/front-matter.ts'
import { termsOf } from './reading/glossary.ts'
import { outlineOf } from './reading/outline.ts'
import { structureDoubtsOf } from './reading/structure-doubts.ts'

/**
 * Reads a paper: repairs its text, finds its outline, front matter and words, and the figures and promises in it.
 * What the planner says of the paper (`given`) counts more than what was found. Every span is into `raw`.
 */
export function readPaper(raw: string, given: Partial<FrontMatter> = {}): Reading {
  const clean = cleanText(raw)
  const outline = outlineOf(clean)
  const document = withGiven(frontMatterOf(raw, clean, outline), given)
  const { facts, commitments, doubts } = readFacts(clean, outline, document)
  return {
    document, outline, facts,
    promises: commitments,
    glossary: termsOf(clean, outline),
    repairs: [...clean.repairs],
    doubts: [...structureDoubtsOf(clean, outline, document), ...doubts].sort((a, b) => a.start - b.start || a.end - b.end),
  }
}

function withGiven(found: FrontMatter, given: Partial<FrontMatter>): FrontMatter {
  const said = Object.entries(given).filter(([name, value]) => name !== 'inferred' && value !== undefined)
  return { ...found, ...Object.fromEntries(said), inferred: found.inferred.filter(name => !said.some(([key]) => key === name)) }
}
