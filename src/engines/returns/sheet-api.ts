import { ok, refuse } from '../../kernel/result.ts'
import { type Handlers } from '../context.ts'
import { type contract } from './contract.ts'
import { type Counters, fill } from './filling.ts'
import { findHistory, findSheets, loadSheet } from './sheet-store.ts'
import { rowView, viewOf } from './view.ts'

export function sheetHandlers(counters: Counters): Pick<Handlers<typeof contract>, 'sheets' | 'sheet'> {
  return {
    sheets: async (ctx, { query }) => ctx.read(async tx => {
      const { limit, form, period, state, unit, only, whose } = query
      const [due, id] = query.after?.split('/') ?? []
      const units = unit ? [unit] : whose === 'mine' ? ctx.actor.units : undefined
      const { total, rows } = await findSheets(tx, ctx.district, {
        limit, form, period, state, units, ...(only === 'late' && { overdueOn: ctx.today() }), ...(only === 'sent-back' && { sentBack: true }), after: due && id ? { due, id } : undefined,
      })
      const last = rows.at(-1)
      return ok({ items: rows.map(row => rowView(row, ctx)), total, next: last && rows.length === limit ? `${last.dueOn}/${last.id}` : null })
    }),

    sheet: async (ctx, { params }) => ctx.read(async tx => {
      const sheet = await loadSheet(tx, ctx.district, params.id)
      const filled = sheet && await fill(tx, ctx, counters, sheet)
      return filled ? ok(viewOf(ctx, counters, filled, await findHistory(tx, ctx.district, params.id))) : refuse('unknown-sheet', { id: params.id })
    }),
  }
}
