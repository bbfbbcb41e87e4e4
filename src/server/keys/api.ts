import { api as join } from '../../engines/api.ts'
import { type Context, type Handlers } from '../../engines/context.ts'
import { mayDo } from '../../engines/org/domain/permission.ts'
import { findPosts } from '../../engines/org/index.ts'
import { type Id } from '../../kernel/id.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { contract } from './contract.ts'
import { hashOf, keyText, mayIssue, newSecret } from './domain.ts'
import { findKeys, insertKey, loadKey, saveCollected, saveRevoked } from './store.ts'

/**
 * Who grants a key never holds it: the security administrator issues it, the holder of the post collects it. Else whoever manages
 * accounts could act as anybody.
 */
const handlers: Handlers<typeof contract> = {
  list: async (ctx, { query }) => ctx.read(async tx => {
    const { total, rows } = await findKeys(tx, ctx.district, query, ctx.today())
    return ok({ items: rows, total, next: rows.length === query.limit ? rows.at(-1)?.id ?? null : null })
  }),

  issue: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const [post] = await findPosts(tx, ctx.district, { ids: [body.post] })
    if (!post) return refuse('unknown-post', { id: body.post })
    const allowed = mayIssue(body, post, ctx.actor.person, ctx.today())
    if (!allowed.ok) return allowed
    const id = ctx.newId()
    await insertKey(tx, ctx.district, { id, ...body, person: post.person, at: ctx.now(), by: ctx.actor.name })
    await note({ verb: 'key.issued', thing: 'key', thingId: id, unit: post.unit, detail: { name: body.name, post: post.id, person: post.person, verbs: body.verbs, until: body.until } })
    const row = await loadKey(tx, ctx.district, id, ctx.today())
    return row ? ok(row) : refuse('unknown-key', { id })
  }),

  mine: async ctx => ctx.read(async tx => ok({ items: (await findKeys(tx, ctx.district, { person: ctx.actor.person, limit: 200 }, ctx.today())).rows })),

  collect: async (ctx, { params }) => {
    const secret = newSecret()
    let shown = false
    // The key stays out of what `write` returns, which is stored under an idempotency key: the same command twice shows it once.
    const done = await ctx.write(async (tx, note) => {
      const key = await loadKey(tx, ctx.district, params.id, ctx.today())
      if (!key || key.person !== ctx.actor.person) return refuse('unknown-key', { id: params.id })
      if (key.collectedAt !== null) return refuse('key-collected', { at: key.collectedAt })
      if (key.state !== 'waiting' || !await saveCollected(tx, ctx.district, key.id, hashOf(secret), ctx.now())) return refuse('key-over')
      await note({ verb: 'key.collected', thing: 'key', thingId: key.id, detail: { name: key.name } })
      shown = true
      return ok({ ...key, collectedAt: ctx.now(), state: 'in-use' as const })
    })
    return done.ok ? ok({ row: done.value, key: shown ? keyText({ district: ctx.district, id: params.id, secret }) : null }) : done
  },

  revoke: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const key = await loadKey(tx, ctx.district, params.id, ctx.today())
    if (!key || !mayRevoke(ctx, key.person)) return refuse('unknown-key', { id: params.id })
    if (!await saveRevoked(tx, ctx.district, key.id, { at: ctx.now(), by: ctx.actor.name, because: body.reason })) return refuse('key-over')
    await note({ verb: 'key.revoked', thing: 'key', thingId: key.id, detail: { name: key.name, reason: body.reason } })
    return ok({ ...key, revokedAt: ctx.now(), revokedBy: ctx.actor.name, revokedBecause: body.reason, state: 'revoked' as const })
  }),
}

/** Its holder, who may have lost it, and the security administrator. */
function mayRevoke(ctx: Context, holder: Id): boolean {
  return holder === ctx.actor.person || mayDo(ctx.actor, 'account.manage', null)
}

export const api = join('keys', contract, handlers)
