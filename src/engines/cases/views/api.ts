import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Note, type Tx } from '../../context.ts'
import { type Actor, mayDo } from '../../org/domain/permission.ts'
import { filterOf } from '../api.ts'
import { CaseQuery, type CaseRowView } from '../contract.ts'
import { queuesFor } from '../domain/queues.ts'
import { countCases, findCases, MOST_COUNTED } from '../list-store.ts'
import { showRows } from '../showing.ts'
import { findNames } from '../store.ts'
import { type QueueView, type viewsContract } from './contract.ts'
import * as store from './store.ts'

/** So many views of one's own; more are no longer found by their names. */
const MOST_VIEWS = 50

/** A view is shared with a unit by who speaks for it: its head, the desk, supervision. */
const mayShare = (actor: Actor, unit: Id) => actor.units.includes(unit) && (['case.approve', 'case.dispatch', 'case.supervise'] as const).some(verb => mayDo(actor, verb, unit))

export const viewsHandlers: Handlers<typeof viewsContract> = {
  queues: async ctx => ctx.read(async tx => {
    return ok({ items: await countQueues(tx, ctx) })
  }),

  views: async ctx => ctx.read(async tx => {
    const rows = await store.findViews(tx, ctx.district, ctx.actor)
    const shareWith = ctx.actor.units.filter(unit => mayShare(ctx.actor, unit))
    const names = await findNames(tx, ctx.district, shareWith)
    return ok({
      items: rows.map(({ unit, unitName, person, by, ...row }) => ({ ...row, unit: unit === null ? null : { id: unit, name: unitName ?? '—' }, own: person === ctx.actor.person, by: by ?? '—' })),
      shareWith: shareWith.map(id => ({ id, name: names.get(id) ?? '—' })),
    })
  }),

  save: async (ctx, { body: { name, query, unit } }) => ctx.write(async (tx, note) => {
    if (unit !== null && !mayShare(ctx.actor, unit)) return refuse('may-not-share-view')
    if (await store.countViews(tx, ctx.district, ctx.actor.person) >= MOST_VIEWS) return refuse('too-many-views', { most: MOST_VIEWS })
    const id = ctx.newId()
    if (!await store.insertView(tx, ctx.district, { id, person: ctx.actor.person, unit, name, query, at: ctx.now() })) return refuse('view-name-taken', { name })
    await note({ verb: 'case-view.saved', thing: 'case-view', thingId: id, unit })
    return ok({ id })
  }),

  edit: async (ctx, { params, body }) => changing(ctx, params.id, async (tx, note) => {
    if (body.unit && !mayShare(ctx.actor, body.unit)) return refuse('may-not-share-view')
    if (body.name !== undefined && await store.isNameTaken(tx, ctx.district, ctx.actor.person, body.name, params.id)) return refuse('view-name-taken', { name: body.name })
    if (Object.values(body).some(value => value !== undefined)) await store.saveView(tx, ctx.district, params.id, body)
    await note({ verb: 'case-view.changed', thing: 'case-view', thingId: params.id, unit: body.unit ?? null })
    return ok({ id: params.id })
  }),

  remove: async (ctx, { params }) => changing(ctx, params.id, async (tx, note) => {
    await store.deleteView(tx, ctx.district, params.id)
    await note({ verb: 'case-view.removed', thing: 'case-view', thingId: params.id })
    return ok({ id: params.id })
  }),

  arrange: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const own = new Set((await store.findViews(tx, ctx.district, ctx.actor)).filter(view => view.person === ctx.actor.person).map(view => view.id))
    if (body.ids.some(id => !own.has(id))) return refuse('unknown-view')
    await store.arrangeViews(tx, ctx.district, ctx.actor.person, body.ids)
    await note({ verb: 'case-view.arranged', thing: 'person', thingId: ctx.actor.person })
    return ok({ ids: body.ids })
  }),

  start: async (ctx, { body: { view } }) => ctx.write(async (tx, note) => {
    if (view !== null && !(await store.findViews(tx, ctx.district, ctx.actor)).some(seen => seen.id === view)) return refuse('unknown-view')
    await store.saveStart(tx, ctx.district, ctx.actor.person, view)
    await note({ verb: 'case-view.start-chosen', thing: 'person', thingId: ctx.actor.person })
    return ok({ view })
  }),
}

/** What waits for this person among cases, each with how many there are. */
export async function countQueues(tx: Tx, ctx: Context): Promise<QueueView[]> {
  const items: QueueView[] = []
  for (const { query, ...queue } of queuesFor(ctx.actor)) {
    const count = await countCases(tx, ctx.district, filterOf(CaseQuery.parse(query), ctx), ctx.now())
    items.push({ ...queue, query: { ...query }, count, atLeast: count >= MOST_COUNTED })
  }
  return items
}

/** The case of a queue that is due first; null where the queue is empty. */
export async function firstInQueue(tx: Tx, ctx: Context, { query }: Pick<QueueView, 'query'>): Promise<CaseRowView | null> {
  const [line] = await showRows(tx, ctx, await findCases(tx, ctx.district, filterOf(CaseQuery.parse(query), ctx), { order: 'due', limit: 1 }, ctx.now()))
  return line ?? null
}

/** Only whose view it is changes it; of others' views it is said no more than that they are not there to change. */
async function changing<T>(ctx: Context, id: Id, work: (tx: Tx, note: Note) => Promise<Result<T>>): Promise<Result<T>> {
  return ctx.write(async (tx, note) => {
    const view = (await store.findViews(tx, ctx.district, ctx.actor)).find(seen => seen.id === id)
    if (!view) return refuse('unknown-view')
    return view.person === ctx.actor.person ? work(tx, note) : refuse('not-your-view', { name: view.name })
  })
}
