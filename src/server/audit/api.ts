import { ok, refuse } from '../../kernel/result.ts'
import { api as join } from '../../engines/api.ts'
import { type Handlers } from '../../engines/context.ts'
import { contract } from './contract.ts'
import { linesOf, placesOf } from './file.ts'
import { findEntries, findVerbs } from './store.ts'
import { verify } from './verify.ts'

const csvCell = (value: unknown) => { const text = String(value ?? ''); return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text }

const handlers: Handlers<typeof contract> = {
  list: async (ctx, { query }) => ctx.read(async tx => {
    const { total, items } = await findEntries(tx, ctx.district, query)
    return ok({ items, total, next: items.length === query.limit ? items.at(-1)?.id ?? null : null, verbs: await findVerbs(tx, ctx.district) })
  }),

  verify: async ctx => ctx.read(async tx => {
    const { entries, open, heads, breach } = await verify(tx, ctx.district)
    return ok({ entries, open, head: heads[0]?.hash ?? null, breach })
  }),

  exportLines: async (ctx, { query }) => ctx.read(async tx => {
    const places = await placesOf(tx, ctx.district, query)
    const lines: string[] = []
    if (places) for await (const line of linesOf(tx, ctx.district, places.from, places.to)) lines.push(line)
    return places ? ok({ name: `audit-${query.from ?? ''}-${query.to ?? ctx.today()}.jsonl`, mime: 'application/jsonl; charset=utf-8', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) }) : refuse('nothing-in-trail')
  }),

  export: async (ctx, { query }) => ctx.read(async tx => {
    const { items } = await findEntries(tx, ctx.district, { ...query, limit: 100_000 })
    const head = ['seq', 'at', 'actor', 'verb', 'thing', 'thing_id', 'detail', 'request_id', 'hash']
    const lines = items.map(e => [e.seq, e.at, e.actor, e.verb, e.thing, e.thingId, JSON.stringify(e.detail), e.requestId, e.hash].map(csvCell).join(','))
    return ok({ name: `audit-${ctx.today()}.csv`, mime: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(`\uFEFF${[head.join(','), ...lines].join('\r\n')}\r\n`) })
  }),
}

export const api = join('audit', contract, handlers)
