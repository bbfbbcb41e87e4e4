import { type Id } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../context.ts'
import { handledBy } from '../org/domain/permission.ts'
import { loadDistrictUnit, loadUnit } from '../org/index.ts'
import { type contract, type IndicatorChange, type IndicatorPage } from './contract.ts'
import { derivedFrom, disagreements, saidByFormula, type Derived } from './domain/derive.ts'
import { monthsOf } from './domain/judge.ts'
import { matchIndicator } from './domain/match.ts'
import { nameParts } from './domain/names.ts'
import { isCircular } from './domain/steps.ts'
import { findFiguresOf, findPapers, findUnitsWith, type Sight } from './figure-store.ts'
import { countChange, deleteAlias, findIndicatorRows, findRegister, insertAlias, insertIndicator, loadIndicator, refreshSearch, saveIndicator } from './register-store.ts'
import { type Figure, type Indicator } from './schema.ts'
import { judgeTargets } from './standing.ts'
import { targetRowFrom } from './target-rows.ts'
import { findTargets } from './target-store.ts'

type Register = Pick<Handlers<typeof contract>, 'indicators' | 'match' | 'indicator' | 'create' | 'edit' | 'confirmName' | 'removeName' | 'denyName'>

/** What this person may see of what is held back. */
export function sightOf(ctx: Context): Sight {
  return { handles: handledBy(ctx.actor), posts: ctx.actor.posts }
}

const FIGURES_SHOWN = 500

export const registerHandlers: Register = {
  indicators: async (ctx, { query }) => ctx.read(async tx => {
    const { total, rows } = await findIndicatorRows(tx, ctx.district, { ...query, embargoed: query.embargoed === undefined ? undefined : query.embargoed === 'true', sight: sightOf(ctx) })
    return ok({ items: rows, total, next: rows.length === query.limit ? rows.at(-1)?.code ?? null : null })
  }),

  match: async (ctx, { query }) => ctx.read(async tx => ok({ candidates: [...matchIndicator(query.name, query.unit, await findRegister(tx, ctx.district), query.beside)] })),

  indicator: async (ctx, { params, query }) => ctx.read(async tx => {
    const { rows: [entry] } = await findIndicatorRows(tx, ctx.district, { only: params.id, limit: 1, sight: sightOf(ctx) })
    if (!entry) return refuse('unknown-indicator', { id: params.id })
    const unit = query.unit ? await loadUnit(tx, ctx.district, query.unit) : await loadDistrictUnit(tx, ctx.district)
    return unit ? ok(await pageOf(tx, ctx, entry, unit, query.on ?? ctx.today())) : refuse('unknown-unit', { id: query.unit ?? '' })
  }),

  create: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const entry = { ...body, id: ctx.newId(), aliases: [], notNames: [], version: 1 }
    const allowed = await mayKeep(tx, ctx, entry)
    if (!allowed.ok) return allowed
    if (!(await insertIndicator(tx, ctx.district, entry))) return refuse('indicator-code-taken', { code: body.code, name: (await findRegister(tx, ctx.district)).find(e => e.code === body.code)?.name.zh ?? '' })
    await note({ verb: 'indicator.added', thing: 'indicator', thingId: entry.id, unit: entry.ownerUnit, detail: { code: entry.code, name: entry.name.zh } })
    return ok(entry)
  }),

  edit: async (ctx, { params, body: { version, ...given } }) => ctx.write(async (tx, note) => {
    const before = await loadIndicator(tx, ctx.district, params.id)
    if (!before) return refuse('unknown-indicator', { id: params.id })
    const entry = changed(before, given)
    const allowed = await mayKeep(tx, ctx, entry)
    if (!allowed.ok) return allowed
    if (!(await saveIndicator(tx, ctx.district, entry, version))) return refuse('changed-meanwhile', { name: before.name.zh })
    await note({ verb: 'indicator.changed', thing: 'indicator', thingId: entry.id, unit: entry.ownerUnit, detail: changes(before, given) })
    return ok({ ...entry, version: version + 1 })
  }),

  confirmName: async (ctx, { params, body }) => changeNames(ctx, params.id, body.version, 'nothing', 'indicator.named', body.name, async (tx, entry, register) => {
    const bare = nameParts(body.name).bare
    const other = register.find(e => e.id !== entry.id && (nameParts(e.name.zh).bare === bare || e.aliases.some(a => a.scope === body.scope && nameParts(a.name).bare === bare)))
    if (other && body.scope === null) return refuse('name-of-another', { name: body.name, code: `${other.code} ${other.name.zh}` })
    await insertAlias(tx, ctx.district, { id: ctx.newId(), indicator: entry.id, name: body.name, scope: body.scope, confirmedBy: ctx.actor.name })
    return ok({ ...entry, notNames: entry.notNames.filter(not => nameParts(not).bare !== bare) })
  }),

  removeName: async (ctx, { params, body }) => changeNames(ctx, params.id, body.version, 'pack', 'indicator.name-removed', body.name, async (tx, entry) => {
    const gone = await deleteAlias(tx, ctx.district, entry.id, body.name, body.scope)
    return gone ? ok(entry) : refuse('unknown-name', { name: body.name })
  }),

  denyName: async (ctx, { params, body }) => changeNames(ctx, params.id, body.version, 'nothing', 'indicator.told-apart', body.name, async (_, entry) => {
    const bare = nameParts(body.name).bare
    if ([entry.name.zh, ...entry.aliases.map(a => a.name)].some(name => nameParts(name).bare === bare)) return refuse('own-name', { name: body.name })
    return ok({ ...entry, notNames: [...new Set([...entry.notNames, body.name])] })
  }),
}

/** May the register keep this entry? Its owner and the inputs of its formula must be there, and the formula may not come back to itself. */
async function mayKeep(tx: Tx, ctx: Context, entry: Indicator): Promise<Result<null>> {
  if (entry.ownerUnit && !(await loadUnit(tx, ctx.district, entry.ownerUnit))) return refuse('unknown-unit', { id: entry.ownerUnit })
  const register = await findRegister(tx, ctx.district)
  const taken = register.find(e => e.code === entry.code && e.id !== entry.id)
  if (taken) return refuse('indicator-code-taken', { code: entry.code, name: taken.name.zh })
  const missing = [...entry.formula?.inputs ?? [], ...entry.parts].find(input => !register.some(e => e.id === input))
  if (missing) return refuse('unknown-indicator', { id: missing })
  if (entry.formula && isCircular(entry.id, entry.formula.inputs, register)) return refuse('formula-circle')
  return entry.parts.includes(entry.id) ? refuse('part-of-itself', { name: entry.name.zh }) : ok(null)
}

/** One change of an entry's names: load, decide, count the version up, note. */
async function changeNames(ctx: Context, id: Id, version: number, against: 'pack' | 'nothing', verb: string, name: string, change: (tx: Tx, entry: Indicator, register: readonly Indicator[]) => Promise<Result<Indicator>>): Promise<Result<Indicator>> {
  return ctx.write(async (tx, note) => {
    const register = await findRegister(tx, ctx.district)
    const entry = register.find(e => e.id === id)
    if (!entry) return refuse('unknown-indicator', { id })
    if (!(await countChange(tx, ctx.district, id, version, against))) return refuse('changed-meanwhile', { name: entry.name.zh })
    const changed = await change(tx, entry, register)
    if (!changed.ok) return changed
    if (changed.value.notNames !== entry.notNames) await saveIndicator(tx, ctx.district, changed.value, version + 1, 'as-it-was')
    await refreshSearch(tx, ctx.district, id)
    await note({ verb, thing: 'indicator', thingId: id, unit: entry.ownerUnit, detail: { code: entry.code, name } })
    const after = await loadIndicator(tx, ctx.district, id)
    return after ? ok(after) : refuse('unknown-indicator', { id })
  })
}

/** The entry with what was given; what was left out stays. */
function changed(before: Indicator, given: IndicatorChange): Indicator {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { ...before, ...set }
}

/** What the trail keeps of a change: each field with what it was and what it is. */
function changes(before: Indicator, given: IndicatorChange): Record<string, unknown> {
  const old: Readonly<Record<string, unknown>> = { ...before }
  return Object.fromEntries(Object.entries(given).filter(([key, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(old[key])).map(([key, value]) => [key, { was: old[key] ?? null, is: value }]))
}

async function pageOf(tx: Tx, ctx: Context, entry: IndicatorPage['indicator'], unit: { readonly id: Id; readonly name: string }, on: string): Promise<IndicatorPage> {
  const sight = sightOf(ctx)
  const figures = await findFiguresOf(tx, ctx.district, entry.id, unit.id, sight, FIGURES_SHOWN + 1)
  const shown = figures.slice(0, FIGURES_SHOWN)
  // Values are worked out within one basis: a comparable level and a plain one are two series.
  const bases = [...Map.groupBy(shown.filter(f => f.replacedBy === null && f.status !== 'draft'), f => f.basis ?? '').values()]
  const targets = await judgeTargets(tx, ctx.district, (await findTargets(tx, ctx.district, { indicator: entry.id, unit: unit.id, limit: 200 })).rows, on)
  const register = await findRegister(tx, ctx.district)
  return {
    indicator: entry,
    unit: { id: unit.id, name: unit.name },
    units: await findUnitsWith(tx, ctx.district, entry.id),
    figures: shown,
    more: figures.length > FIGURES_SHOWN,
    derived: [...bases.flatMap(group => derivedFrom(entry, group)), ...await formulaValues(tx, ctx, entry, unit.id, sight)].map(d => ({ ...d, inputs: [...d.inputs] })),
    doubts: bases.flatMap(group => [...disagreements(group)]),
    targets: targets.toSorted((a, b) => b.target.period.localeCompare(a.target.period)).map(judged => ({ ...targetRowFrom(judged), months: [...monthsOf(judged.target, judged.indicator, judged.said, judged.curve)] })),
    papers: await findPapers(tx, ctx.district, entry.id, unit.id),
    similar: [...matchIndicator(entry.name.zh, entry.unit, register.filter(e => e.id !== entry.id))],
  }
}

/** Values of a derived indicator, for each period in which all its inputs have a level. */
async function formulaValues(tx: Tx, ctx: Context, indicator: Indicator, unit: Id, sight: Sight): Promise<Derived[]> {
  const inputs: Figure[][] = []
  for (const id of indicator.formula?.inputs ?? []) inputs.push((await findFiguresOf(tx, ctx.district, id, unit, sight, FIGURES_SHOWN)).filter(f => f.replacedBy === null && f.status !== 'draft'))
  return saidByFormula(indicator, inputs).map(said => ({ kind: 'formula', period: said.period, value: said.level?.value ?? 0, unit: indicator.unit, inputs: said.inputs ?? [], said: null, doubt: null }))
}
