import { type Id } from '../../../kernel/id.ts'
import { periodOn, spanOf } from '../../../kernel/period.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { addDays, type Day } from '../../../kernel/time.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { mayAnywhere, scopeOf } from '../../org/domain/permission.ts'
import { byId, lineUp } from '../../org/domain/tree.ts'
import { findUnits } from '../../org/index.ts'
import { latestProgress } from '../../plan/domain/tree.ts'
import { loadCommitment, makeCommitment } from '../../plan/index.ts'
import { branchNames } from '../showing.ts'
import { findNames, findType } from '../store.ts'
import { type clusterContract, type ClusterView } from './contract.ts'
import { look } from './finding.ts'
import * as store from './store.ts'

const WEEKS = 13

const mondayOf = (day: Day): Day => spanOf(periodOn('week', day))?.from ?? day

/** The streets whose repeated matters somebody sees: all, or those of the units whose cases they see. */
async function streetsOf(tx: Tx, ctx: Context): Promise<readonly Id[] | undefined> {
  const scope = scopeOf(ctx.actor, 'case.read')
  if (scope === 'district') return undefined
  const units = byId(await findUnits(tx, ctx.district))
  return [...units.values()].filter(unit => unit.kind === 'street' && [...scope].some(id => lineUp(id, units).includes(unit))).map(unit => unit.id)
}

async function viewsOf(tx: Tx, ctx: Context, clusters: readonly store.Cluster[]): Promise<ClusterView[]> {
  const from = addDays(mondayOf(ctx.today()), -7 * (WEEKS - 1))
  const counted = await store.countClusters(tx, ctx.district, clusters.map(one => one.id), from)
  const weeks = Array.from({ length: WEEKS }, (_, i) => addDays(from, 7 * i))
  const views: ClusterView[] = []
  for (const { id, type: key, category, street, community, words, state, offeredAt, decidedAt, byName, reason, commitment: taken, version } of clusters) {
    const type = (await findType(tx, ctx.district, key))?.type
    const commitment = taken === null ? null : await loadCommitment(tx, ctx.district, taken)
    const names = await findNames(tx, ctx.district, [street, ...(community === null ? [] : [community]), ...(commitment?.leadUnit ? [commitment.leadUnit] : [])])
    const named = (unit: Id) => ({ id: unit, name: names.get(unit) ?? '—' })
    const { cases = 0, open = 0, firstOn = null, lastOn = null, weeks: came = [] } = counted.get(id) ?? {}
    views.push({
      id, state, type: { key, name: type?.name ?? { zh: key, en: key } }, category: type ? branchNames(type, category) : [{ zh: category, en: category }], street: named(street), community: community === null ? null : named(community), words: [...words],
      cases, open, firstOn, lastOn, weeks: weeks.map(week => ({ from: week, n: came.find(one => one.from === week)?.n ?? 0 })),
      offeredAt, decided: decidedAt === null ? null : { at: decidedAt, by: byName ?? '—', reason },
      commitment: commitment && { id: commitment.id, year: commitment.year, title: commitment.title, lead: commitment.leadUnit === null ? null : named(commitment.leadUnit), dueOn: commitment.dueOn, share: latestProgress(commitment)?.share ?? null },
      mayDecide: state === 'offered' && mayAnywhere(ctx.actor, 'case.supervise'), version,
    })
  }
  return views
}

async function load(tx: Tx, ctx: Context, id: Id): Promise<Result<store.Cluster, 'unknown-cluster'>> {
  const found = await store.loadCluster(tx, ctx.district, id, await streetsOf(tx, ctx))
  return found ? ok(found) : refuse('unknown-cluster')
}

/** How it is shown now. */
async function shown(tx: Tx, ctx: Context, id: Id): Promise<Result<ClusterView>> {
  const found = await load(tx, ctx, id)
  if (!found.ok) return found
  const [view] = await viewsOf(tx, ctx, [found.value])
  return view ? ok(view) : refuse('unknown-cluster')
}

export const clusterHandlers: Handlers<typeof clusterContract> = {
  clusters: async (ctx, { query: { limit, after, ...filter } }) => ctx.read(async tx => {
    const { total, rows } = await store.findClusters(tx, ctx.district, { ...filter, streets: await streetsOf(tx, ctx) }, { after, limit })
    return ok({ items: await viewsOf(tx, ctx, rows), total, next: rows.length === limit ? rows.at(-1)?.id ?? null : null })
  }),

  find: async ctx => ctx.write(async (tx, note) => ok(await look(tx, ctx, note))),

  one: async (ctx, { params }) => ctx.read(async tx => shown(tx, ctx, params.id)),

  take: async (ctx, { params, body: { version, title, leadUnit, coUnits, dueOn, ground } }) => ctx.write(async (tx, note) => {
    const found = await load(tx, ctx, params.id)
    if (!found.ok) return found
    if (dueOn < ctx.today()) return refuse('due-in-the-past', { day: dueOn })
    const counted = (await store.countClusters(tx, ctx.district, [params.id], ctx.today())).get(params.id)
    const source = { kind: 'cases' as const, rule: { zh: '同一地点、同一类别反复出现的诉求', en: 'The same kind of matter from the same place, again and again' }, at: ctx.now(), counts: [{ name: { zh: '同类工单', en: 'Cases of it' }, n: counted?.cases ?? 0, query: { cluster: params.id } }], ...(counted?.generated && { generated: true as const }) }
    const made = await makeCommitment(tx, ctx, note, { year: Number(dueOn.slice(0, 4)), parent: null, kind: 'task', title, verb: null, strength: 'complete', dueOn, leadUnit, coUnits, source }, ground)
    if (!made.ok) return made
    if (!await store.decide(tx, ctx.district, params.id, version, { state: 'taken', at: ctx.now(), person: ctx.actor.person, byName: ctx.actor.name, reason: ground, commitment: made.value.id })) return refuse('cluster-decided')
    await note({ verb: 'case-cluster.taken', thing: 'case-cluster', thingId: params.id, unit: leadUnit, detail: { commitment: made.value.id, title } })
    return shown(tx, ctx, params.id)
  }),

  dismiss: async (ctx, { params, body: { version, reason } }) => ctx.write(async (tx, note) => {
    const found = await load(tx, ctx, params.id)
    if (!found.ok) return found
    if (!await store.decide(tx, ctx.district, params.id, version, { state: 'dismissed', at: ctx.now(), person: ctx.actor.person, byName: ctx.actor.name, reason, commitment: null })) return refuse('cluster-decided')
    await note({ verb: 'case-cluster.dismissed', thing: 'case-cluster', thingId: params.id, unit: found.value.street, detail: { reason } })
    return shown(tx, ctx, params.id)
  }),
}
