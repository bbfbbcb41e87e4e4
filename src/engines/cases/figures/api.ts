import { type Label } from '../../../kernel/label.ts'
import { periodOn, spanOf } from '../../../kernel/period.ts'
import { ok } from '../../../kernel/result.ts'
import { addDays } from '../../../kernel/time.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { noTally, tallied, type Tally } from '../domain/rate-lines.ts'
import { periodBefore, periodLastYear, rateKeys, type RateWeights, weightedOf } from '../domain/rates.ts'
import { spanUntil, startOf } from '../domain/spans.ts'
import { type CaseFilter } from '../list-store.ts'
import { type CaseType } from '../schema.ts'
import { type BoardGroup, type BoardView, type contract, type GroupKey, type RateLine } from './contract.ts'
import { type Ground, groundOf, type Grouping, groupingOf, leavesOf, type Named, sightOf } from './groups.ts'
import { ages, countByPlace, countOpen, countOpened, countRates, type OpenRow, sumSpent } from './store.ts'

/** What is due within so many hours is due soon. */
const SOON_HOURS = 24
/** So many days of inflow are shown; places show the last seven. */
const INFLOW_DAYS = 14
const RECENT_DAYS = 7
/** Kinds of matter beyond these are in the table of rates. */
const MOST_CATEGORIES = 12

type Chosen = { readonly type?: string | undefined; readonly lead?: string | undefined; readonly within?: string | undefined; readonly category?: string | undefined }

function filterFrom({ type, lead, within, category }: Chosen, types: readonly CaseType[]): CaseFilter {
  const branch = category === undefined ? undefined : types.flatMap(one => (type === undefined || one.key === type ? one.categories : [])).find(one => one.key === category)
  return { type, within, ...(lead !== undefined && { lead: [lead] }), ...(category !== undefined && { category: branch ? leavesOf(branch) : [category] }) }
}

/** What was chosen, as the query of a list; and the caller's own units, where nothing else is seen. */
function baseOf(chosen: Chosen, whole: boolean, { lead }: CaseFilter): Record<string, string> {
  return { ...Object.fromEntries(Object.entries(chosen).filter((entry): entry is [string, string] => entry[1] !== undefined)), ...(!whole && { lead: (lead ?? []).join(',') }) }
}

export const handlers: Handlers<typeof contract> = {
  rates: async (ctx, { query: { by, period: asked, ...chosen } }) => ctx.read(async tx => {
    const ground = await groundOf(tx, ctx)
    const period = asked ?? periodOn('month', ctx.today())
    const [before, lastYear] = [periodBefore(period), periodLastYear(period)]
    const { whole, filter } = sightOf(ctx, filterFrom(chosen, ground.types))
    const grouping = groupingOf(by, ground, chosen.within)
    const [now, then, year] = [await tallyOf(tx, ctx, filter, period, grouping), await tallyOf(tx, ctx, filter, before, grouping), await tallyOf(tx, ctx, filter, lastYear, grouping)]
    const weights = weightsOf(chosen.type, ground.types)
    const line = (named: Named, tally: (of: Tallies) => Tally): RateLine => lineOf(named, tally, { now, before: before === null ? null : then, lastYear: lastYear === null ? null : year }, weights, period)
    const named = [...now.groups.keys()].map(key => ({ key, named: grouping.named(key) })).toSorted((a, b) => orderOf(a.named, ground) - orderOf(b.named, ground) || (now.groups.get(b.key)?.shares.closing.whole ?? 0) - (now.groups.get(a.key)?.shares.closing.whole ?? 0))
    return ok({
      period, before, lastYear, asOf: ctx.now(), whole, base: baseOf(chosen, whole, filter), weights: weights.filter(w => w.from <= ctx.today()).toSorted((a, b) => a.from.localeCompare(b.from)).at(-1) ?? null,
      total: line({ key: 'total', name: { zh: '合计', en: 'Total' }, filter: {} }, of => of.total),
      lines: named.map(({ key, named }) => line(named, of => of.groups.get(key) ?? noTally)),
    })
  }),

  board: async (ctx, { query: chosen }) => ctx.read(async tx => {
    const ground = await groundOf(tx, ctx)
    const { whole, filter } = sightOf(ctx, filterFrom(chosen, ground.types))
    const now = ctx.now(), today = ctx.today()
    const soon = new Date(Date.parse(now) + SOON_HOURS * 3_600_000).toISOString()
    const open = await countOpen(tx, ctx.district, filter, soon, today, now)
    const opened = await countOpened(tx, ctx.district, { ...filter, openedFrom: startOf(addDays(today, 1 - INFLOW_DAYS)) }, now)
    const recent = await countByPlace(tx, ctx.district, { ...filter, openedFrom: startOf(addDays(today, 1 - RECENT_DAYS)) }, now)
    const places = groupingOf('street', ground, chosen.within)
    const groups = (group: GroupKey, key: (row: OpenRow) => string | null): BoardGroup[] => {
      const grouping = groupingOf(group, ground, chosen.within)
      return [...Map.groupBy(open, row => grouping.into(key(row)))].map(([key, rows]) => ({ ...grouping.named(key), ...sumOf(rows) })).toSorted((a, b) => b.late - a.late || b.open - a.open)
    }
    const view: BoardView = {
      asOf: now, today, whole, base: baseOf(chosen, whole, filter),
      inflow: {
        hours: Array.from({ length: 24 }, (_, hour) => opened.find(one => one.day === today && one.hour === hour)?.n ?? 0),
        days: Array.from({ length: INFLOW_DAYS }, (_, i) => addDays(today, i + 1 - INFLOW_DAYS)).map(day => ({ day, n: opened.reduce((n, one) => n + (one.day === day ? one.n : 0), 0) })),
      },
      open: { ...sumOf(open), suspended: sum(open, row => row.suspended), undispatched: sum(open, row => row.undispatched), joint: sum(open, row => row.joint) },
      ages: [...ages.keys(), ages.length].map(age => ({ ...ageOf(age, today), ...sumOf(open.filter(row => row.age === age)) })),
      steps: [0, 1, 2, 3].map(step => ({ step, open: sum(open.filter(row => row.step === step), row => row.open) })),
      units: groups('unit', row => row.lead), categories: groups('category', row => row.category).toSorted((a, b) => b.open - a.open).slice(0, MOST_CATEGORIES),
      places: placesShown(open, recent, places),
    }
    return ok(view)
  }),
}

const sum = (rows: readonly OpenRow[], of: (row: OpenRow) => number) => rows.reduce((n, row) => n + of(row), 0)
const sumOf = (rows: readonly OpenRow[]) => ({ open: sum(rows, row => row.open), late: sum(rows, row => row.late), soon: sum(rows, row => row.soon), climbed: sum(rows.filter(row => row.step > 0), row => row.open) })

/** Which days an age means, as the list is narrowed to them. */
function ageOf(age: number, today: string): { readonly name: Label; readonly filter: Record<string, string> } {
  const [first, last] = [age === 0 ? 0 : (ages[age - 1] ?? 0) + 1, ages[age]]
  const days = { ...(last !== undefined && { openedFrom: addDays(today, -last) }), ...(age > 0 && { openedTo: addDays(today, -first) }) }
  if (last === undefined) return { name: { zh: `${first}天以上`, en: `${first} days or more` }, filter: days }
  return { name: age === 0 ? { zh: '今天', en: 'Today' } : { zh: `${first}—${last}天`, en: `${first} to ${last} days` }, filter: days }
}

function placesShown(open: readonly OpenRow[], recent: readonly { readonly place: string; readonly n: number }[], places: Grouping): BoardView['places'] {
  const openBy = Map.groupBy(open.filter(row => row.place !== null), row => places.into(row.place))
  const recentBy = Map.groupBy(recent, one => places.into(one.place))
  return [...new Set([...openBy.keys(), ...recentBy.keys()])].map(id => ({ id, ...places.named(id), ...sumOf(openBy.get(id) ?? []), recent: (recentBy.get(id) ?? []).reduce((n, one) => n + one.n, 0) })).toSorted((a, b) => b.open - a.open || b.recent - a.recent)
}

type Tallies = { readonly total: Tally; readonly groups: ReadonlyMap<string, Tally> }

async function tallyOf(tx: Tx, ctx: Context, filter: CaseFilter, period: string | null, { by, into }: Grouping): Promise<Tallies> {
  const span = period === null ? null : spanUntil(period, ctx.now())
  if (!span || span.from >= span.to) return { total: noTally, groups: new Map() }
  const counts = await countRates(tx, ctx.district, filter, span, by, ctx.now())
  const spent = await sumSpent(tx, ctx.district, filter, span, by, ctx.now())
  return { total: tallied(counts, spent, () => '').get('') ?? noTally, groups: tallied(counts, spent, into) }
}

function lineOf(named: Named, tally: (of: Tallies) => Tally, { now, before, lastYear }: { readonly now: Tallies; readonly before: Tallies | null; readonly lastYear: Tallies | null }, weights: readonly RateWeights[], period: string): RateLine {
  const of = (tallies: Tallies | null) => (tallies ? tally(tallies) : null)
  const [a, b, c] = [tally(now), of(before), of(lastYear)]
  const on = (tally: Tally | null, of: string | null) => (tally && of !== null ? weightedOf(tally.shares, weights, spanOf(of)?.to ?? '') : null)
  return {
    ...named, filter: { ...named.filter },
    rates: Object.fromEntries(rateKeys.map(rate => [rate, { now: a.shares[rate], before: b?.shares[rate] ?? null, lastYear: c?.shares[rate] ?? null }])) as RateLine['rates'], // its keys are the rates
    weighted: { now: on(a, period), before: on(b, periodBefore(period)), lastYear: on(c, periodLastYear(period)) },
    spent: [...a.spent].map(([unit, { cases, sum }]) => ({ unit, cases, average: Math.round((sum / cases) * 10) / 10 })),
  }
}

/** Weights belong to a type: without one chosen there is nothing to weigh by. */
function weightsOf(type: string | undefined, types: readonly CaseType[]): readonly RateWeights[] {
  const found = types.find(one => one.key === type) as (CaseType & { readonly rates?: { readonly weights: readonly RateWeights[] } }) | undefined // a type may bring weights
  return found?.rates?.weights ?? []
}

/** Units in the order of their codes, so that a list of them is no ranking; everything else by how much there is. */
function orderOf({ key }: Named, { all }: Ground): number {
  const at = all.findIndex(unit => unit.id === key)
  return at === -1 ? all.length : at
}

