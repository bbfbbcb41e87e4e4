import { type Id } from '../../../../kernel/id.ts'
import { yearOf } from '../../../../kernel/period.ts'
import { type Commitment } from '../../schema.ts'
import { type LedgerKind } from '../../ledgers/schema.ts'
import { childrenOf } from '../tree.ts'

/** A list that stands in the plan already, because a paper brought it as a part or an annex, and of which a ledger may be made. */
export type Offer = { readonly kind: string; readonly year: number; readonly title: string; readonly commitments: readonly { readonly id: Id; readonly title: string; readonly parts: number }[] }

type Placed = Pick<Commitment, 'id' | 'parent' | 'position' | 'kind' | 'title' | 'year'>

/** Finds, among the commitments of a year, parts whose heading speaks of a kind of ledger; its lines are what stands right below. `listed` are commitments that stand in a ledger already. */
export function offersIn(kinds: readonly LedgerKind[], commitments: readonly Placed[], listed: ReadonlySet<Id>): readonly Offer[] {
  const children = childrenOf(commitments)
  return kinds.filter(kind => kind.of === 'commitment' && kind.annex.length > 0).flatMap(kind => commitments.flatMap(heading => {
    const below = children.get(heading.id) ?? []
    if (heading.kind === 'measure' || below.length < 2 || !kind.annex.some(words => heading.title.includes(words)) || below.some(c => listed.has(c.id))) return []
    return [{ kind: kind.key, year: heading.year, title: heading.title, commitments: below.map(c => ({ id: c.id, title: c.title, parts: measuresBelow(c, children).length })) }]
  }))
}

/** The measures below a commitment, itself where nothing stands below it: the parts by which a line is measured. */
export function measuresBelow<C extends Pick<Commitment, 'id'>>(commitment: C, children: ReadonlyMap<Id | null, readonly C[]>): readonly C[] {
  const below = children.get(commitment.id) ?? []
  return below.length === 0 ? [commitment] : below.flatMap(c => measuresBelow(c, children))
}

/** Does a commitment of a year, or a target of a period, belong to a ledger of this span? */
export function belongsTo(span: string, ends: number): boolean {
  const last = yearOf(span)
  const first = Number(span.slice(0, 4))
  return last !== null && ends >= first && ends <= last
}
