import { type Ledger, type LedgerEvent, type LedgerLine, type LineEvent, type MidTerm } from '../../ledgers/schema.ts'

/** A ledger with the mid-term evaluations that were concluded on it. */
export type LedgerState = Ledger & { readonly midTerms: readonly MidTerm[] }

/** The state of a ledger, folded from its history; null before it was made and after it was removed. */
export function ledgerOf(events: readonly LedgerEvent[]): LedgerState | null {
  return events.reduce<LedgerState | null>(appliedToLedger, null)
}

/** One step of the fold of a ledger. */
export function appliedToLedger(ledger: LedgerState | null, event: LedgerEvent): LedgerState | null {
  if (event.kind === 'made') return { ...event.ledger, midTerms: [], version: 1 }
  if (!ledger) return null
  const version = ledger.version + 1
  switch (event.kind) {
    case 'retitled': return { ...ledger, title: event.title, version }
    case 'capped': return { ...ledger, cap: event.cap, version }
    case 'evaluated': return { ...ledger, midTerms: [...ledger.midTerms, event.midTerm], version }
    case 'removed': return null
  }
}

/** The state of a line, folded from its history; null before it was placed and after it was taken off. */
export function lineOf(events: readonly LineEvent[]): LedgerLine | null {
  return events.reduce<LedgerLine | null>(appliedToLine, null)
}

const nothingProposed: LedgerLine['acceptance'] = { state: 'none', step: 0, at: null, by: null, proposer: null, share: null, note: null }

/** One step of the fold of a line. */
export function appliedToLine(line: LedgerLine | null, event: LineEvent): LedgerLine | null {
  if (event.kind === 'placed') return { ...event.line, weight: 1, path: null, evidence: [], acceptance: nothingProposed, told: [], version: 1 }
  if (!line) return null
  const version = line.version + 1
  switch (event.kind) {
    case 'set': return { ...line, position: event.position ?? line.position, weight: event.weight ?? line.weight, path: event.path === undefined ? line.path : event.path, version }
    case 'retargeted': return { ...line, target: event.target, version }
    case 'evidence-added': return { ...line, evidence: [...line.evidence, { ...event.evidence, withdrawn: null }], version }
    case 'evidence-withdrawn': {
      const withdrawn = { at: event.at, by: event.by, reason: event.reason }
      return { ...line, evidence: line.evidence.map(e => (e.id === event.evidence ? { ...e, withdrawn } : e)), version }
    }
    case 'proposed': return { ...line, acceptance: { state: 'proposed', step: 0, at: event.at, by: event.by, proposer: event.person, share: null, note: event.note }, version }
    case 'decided': {
      // A step that accepts hands on to the next; whatever else is decided ends it.
      const state = event.decision === 'accepted' && !event.last ? 'proposed' : event.decision
      return { ...line, acceptance: { ...line.acceptance, state, step: event.decision === 'accepted' ? event.step + 1 : event.step, at: event.at, by: event.by, share: event.share, note: event.note }, version }
    }
    case 'told': return { ...line, told: [...line.told, event.telling], version }
    case 'taken-off': return null
  }
}

/** Evidence that stands: what was withdrawn stays readable in the history and proves nothing. */
export function standingEvidence(line: Pick<LedgerLine, 'evidence'>): LedgerLine['evidence'] {
  return line.evidence.filter(e => e.withdrawn === null)
}
