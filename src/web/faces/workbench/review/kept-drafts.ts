import { z } from 'zod'
import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { type Draft } from './finding-draft.ts'

const Kept = z.record(z.string(), z.string())

/** A correction that was begun and not saved, as long as this window lives and the finding is still the one it was begun on. */
export function keptDraft(finding: Finding): Draft | null {
  try {
    const kept = sessionStorage.getItem(nameOf(finding))
    return kept === null ? null : Kept.parse(JSON.parse(kept))
  } catch {
    return null // storage forbidden or not ours: the form begins with what stands
  }
}

export function keepDraft(finding: Finding, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(nameOf(finding), JSON.stringify(draft))
    else sessionStorage.removeItem(nameOf(finding))
  } catch {
    // Storage forbidden or full: the draft lives until the form is left.
  }
}

function nameOf(finding: Finding): string {
  return `opendistrict.correction.${finding.id}.${finding.version}`
}
