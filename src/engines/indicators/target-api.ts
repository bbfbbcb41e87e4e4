import { type Id } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { daysBetween } from '../../kernel/time.ts'
import { type Context, type Handlers, type Note, type Tx } from '../context.ts'
import { mayDo } from '../org/domain/permission.ts'
import { loadUnit } from '../org/index.ts'
import { type contract, type StatementGiven } from './contract.ts'
import { inputLabels, ruleLabels } from './domain/judging.ts'
import { parametersOn } from './domain/parameters.ts'
import { tiedToOf, wordsOf } from './domain/statements.ts'
import { mayPromise } from './domain/steps.ts'
import { findLightRules, findOverrides, insertOverride, overrideOn, withdrawOverride, type KeptOverride } from './light-store.ts'
import { findRegister, loadIndicator } from './register-store.ts'
import { type Indicator, type Override, type Statement, type Target } from './schema.ts'
import { judgeTargets } from './standing.ts'
import { targetRowFrom } from './target-rows.ts'
import { claimTarget, ensureTarget, findTargetId, findTargets, insertStatement, loadTarget, refold, type TargetKey } from './target-store.ts'

type Targets = Pick<Handlers<typeof contract>, 'targets' | 'target' | 'promise' | 'restate' | 'override' | 'withdrawOverride' | 'lightRules'>

/** An override ends by itself, and within a year: the computed light is what the district lives by. */
const LONGEST_OVERRIDE = 366

export const targetHandlers: Targets = {
  targets: async (ctx, { query: { after, on, ...query } }) => ctx.read(async tx => {
    const [code, id] = after?.split('/') ?? []
    const { total, rows } = await findTargets(tx, ctx.district, { ...query, ...(code !== undefined && id !== undefined && { after: { code, id } }) })
    const items = (await judgeTargets(tx, ctx.district, rows, on ?? ctx.today())).map(targetRowFrom)
    const last = items.at(-1)
    return ok({ items, total, next: items.length === query.limit && last ? `${last.indicatorCode}/${last.id}` : null })
  }),

  target: async (ctx, { params, query }) => ctx.read(async tx => {
    const found = await loadTarget(tx, ctx.district, params.id)
    const [judged] = found ? await judgeTargets(tx, ctx.district, [found], query.on ?? ctx.today()) : []
    return judged ? ok({ target: targetRowFrom(judged), overrides: await findOverrides(tx, ctx.district, [params.id]) }) : refuse('unknown-target', { id: params.id })
  }),

  promise: async (ctx, { body: { indicator: indicatorId, unit: unitId, period, aspect, ...given } }) => ctx.write(async (tx, note) => {
    const indicator = await loadIndicator(tx, ctx.district, indicatorId)
    if (!indicator) return refuse('unknown-indicator', { id: indicatorId })
    const unit = await loadUnit(tx, ctx.district, unitId)
    if (!unit) return refuse('unknown-unit', { id: unitId })
    if (!mayDo(ctx.actor, 'plan.edit', unit.id)) return refuse('not-permitted', { permission: 'plan.edit' })
    const allowed = mayPromise(indicator, { ...given, aspect })
    if (!allowed.ok) return allowed
    const key: TargetKey = { indicator: indicator.id, unit: unit.id, period, aspect }
    const taken = await findTargetId(tx, ctx.district, key)
    if (taken) return refuse('already-promised', { target: taken })
    const statement = await statementFrom(tx, ctx, given, aspect, null)
    const id = await ensureTarget(tx, ctx.district, key, ctx.newId(), statement)
    return said(tx, ctx, note, id, statement, indicator, 'target.entered')
  }),

  restate: async (ctx, { params, body: { reason, version, ...given } }) => ctx.write(async (tx, note) => {
    const target = await loadTarget(tx, ctx.district, params.id)
    const indicator = target && await loadIndicator(tx, ctx.district, target.indicator)
    if (!target || !indicator) return refuse('unknown-target', { id: params.id })
    if (!mayDo(ctx.actor, 'plan.edit', target.unit)) return refuse('not-permitted', { permission: 'plan.edit' })
    const allowed = mayPromise(indicator, { ...given, aspect: target.aspect })
    if (!allowed.ok) return allowed
    if (!(await claimTarget(tx, ctx.district, target.id, version))) return refuse('changed-meanwhile', { words: target.words })
    return said(tx, ctx, note, target.id, await statementFrom(tx, ctx, given, target.aspect, reason), indicator, 'target.restated')
  }),

  override: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const target = await loadTarget(tx, ctx.district, params.id)
    if (!target) return refuse('unknown-target', { id: params.id })
    return setOverride(tx, ctx, note, { id: target.id, unit: target.unit, thing: 'target' }, body)
  }),

  withdrawOverride: async (ctx, { params }) => ctx.write(async (tx, note) => {
    const target = await loadTarget(tx, ctx.district, params.id)
    return target ? endOverride(tx, ctx, note, { id: target.id, unit: target.unit, thing: 'target' }) : refuse('unknown-target', { id: params.id })
  }),

  lightRules: async ctx => ctx.read(async tx => {
    const dated = await findLightRules(tx, ctx.district)
    return ok({
      inForce: parametersOn(ctx.today(), dated), dated,
      rules: Object.entries(ruleLabels).map(([rule, label]) => ({ rule, label })), inputs: Object.entries(inputLabels).map(([name, label]) => ({ name, label })),
    })
  }),
}

async function statementFrom(tx: Tx, ctx: Context, given: StatementGiven, aspect: Target['aspect'], reason: string | null): Promise<Statement> {
  const { ground, ...promised } = given
  const at = ctx.now()
  const tiedTo = given.tiedTo ?? (given.operator === 'tied' ? tiedToOf(given.reference, await findRegister(tx, ctx.district)) : null)
  // What a person says without a day is said today: later than any paper on file.
  return { id: ctx.newId(), ...promised, tiedTo, saidOn: given.saidOn ?? ctx.today(), words: wordsOf({ ...promised, aspect }).slice(0, 120), reason, source: { kind: 'hand', person: ctx.actor.person, name: ctx.actor.name, at, ground }, origin: null, at }
}

/** Writes one statement of a target and answers the target as it now is. */
async function said(tx: Tx, ctx: Context, note: Note, target: Id, statement: Statement, indicator: Indicator, verb: string): Promise<Result<Target>> {
  await insertStatement(tx, ctx.district, target, statement, null)
  await refold(tx, ctx.district, [target])
  const after = await loadTarget(tx, ctx.district, target)
  if (!after) return refuse('unknown-target', { id: target })
  await note({ verb, thing: 'target', thingId: target, unit: after.unit, detail: { indicator: indicator.code, period: after.period, words: statement.words, ...(statement.reason !== null && { reason: statement.reason }) } })
  return ok(after)
}

type Overridden = { readonly id: Id; readonly unit: Id; readonly thing: 'target' | 'commitment' }

/** Sets a light over the computed one, for a target or a commitment, until a day. The one before it ends. */
export async function setOverride(tx: Tx, ctx: Context, note: Note, of: Overridden, given: Pick<Override, 'light' | 'reason' | 'until'>): Promise<Result<KeptOverride, 'not-permitted' | 'override-over' | 'override-too-long'>> {
  if (!mayDo(ctx.actor, 'light.override', of.unit)) return refuse('not-permitted', { permission: 'light.override' })
  if (given.until < ctx.today()) return refuse('override-over', { until: given.until })
  if (daysBetween(ctx.today(), given.until) > LONGEST_OVERRIDE) return refuse('override-too-long', { most: LONGEST_OVERRIDE })
  const before = overrideOn(ctx.today(), await findOverrides(tx, ctx.district, [of.id]))
  if (before) await withdrawOverride(tx, ctx.district, before.id, ctx.now(), ctx.actor.name)
  const override: KeptOverride = { id: ctx.newId(), thing: of.id, light: given.light, reason: given.reason, until: given.until, by: ctx.actor.name, at: ctx.now(), withdrawn: false }
  await insertOverride(tx, ctx.district, ctx.actor.person, override)
  await note({ verb: 'light.overridden', thing: of.thing, thingId: of.id, unit: of.unit, detail: { light: given.light, reason: given.reason, until: given.until } })
  return ok(override)
}

/** Ends an override before its day. */
export async function endOverride(tx: Tx, ctx: Context, note: Note, of: Overridden): Promise<Result<KeptOverride, 'not-permitted' | 'no-override'>> {
  if (!mayDo(ctx.actor, 'light.override', of.unit)) return refuse('not-permitted', { permission: 'light.override' })
  const override = overrideOn(ctx.today(), await findOverrides(tx, ctx.district, [of.id]))
  if (!override || !(await withdrawOverride(tx, ctx.district, override.id, ctx.now(), ctx.actor.name))) return refuse('no-override')
  await note({ verb: 'light.override-withdrawn', thing: of.thing, thingId: of.id, unit: of.unit, detail: { light: override.light } })
  return ok({ ...override, withdrawn: true })
}
