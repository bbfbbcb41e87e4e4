/** What the program itself brings into the ledger: accepted returns of units, and what is counted from cases. */
import { type Id } from '../../kernel/id.ts'
import { type Source } from '../../kernel/source.ts'
import { type Context, type Tx } from '../context.ts'
import { findByFact, findFiguresByIds, insertFigures, saveFigureState } from './figure-store.ts'
import { type Figure } from './schema.ts'

/** A figure that is told of an indicator, unit and period by one place only. `replaces` is the figure that a revision stands beside and takes the place of. */
export type ProgramFigure<S extends Extract<Source, { kind: 'return' | 'cases' }> = Extract<Source, { kind: 'return' | 'cases' }>> = Pick<Figure, 'indicator' | 'unit' | 'period' | 'vintage' | 'basis' | 'level' | 'change'> & {
  readonly source: S
  /** The first is 1, each revision one more. */
  readonly edition: number
  readonly replaces: { readonly figure: Id; readonly reason: string } | null
}

/**
 * Writes such figures within the caller's transaction, which notes them, and answers their ids in the same order. What one
 * indicator, unit and period are said to be comes from one place only: whoever is second finds the first one's figure on file.
 */
export async function takeProgramFigures(tx: Tx, ctx: Context, brought: readonly ProgramFigure[]): Promise<readonly Id[]> {
  if (brought.length === 0) return []
  const at = ctx.now()
  const figures = brought.map(({ edition, replaces, ...said }) => ({
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
