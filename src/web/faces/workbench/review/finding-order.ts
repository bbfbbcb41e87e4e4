import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { findingName } from './finding-text.ts'

/** What of the findings is listed: `waiting` are those nobody has decided. Empty texts filter nothing. */
export type Filter = { readonly show: string; readonly kind: string; readonly q: string; readonly order: string }

/** `doubts` brings what a person must look at first; otherwise as they stand in the paper. */
export function listed(findings: readonly Finding[], filter: Filter): readonly Finding[] {
  const words = filter.q.trim().toLowerCase()
  const found = findings.filter(finding =>
    (filter.kind === '' || finding.kind === filter.kind || (finding.kind === 'fact' && finding.value.kind === filter.kind))
    && shows(finding, filter.show)
    && (words === '' || `${findingName(finding)} ${findingName(finding, 'read')} ${finding.key}`.toLowerCase().includes(words)))
  // Not by state: what has just been decided stays where it is.
  const rank = (finding: Finding) => (filter.order === 'position' || finding.doubtful ? 0 : 1)
  return found.toSorted((a, b) => rank(a) - rank(b) || a.start - b.start || a.end - b.end)
}

function shows(finding: Finding, show: string): boolean {
  switch (show) {
    case 'waiting': return finding.state === 'open'
    case 'doubtful': return waits(finding)
    case 'accepted':
    case 'corrected':
    case 'rejected': return finding.state === show
    default: return true
  }
}

/** Must a person still look at it? */
export function waits(finding: Finding): boolean {
  return finding.doubtful && finding.state === 'open'
}

/** The next finding after this one that nobody has decided, else the next one, else the last; null in an empty list. */
export function nextOpen(list: readonly Finding[], after: string | null): Finding | null {
  const at = list.findIndex(finding => finding.key === after)
  return list.slice(at + 1).find(finding => finding.state === 'open') ?? list[at + 1] ?? list[list.length - 1] ?? null
}
