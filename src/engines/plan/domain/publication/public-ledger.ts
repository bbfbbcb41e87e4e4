import { type Id } from '../../../../kernel/id.ts'
import { type Verdict } from '../../../../kernel/light.ts'
import { type LedgerRow, type LedgerView } from '../../ledgers/contract.ts'
import { type LedgerKind } from '../../ledgers/schema.ts'
import { type Commitment } from '../../schema.ts'
import { judgedLine, type Part } from '../ledger/judge.ts'
import { type PublicLedger, type PublicMatter } from './public-matter.ts'
import { type PublicLine } from './publication.ts'

/** What a matter is told from, before it is known which promises the public sees. A part outside the year's promises carries its own finding. */
export type LedgerGround = {
  readonly kind: Pick<LedgerKind, 'key' | 'name' | 'acceptance'>
  readonly title: string
  readonly matters: readonly (Pick<PublicMatter, 'key' | 'label' | 'dueOn' | 'leads' | 'evidence' | 'acceptance' | 'acceptedShare'> & { readonly parts: readonly { readonly key: string | null; readonly own: Part }[] })[]
}

/** Was a commitment made for this ledger, with it or as a line of it, and not taken from a paper or from the plan? */
function madeFor({ origin, source }: Pick<Commitment, 'origin' | 'source'>, ledger: Pick<LedgerRow, 'id' | 'title'>): boolean {
  return origin === ledger.id || (source.kind === 'hand' && source.ground === ledger.title)
}

/** Commitments that were made as lines of ledgers which the public does not see: lists of work within the house are no promises. */
export function madeWithin(views: readonly { readonly ledger: Pick<LedgerRow, 'id' | 'title'> & { readonly of: Pick<LedgerKind, 'public'> }; readonly lines: readonly { readonly commitment: Id | null }[] }[], commitments: readonly Pick<Commitment, 'id' | 'origin' | 'source'>[]): ReadonlySet<Id> {
  const byId = new Map(commitments.map(one => [one.id, one]))
  return new Set(views.filter(view => !view.ledger.of.public).flatMap(({ ledger, lines }) => lines.flatMap(({ commitment }) => {
    const made = byId.get(commitment ?? '')
    return made && madeFor(made, ledger) ? [made.id] : []
  })))
}

/** The ledgers of a year that are public. `keyOf`: the promise that a part is, by the id of its target or commitment. */
export function groundOf(views: readonly LedgerView[], keyOf: ReadonlyMap<Id, string>): LedgerGround[] {
  return views.filter(view => view.ledger.of.public).map(({ ledger, lines }) => ({
    kind: ledger.of, title: ledger.title,
    matters: lines.filter(line => !line.gone).map(line => ({
      key: line.id, label: line.label, dueOn: line.dueOn, leads: line.leads, evidence: line.evidence, acceptance: line.acceptance.state, acceptedShare: line.acceptance.share,
      parts: line.parts.map(part => ({ key: keyOf.get(part.line?.kind === 'target' ? part.line.id : part.commitment ?? '') ?? null, own: findingOf(part.line?.verdict ?? null, part.share) })),
    })),
  }))
}

/** By the figures alone; what was set by hand over it is not public. */
function findingOf(verdict: Verdict | null, share: number | null): Part {
  return verdict ? { light: verdict.light, share, because: verdict.because } : { light: 'not-judged', share: null, because: { zh: '尚未填报进展。', en: 'No progress has been entered yet.' } }
}

/**
 * The public ledgers over the promises that are shown: each matter judged from its parts by the rule of the ledger. Parts that are
 * left out of the publication are left out here too, and with the last of them the matter.
 */
export function publicLedgers(grounds: readonly LedgerGround[], lines: readonly PublicLine[], leftOut: ReadonlySet<string>): PublicLedger[] {
  const shown = new Map(lines.map(line => [line.key, line]))
  return grounds.map(({ kind, title, matters }) => ({
    kind: kind.key, title, name: kind.name, accepts: kind.acceptance.length > 0,
    matters: matters.flatMap(({ parts: all, ...matter }) => {
      const parts = all.filter(part => part.key === null || !leftOut.has(part.key))
      if (all.length > 0 && parts.length === 0) return []
      const found = parts.map(({ key, own }): Part => { const line = key === null ? undefined : shown.get(key); return line ? { light: line.light, share: line.share, because: line.because } : own })
      // The words of who accepted it are not public, only that it was.
      const judged = judgedLine(kind, found, { state: matter.acceptance, note: null })
      return [{ ...matter, promises: parts.flatMap(part => (part.key !== null && shown.has(part.key) ? [part.key] : [])), parts: judged.parts.of, done: judged.parts.done, share: judged.share, light: judged.light, because: judged.because }]
    }),
  }))
}
