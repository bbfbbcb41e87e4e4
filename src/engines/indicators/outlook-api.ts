import { type Id } from '../../kernel/id.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../context.ts'
import { findUnits, loadDistrictUnit, loadUnit } from '../org/index.ts'
import { type contract, type OutlookPage } from './contract.ts'
import { latestTakenApart, type Part, type TakenApart } from './domain/contribution.ts'
import { growsAtConstantPrices } from './domain/derive.ts'
import { forecastOf, YEARS_LOOKED_AT } from './domain/forecast.ts'
import { curveFor, mayCurve } from './domain/own-curve.ts'
import { outlookOf } from './domain/outlook.ts'
import { expectedShare } from './domain/pace.ts'
import { knownOn } from './domain/pairing.ts'
import { spanIn } from './domain/spans.ts'
import { inUnit } from './domain/units.ts'
import { type Said } from './domain/vintage.ts'
import { aimWords } from './domain/words.ts'
import { coursesBefore, growthCourse, levelCourse } from './domain/year-courses.ts'
import { findSaid, findUnitsWith } from './figure-store.ts'
import { findSaidForForecast } from './foreseeing.ts'
import { findCurves, insertCurve } from './pace-store.ts'
import { findIndicatorsOf, loadIndicator } from './register-store.ts'
import { type Indicator, type PaceCurve } from './schema.ts'
import { judgeTargets, type JudgedTarget } from './standing.ts'
import { findTargets } from './target-store.ts'

type Outlooks = Pick<Handlers<typeof contract>, 'outlook' | 'setCurve'>

export const outlookHandlers: Outlooks = {
  outlook: async (ctx, { params, query }) => ctx.read(async tx => {
    const indicator = await loadIndicator(tx, ctx.district, params.id)
    if (!indicator) return refuse('unknown-indicator', { id: params.id })
    const unit = query.unit ? await loadUnit(tx, ctx.district, query.unit) : await loadDistrictUnit(tx, ctx.district)
    return unit ? ok(await pageOf(tx, ctx, indicator, unit.id, query.year ?? null, query.on ?? ctx.today())) : refuse('unknown-unit', { id: query.unit ?? '' })
  }),

  setCurve: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const indicator = await loadIndicator(tx, ctx.district, params.id)
    if (!indicator) return refuse('unknown-indicator', { id: params.id })
    if (indicator.kind === 'rate') return refuse('rate-has-no-pace', { name: indicator.name.zh })
    const allowed = body.shares ? mayCurve(body.shares) : ok(null)
    if (!allowed.ok) return allowed
    const before = curveFor(body.fromYear, (await findCurves(tx, ctx.district, [indicator.id])).get(indicator.id) ?? [])
    if (!body.shares && !before) return refuse('no-curve')
    const curve: PaceCurve = { id: ctx.newId(), fromYear: body.fromYear, shares: body.shares, ground: body.ground, by: ctx.actor.name, at: ctx.now() }
    await insertCurve(tx, ctx.district, indicator.id, ctx.actor.person, curve)
    await note({ verb: body.shares ? 'pace-curve.set' : 'pace-curve.ended', thing: 'indicator', thingId: indicator.id, unit: indicator.ownerUnit, detail: { code: indicator.code, fromYear: body.fromYear, ground: body.ground, was: before?.shares ?? null, is: body.shares } })
    return ok(curve)
  }),
}

async function pageOf(tx: Tx, ctx: Context, indicator: Indicator, unit: Id, asked: number | null, on: string): Promise<OutlookPage> {
  const thisYear = Number(on.slice(0, 4))
  const saidOf = async (year: number) => (await findSaidForForecast(tx, ctx.district, [{ indicator, unit, year }]))({ indicator, unit })
  // The latest year of which something is known since January, where none is asked for.
  const recent = asked === null ? knownOn(await saidOf(thisYear), indicator, on) : []
  const year = asked ?? yearsWithFigures(recent).at(-1) ?? thisYear
  const all = asked === null && year === thisYear ? recent : await saidOf(year)
  const said = knownOn(all, indicator, on)
  const courses = courseOf(indicator, said)
  const sets = (await findCurves(tx, ctx.district, [indicator.id])).get(indicator.id) ?? []
  const curve = indicator.kind === 'rate' ? null : curveFor(year, sets)
  const judged = await judgeTargets(tx, ctx.district, (await findTargets(tx, ctx.district, { indicator: indicator.id, unit, year, limit: 20 })).rows, on)
  const level = forecastOf(indicator, year, 'level', indicator.unit, all, on)
  return {
    year, unit: indicator.unit, kind: indicator.kind, constantPrices: growsAtConstantPrices(indicator),
    years: [...new Set([...yearsWithFigures(recent.length > 0 ? recent : said), year])].toSorted((a, b) => b - a),
    course: courses(year), past: coursesBefore(year, YEARS_LOOKED_AT, courses).filter(c => c.at.some(value => value !== null)).map(mutable),
    // A rate and a stock have no share of a year that could be due by a month.
    expected: indicator.kind === 'flow' ? monthEnds(year).map(day => expectedShare(String(year), day, said, curve)).map(expected => ({ share: expected.share, how: expected.how })) : [],
    curves: [...sets],
    whole: indicator.kind === 'flow' ? wholeOf(indicator, judged, courses(year - 1).whole) ?? (level.made ? { value: level.forecast.value, from: 'forecast', words: '' } : null) : null,
    level,
    growth: indicator.kind === 'flow' ? forecastOf(indicator, year, 'growth', '%', all, on) : null,
    targets: judged.map(({ target, pair }) => ({ id: target.id, words: { zh: target.words, en: `${target.aspect === 'growth' ? 'growth of ' : ''}${aimWords(target).en}` }, aspect: target.aspect, rest: outlookOf(target, indicator, pair, all, on).rest })),
    sectors: apartFor(await partsOf(tx, ctx, indicator, unit, year, on)),
    units: apartFor(await unitsBelow(tx, ctx, indicator, unit, year, on)),
  }

  function apartFor(parts: readonly Part[]): TakenApart | null {
    return latestTakenApart(indicator, said, parts, year)
  }
}

/** The total that a target asks of the year: its own number, or last year's total grown by it. */
function wholeOf(indicator: Indicator, judged: readonly JudgedTarget[], lastYear: number | null): OutlookPage['whole'] {
  for (const { target } of judged) {
    if (target.value === null || target.operator === '<=') continue
    const value = target.aspect === 'level' ? inUnit({ value: target.value, unit: target.measure }, indicator.unit) : growsAtConstantPrices(indicator) || lastYear === null ? null : lastYear * (1 + target.value / 100)
    if (value !== null && value > 0) return { value, from: 'target', words: target.words }
  }
  return null
}

const mutable = ({ at, ...course }: ReturnType<typeof levelCourse>) => ({ ...course, at: [...at] })

/** The course that is drawn: of the level; of growth where only that was told. */
function courseOf(indicator: Indicator, said: readonly Said[]): (year: number) => ReturnType<typeof mutable> {
  const levels = said.some(f => f.level)
  return year => mutable(levels ? levelCourse(indicator.kind, said, year, indicator.unit) : growthCourse(said, year))
}

function yearsWithFigures(said: readonly Said[]): readonly number[] {
  return [...new Set(said.flatMap(f => (spanIn(f.period)?.kind === 'years' ? [] : [Number(spanIn(f.period)?.to.slice(0, 4))])))].toSorted((a, b) => a - b)
}

const monthEnds = (year: number) => Array.from({ length: 12 }, (_, i) => spanIn(`${year}-${String(i + 1).padStart(2, '0')}`)?.to ?? '')

/** The indicators that it is made of, with what is told of them for the same unit. A sum of others is made of these. */
async function partsOf(tx: Tx, ctx: Context, indicator: Indicator, unit: Id, year: number, on: string): Promise<Part[]> {
  const ids = indicator.parts.length > 0 ? indicator.parts : indicator.formula?.kind === 'sum' ? indicator.formula.inputs : []
  if (ids.length === 0) return []
  const entries = await findIndicatorsOf(tx, ctx.district, ids)
  const said = Map.groupBy(await findSaid(tx, ctx.district, ids.map(id => ({ indicator: id, unit, ...twoYears(year) }))), f => f.indicator)
  return ids.flatMap(id => {
    const entry = entries.get(id)
    return entry ? [{ id, name: entry.name, said: knownOn(said.get(id) ?? [], entry, on) }] : []
  })
}

/** The units below that tell the same indicator and together make up the unit: its streets, not the departments beside them. */
async function unitsBelow(tx: Tx, ctx: Context, indicator: Indicator, unit: Id, year: number, on: string): Promise<Part[]> {
  if (indicator.kind === 'rate') return []
  const telling = new Set((await findUnitsWith(tx, ctx.district, indicator.id)).map(one => one.id))
  const below = (await findUnits(tx, ctx.district)).filter(one => one.parent === unit && one.kind !== 'department' && one.kind !== 'task-force' && telling.has(one.id))
  if (below.length === 0) return []
  const said = Map.groupBy(await findSaid(tx, ctx.district, below.map(one => ({ indicator: indicator.id, unit: one.id, ...twoYears(year) }))), f => f.unit)
  return below.map(one => ({ id: one.id, name: { zh: one.name, en: one.name }, said: knownOn(said.get(one.id) ?? [], indicator, on) }))
}

const twoYears = (year: number) => ({ from: `${year - 1}-01-01`, to: `${year}-12-31`, levelsOnly: false })
