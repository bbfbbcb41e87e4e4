/** What the program itself brings into the ledger: accepted returns of units, and what is counted from cases. */
import { type Id } from '../../kernel/id.ts'
import { type Source } from '../../kernel/source.ts'
import { type Context, type Tx } from '../context.ts'
import { findByFact, findFiguresByIds, insertFigures, saveFigureState } from './figure-store.ts'
import { type Figure } from './schema.ts'

/** A figure that is told of an indicator, unit and period by one place only. `replaces` is the figure that a revision stands beside and takes the place of. */
type Told<S extends Source> = Pick<Figure, 'indicator' | 'unit' | 'period' | 'vintage' | 'basis' | 'level' | 'change'> & {
  readonly source: S
  /** The first is 1, each revision one more. */
  readonly edition: number
  readonly replaces: { readonly figure: Id; readonly reason: string } | null
}
export type ReturnedFigure = Told<Extract<Source, { kind: 'return' }>>
export type CountedFigure = Told<Extract<Source, { kind: 'cases' }>>

/**
 * Writes the figures of an accepted return, within the caller's transaction, and answers their ids in the same order. What one
 * indicator, unit and period are said to be comes from one return only: whoever is second finds the first one's figure on file.
 */
export async function takeReturned(tx: Tx, ctx: Context, returned: readonly ReturnedFigure[]): Promise<readonly Id[]> {
  return take(tx, ctx, returned)
}

/** Writes what was counted from cases; the caller notes it. */
export async function takeCounted(tx: Tx, ctx: Context, counted: CountedFigure): Promise<void> {
  await take(tx, ctx, [counted])
}

async function take(tx: Tx, ctx: Context, returned: readonly (ReturnedFigure | CountedFigure)[]): Promise<readonly Id[]> {
  if (returned.length === 0) return []
  const at = ctx.now()
  const figures = returned.map(({ edition, replaces, ...said }) => ({
    fact: [said.source.kind, said.indicator, said.unit, said.period, said.level ? 'level' : 'growth', edition].join('|'),
    figure: { id: ctx.newId(), ...said, rank: null, qualifier: null, status: 'approved', saidAs: null, saidOn: ctx.today(), origin: null, at, replaces: replaces?.figure ?? null, replacedBy: null, reason: replaces?.reason ?? null, version: 1 } as const,
  }))
  const added = await insertFigures(tx, ctx.district, figures)
  const known = await findByFact(tx, ctx.district, figures.map(f => f.fact))
  const old = await findFiguresByIds(tx, ctx.district, figures.flatMap(f => (f.figure.replaces && added.has(f.figure.id) ? [f.figure.replaces] : [])))
  for (const { figure } of figures) {
    const before = figure.replaces === null ? undefined : old.get(figure.replaces)
    if (before && before.replacedBy === null) await saveFigureState(tx, ctx.district, before.id, { replacedBy: figure.id }, before.version)
  }
  return figures.map(({ fact, figure }) => known.get(fact) ?? figure.id)
}
