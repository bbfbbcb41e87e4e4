import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { mayDo } from '../../org/domain/permission.ts'
import { findUnitNames, loadDistrictUnit } from '../../org/index.ts'
import { speaksFor, unitsSpokenFor } from '../domain/answering.ts'
import { feedbackDone } from '../domain/feedback-words.ts'
import { type feedbackContract, type FeedbackView } from './contract.ts'
import { acknowledge, addWords, generate, sendPages } from './doing.ts'
import { feedbackPaper } from './paper.ts'
import { findFeedback, findMonths, loadFeedback } from './store.ts'

const holds = (ctx: Context) => mayDo(ctx.actor, 'dispatch.hold', null)
/** Whose pages this person sees: supervision and leaders all, others those that were sent to their units. */
const seenBy = (ctx: Context): readonly Id[] | null => (holds(ctx) ? null : [...new Set([...ctx.actor.units, ...unitsSpokenFor(ctx.actor)])])

async function shown(tx: Tx, ctx: Context, id: Id): Promise<Result<FeedbackView>> {
  const found = await loadFeedback(tx, ctx.district, id, 'read'), seen = seenBy(ctx)
  if (!found) return refuse('unknown-feedback')
  const { feedback: { month, unit, state, sheet, words, sent, acknowledged, seq }, events } = found
  if (seen !== null && (state === 'generated' || !seen.includes(unit))) return refuse('unknown-feedback')
  return ok({
    id, month, unit: { id: unit, name: (await findUnitNames(tx, ctx.district, [unit])).get(unit) ?? '—' }, state, sheet, words, sent, acknowledged,
    history: events.map(({ seq: no, at, by, event }) => ({ seq: no, at, by: by.name, what: feedbackDone[event.kind] })),
    may: { hold: holds(ctx), acknowledge: state === 'sent' && speaksFor(ctx.actor, unit) }, seq,
  })
}

export const feedbackHandlers: Handlers<typeof feedbackContract> = {
  months: async ctx => ctx.read(async tx => ok({ items: (await findMonths(tx, ctx.district, seenBy(ctx), ctx.today())).map(({ silent: _silent, ...row }) => row), may: { hold: holds(ctx) } })),

  month: async (ctx, { params: { month } }) => ctx.read(async tx => {
    const rows = await findFeedback(tx, ctx.district, month, seenBy(ctx)), made = (await findMonths(tx, ctx.district, null, ctx.today())).find(one => one.month === month)
    const silent = holds(ctx) ? made?.silent ?? [] : [], names = await findUnitNames(tx, ctx.district, silent)
    return ok({
      month, at: made?.at ?? null, by: made?.by ?? null, silent: silent.map(id => ({ id, name: names.get(id) ?? '—' })), may: { hold: holds(ctx) },
      rows: rows.map(({ unit, unitName, late, ...row }) => ({ ...row, unit: { id: unit, name: unitName }, late: late || (row.state === 'sent' && row.dueOn !== null && row.dueOn < ctx.today()) })),
    })
  }),

  generate: async (ctx, { params: { month } }) => ctx.write((tx, note) => generate(tx, ctx, note, month)),
  send: async (ctx, { body: { pages } }) => ctx.write((tx, note) => sendPages(tx, ctx, note, pages)),
  feedback: async (ctx, { params }) => ctx.read(tx => shown(tx, ctx, params.id)),
  write: async (ctx, { params: { id }, body: { seq, words } }) => ctx.write((tx, note) => addWords(tx, ctx, note, { id, seq }, words)),
  acknowledge: async (ctx, { params: { id }, body: { seq, reply } }) => ctx.write((tx, note) => acknowledge(tx, ctx, note, { id, seq }, reply)),

  paper: async (ctx, { params }) => ctx.read(async tx => {
    const view = await shown(tx, ctx, params.id)
    return view.ok ? ok(await feedbackPaper(view.value, (await loadDistrictUnit(tx, ctx.district))?.name ?? '')) : view
  }),
}
