import { ok } from '../../../kernel/result.ts'
import { type Handlers } from '../../context.ts'
import { type noticeContract } from './contract.ts'
import { raiseNotice } from './raising.ts'
import { findNotices } from './store.ts'

export const noticeHandlers: Handlers<typeof noticeContract> = {
  notices: async (ctx, { query: { limit, after, q: _q, ...asked } }) => ctx.read(async tx => {
    const offset = Number(after ?? 0)
    const { items, total } = await findNotices(tx, ctx.district, asked, ctx.now(), { offset, limit })
    return ok({ items: [...items], total, next: items.length > 0 && offset + items.length < total ? String(offset + items.length) : null })
  }),

  raise: async (ctx, { body }) => ctx.write((tx, note) => raiseNotice(tx, ctx, note, { ...body, former: null, byRule: false })),
}
