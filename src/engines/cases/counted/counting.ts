import { type Period } from '../../../kernel/period.ts'
import { type Context, type Note, type Tx } from '../../context.ts'
import { type Job } from '../../job.ts'
import { countEditions, findIndicatorsByCode, findProgramFigures, takeProgramFigures } from '../../indicators/index.ts'
import { loadDistrictUnit } from '../../org/index.ts'
import { countedSource, type CountedFigure, levelOf, monthsCounted, sharesOf } from '../domain/counted-figures.ts'
import { tallied } from '../domain/rate-lines.ts'
import { spanUntil } from '../domain/spans.ts'
import { type Share } from '../domain/rates.ts'
import { countRates } from '../figures/store.ts'
import { seeEveryCase } from '../store.ts'
import { countOpenedIn, findCountedFigures, saveCountedFigure } from './store.ts'

/** So many months back are counted again each night. */
const MONTHS = 3

export type CountedMonth = { readonly written: number; readonly unchanged: number; readonly nothing: string[] }

/** Puts in place what packs want counted. Answers how many were new or changed. */
export async function seedCountedFigures(tx: Tx, ctx: Context, figures: readonly CountedFigure[]): Promise<number> {
  let made = 0
  for (const figure of figures) if (await saveCountedFigure(tx, ctx.district, figure)) made += 1
  return made
}

/**
 * Counts the cases of a month and writes the district's figures. The same numbers write nothing; other numbers than those on
 * file, after a late call-back or an exclusion, are a correction that stands beside them and takes their place.
 */
export async function countMonth(tx: Tx, ctx: Context, month: Period): Promise<CountedMonth> {
  await seeEveryCase(tx)
  const span = spanUntil(month, ctx.now()), unit = await loadDistrictUnit(tx, ctx.district)
  const figures = await findCountedFigures(tx, ctx.district)
  const nothing: string[] = []
  const done = { written: 0, unchanged: 0, nothing }
  if (!span || !unit) return done
  const indicators = await findIndicatorsByCode(tx, ctx.district, figures.map(figure => figure.indicator))
  const keys = [...indicators.values()].map(({ id }) => ({ indicator: id, period: month }))
  const onFile = new Map((await findProgramFigures(tx, ctx.district, 'cases', unit.id, keys)).map(figure => [figure.indicator, figure]))
  const editions = await countEditions(tx, ctx.district, unit.id, keys)
  for (const [type, ofType] of Map.groupBy(figures, figure => figure.type)) {
    const { opened, generated } = await countOpenedIn(tx, ctx.district, type, span.from, span.to)
    const shares = tallied(await countRates(tx, ctx.district, { type }, span, 'nothing', ctx.now()), [], () => '').get('')?.shares
    for (const figure of ofType) {
      const indicator = indicators.get(figure.indicator)
      const share: Share = figure.counts === 'opened' ? { part: opened, whole: opened } : shares?.[figure.counts] ?? { part: 0, whole: 0 }
      const level = levelOf(figure, share)
      if (!indicator) continue
      if (!level) { nothing.push(figure.indicator); continue }
      const before = onFile.get(indicator.id), was = before && sharesOf(before.source)
      if (was?.part === share.part && was.whole === share.whole) { done.unchanged += 1; continue }
      await takeProgramFigures(tx, ctx, [{
        indicator: indicator.id, unit: unit.id, period: month, vintage: 'first', basis: indicator.basis, level, change: null, source: countedSource(figure, share, month, ctx.now(), generated),
        edition: (editions.get(indicator.id) ?? 0) + 1, replaces: before ? { figure: before.id, reason: '工单有后续变化，重新统计 cases changed afterwards; counted again' } : null,
      }])
      done.written += 1
    }
  }
  return done
}

const entryOf = (ctx: Context, month: Period, done: CountedMonth) => ({ verb: 'case-figures.counted', thing: 'district', thingId: String(ctx.district), detail: { month, ...done } })

/** The same, noted in the trail. */
export async function count(tx: Tx, ctx: Context, note: Note, month: Period): Promise<CountedMonth> {
  const done = await countMonth(tx, ctx, month)
  await note(entryOf(ctx, month, done))
  return done
}

export const countingFigures: Job = {
  name: 'cases.count-figures', everySeconds: 21_600,
  run: async ctx => {
    for (const month of monthsCounted(ctx.today(), MONTHS)) {
      await ctx.write(async (tx, note) => {
        const done = await countMonth(tx, ctx, month)
        if (done.written === 0) return { ok: false as const, refused: 'nothing-to-do', facts: {} }
        await note(entryOf(ctx, month, done))
        return { ok: true as const }
      })
    }
  },
}
