import { type z } from 'zod'
import { type Id } from '../../../kernel/id.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { findUnits } from '../../org/index.ts'
import { type Unit } from '../../org/schema.ts'
import { branchOf } from '../domain/clocks.ts'
import { inOrderTried } from '../domain/routing.ts'
import { type CaseType } from '../schema.ts'
import { branchNames } from '../showing.ts'
import { findType, findTypes } from '../store.ts'
import { type RuleGiven, type rulesContract, type RuleView } from './rules-contract.ts'
import { endRule, findRules, insertRule, type RuleKept, type Said } from './store.ts'
import { trialOf } from './trying.ts'

export const rulesHandlers: Handlers<typeof rulesContract> = {
  rules: async (ctx, { query }) => ctx.read(async tx => ok({ items: await inOrder(tx, ctx, await findRules(tx, ctx.district, { type: query.type, on: query.on ?? ctx.today(), over: query.over })) })),

  rule: async (ctx, { params }) => ctx.read(async tx => {
    const [rule] = await findRules(tx, ctx.district, params)
    if (!rule) return refuse('unknown-routing-rule')
    const all = await findRules(tx, ctx.district, { type: rule.type })
    const show = await shower(tx, ctx)
    return ok({ rule: show(rule), before: before(rule, all).map(show), after: after(rule, all).map(show) })
  }),

  makeRule: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const wrong = await faultOf(tx, ctx, body)
    if (wrong) return wrong
    const rule: RuleKept = { id: ctx.newId(), ...body, ...said(ctx, body.reason), replaces: null, ended: null }
    await insertRule(tx, ctx.district, rule)
    await note({ verb: 'routing-rule.made', thing: 'routing-rule', thingId: rule.id, unit: rule.unit, detail: detailOf(rule) })
    return ok((await shower(tx, ctx))(rule))
  }),

  changeRule: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const [old] = await findRules(tx, ctx.district, params)
    if (!old) return refuse('unknown-routing-rule')
    const wrong = await faultOf(tx, ctx, { ...body, type: old.type })
    if (wrong) return wrong
    if (body.from < old.from) return refuse('ends-before-start', { from: old.from })
    const by = said(ctx, body.reason)
    if (!await endRule(tx, ctx.district, old.id, body.from, by)) return refuse('already-ended', { on: old.until ?? '' })
    const rule: RuleKept = { id: ctx.newId(), ...body, type: old.type, ...by, replaces: old.id, ended: null }
    await insertRule(tx, ctx.district, rule)
    await note({ verb: 'routing-rule.changed', thing: 'routing-rule', thingId: rule.id, unit: rule.unit, detail: { ...detailOf(rule), replaces: old.id, before: { category: old.category, area: old.area, unit: old.unit } } })
    return ok((await shower(tx, ctx))(rule))
  }),

  endRule: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const [rule] = await findRules(tx, ctx.district, params)
    if (!rule) return refuse('unknown-routing-rule')
    if (body.on < rule.from) return refuse('ends-before-start', { from: rule.from })
    const by = said(ctx, body.reason)
    if (!await endRule(tx, ctx.district, rule.id, body.on, by)) return refuse('already-ended', { on: rule.until ?? '' })
    await note({ verb: 'routing-rule.ended', thing: 'routing-rule', thingId: rule.id, unit: rule.unit, detail: { on: body.on, reason: body.reason } })
    return ok((await shower(tx, ctx))({ ...rule, until: body.on, ended: by }))
  }),

  tryRules: async (ctx, { body }) => ctx.read(async tx => {
    const here = await findType(tx, ctx.district, body.type)
    if (!here) return refuse('unknown-case-type', { type: body.type })
    if (body.category !== undefined && branchOf(here.type.categories, body.category).length === 0) return refuse('unknown-category', { category: body.category })
    const { tried, ...trial } = await trialOf(tx, ctx, here, { words: body.words, category: body.category ?? null, place: body.place, on: body.on ?? ctx.today() })
    const show = await shower(tx, ctx)
    return ok({ ...trial, tried: tried.map(({ rule, verdict }) => ({ rule: show(rule), verdict })) })
  }),
}

const said = (ctx: Context, reason: string): Said => ({ at: ctx.now(), by: ctx.actor.name, reason })
const detailOf = ({ type, category, area, from, until, reason }: RuleKept) => ({ type, category, area, from, until, reason })

/** What is wrong with a rule, if anything: it speaks of what there is, on the day from which it holds. */
async function faultOf(tx: Tx, ctx: Context, { type, category, area, unit, from, until }: z.infer<typeof RuleGiven>) {
  const here = await findType(tx, ctx.district, type)
  if (!here) return refuse('unknown-case-type', { type })
  if (category !== null && branchOf(here.type.categories, category).length === 0) return refuse('unknown-category', { category })
  if (until !== null && until <= from) return refuse('ends-before-start', { from })
  const units = await findUnits(tx, ctx.district)
  const lives = (id: Id) => units.find(one => one.id === id && (one.until === null || one.until > from))
  for (const id of [unit, ...(area === null ? [] : [area])]) if (!lives(id)) return refuse('no-such-unit', { unit: id })
  const ground = area === null ? undefined : lives(area)
  return ground?.kind === 'department' || ground?.kind === 'task-force' ? refuse('no-ground', { unit: ground.name }) : null
}

/** Those whose place a rule took, the latest first. */
function before({ replaces }: RuleKept, all: readonly RuleKept[]): readonly RuleKept[] {
  const old = all.find(rule => rule.id === replaces)
  return old ? [old, ...before(old, all)] : []
}

/** Those that took the place of a rule, one after the other. */
function after({ id }: RuleKept, all: readonly RuleKept[]): readonly RuleKept[] {
  const next = all.find(rule => rule.replaces === id)
  return next ? [next, ...after(next, all)] : []
}

/** Rules by type, each type's in the order in which they are tried. */
async function inOrder(tx: Tx, ctx: Context, rules: readonly RuleKept[]): Promise<RuleView[]> {
  const kinds = new Map((await findUnits(tx, ctx.district)).map(unit => [unit.id, unit.kind]))
  const show = await shower(tx, ctx)
  return (await findTypes(tx, ctx.district)).flatMap(({ type }) => inOrderTried(type, rules.filter(rule => rule.type === type.key), area => kinds.get(area))).map(show)
}

/** Shows rules with the names of what they speak of, also of units that are no more. */
async function shower(tx: Tx, ctx: Context): Promise<(rule: RuleKept) => RuleView> {
  const types = new Map((await findTypes(tx, ctx.district)).map((here): [string, CaseType] => [here.type.key, here.type]))
  const units = new Map((await findUnits(tx, ctx.district)).map((unit): [Id, Unit] => [unit.id, unit]))
  const named = (id: Id) => { const { name = '—', kind = 'department' } = units.get(id) ?? {}; return { id, name, kind } as const }
  return ({ type: key, category, area, unit, id, from, until, at, by, reason, ended, replaces }) => {
    const type = types.get(key)
    return {
      id, type: { key, name: type?.name ?? { zh: key, en: key } }, category: category === null ? null : { key: category, names: type ? branchNames(type, category) : [] }, area: area === null ? null : named(area), unit: named(unit),
      from, until, at, by, reason, ended, replaces,
    }
  }
}
