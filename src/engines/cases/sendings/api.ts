import { randomBytes } from 'node:crypto'
import { ok, refuse } from '../../../kernel/result.ts'
import { type Handlers } from '../../context.ts'
import { masked, maskedEmail } from '../domain/open.ts'
import { findNames } from '../store.ts'
import { type contract, type SendingRow } from './contract.ts'
import { findHooks, findSendings, insertHook, retrySendings, saveHook } from './store.ts'

export const handlers: Handlers<typeof contract> = {
  sendings: async (ctx, { query: { case: caseId, ...query } }) => ctx.read(async tx => {
    const { total, rows } = await findSendings(tx, ctx.district, { ...query, caseId })
    const names = await findNames(tx, ctx.district, rows.flatMap(row => (row.unit === null ? [] : [row.unit])))
    const items = rows.map(row => ({ ...row, unit: row.unit === null ? null : { id: row.unit, name: names.get(row.unit) ?? '—' }, recipient: row.channel === 'mail' && row.recipient !== null ? maskedEmail(row.recipient) : masked({ name: null, phone: row.recipient, confidential: false }).phone }) as SendingRow) // closed sets are checked by the table's own constraints
    return ok({ items, total, next: rows.length === query.limit ? rows.at(-1)?.id ?? null : null })
  }),

  retry: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const again = await retrySendings(tx, ctx.district, body.ids, ctx.now())
    await note({ verb: 'case.sending-again', thing: 'district', thingId: String(ctx.district), detail: { sendings: again } })
    return ok({ again })
  }),

  hooks: async ctx => ctx.read(async tx => ok({ items: await findHooks(tx, ctx.district) })),

  makeHook: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const hook = { id: ctx.newId(), ...body, madeBy: ctx.actor.name, at: ctx.now(), version: 1 }
    const secret = randomBytes(32).toString('base64url')
    await insertHook(tx, ctx.district, { ...hook, secret })
    await note({ verb: 'hook.made', thing: 'hook', thingId: hook.id, detail: { name: hook.name, url: hook.url } })
    return ok({ ...hook, secret })
  }),

  changeHook: async (ctx, { params, body: { version, ...given } }) => ctx.write(async (tx, note) => {
    const hook = (await findHooks(tx, ctx.district)).find(h => h.id === params.id)
    if (!hook) return refuse('unknown-hook')
    if (!await saveHook(tx, ctx.district, hook.id, given, version)) return refuse('changed-meanwhile')
    await note({ verb: given.active ? 'hook.changed' : 'hook.stopped', thing: 'hook', thingId: hook.id, detail: { name: given.name, url: given.url } })
    return ok({ ...hook, ...given, version: version + 1 })
  }),
}
