import { type Id } from '../../../kernel/id.ts'
import { type Context, type Tx } from '../../context.ts'
import { findToldFigures, loadRegisterNames } from '../../indicators/index.ts'
import { loadDistrictUnit } from '../../org/index.ts'
import { findAwaited, saveAwaited } from './store.ts'
import { type Awaited, completionOf, type CompletionRow } from '../domain/completion.ts'
import { type PlanLine } from '../schema.ts'
import { planYear } from '../year.ts'

/** The completion table of a year. `headline` chooses and orders the lines with which a year opens: which those are is for packs to say. */
export async function completionTable(tx: Tx, ctx: Context, year: number, headline: (lines: readonly PlanLine[]) => readonly PlanLine[]): Promise<CompletionRow[]> {
  const lines = headline((await planYear(tx, ctx, year)).lines), next = headline((await planYear(tx, ctx, year + 1)).lines)
  const unit = await loadDistrictUnit(tx, ctx.district)
  const indicators = [...new Set([...lines, ...next].flatMap(line => line.indicator ?? []))]
  const figures = unit ? await findToldFigures(tx, ctx.district, indicators.map(indicator => ({ indicator, unit: unit.id }))) : []
  return completionOf({ year, today: ctx.today(), lines, next, figures, awaited: await findAwaited(tx, ctx.district, indicators, String(year)) })
}

/** What a published paper says is still to come; the indicator by its code. */
export type PublishedAwaited = Pick<Awaited, 'period' | 'publisher' | 'expected' | 'source'> & { readonly indicator: string }

/** Puts in what published papers say is still to come; what is there already stays. Answers how many were added. */
export async function seedAwaited(tx: Tx, ctx: Context, rows: readonly PublishedAwaited[]): Promise<number> {
  if (rows.length === 0) return 0
  const ids = new Map<string, Id>((await loadRegisterNames(tx, ctx.district)).map(entry => [entry.code, entry.id]))
  let added = 0
  for (const row of rows) {
    const indicator = ids.get(row.indicator)
    if (indicator === undefined) throw new Error(`待公布的指标不存在：${row.indicator}。 Unknown indicator: ${row.indicator}.`)
    if (await saveAwaited(tx, ctx.district, { ...row, indicator, by: ctx.actor.name, at: ctx.now(), version: 1 }, 0)) added += 1
  }
  return added
}
