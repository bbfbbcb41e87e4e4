import { ok, refuse } from '../../../kernel/result.ts'
import { type Context, type Handlers } from '../../context.ts'
import { mayDo } from '../../org/domain/permission.ts'
import { officialAt } from '../doing.ts'
import { isEnd } from '../domain/machine.ts'
import { type Party } from '../schema.ts'
import { type Found, loadCase } from '../store.ts'
import { attach } from './attaching.ts'
import { type attachmentContract, type AttachmentView } from './contract.ts'
import { type Attachment, findAttachments, loadBytes, withdrawAttachment } from './store.ts'

/** Who may bring files: all who have to do with the case, and those who opened it. Who only sees it may not. */
const bringers: readonly Party[] = ['opener', 'desk', 'lead', 'lead-head', 'co-unit', 'checker', 'caller', 'supervisor']

function mayAttach(ctx: Context, { present, opener }: Found): boolean {
  const { parties } = officialAt(ctx, present, opener).standing
  return !isEnd(present.state) && bringers.some(party => parties.has(party))
}

/** Who brought it takes it back, or the desk: a face or a number plate that should not be there. */
function mayWithdraw(ctx: Context, found: Found, of: Attachment): boolean {
  return of.withdrawn === null && (of.person === ctx.actor.person || [found.opener, found.present.place.unit].some(unit => mayDo(ctx.actor, 'case.dispatch', unit)))
}

function viewOf(ctx: Context, found: Found, of: Attachment): AttachmentView {
  const { id, name, mime, size, at, byName, unit, withdrawn } = of
  return { id, name, mime, size, at, by: byName === null ? null : { name: byName, unit }, withdrawn, mayWithdraw: mayWithdraw(ctx, found, of) }
}

export const attachmentHandlers: Handlers<typeof attachmentContract> = {
  attachments: async (ctx, { params }) => ctx.read(async tx => {
    const found = await loadCase(tx, ctx.district, params)
    if (!found) return refuse('unknown-case')
    return ok({ items: (await findAttachments(tx, ctx.district, found.id)).map(one => viewOf(ctx, found, one)), mayAttach: mayAttach(ctx, found) })
  }),

  attach: async (ctx, { params, file }) => ctx.write(async (tx, note) => {
    const found = await loadCase(tx, ctx.district, params)
    if (!found) return refuse('unknown-case')
    if (!mayAttach(ctx, found) && !isEnd(found.present.state)) return refuse('not-your-move', { number: found.present.number, move: 'attached' })
    const result = await attach(tx, ctx, note, found, file, officialAt(ctx, found.present, found.opener).by)
    return result.ok ? ok(viewOf(ctx, found, result.value)) : result
  }),

  attachment: async (ctx, { params }) => ctx.read(async tx => {
    const file = await loadBytes(tx, ctx.district, params.id, params.attachment)
    return file ? ok(file) : refuse('unknown-attachment')
  }),

  withdraw: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const found = await loadCase(tx, ctx.district, params)
    if (!found) return refuse('unknown-case')
    const of = (await findAttachments(tx, ctx.district, found.id)).find(one => one.id === params.attachment)
    if (!of || of.withdrawn !== null) return refuse('unknown-attachment')
    if (!mayWithdraw(ctx, found, of)) return refuse('not-your-move', { number: found.present.number, move: 'withdrawn' })
    const withdrawn = { at: ctx.now(), by: ctx.actor.name, reason: body.reason }
    if (!await withdrawAttachment(tx, ctx.district, of.id, withdrawn)) return refuse('unknown-attachment')
    await note({ verb: 'case.attachment-withdrawn', thing: 'case', thingId: found.id, unit: found.present.lead, detail: { number: found.present.number, attachment: of.id, reason: body.reason } })
    return ok(viewOf(ctx, found, { ...of, withdrawn }))
  }),
}
