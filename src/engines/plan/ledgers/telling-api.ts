import { type File } from '../../../kernel/contract.ts'
import { type Id } from '../../../kernel/id.ts'
import { printNumber } from '../../../kernel/quantity.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { sheetFile, takeSheet } from '../../indicators/index.ts'
import { mayWorkOn } from '../domain/ledger/acceptance.ts'
import { doneShareOf, standingOn, valueWords } from '../domain/ledger/particulars.ts'
import { ledgerColumns } from '../domain/ledger/sheet-columns.ts'
import { mayTell } from '../domain/ledger/telling.ts'
import { applied, mayProgress } from '../domain/tree.ts'
import { type CommitmentEvent } from '../schema.ts'
import { appendEvents, loadCommitment, saveCommitment } from '../store.ts'
import { eventRow } from '../taking.ts'
import { type contract, type LedgerView } from './contract.ts'
import { changeLine, changeLineWithin, type ShownLine } from './line-api.ts'
import { type Telling } from './particulars-schema.ts'
import { planFrom } from './telling-sheet.ts'
import { ledgerViews } from './standing.ts'
import * as store from './store.ts'

/** Values of the columns that a kind of ledger has of its own: told line by line, or by a sheet. */
export const handlers: Pick<Handlers<typeof contract>, 'tell' | 'particularsSheet' | 'importParticulars'> = {
  tell: async (ctx, { params, body: { version, reason, ...given } }) => changeLine(ctx, params.id, version, async (tx, found) => {
    if (!mayWorkOn(ctx.actor, found.row.units)) return refuse('not-permitted', { permission: 'progress.enter' })
    return told(tx, ctx, found, { ...given, reason: reason ?? null })
  }),

  particularsSheet: async (ctx, { params, query }) => ctx.read(async tx => {
    const view = await loadView(tx, ctx, params.id)
    if (!view) return refuse('unknown-ledger', { id: params.id })
    const { ledger } = view
    if (ledger.of.particulars.length === 0) return refuse('no-columns', { kind: ledger.of.name.zh, kindEn: ledger.of.name.en })
    return ok(await fillInSheet(view, query.form, line => mayWorkOn(ctx.actor, line.units), ctx.today()))
  }),

  importParticulars: async (ctx, { params, query, file }) => {
    const view = await ctx.read(tx => loadView(tx, ctx, params.id))
    if (!view) return refuse('unknown-ledger', { id: params.id })
    const kind = view.ledger.of
    if (kind.particulars.length === 0) return refuse('no-columns', { kind: kind.name.zh, kindEn: kind.name.en })
    return takeSheet(ctx, ledgerColumns(kind), file, query.check === 'true', 'ledger.particulars-imported', (tx, rows) => planFrom(tx, ctx, view, rows, (note, line, given) => changeLineWithin(tx, ctx, note, line, null, (_, found) => told(tx, ctx, found, given))))
  },
}

async function loadView(tx: Tx, ctx: Context, id: Id): Promise<LedgerView | null> {
  const ledger = await store.loadLedger(tx, ctx.district, id)
  return ledger && ((await ledgerViews(tx, ctx, [ledger], ctx.today()))[0] ?? null)
}

type Given = Pick<Telling, 'values' | 'onDay' | 'ground' | 'reason'>

/** The event of a telling, with the progress of the commitment that follows from it. */
async function told(tx: Tx, ctx: Context, { line, row, ledger }: ShownLine, given: Given): Promise<Result<{ readonly event: { readonly kind: 'told'; readonly telling: Telling }; readonly verb: string; readonly detail: Readonly<Record<string, unknown>> }>> {
  const whole = { ...given, at: ctx.now(), by: ctx.actor.name }
  const allowed = mayTell({ kind: ledger.of, line, title: row.title }, whole, ctx.today())
  if (!allowed.ok) return allowed
  const telling: Telling = { ...whole, id: ctx.newId(), values: allowed.value.values }
  const share = doneShareOf(ledger.of, standingOn([...line.told, telling], telling.onDay))
  const before = doneShareOf(ledger.of, standingOn(line.told, telling.onDay))
  // A line of several parts is measured by them; a line of one by the column that its kind names.
  const alone = row.parts.length === 1 && row.parts[0]?.commitment === line.commitment
  if (share !== null && share !== before && alone && line.commitment !== null) {
    const done = await progressed(tx, ctx, line.commitment, { share, onDay: telling.onDay, note: telling.ground, evidence: null })
    if (!done.ok) return done
  }
  return ok({ event: { kind: 'told', telling }, verb: 'ledger-line.told', detail: { onDay: telling.onDay, values: telling.values, ground: telling.ground, reason: telling.reason, ...(share !== null && { share }) } })
}

async function progressed(tx: Tx, ctx: Context, id: Id, given: { readonly share: number; readonly onDay: Day; readonly note: string; readonly evidence: null }): Promise<Result<null>> {
  const commitment = await loadCommitment(tx, ctx.district, id)
  if (!commitment) return refuse('unknown-commitment', { id })
  const allowed = mayProgress(commitment, given.onDay, ctx.today())
  // What figures measure needs no progress: then the column is only a column.
  if (!allowed.ok) return allowed.refused === 'measured-by-figures' ? ok(null) : allowed
  const event: CommitmentEvent = { kind: 'progressed', progress: { id: ctx.newId(), at: ctx.now(), by: ctx.actor.name, ...given } }
  const after = applied(commitment, event)
  if (!after || !(await saveCommitment(tx, ctx.district, after, commitment.version))) return refuse('changed-meanwhile', { title: commitment.title })
  await appendEvents(tx, ctx.district, [eventRow(ctx, id, event)])
  return ok(null)
}

/** The sheet on which values are told: the lines that the caller may tell, with what stands, ready to be filled in and brought back. */
async function fillInSheet({ ledger, lines }: LedgerView, form: 'csv' | 'xlsx', mine: (line: LedgerView['lines'][number]) => boolean, today: Day): Promise<File> {
  const columns = ledger.of.particulars.filter(column => column.kind !== 'share')
  const rows = lines.filter(mine).map(line => [line.position, line.title, ...columns.map(column => {
    const value = line.particulars[column.key]?.value
    return column.kind === 'number' && typeof value === 'number' ? Number(printNumber(value, column.decimals)) : value === undefined ? null : valueWords(column, value).zh
  }), today, null, null])
  return sheetFile(`${ledger.title}-填报`, form, [ledgerColumns(ledger.of).map(column => column.header.zh), ...rows])
}
