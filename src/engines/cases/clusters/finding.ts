import { type Id } from '../../../kernel/id.ts'
import { addDays } from '../../../kernel/time.ts'
import { type Context, type Note, type Tx } from '../../context.ts'
import { type Job } from '../../job.ts'
import { byId, lineUp } from '../../org/domain/tree.ts'
import { findUnits } from '../../org/index.ts'
import { type Unit } from '../../org/schema.ts'
import { loadCommitment } from '../../plan/index.ts'
import { clusterRule, commonWords, repeatedIn, settled } from '../domain/clusters.ts'
import { startOf } from '../domain/spans.ts'
import { seeEveryCase } from '../store.ts'
import * as store from './store.ts'

/** Looks through what came lately, category by category and street by street, and keeps what is repeated. Answers how many clusters were offered and how many cases joined others. */
export async function findRepeated(tx: Tx, ctx: Context): Promise<{ readonly offered: number; readonly joined: number }> {
  await seeEveryCase(tx)
  const units = byId(await findUnits(tx, ctx.district))
  const since = startOf(addDays(ctx.today(), -clusterRule.days))
  const done = { offered: 0, joined: 0 }
  for (const { type, category } of await store.findFrequent(tx, ctx.district, since, clusterRule.least)) {
    const came = (await store.findCame(tx, ctx.district, type, category, since)).flatMap(one => {
      const at = placeOf(one.place, units)
      return at.street === null ? [] : [{ ...one, ...at, street: at.street }]
    })
    const known = await store.findKnown(tx, ctx.district, type, category)
    const over = new Set<Id>()
    for (const { id, commitment } of known) if (commitment !== null && await isOver(tx, ctx, commitment)) over.add(id)
    const standing = known.map(cluster => ({ ...cluster, over: over.has(cluster.id), cases: new Set(cluster.cases) }))
    for (const [street, here] of Map.groupBy(came, one => one.street)) {
      for (const group of repeatedIn(here, clusterRule)) {
        const found = settled(group, standing, clusterRule)
        if (!found) continue
        const id = found.cluster ?? ctx.newId()
        const words = commonWords(group.map(one => one.title))
        const [first] = group
        const community = first && group.every(one => one.community === first.community) ? first.community : null
        if (found.cluster === null) await store.insertCluster(tx, ctx.district, { id, type, category, street, community, words, offeredAt: ctx.now() })
        await store.addToCluster(tx, ctx.district, id, found.cases.map(one => one.id), { words, community, again: found.as === 'offered-again' }, ctx.now())
        if (found.as === 'joined') done.joined += found.cases.length
        else done.offered += 1
      }
    }
  }
  return done
}

/** The same, noted in the trail. */
export async function look(tx: Tx, ctx: Context, note: Note): ReturnType<typeof findRepeated> {
  const done = await findRepeated(tx, ctx)
  await note({ verb: 'case-cluster.looked', thing: 'district', thingId: String(ctx.district), detail: done })
  return done
}

/** The street of a unit, and the community where it is one or lies in one. */
function placeOf(unit: Id, units: ReadonlyMap<Id, Unit>): { readonly street: Id | null; readonly community: Id | null } {
  const line = lineUp(unit, units)
  return { street: line.find(one => one.kind === 'street')?.id ?? null, community: line.find(one => one.kind === 'community')?.id ?? null }
}

/** Is a root-cause task done, past its day, or gone? */
async function isOver(tx: Tx, ctx: Context, id: Id): Promise<boolean> {
  const commitment = await loadCommitment(tx, ctx.district, id)
  return !commitment || commitment.dueOn < ctx.today() || commitment.progress.some(step => step.share >= 1)
}

export const clustering: Job = {
  name: 'cases.cluster', everySeconds: 86_400,
  run: ctx => ctx.write(async (tx, note) => look(tx, ctx, note)),
}
