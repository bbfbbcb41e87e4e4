import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type AuditEntry, type Context, type Handlers, type Note, type Tx } from '../../context.ts'
import { mayAddEvidence, mayDecide, mayPropose, mayReadFiles, mayWithdrawEvidence, mayWorkOn } from '../domain/ledger/acceptance.ts'
import { checkedFile } from '../domain/ledger/evidence-file.ts'
import { appliedToLine } from '../domain/ledger/fold.ts'
import { type contract, type LedgerRow, type LineRow } from './contract.ts'
import { type Evidence, type LedgerEvent, type LedgerLine, type LineEvent } from './schema.ts'
import * as store from './store.ts'
import { ledgerViews } from './standing.ts'

type LineRoutes = 'line' | 'setLine' | 'takeOff' | 'addEvidence' | 'withdrawEvidence' | 'propose' | 'decide'

/** What is done with one line of a ledger. */
export const handlers: Pick<Handlers<typeof contract>, LineRoutes> = {
  line: async (ctx, { params, query }) => ctx.read(async tx => {
    const found = await loadShownLine(tx, ctx, params.id, query.on)
    if (!found) return refuse('unknown-line', { id: params.id })
    const { line, history, row, ledger } = found
    const standing = { kind: ledger.of, line, light: row.measured, title: row.title }
    const works = mayWorkOn(ctx.actor, row.units)
    const may = {
      work: works && line.acceptance.state !== 'accepted', readFiles: mayReadFiles(ctx.actor, row.units), propose: works && mayPropose(standing).ok,
      decide: mayDecide(standing, row.units, ctx.actor, { decision: 'accepted', share: null }).ok, withdraw: line.evidence.filter(e => mayWithdrawEvidence(standing, e.id, ctx.actor).ok && works).map(e => e.id),
    }
    return ok({ ledger, line: row, evidence: line.evidence, history: [...history], may })
  }),

  setLine: async (ctx, { params, body: { version, ...set } }) => changeLine(ctx, params.id, version, async (tx, { line, row, ledger }) => {
    const path = set.path ? { ...set.path, own: set.path.own.toSorted((a, b) => a.year - b.year) } : set.path
    if (path && (row.target === null || ledger.of.span !== 'five-year')) return refuse('no-path-here', { title: row.title })
    if (path && path.ground === null) return refuse('path-ground', { title: row.title })
    if (path && (new Set(path.own.map(o => o.year)).size < path.own.length || path.own.some(o => !row.path?.years.some(y => y.year === o.year)))) return refuse('path-years', { span: ledger.span })
    if (set.position !== undefined && set.position !== line.position) await store.makeRoomInLedger(tx, ctx.district, line.ledger, set.position)
    return ok({ event: { kind: 'set', ...(set.position !== undefined && { position: set.position }), ...(set.weight !== undefined && { weight: set.weight }), ...(path !== undefined && { path }) }, verb: 'ledger-line.set', detail: { ...set } })
  }),

  takeOff: async (ctx, { params, body }) => changeLine(ctx, params.id, body.version, async (_, { line, row }) => {
    if (line.acceptance.state !== 'none' || line.evidence.some(e => e.withdrawn === null)) return refuse('line-in-use', { title: row.title })
    return ok({ event: { kind: 'taken-off', reason: body.reason }, verb: 'ledger-line.taken-off', detail: { reason: body.reason } })
  }),

  addEvidence: async (ctx, { params, body, file }) => ctx.write(async (tx, note) => {
    await store.holdLine(tx, ctx.district, params.id)
    const found = await loadShownLine(tx, ctx, params.id)
    if (!found) return refuse('unknown-line', { id: params.id })
    const { line, row } = found
    if (!mayWorkOn(ctx.actor, row.units)) return refuse('not-permitted', { permission: 'progress.enter' })
    const allowed = mayAddEvidence({ line, title: row.title }, body.on, ctx.today())
    if (!allowed.ok) return allowed
    const given = file && file.bytes.length > 0 ? file : null
    // A photo is never asked for: a document number proves as much, and something must.
    if (!given && !body.number) return refuse('evidence-empty', { title: row.title })
    const checked = given && checkedFile(given)
    if (checked && !checked.ok) return checked
    const kept = checked && { id: ctx.newId(), ...checked.value }
    if (kept && given) await store.insertEvidenceFile(tx, ctx.district, { id: kept.id, line: line.id, name: kept.name, mime: kept.mime, bytes: given.bytes })
    const evidence: Omit<Evidence, 'withdrawn'> = { id: ctx.newId(), what: body.what, number: body.number ?? null, on: body.on, note: body.note ?? null, file: kept, at: ctx.now(), by: ctx.actor.name, person: ctx.actor.person }
    const saved = await save(tx, ctx, line, { kind: 'evidence-added', evidence })
    if (!saved.ok) return saved
    await note(entryOf(found, 'evidence.added', { what: body.what, number: body.number ?? null, file: kept?.name ?? null }))
    return ok({ ...evidence, withdrawn: null })
  }),

  withdrawEvidence: async (ctx, { params, body }) => changeLine(ctx, params.id, null, async (_, { line, row }) => {
    if (!mayWorkOn(ctx.actor, row.units)) return refuse('not-permitted', { permission: 'progress.enter' })
    const allowed = mayWithdrawEvidence({ line, title: row.title }, params.evidence, ctx.actor)
    if (!allowed.ok) return allowed
    return ok({ event: { kind: 'evidence-withdrawn', evidence: params.evidence, at: ctx.now(), by: ctx.actor.name, reason: body.reason }, verb: 'evidence.withdrawn', detail: { evidence: params.evidence, reason: body.reason } })
  }),

  propose: async (ctx, { params, body }) => changeLine(ctx, params.id, body.version, async (_, { line, row, ledger }) => {
    if (!mayWorkOn(ctx.actor, row.units)) return refuse('not-permitted', { permission: 'progress.enter' })
    const allowed = mayPropose({ kind: ledger.of, line, light: row.measured, title: row.title })
    if (!allowed.ok) return allowed
    return ok({ event: { kind: 'proposed', at: ctx.now(), by: ctx.actor.name, person: ctx.actor.person, note: body.note }, verb: 'acceptance.proposed', detail: {} })
  }),

  decide: async (ctx, { params, body }) => changeLine(ctx, params.id, body.version, async (_, { line, row, ledger }) => {
    const allowed = mayDecide({ kind: ledger.of, line, title: row.title }, row.units, ctx.actor, body)
    if (!allowed.ok) return allowed
    const share = body.decision === 'partly' ? body.share : null
    return ok({ event: { kind: 'decided', step: line.acceptance.step, last: allowed.value.last, decision: body.decision, share, at: ctx.now(), by: ctx.actor.name, note: body.note }, verb: `acceptance.${body.decision}`, detail: { step: line.acceptance.step + 1, share, note: body.note } })
  }),
}

export type ShownLine = { readonly line: LedgerLine; readonly history: readonly store.HistoryOf<LineEvent>[]; readonly row: LineRow; readonly ledger: LedgerRow }

/** A line with its history, and as its ledger shows it on a day. */
export async function loadShownLine(tx: Tx, ctx: Context, id: Id, on = ctx.today()): Promise<ShownLine | null> {
  const found = await store.loadLine(tx, ctx.district, id)
  const ledger = found && await store.loadLedger(tx, ctx.district, found.line.ledger)
  const [view] = ledger ? await ledgerViews(tx, ctx, [ledger], on) : []
  const row = view?.lines.find(l => l.id === id)
  return found && view && row ? { ...found, row, ledger: view.ledger } : null
}

type Change = { readonly event: LineEvent; readonly verb: string; readonly detail: Readonly<Record<string, unknown>> }

/** One change of a line: load, decide, fold, save with the version check, append to its history, note. Without a version, whoever comes second still has his effect. */
export async function changeLine(ctx: Context, id: Id, version: number | null, decide: (tx: Tx, found: ShownLine) => Promise<Result<Change>>): Promise<Result<{ readonly id: Id }>> {
  return ctx.write(async (tx, note) => changeLineWithin(tx, ctx, note, id, version, decide))
}

/** The same within a transaction that is under way. */
export async function changeLineWithin(tx: Tx, ctx: Context, note: Note, id: Id, version: number | null, decide: (tx: Tx, found: ShownLine) => Promise<Result<Change>>): Promise<Result<{ readonly id: Id }>> {
  await store.holdLine(tx, ctx.district, id)
  const found = await loadShownLine(tx, ctx, id)
  if (!found) return refuse('unknown-line', { id })
  if (version !== null && found.line.version !== version) return refuse('changed-meanwhile', { title: found.row.title })
  const decided = await decide(tx, found)
  if (!decided.ok) return decided
  const saved = await save(tx, ctx, found.line, decided.value.event)
  if (!saved.ok) return saved
  await note(entryOf(found, decided.value.verb, decided.value.detail))
  return ok({ id })
}

async function save(tx: Tx, ctx: Context, line: LedgerLine, event: LineEvent): Promise<Result<null, 'changed-meanwhile'>> {
  const after = appliedToLine(line, event)
  if (!after) await store.deleteLine(tx, ctx.district, line.id)
  else if (!(await store.saveLine(tx, ctx.district, after, line.version))) return refuse('changed-meanwhile', { title: '' })
  await store.appendLedgerEvents(tx, ctx.district, [ledgerEventRow(ctx, line.ledger, line.id, event)])
  return ok(null)
}

export function ledgerEventRow(ctx: Context, ledger: Id, thing: Id, event: LedgerEvent | LineEvent): store.LedgerEventRow {
  return { id: ctx.newId(), ledger, thing, at: ctx.now(), person: ctx.actor.person, by: ctx.actor.name, event }
}

function entryOf({ row, ledger }: ShownLine, verb: string, detail: AuditEntry['detail']): AuditEntry {
  return { verb, thing: 'ledger-line', thingId: row.id, unit: row.units[0] ?? null, detail: { ledger: ledger.title, title: row.title, ...detail } }
}
