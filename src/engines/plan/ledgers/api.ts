import { type Id } from '../../../kernel/id.ts'
import { yearOf } from '../../../kernel/period.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Note, type Tx } from '../../context.ts'
import { judgedTargets, sheetFile } from '../../indicators/index.ts'
import { mayDo } from '../../org/domain/permission.ts'
import { loadUnit } from '../../org/index.ts'
import { appliedToLedger, type LedgerState } from '../domain/ledger/fold.ts'
import { mayReadFiles, withinCap } from '../domain/ledger/acceptance.ts'
import { midTermOf } from '../domain/ledger/mid-term.ts'
import { belongsTo, offersIn } from '../domain/ledger/offers.ts'
import { contract, type LedgerView } from './contract.ts'
import * as lines from './line-api.ts'
import { lineCells, lineHeaders } from './ledger-sheet.ts'
import * as tellings from './telling-api.ts'
import { type LedgerEvent, type LedgerKind } from './schema.ts'
import * as store from './store.ts'
import { ledgersOfYear, ledgerViews } from './standing.ts'
import { findCommitments, insertCommitments, appendEvents, lastPosition, loadCommitment, type Stored } from '../store.ts'
import { eventRow, madeOf } from '../taking.ts'

export const handlers: Handlers<typeof contract> = {
  list: async (ctx, { query }) => ctx.read(async tx => {
    const years = await store.findYearsOfLedgers(tx, ctx.district)
    const year = query.year ?? years[0] ?? Number(ctx.today().slice(0, 4))
    const views = await ledgersOfYear(tx, ctx, year, query.on)
    return ok({ year, items: views.map(v => v.ledger), kinds: await store.findKinds(tx, ctx.district), years })
  }),

  offers: async (ctx, { query }) => ctx.read(async tx => {
    const commitments = await findCommitments(tx, ctx.district, query.year)
    const offers = offersIn(await store.findKinds(tx, ctx.district), commitments, await store.findListed(tx, ctx.district, commitments.map(c => c.id)))
    return ok({ items: offers.map(offer => ({ ...offer, commitments: [...offer.commitments] })) })
  }),

  get: async (ctx, { params, query }) => ctx.read(async tx => {
    const found = await store.loadLedgerState(tx, ctx.district, params.id)
    const view = found && await viewOf(tx, ctx, params.id, query.on)
    return view ? ok({ ...view, midTerms: [...found.ledger.midTerms], history: [...found.history] }) : refuse('unknown-ledger', { id: params.id })
  }),

  export: async (ctx, { params, query }) => ctx.read(async tx => {
    const view = await viewOf(tx, ctx, params.id, query.on)
    return view ? ok(await sheetFile(view.ledger.title, query.form, [lineHeaders(view.ledger.of), ...view.lines.flatMap(line => lineCells(view.ledger.of, line))])) : refuse('unknown-ledger', { id: params.id })
  }),

  make: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const kind = (await store.findKinds(tx, ctx.district)).find(k => k.key === body.kind)
    if (!kind) return refuse('unknown-ledger-kind', { kind: body.kind })
    const years = (yearOf(body.span) ?? 0) - Number(body.span.slice(0, 4)) + 1
    if (years !== (kind.span === 'year' ? 1 : 5)) return refuse('span-of-kind', { kind: kind.name.zh, years: kind.span === 'year' ? 1 : 5 })
    if (kind.capped !== (body.cap !== null)) return refuse('cap-missing', { kind: kind.name.zh, needed: kind.capped ? '须写明' : '不设' })
    const id = ctx.newId()
    const ledger = { id, kind: kind.key, span: body.span, title: body.title, cap: body.cap, source: { kind: 'hand', person: ctx.actor.person, name: ctx.actor.name, at: ctx.now(), ground: body.ground } as const }
    if (!(await store.insertLedger(tx, ctx.district, { ...ledger, version: 1 }, kind.onePerSpan))) return refuse('ledger-there', { kind: kind.name.zh, span: body.span })
    await store.appendLedgerEvents(tx, ctx.district, [rowOf(ctx, id, id, { kind: 'made', ledger })])
    const placed = await place(tx, ctx, kind, { ...ledger, version: 1, midTerms: [] }, body)
    if (!placed.ok) return placed
    await note({ verb: 'ledger.made', thing: 'ledger', thingId: id, detail: { kind: kind.key, span: body.span, title: body.title, lines: placed.value, cap: body.cap, ground: body.ground } })
    return ok({ id, lines: placed.value })
  }),

  edit: async (ctx, { params, body }) => changeLedger(ctx, params.id, body.version, async (tx, ledger, kind, note) => {
    if (body.cap !== undefined && !kind.capped) return refuse('cap-missing', { kind: kind.name.zh, needed: '不设' })
    const standing = (await store.findLinesOf(tx, ctx.district, [ledger.id])).length
    if (body.cap !== undefined && body.cap < standing) return refuse('cap-below-lines', { cap: body.cap, lines: standing })
    const events: LedgerEvent[] = [...(body.title === undefined || body.title === ledger.title ? [] : [{ kind: 'retitled', title: body.title, reason: body.reason } as const]), ...(body.cap === undefined || body.cap === ledger.cap ? [] : [{ kind: 'capped', cap: body.cap, reason: body.reason } as const])]
    await note({ verb: 'ledger.changed', thing: 'ledger', thingId: ledger.id, detail: { title: body.title ?? ledger.title, cap: body.cap ?? ledger.cap, reason: body.reason } })
    return ok({ events, reply: { id: ledger.id } })
  }),

  remove: async (ctx, { params, body }) => changeLedger(ctx, params.id, body.version, async (tx, ledger, _, note) => {
    const used = (await store.findLinesOf(tx, ctx.district, [ledger.id])).filter(line => line.evidence > 0 || line.acceptance.state !== 'none')
    if (used.length > 0) return refuse('ledger-in-use', { title: ledger.title, lines: used.length })
    await note({ verb: 'ledger.removed', thing: 'ledger', thingId: ledger.id, detail: { title: ledger.title, reason: body.reason } })
    return ok({ events: [{ kind: 'removed', reason: body.reason }], reply: { id: ledger.id } })
  }),

  add: async (ctx, { params, body }) => changeLedger(ctx, params.id, body.version, async (tx, ledger, kind, note) => {
    const placed = await place(tx, ctx, kind, ledger, body)
    if (!placed.ok) return placed
    await note({ verb: 'ledger.added-to', thing: 'ledger', thingId: ledger.id, detail: { title: ledger.title, lines: placed.value } })
    return ok({ events: [], reply: { added: placed.value } })
  }),

  midTerm: async (ctx, { params, query }) => ctx.read(async tx => {
    const view = await viewOf(tx, ctx, params.id, query.on)
    if (!view) return refuse('unknown-ledger', { id: params.id })
    const year = query.year ?? evaluationYear(view)
    return ok({ year, lines: [...midTermLines(view, year)] })
  }),

  conclude: async (ctx, { params, body }) => changeLedger(ctx, params.id, body.version, async (tx, ledger, kind, note) => {
    const view = await viewOf(tx, ctx, ledger.id)
    if (kind.evaluatedInYear === null || !view) return refuse('no-mid-term', { kind: kind.name.zh })
    if (!belongsTo(ledger.span, body.year) || `${body.year}-12-31` >= ctx.today()) return refuse('year-not-over', { year: body.year })
    const midTerm = { id: ctx.newId(), year: body.year, at: ctx.now(), by: ctx.actor.name, opinion: body.opinion, lines: [...midTermLines(view, body.year)] }
    await note({ verb: 'ledger.evaluated', thing: 'ledger', thingId: ledger.id, detail: { title: ledger.title, year: body.year, lines: midTerm.lines.length } })
    return ok({ events: [{ kind: 'evaluated', midTerm }], reply: midTerm })
  }),

  ...lines.handlers,
  ...tellings.handlers,

  evidenceFile: async (ctx, { params }) => ctx.read(async tx => {
    const file = await store.loadEvidenceFile(tx, ctx.district, params.id)
    const found = file && await lines.loadShownLine(tx, ctx, file.line)
    if (!file || !found) return refuse('unknown-evidence', { id: params.id })
    return mayReadFiles(ctx.actor, found.row.units) ? ok({ name: file.name, mime: file.mime, bytes: file.bytes }) : refuse('not-permitted', { permission: 'progress.enter' })
  }),
}

async function viewOf(tx: Tx, ctx: Context, id: Id, on = ctx.today()): Promise<LedgerView | null> {
  const ledger = await store.loadLedger(tx, ctx.district, id)
  return ledger && ((await ledgerViews(tx, ctx, [ledger], on))[0] ?? null)
}

/** The year in which the mid-term evaluation of a ledger falls. */
function evaluationYear({ ledger }: LedgerView): number {
  return Number(ledger.span.slice(0, 4)) + (ledger.of.evaluatedInYear ?? 1) - 1
}

function midTermLines({ lines: rows }: LedgerView, year: number) {
  return midTermOf(rows.flatMap(row => {
    const line = row.parts[0]?.line
    return row.path && line ? [{ line: row.id, code: row.code ?? '', name: row.label, nature: row.nature ?? 'expected', unit: line.unit, target: line.target, words: line.words, path: row.path }] : []
  }), year)
}

type Chosen = { readonly commitments: readonly Id[]; readonly targets: readonly Id[]; readonly fresh: readonly { readonly title: string; readonly dueOn: string; readonly leadUnit: Id | null }[] }

/** Puts lines behind those that stand in a ledger, within its cap. Answers how many were added. */
async function place(tx: Tx, ctx: Context, kind: LedgerKind, ledger: LedgerState, chosen: Chosen): Promise<Result<number>> {
  const standing = await store.findLinesOf(tx, ctx.district, [ledger.id])
  const known = new Set(standing.flatMap(l => [l.commitment ?? '', l.target ?? '']))
  const commitments = [...new Set(chosen.commitments)].filter(id => !known.has(id)), targets = [...new Set(chosen.targets)].filter(id => !known.has(id))
  if (kind.of === 'commitment' ? targets.length > 0 : commitments.length + chosen.fresh.length > 0) return refuse('other-kind-of-line', { kind: kind.name.zh, line: kind.line.zh })
  const within = withinCap(ledger, standing.length, commitments.length + targets.length + chosen.fresh.length)
  if (!within.ok) return within
  for (const id of commitments) {
    const commitment = await loadCommitment(tx, ctx.district, id)
    if (!commitment) return refuse('unknown-commitment', { id })
    if (!belongsTo(ledger.span, commitment.year)) return refuse('outside-span', { title: commitment.title, span: ledger.span })
  }
  const judged = await judgedTargets(tx, ctx.district, targets, ctx.today())
  for (const id of targets) {
    const target = judged.find(j => j.target.id === id)?.target
    if (!target) return refuse('unknown-target', { id })
    if (!belongsTo(ledger.span, yearOf(target.period) ?? 0)) return refuse('outside-span', { title: target.indicatorName, span: ledger.span })
  }
  const fresh = await makeFresh(tx, ctx, ledger, chosen.fresh)
  if (!fresh.ok) return fresh
  let position = await store.lastPosition(tx, ctx.district, ledger.id)
  const placed = [...[...commitments, ...fresh.value].map(commitment => ({ commitment, target: null })), ...targets.map(target => ({ commitment: null, target }))]
    .map(one => ({ id: ctx.newId(), ledger: ledger.id, ...one, position: ++position }))
  const added = await store.insertLines(tx, ctx.district, placed)
  await store.appendLedgerEvents(tx, ctx.district, placed.filter(line => added.has(line.id)).map(line => rowOf(ctx, ledger.id, line.id, { kind: 'placed', line })))
  return ok(added.size)
}

/** Lines that were not in the plan become measures of it, in the year in which they are due. */
async function makeFresh(tx: Tx, ctx: Context, ledger: LedgerState, fresh: Chosen['fresh']): Promise<Result<readonly Id[]>> {
  const made: Stored[] = []
  for (const { title, dueOn, leadUnit } of fresh) {
    const year = Number(dueOn.slice(0, 4))
    if (!belongsTo(ledger.span, year)) return refuse('outside-span', { title, span: ledger.span })
    if (leadUnit !== null && !(await loadUnit(tx, ctx.district, leadUnit))) return refuse('unknown-unit', { id: leadUnit })
    const position = (await lastPosition(tx, ctx.district, year, null)) + 1 + made.filter(m => m.year === year).length
    made.push({ id: ctx.newId(), year, parent: null, kind: 'measure', position, title, verb: null, strength: 'plain', dueOn, leadUnit, coUnits: [], target: null, source: { kind: 'hand', person: ctx.actor.person, name: ctx.actor.name, at: ctx.now(), ground: ledger.title }, origin: null, version: 1 })
  }
  await insertCommitments(tx, ctx.district, made.map(commitment => ({ commitment, fact: null })))
  await appendEvents(tx, ctx.district, made.map(commitment => eventRow(ctx, commitment.id, madeOf(commitment))))
  return ok(made.map(m => m.id))
}

/** One change of a ledger: load, decide, fold, save with the version check, append to its history. */
async function changeLedger<T>(ctx: Context, id: Id, version: number, decide: (tx: Tx, ledger: LedgerState, kind: LedgerKind, note: Note) => Promise<Result<{ readonly events: readonly LedgerEvent[]; readonly reply: T }>>): Promise<Result<T>> {
  return ctx.write(async (tx, note) => {
    const found = await store.loadLedgerState(tx, ctx.district, id)
    const row = await store.loadLedger(tx, ctx.district, id)
    const kind = (await store.findKinds(tx, ctx.district)).find(k => k.key === row?.kind)
    if (!found || !row || !kind) return refuse('unknown-ledger', { id })
    if (!mayDo(ctx.actor, 'plan.edit', null)) return refuse('not-permitted', { permission: 'plan.edit' })
    // Saved first: of two planners who add at once, the second would pass the cap unseen.
    if (row.version !== version || !(await store.saveLedger(tx, ctx.district, row, version))) return refuse('changed-meanwhile', { title: row.title })
    const decided = await decide(tx, found.ledger, kind, note)
    if (!decided.ok) return decided
    const after = decided.value.events.reduce<LedgerState | null>(appliedToLedger, found.ledger)
    if (!after) await store.deleteLedger(tx, ctx.district, id)
    else await store.saveLedger(tx, ctx.district, after, version + 1)
    for (const event of decided.value.events) await store.appendLedgerEvents(tx, ctx.district, [rowOf(ctx, id, id, event)])
    return ok(decided.value.reply)
  })
}

const rowOf = lines.ledgerEventRow
