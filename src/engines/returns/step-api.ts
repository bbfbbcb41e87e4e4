import { ok, type Result } from '../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../context.ts'
import { takeProgramFigures } from '../indicators/index.ts'
import { type contract, type SheetNow } from './contract.ts'
import { mayAccept, mayAnswer, mayApprove, mayEnter, mayReopen, maySendBack, maySubmit } from './domain/sheet.ts'
import { vintageOf } from './domain/revising.ts'
import { isAsked } from './domain/values.ts'
import { type Counters, type FilledSheet } from './filling.ts'
import { type SheetEvent } from './schema.ts'
import { type Asked, type Decide, step } from './step.ts'
import { broughtBy, nowOf } from './view.ts'

type Steps = Pick<Handlers<typeof contract>, 'enter' | 'answer' | 'submit' | 'approve' | 'accept' | 'sendBack' | 'reopen'>

export function stepHandlers(counters: Counters): Steps {
  const take = async (ctx: Context, asked: Asked, decide: Decide): Promise<Result<SheetNow>> => {
    const filled = await step(ctx, counters, asked, decide)
    return filled.ok ? ok(nowOf(filled.value)) : filled
  }
  return {
    enter: (ctx, { params, body }) => take(ctx, { sheet: params.id, version: null, permission: 'figure.enter', verb: 'return.entered', detail: { rows: body.cells.map(cell => cell.row).join(' ').slice(0, 300) } },
      ({ sheet, rows }) => mayEnter(sheet.standing, body.cells, askedOf(rows))),
    answer: (ctx, { params, body }) => take(ctx, { sheet: params.id, version: null, permission: 'figure.enter', verb: 'return.answered', detail: { finding: body.finding, reason: body.reason } },
      ({ sheet, findings }) => mayAnswer(sheet.standing, findings, body.finding, body.seen, body.reason)),
    submit: (ctx, { params, body }) => take(ctx, { sheet: params.id, version: body.version, permission: 'figure.enter', verb: 'return.submitted' }, submission),
    approve: (ctx, { params, body }) => take(ctx, { sheet: params.id, version: body.version, permission: 'figure.approve', verb: 'return.approved' },
      ({ sheet }) => mayApprove(sheet.standing, ctx.actor.person)),
    accept: (ctx, { params, body }) => take(ctx, { sheet: params.id, version: body.version, permission: 'return.accept', verb: 'return.accepted' },
      async (filled, tx) => {
        const allowed = mayAccept(filled.sheet.standing, ctx.actor.person, [])
        return allowed.ok ? ok(await accept(tx, ctx, filled)) : allowed
      }),
    sendBack: (ctx, { params, body }) => take(ctx, { sheet: params.id, version: body.version, permission: 'figure.approve', verb: 'return.sent-back', detail: { to: body.to, reason: body.reason } },
      ({ sheet }) => maySendBack(sheet.standing, body.to, body.reason)),
    reopen: (ctx, { params, body }) => take(ctx, { sheet: params.id, version: body.version, permission: 'return.accept', verb: 'return.reopened', detail: { rows: body.rows.join(' ').slice(0, 300), reason: body.reason } },
      ({ sheet, rows }) => mayReopen(sheet.standing, body.rows, askedOf(rows), body.reason)),
  }
}

export const askedOf = (rows: FilledSheet['rows']): ReadonlySet<string> => new Set(rows.filter(isAsked).map(row => row.key))

/** Submits the sheet as it stands, with the worked-out values as they are now. */
export const submission = ({ sheet, findings, missing, rows, values }: FilledSheet): Result<SheetEvent> =>
  maySubmit(sheet.standing, findings, missing, new Map(rows.filter(row => !isAsked(row)).map(row => [row.key, values.get(row.key) ?? null])))

/** Locks the sheet and writes its figures into the ledger in the same transaction: one for each cell, and in a revision a later vintage beside the old one. */
async function accept(tx: Tx, ctx: Context, filled: FilledSheet): Promise<SheetEvent> {
  const { sheet, form, version, unit, figureUnit } = filled
  const { standing } = sheet
  const at = ctx.now()
  const reason = standing.revising ? '锁定后修订' : ''
  const brought = broughtBy(filled)
  const figures = await takeProgramFigures(tx, ctx, brought.map(({ row, value }) => {
    const before = standing.figures[row.key]
    return {
      indicator: row.indicator.id, unit: figureUnit.id, period: row.figurePeriod, vintage: vintageOf(version.content.vintage, standing.round), basis: row.indicator.basis,
      level: row.row.aspect === 'level' ? { value, unit: row.measure } : null, change: row.row.aspect === 'growth' ? { value, unit: row.measure, base: '同比' } : null,
      source: {
        kind: 'return', sheet: sheet.id, form: form.code, formName: version.content.name.zh, entry: row.key, unit: unit.name, period: sheet.period,
        submittedBy: standing.submitted?.by ?? '', approvedBy: standing.approved?.by ?? '', acceptedBy: ctx.actor.name, at, ...(sheet.generated && { generated: true }),
      },
      edition: standing.round, replaces: before === undefined ? null : { figure: before, reason },
    } as const
  }))
  return { kind: 'accepted', figures: brought.flatMap(({ row }, i) => { const figure = figures[i]; return figure ? [{ row: row.key, figure }] : [] }) }
}
