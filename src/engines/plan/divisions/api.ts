import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Note, type Tx } from '../../context.ts'
import { readRows, type CellFault } from '../../indicators/domain/sheet.ts'
import { cellsOf, sheetFile, type JudgedTarget } from '../../indicators/index.ts'
import { mayDo } from '../../org/domain/permission.ts'
import { findUnits } from '../../org/index.ts'
import { type contract, type TermsGiven } from '../contract.ts'
import { divisionPage, enforce, step, wholeOf } from './dividing.ts'
import { divisionCells, divisionColumns, divisionHeaders, partsFrom } from './sheet.ts'
import * as store from './store.ts'
import { isOpen, mayAnswer, mayDraft, mayEnforce, mayHappen, mayPropose, unsigned } from '../domain/division.ts'
import { valued } from '../domain/parts.ts'
import { type Division, type DivisionEvent, type DivisionTerms } from '../schema.ts'
import { type z } from 'zod'

type Divisions = Pick<Handlers<typeof contract>, 'divisions' | 'draft' | 'revise' | 'propose' | 'reopen' | 'withdraw' | 'enforce' | 'sign' | 'sendBack' | 'exportDivision' | 'importDivision'>

export const divisionHandlers: Divisions = {
  divisions: async (ctx, { params, query }) => ctx.read(async tx => {
    const on = query.on ?? ctx.today()
    const whole = await wholeOf(tx, ctx.district, params.id, on)
    return whole ? ok(await divisionPage(tx, ctx.district, whole, on)) : refuse('unknown-target', { id: params.id })
  }),

  draft: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const whole = await editable(tx, ctx, params.id)
    if (!whole.ok) return whole
    const terms = await termsFrom(tx, ctx, body, whole.value)
    if (!terms.ok) return terms
    const editions = await store.findDivisionsOf(tx, ctx.district, [params.id])
    const open = editions.find(({ division }) => isOpen(division.state))
    if (open) return refuse('division-open', { edition: open.division.edition })
    const edition = (editions[0]?.division.edition ?? 0) + 1
    const division: Division = { id: ctx.newId(), target: params.id, edition, state: 'draft', terms: terms.value, proposed: null, signatures: [], objections: [], inForceOn: null, unsignedReason: null, version: 1 }
    if (!(await store.insertDivision(tx, ctx, division))) return refuse('division-open', { edition })
    await store.appendStep(tx, ctx, division.id, { at: ctx.now(), by: ctx.actor.name, event: { kind: 'drafted', id: division.id, target: params.id, edition, terms: terms.value } })
    await note({ verb: 'division.drafted', thing: 'division', thingId: division.id, detail: { target: params.id, edition, parts: terms.value.parts.length } })
    return ok(division)
  }),

  revise: async (ctx, { params, body: { version, ...given } }) => planned(ctx, params.id, version, 'revised', async (tx, _, whole) => {
    const terms = await termsFrom(tx, ctx, given, whole)
    return terms.ok ? ok({ kind: 'revised', terms: terms.value }) : terms
  }),

  propose: async (ctx, { params, body }) => planned(ctx, params.id, body.version, 'proposed', async (_, division, { target }) => {
    const allowed = mayPropose(division.terms, target, body.reason)
    return allowed.ok ? ok({ kind: 'proposed', reason: body.reason }) : allowed
  }),

  reopen: async (ctx, { params, body }) => planned(ctx, params.id, body.version, 'reopened', async () => ok({ kind: 'reopened', reason: body.reason })),

  withdraw: async (ctx, { params, body }) => planned(ctx, params.id, body.version, 'withdrawn', async (_, division) => (isOpen(division.state) ? ok({ kind: 'withdrawn', reason: body.reason }) : refuse('division-step', { state: division.state, edition: division.edition }))),

  enforce: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const found = await openFor(tx, ctx, params.id, body.version)
    if (!found.ok) return found
    const { division, whole } = found.value
    const allowed = mayEnforce(division, body.reason)
    if (!allowed.ok) return allowed
    const stands = mayPropose(division.terms, whole.target, division.proposed?.reason ?? body.reason)
    return stands.ok ? enforce(tx, ctx, note, division, whole, body.reason) : stands
  }),

  sign: async (ctx, { params, body: { unit, value } }) => answered(ctx, params.id, unit, value, { kind: 'signed', unit, value }, async (tx, note, division, whole) => {
    // The last signature puts it in force, unless the target moved in the meantime: then the planner decides.
    const settled = unsigned(division).length === 0 && mayPropose(division.terms, whole.target, division.proposed?.reason ?? null).ok
    return settled ? enforce(tx, ctx, note, division, whole, null) : ok(division)
  }),

  sendBack: async (ctx, { params, body: { unit, value, reason, counter } }) => answered(ctx, params.id, unit, value, { kind: 'returned', unit, value, reason, counter }, async (_tx, _note, division) => ok(division)),

  importDivision: async (ctx, input) => importDivision(ctx, input),

  exportDivision: async (ctx, { params, query }) => ctx.read(async tx => {
    const found = await store.loadDivision(tx, ctx.district, params.id)
    const whole = found && await wholeOf(tx, ctx.district, found.division.target, ctx.today())
    if (!found || !whole) return refuse('unknown-division', { id: params.id })
    return ok(await sheetFile(`${whole.indicator.name.zh}${whole.target.period}分解第${found.division.edition}版`, query.form, [divisionHeaders, ...divisionCells(found.division, whole.target.measure, await findUnits(tx, ctx.district))]))
  }),
}

/** Takes the parts of a draft from a sheet: all of them, or none and each cell that is wrong. */
const importDivision: Divisions['importDivision'] = async (ctx, { params, query: { version }, file }) => {
  const cells = await cellsOf(file)
  if (!cells.ok) return cells
  const { rows, faults } = readRows(divisionColumns, cells.value)
  const reply = (found: readonly CellFault[], taken = 0) => ok({ taken, added: 0, changed: taken, rows: rows.length, checkedOnly: false, faults: found.slice(0, 1000).map(fault => ({ ...fault })) })
  if (faults.length > 0) return reply(faults)
  const seen = await ctx.read(async tx => {
    const found = await store.loadDivision(tx, ctx.district, params.id)
    return found && { terms: found.division.terms, ...partsFrom(rows, found.division.terms.method, await findUnits(tx, ctx.district)) }
  })
  if (!seen) return refuse('unknown-division', { id: params.id })
  if (seen.faults.length > 0) return reply(seen.faults)
  const saved = await planned(ctx, params.id, version, 'revised', async (tx, { terms }, whole) => {
    const given = await termsFrom(tx, ctx, { ...terms, parts: [...seen.parts] }, whole)
    return given.ok ? ok({ kind: 'revised', terms: given.value }) : given
  })
  return saved.ok ? reply([], seen.parts.length) : saved
}

/** The target that is to be divided, if this person may divide it. */
async function editable(tx: Tx, ctx: Context, target: Id): Promise<Result<JudgedTarget, 'unknown-target' | 'not-permitted'>> {
  const whole = await wholeOf(tx, ctx.district, target, ctx.today())
  if (!whole) return refuse('unknown-target', { id: target })
  return mayDo(ctx.actor, 'plan.edit', whole.target.unit) ? ok(whole) : refuse('not-permitted', { permission: 'plan.edit' })
}

/** The terms as a planner gave them, with the number that is divided and the values that follow; or why they make no sense. */
async function termsFrom(tx: Tx, ctx: Context, given: z.output<typeof TermsGiven>, { target }: JudgedTarget): Promise<Result<DivisionTerms>> {
  const terms = valued({ ...given, whole: target.value ?? 0 })
  const allowed = mayDraft(terms, target, await findUnits(tx, ctx.district), ctx.today())
  return allowed.ok ? ok(terms) : allowed
}

type Opened = { readonly division: Division; readonly whole: JudgedTarget }

/** An edition with its target, held for this transaction. */
async function held(tx: Tx, ctx: Context, id: Id): Promise<Result<Opened, 'unknown-division' | 'unknown-target'>> {
  await store.lockDivision(tx, ctx.district, id)
  const found = await store.loadDivision(tx, ctx.district, id)
  if (!found) return refuse('unknown-division', { id })
  const whole = await wholeOf(tx, ctx.district, found.division.target, ctx.today())
  return whole ? ok({ division: found.division, whole }) : refuse('unknown-target', { id: found.division.target })
}

/** An edition for the planner's hand, as it was seen. */
async function openFor(tx: Tx, ctx: Context, id: Id, version: number): Promise<Result<Opened>> {
  const found = await held(tx, ctx, id)
  if (!found.ok) return found
  if (!mayDo(ctx.actor, 'plan.edit', found.value.whole.target.unit)) return refuse('not-permitted', { permission: 'plan.edit' })
  return found.value.division.version === version ? found : refuse('changed-meanwhile', { edition: found.value.division.edition })
}

/** One step of the planner. */
async function planned(ctx: Context, id: Id, version: number, kind: 'revised' | 'proposed' | 'reopened' | 'withdrawn', decide: (tx: Tx, division: Division, whole: JudgedTarget) => Promise<Result<DivisionEvent>>): Promise<Result<Division>> {
  return ctx.write(async (tx, note) => {
    const found = await openFor(tx, ctx, id, version)
    if (!found.ok) return found
    const { division, whole } = found.value
    const open = mayHappen(division, kind)
    if (!open.ok) return open
    const event = await decide(tx, division, whole)
    return event.ok ? step(tx, ctx, note, division, event.value) : event
  })
}

/** One answer of a unit's head to the number he was shown, and what follows from it. */
async function answered(ctx: Context, id: Id, unit: Id, value: number, event: Extract<DivisionEvent, { kind: 'signed' | 'returned' }>, then: (tx: Tx, note: Note, division: Division, whole: JudgedTarget) => Promise<Result<Division>>): Promise<Result<Division>> {
  return ctx.write(async (tx, note) => {
    if (!mayDo(ctx.actor, 'part.sign', unit)) return refuse('not-permitted', { permission: 'part.sign' })
    const found = await held(tx, ctx, id)
    if (!found.ok) return found
    const allowed = mayAnswer(found.value.division, unit, value)
    if (!allowed.ok) return allowed
    const after = await step(tx, ctx, note, found.value.division, event, { value, ...(event.kind === 'returned' && { reason: event.reason, counter: event.counter }) })
    return after.ok ? then(tx, note, after.value, found.value.whole) : after
  })
}
