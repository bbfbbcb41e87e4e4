import { ok, refuse } from '../../../kernel/result.ts'
import { type Handlers } from '../../context.ts'
import { type contract } from '../contract.ts'
import * as store from '../store.ts'
import { accepting } from './accepting.ts'
import { threadHandlers } from '../thread-api.ts'
import { doubting } from './doubting.ts'
import { importPaper, mendPaper } from './importing.ts'
import { matching } from './matching.ts'
import { reviewing } from './reviewing.ts'
import { showing } from './showing.ts'

export const handlers: Handlers<typeof contract> = {
  ...showing,
  ...reviewing,
  ...matching,
  ...accepting,
  ...threadHandlers,
  ...doubting,

  importPaper: async (ctx, { body, file }) => {
    const { text, name, ...known } = body
    if (file) return importPaper(ctx, { bytes: file.bytes, name: name ?? file.name, mime: file.mime, given: known })
    return text === undefined ? refuse('nothing-to-import') : importPaper(ctx, { text, ...(name !== undefined && { name }), given: known })
  },

  mend: async (ctx, { params, body }) => mendPaper(ctx, params.id, body),

  remove: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const paper = await store.loadPaper(tx, ctx.district, params.id, 'locked')
    if (!paper) return refuse('unknown-paper', { id: params.id })
    if (paper.state !== 'open' || await store.hasAct(tx, ctx.district, paper.id, 'accepted')) return refuse('was-accepted')
    await store.deletePaper(tx, ctx.district, paper.id)
    await note({ verb: 'paper.deleted', thing: 'paper', thingId: paper.id, detail: { name: paper.name, title: paper.document.title, textHash: paper.textHash, reason: body.reason } })
    return ok({ id: paper.id })
  }),
}
