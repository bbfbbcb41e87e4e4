import { type Id } from '../../../kernel/id.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { changing } from '../api.ts'
import { happen, officialAt } from '../doing.ts'
import { branchOf } from '../domain/clocks.ts'
import { leastLoaded } from '../domain/routing.ts'
import { findType, type Found, loadCase, seeEveryCase } from '../store.ts'
import { type routingContract } from './contract.ts'
import { nearbyCases } from './nearby.ts'
import { takeTurnAssigning } from './store.ts'
import { type Asked, handlersOf, suggestionOf, unitForCase } from './suggesting.ts'

const askedFor = ({ present }: Found) => ({ title: present.title, words: present.words, place: present.place, category: present.category, lead: present.lead }) satisfies Asked

export const routingHandlers: Handlers<typeof routingContract> = {
  suggest: async (ctx, { body: { type, category, ...asked } }) => ctx.read(async tx => {
    const here = await findType(tx, ctx.district, type)
    return here ? ok(await suggestionOf(tx, ctx, here, { ...asked, category: category ?? null, lead: null })) : refuse('unknown-case-type', { type })
  }),

  suggestionFor: async (ctx, { params, query }) => ctx.read(async tx => {
    const found = await loadCase(tx, ctx.district, params)
    return found ? ok(await suggestionOf(tx, ctx, found, { ...askedFor(found), ...(query.category !== undefined && { category: query.category }) })) : refuse('unknown-case')
  }),

  assign: async (ctx, { params, body }) => changing(ctx, params.id, async (found, tx, note) => {
    await takeTurnAssigning(tx, ctx.district)
    const doer = officialAt(ctx, found.present, found.opener)
    const to = body.to === 'unit' ? await unitToAssign(tx, ctx, found) : await personToAssign(tx, ctx, found)
    if (to === null) return refuse(body.to === 'unit' ? 'no-unit-to-assign' : 'no-person-to-assign', { number: found.present.number })
    return happen(tx, ctx, note, found, body.to === 'unit' ? { kind: 'dispatched', lead: to, co: [], words: '自动派给在办最少的单位' } : { kind: 'delegated', person: to }, doer, body.seq)
  }),

  nearby: async (ctx, { query: { type, category, lng, lat, except } }) => ctx.read(async tx => {
    const here = await findType(tx, ctx.district, type)
    if (!here) return refuse('unknown-case-type', { type })
    return branchOf(here.type.categories, category).length > 0 ? ok(await nearbyCases(tx, ctx, here.type, category, { lng, lat }, except)) : refuse('unknown-category', { category })
  }),
}

/** Loads are compared over all cases; what may be done with this one is asked afterwards. */
async function unitToAssign(tx: Tx, ctx: Context, found: Found): Promise<Id | null> {
  await seeEveryCase(tx)
  return unitForCase(tx, ctx, found, askedFor(found))
}

async function personToAssign(tx: Tx, ctx: Context, { present }: Found): Promise<Id | null> {
  const handlers = present.lead === null ? null : await handlersOf(tx, ctx, present.lead)
  return handlers && leastLoaded(handlers.map(h => h.person), new Map(handlers.map(h => [h.person, h])))
}
