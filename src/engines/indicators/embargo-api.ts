import { type District, type Id } from '../../kernel/id.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { type Day } from '../../kernel/time.ts'
import { type Context, type Handlers, type Tx } from '../context.ts'
import { holdsOn } from '../org/domain/tree.ts'
import { findPosts } from '../org/index.ts'
import { type contract, type NamedPostRow } from './contract.ts'
import { findNamedPosts, saveNamedPosts } from './embargo-store.ts'
import { sightOf } from './register-api.ts'
import { countChange, loadIndicator } from './register-store.ts'
import { type Indicator } from './schema.ts'

type Embargo = Pick<Handlers<typeof contract>, 'embargo' | 'nameForEmbargo'>

/** Who sees an indicator's figures before they are published. */
export const embargoHandlers: Embargo = {
  embargo: async (ctx, { params }) => ctx.read(async tx => {
    const entry = await loadIndicator(tx, ctx.district, params.id)
    return entry ? ok({ embargoed: entry.embargoed, version: entry.version, posts: await rowsOf(tx, ctx.district, entry.id, ctx.today()) }) : refuse('unknown-indicator', { id: params.id })
  }),

  nameForEmbargo: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const entry = await loadIndicator(tx, ctx.district, params.id)
    if (!entry) return refuse('unknown-indicator', { id: params.id })
    if (!entry.embargoed) return refuse('not-embargoed', { name: entry.name.zh })
    const before = new Set((await findNamedPosts(tx, ctx.district, entry.id)).map(named => named.post))
    const asked = [...new Set(body.posts)]
    const posts = new Map((await findPosts(tx, ctx.district, { ids: asked })).map(post => [post.id, post]))
    for (const id of asked) {
      const post = posts.get(id)
      if (!post) return refuse('unknown-post', { id })
      // One that was named while it held may stay; it counts for nobody once it has ended.
      if (!before.has(id) && post.until !== null && post.until <= ctx.today()) return refuse('already-ended', { on: post.until })
    }
    if (!await countChange(tx, ctx.district, entry.id, body.version, 'nothing')) return refuse('changed-meanwhile', { name: entry.name.zh })
    await saveNamedPosts(tx, ctx.district, entry.id, asked, ctx.now(), ctx.actor.name)
    await note({ verb: 'indicator.embargo-named', thing: 'indicator', thingId: entry.id, unit: entry.ownerUnit, detail: { code: entry.code, named: asked.filter(id => !before.has(id)), takenBack: [...before].filter(id => !asked.includes(id)) } })
    return ok({ embargoed: true, version: body.version + 1, posts: await rowsOf(tx, ctx.district, entry.id, ctx.today()) })
  }),
}

/** Which of these entries are held back from this person, who is shown them as figures of one of these units. */
export async function heldBackFrom(tx: Tx, ctx: Context, entries: readonly Pick<Indicator, 'id' | 'embargoed'>[], units: readonly Id[]): Promise<ReadonlySet<Id>> {
  const { handles, posts } = sightOf(ctx)
  const held = new Set<Id>()
  if (handles === 'district' || units.some(unit => handles.has(unit))) return held
  for (const { id } of entries.filter(entry => entry.embargoed)) {
    if (!(await findNamedPosts(tx, ctx.district, id)).some(named => posts.includes(named.post))) held.add(id)
  }
  return held
}

async function rowsOf(tx: Tx, district: District, indicator: Id, today: Day): Promise<NamedPostRow[]> {
  const named = await findNamedPosts(tx, district, indicator)
  const posts = new Map((await findPosts(tx, district, { ids: named.map(row => row.post) })).map(post => [post.id, post]))
  return named.flatMap(row => {
    const post = posts.get(row.post)
    return post ? [{ ...row, personName: post.personName, unitName: post.unitName, title: post.title, holds: holdsOn(today, post) }] : []
  })
}
