import { type Id } from '../../kernel/id.ts'
import { lightLabels } from '../../kernel/light.ts'
import { printNumber } from '../../kernel/quantity.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Context, type Handlers, type Note, type Tx } from '../context.ts'
import { endOverride, judgedTargets, mergeIndicators, setOverride, sheetFile, type Cell } from '../indicators/index.ts'
import { mayDo } from '../org/domain/permission.ts'
import { loadDistrictUnit } from '../org/index.ts'
import { awaitedHandlers } from './completion/awaited-api.ts'
import { contract } from './contract.ts'
import { moveDivisions } from './divisions/dividing.ts'
import { divisionHandlers } from './divisions/api.ts'
import { unitHandlers } from './unit-api.ts'
import { applied, mayProgress, mayRemove, mayStandUnder } from './domain/tree.ts'
import { lightHandlers } from './lights/api.ts'
import { findListed } from './ledgers/store.ts'
import { makeCommitment, unitsKnown } from './making.ts'
import { type Commitment, type CommitmentEvent, type PlanLine } from './schema.ts'
import * as store from './store.ts'
import { eventRow, relink } from './taking.ts'
import { planYear, treeOfYear, yearRows } from './year.ts'

type LineFilter = { readonly q?: string | undefined; readonly light?: string | undefined; readonly kind?: string | undefined; readonly owner?: string | undefined }

/** The lines that a page asked for. */
function chosen(lines: readonly PlanLine[], { q, light, kind, owner }: LineFilter): PlanLine[] {
  return lines.filter(line => (!q || `${line.code} ${line.name} ${line.label.en} ${line.words}`.toLowerCase().includes(q.toLowerCase())) && (!light || line.light === light) && (!kind || line.kind === kind) && (!owner || line.owner === owner))
}

const on = (day: string | undefined) => (day === undefined ? {} : { on: day })

export const handlers: Handlers<typeof contract> = {
  ...awaitedHandlers,
  ...divisionHandlers,
  ...unitHandlers,

  years: async ctx => ctx.read(async tx => ok({ years: await yearRows(tx, ctx.district) })),

  year: async (ctx, { params: { year }, query: { on: day, ...filter } }) => {
    const whole = await ctx.recall(`plan/${year}/${day ?? ctx.today()}`, async tx => ok(await planYear(tx, ctx, year, on(day))))
    return Object.keys(filter).length === 0 ? whole : ok({ ...whole.value, lines: chosen(whole.value.lines, filter) })
  },

  exportYear: async (ctx, { params, query }) => ctx.read(async tx => {
    const plan = await planYear(tx, ctx, params.year, on(query.on))
    return ok(await sheetFile(`${params.year}年计划`, query.form, [lineHeaders, ...chosen(plan.lines, query).map(lineCells)]))
  }),

  commitments: async (ctx, { params, query }) => ctx.read(async tx => ok({ items: await treeOfYear(tx, ctx, params.year, query.on ?? ctx.today()) })),

  find: async (ctx, { params, query }) => ctx.read(async tx => {
    const { total, rows } = await store.searchCommitments(tx, ctx.district, params.year, query)
    return ok({ items: rows, total, next: rows.length === query.limit ? rows.at(-1)?.id ?? null : null })
  }),

  commitment: async (ctx, { params, query }) => ctx.read(async tx => {
    const commitment = await store.loadCommitment(tx, ctx.district, params.id)
    if (!commitment) return refuse('unknown-commitment', { id: params.id })
    // With the whole tree, since a task's light is that of the measures below it.
    const tree = await treeOfYear(tx, ctx, commitment.year, query.on ?? ctx.today())
    const node = tree.find(n => n.id === commitment.id)
    return node ? ok({ commitment: node, history: await store.findHistory(tx, ctx.district, commitment.id) }) : refuse('unknown-commitment', { id: params.id })
  }),

  make: async (ctx, { params, body: { ground, ...given } }) => ctx.write(async (tx, note) => makeCommitment(tx, ctx, note, { ...given, year: params.year, source: { kind: 'hand', person: ctx.actor.person, name: ctx.actor.name, at: ctx.now(), ground } }, ground)),

  edit: async (ctx, { params, body: { version, ...set } }) => change(ctx, params.id, version, 'commitment.changed', 'plan.edit', async tx => {
    const known = await unitsKnown(tx, ctx, set)
    return known.ok ? ok({ kind: 'edited', set }) : known
  }),

  move: async (ctx, { params, body }) => change(ctx, params.id, body.version, 'commitment.moved', 'plan.edit', async (tx, commitment) => {
    const parent = body.parent === null ? null : await store.loadCommitment(tx, ctx.district, body.parent)
    if (body.parent !== null && !parent) return refuse('unknown-commitment', { id: body.parent })
    if (parent && (await store.findAbove(tx, ctx.district, parent.id)).includes(commitment.id)) return refuse('parent-below-itself', { title: commitment.title })
    const allowed = mayStandUnder(commitment, parent)
    if (!allowed.ok) return allowed
    const position = Math.min(body.position, (await store.lastPosition(tx, ctx.district, commitment.year, body.parent)) + 1)
    await store.makeRoom(tx, ctx.district, commitment.year, body.parent, position)
    return ok({ kind: 'moved', parent: body.parent, position })
  }),

  link: async (ctx, { params, body }) => change(ctx, params.id, body.version, 'commitment.linked', 'plan.edit', async tx => {
    const [target] = body.target === null ? [] : await judgedTargets(tx, ctx.district, [body.target], ctx.today())
    return body.target === null || target ? ok({ kind: 'linked', target: body.target }) : refuse('unknown-target', { id: body.target })
  }),

  progress: async (ctx, { params, body: { version, ...given } }) => change(ctx, params.id, version, 'progress.entered', 'progress.enter', async (_, commitment) => {
    const allowed = mayProgress(commitment, given.onDay, ctx.today())
    return allowed.ok ? ok({ kind: 'progressed', progress: { id: ctx.newId(), at: ctx.now(), by: ctx.actor.name, ...given } }) : allowed
  }),

  remove: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const commitment = await store.loadCommitment(tx, ctx.district, params.id)
    if (!commitment) return refuse('unknown-commitment', { id: params.id })
    if (commitment.version !== body.version) return refuse('changed-meanwhile', { title: commitment.title })
    const listed = (await findListed(tx, ctx.district, [commitment.id])).size > 0
    const allowed = mayRemove(commitment, (await store.findBelow(tx, ctx.district, commitment.id)).length, listed)
    if (!allowed.ok) return allowed
    await store.deleteCommitment(tx, ctx.district, commitment.id)
    await store.appendEvents(tx, ctx.district, [eventRow(ctx, commitment.id, { kind: 'removed', reason: body.reason })])
    await note({ verb: 'commitment.removed', thing: 'commitment', thingId: commitment.id, unit: commitment.leadUnit, detail: { title: commitment.title, reason: body.reason } })
    return ok({ id: commitment.id })
  }),

  override: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const found = await overridable(tx, ctx, params.id)
    return found.ok ? setOverride(tx, ctx, note, found.value, body) : found
  }),

  withdrawOverride: async (ctx, { params }) => ctx.write(async (tx, note) => {
    const found = await overridable(tx, ctx, params.id)
    return found.ok ? endOverride(tx, ctx, note, found.value) : found
  }),

  ...lightHandlers,

  mergeIndicators: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const merged = await mergeIndicators(tx, ctx, params.id, body.into, body.version)
    if (!merged.ok) return merged
    const { indicator, from, figures, joined } = merged.value
    await relink(tx, ctx, new Map(joined.map(j => [j.from, j.into])))
    await moveDivisions(tx, ctx, joined)
    await note({ verb: 'indicator.merged', thing: 'indicator', thingId: indicator.id, unit: indicator.ownerUnit, detail: { from: from.code, name: from.name.zh, into: indicator.code, figures, targets: joined.length } })
    return ok({ indicator, figures, targetsJoined: joined.length })
  }),
}

/** One change of a commitment: load, permit, decide, fold, save with the version check, append to its history, note. */
async function change(ctx: Context, id: Id, version: number, verb: string, permission: 'plan.edit' | 'progress.enter', decide: (tx: Tx, commitment: Commitment) => Promise<Result<CommitmentEvent>>): Promise<Result<Commitment>> {
  return ctx.write(async (tx: Tx, note: Note) => {
    const commitment = await store.loadCommitment(tx, ctx.district, id)
    if (!commitment) return refuse('unknown-commitment', { id })
    if (![commitment.leadUnit, ...commitment.coUnits].some(unit => mayDo(ctx.actor, permission, unit))) return refuse('not-permitted', { permission })
    if (commitment.version !== version) return refuse('changed-meanwhile', { title: commitment.title })
    const event = await decide(tx, commitment)
    if (!event.ok) return event
    const after = applied(commitment, event.value)
    if (!after || !(await store.saveCommitment(tx, ctx.district, after, version))) return refuse('changed-meanwhile', { title: commitment.title })
    await store.appendEvents(tx, ctx.district, [eventRow(ctx, id, event.value)])
    await note({ verb, thing: 'commitment', thingId: id, unit: commitment.leadUnit, detail: { title: after.title, ...(event.value.kind === 'progressed' && { share: event.value.progress.share, onDay: event.value.progress.onDay }) } })
    return ok(after)
  })
}

/** The commitment whose light is to be overridden; what has no lead unit yet is the whole district's. */
async function overridable(tx: Tx, ctx: Context, id: Id): Promise<Result<{ readonly id: Id; readonly unit: Id; readonly thing: 'commitment' }, 'unknown-commitment'>> {
  const commitment = await store.loadCommitment(tx, ctx.district, id)
  const unit = commitment?.leadUnit ?? (await loadDistrictUnit(tx, ctx.district))?.id
  return commitment && unit ? ok({ id: commitment.id, unit, thing: 'commitment' }) : refuse('unknown-commitment', { id })
}

const lineHeaders: Cell[] = ['代码', '名称', '目标', '现值', '计量单位', '时期', '完成比例', '差距（百分点）', '灯', '说明', '责任单位', '数据截至']

function lineCells(line: PlanLine): Cell[] {
  return [line.code, line.name, line.words, line.figure, line.unit, line.period, line.share === null ? null : `${printNumber(line.share * 100, 1)}%`, line.gap, lightLabels[line.light].zh, line.because, line.owner, line.asOf]
}
