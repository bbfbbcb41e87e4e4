import { type Id } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../context.ts'
import { mayDo } from '../org/domain/permission.ts'
import { loadUnit } from '../org/index.ts'
import { type contract, type FigureGiven } from './contract.ts'
import { afterStep, maySay, type Decision } from './domain/steps.ts'
import { findFigures, findVintages, insertFigures, loadFigure, saveFigureState } from './figure-store.ts'
import { sightOf } from './register-api.ts'
import { loadIndicator } from './register-store.ts'
import { type Figure } from './schema.ts'

type Figures = Pick<Handlers<typeof contract>, 'figures' | 'figure' | 'enter' | 'correct' | 'submit' | 'decide'>

export const figureHandlers: Figures = {
  figures: async (ctx, { query }) => ctx.read(async tx => {
    const { total, rows } = await findFigures(tx, ctx.district, { ...query, sight: sightOf(ctx) })
    return ok({ items: rows, total, next: rows.length === query.limit ? rows.at(-1)?.id ?? null : null })
  }),

  figure: async (ctx, { params }) => ctx.read(async tx => {
    const figure = await loadFigure(tx, ctx.district, params.id, sightOf(ctx))
    return figure ? ok({ figure, vintages: await findVintages(tx, ctx.district, figure, sightOf(ctx)) }) : refuse('unknown-figure', { id: params.id })
  }),

  enter: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const unit = await loadUnit(tx, ctx.district, body.unit)
    if (!unit) return refuse('unknown-unit', { id: body.unit })
    const made = await add(tx, ctx, body, null)
    if (!made.ok) return made
    await note({ verb: 'figure.entered', thing: 'figure', thingId: made.value.id, unit: unit.id, detail: { indicator: body.indicator, period: body.period, vintage: body.vintage, status: made.value.status, ground: body.ground } })
    return made
  }),

  correct: async (ctx, { params, body: { reason, version, ...given } }) => ctx.write(async (tx, note) => {
    const old = await loadFigure(tx, ctx.district, params.id, sightOf(ctx))
    if (!old) return refuse('unknown-figure', { id: params.id })
    if (old.replacedBy) return refuse('already-replaced', { by: old.replacedBy })
    const made = await add(tx, ctx, { ...given, indicator: old.indicator, unit: old.unit }, { id: old.id, reason })
    if (!made.ok) return made
    // A draft gives way at once. What lights rest on gives way when its correction is approved.
    const open = old.status === 'draft' || old.status === 'submitted'
    if (!(await saveFigureState(tx, ctx.district, old.id, open ? { replacedBy: made.value.id } : {}, version))) return refuse('changed-meanwhile', { period: old.period })
    await note({ verb: 'figure.corrected', thing: 'figure', thingId: made.value.id, unit: old.unit, detail: { replaces: old.id, indicator: old.indicator, period: given.period, vintage: given.vintage, reason } })
    return made
  }),

  submit: async (ctx, { params, body }) => step(ctx, params.id, body.version, 'submit', null),
  decide: async (ctx, { params, body }) => step(ctx, params.id, body.version, body.decision, body.reason),
}

/** Adds a figure that a person enters, as a correction of another where `replaces` says so. */
async function add(tx: Tx, ctx: Context, given: FigureGiven, replaces: { readonly id: Id; readonly reason: string } | null): Promise<Result<Figure>> {
  if (!mayDo(ctx.actor, 'figure.enter', given.unit)) return refuse('not-permitted', { permission: 'figure.enter' })
  const indicator = await loadIndicator(tx, ctx.district, given.indicator)
  if (!indicator) return refuse('unknown-indicator', { id: given.indicator })
  const level = given.level && { value: given.level.value, unit: given.level.unit, ...(given.level.hedge !== undefined && { hedge: given.level.hedge }) }
  const allowed = maySay(indicator, { ...given, level })
  if (!allowed.ok) return allowed
  const { ground, submit, ...said } = given
  const at = ctx.now()
  const figure: Figure = {
    id: ctx.newId(), ...said, level, status: submit ? 'submitted' : 'draft', saidAs: null, source: { kind: 'hand', person: ctx.actor.person, name: ctx.actor.name, at, ground }, origin: null, at,
    replaces: replaces?.id ?? null, replacedBy: null, reason: replaces?.reason ?? null, version: 1,
  }
  await insertFigures(tx, ctx.district, [{ figure, fact: null }])
  return ok(figure)
}

const verbOf = { submit: 'figure.submitted', approve: 'figure.approved', publish: 'figure.published', return: 'figure.returned' } as const satisfies Record<Decision, string>

/** One step of a figure on its way. Approving a correction puts it in the place of the figure it corrects. */
async function step(ctx: Context, id: Id, version: number, decision: Decision, reason: string | null): Promise<Result<Figure>> {
  return ctx.write(async (tx, note) => {
    const figure = await loadFigure(tx, ctx.district, id, sightOf(ctx))
    if (!figure) return refuse('unknown-figure', { id })
    const permission = decision === 'submit' ? 'figure.enter' : 'figure.approve'
    if (!mayDo(ctx.actor, permission, figure.unit)) return refuse('not-permitted', { permission })
    if (figure.replacedBy) return refuse('already-replaced', { by: figure.replacedBy })
    const status = afterStep(figure.status, decision, reason)
    if (!status.ok) return status
    if (!(await saveFigureState(tx, ctx.district, id, { status: status.value }, version))) return refuse('changed-meanwhile', { period: figure.period })
    if (decision === 'approve' && figure.replaces) {
      const old = await loadFigure(tx, ctx.district, figure.replaces, sightOf(ctx))
      if (old?.replacedBy && old.replacedBy !== id) return refuse('already-replaced', { by: old.replacedBy })
      if (old && !old.replacedBy) await saveFigureState(tx, ctx.district, old.id, { replacedBy: id }, old.version)
    }
    await note({ verb: verbOf[decision], thing: 'figure', thingId: id, unit: figure.unit, detail: { indicator: figure.indicator, period: figure.period, ...(reason !== null && { reason }) } })
    return ok({ ...figure, status: status.value, version: version + 1 })
  })
}
