import { type Id } from '../../../kernel/id.ts'
import { type Context, type Tx } from '../../context.ts'
import { findAttachments } from '../attachments/store.ts'
import { promisesAhead, promisesOf, reporterMay, storyOf, type Told } from '../domain/portal/story.ts'
import { branchNames } from '../showing.ts'
import { findNames, type Found, loadReporter } from '../store.ts'
import { type FollowedShown } from './contract.ts'
import { type Followed } from './following.ts'

/** Of a case that was put together with one's own: what is done about the matter, nothing of who else reported it or in which words. */
const ofBoth: ReadonlySet<Told['what']> = new Set(['dispatched', 'signed', 'extended', 'suspended', 'resumed', 'closed', 'rework', 'reopened'])

/** A case as its reporter sees it. */
export async function showFollowed(tx: Tx, ctx: Context, { own, found }: Followed): Promise<FollowedShown> {
  const told = [...storyOf(own.type, own.events), ...(found.id === own.id ? [] : goingOn(own, found))]
  const { place } = own.present
  const names = await findNames(tx, ctx.district, [...new Set([place.unit, ...told.map(one => one.unit)].filter(id => id !== null))])
  const may = reporterMay(found, ctx.now())
  return {
    number: own.present.number, inside: found.id === own.id ? null : found.present.number, branch: branchNames(own.type, own.present.category), title: own.present.title,
    place: [place.unit === null ? null : names.get(place.unit) ?? null, place.address].filter(part => part !== null).join(' ') || null,
    state: found.present.state, since: found.present.since,
    story: told.map(({ unit, ...one }) => ({ ...one, unit: unit === null ? null : names.get(unit) ?? null })),
    photos: await countOwn(tx, ctx, found.id), promises: promisesOf(found.type, found.clocks), may: found.id === own.id ? may : { ...may, rate: false },
  }
}

/** What is done in the case with which one's own was put together: since then, and to whom it had been handed before. */
function goingOn(own: Found, found: Found): readonly Told[] {
  const since = own.events.findLast(({ event }) => event.kind === 'merged')?.at ?? own.present.since
  const all = storyOf(found.type, found.events).filter(({ what }) => ofBoth.has(what)).map(one => (one.what === 'reopened' ? { ...one, words: null } : one))
  const handed = all.findLast(({ what, at }) => what === 'dispatched' && at < since)
  return [...(handed ? [handed] : []), ...all.filter(({ at }) => at >= since)]
}

/** How many files reporters brought; how many others put there stays inside. */
const countOwn = async (tx: Tx, ctx: Context, id: Id) => (await findAttachments(tx, ctx.district, id)).filter(one => one.person === null && one.withdrawn === null).length

/** What is told of a report that was just sent: its promises as if it were taken up and handed on at once, and whether a telephone was left. */
export async function showSent(tx: Tx, ctx: Context, { own, found }: Followed) {
  const reporter = await loadReporter(tx, ctx.district, own.id)
  return { number: own.present.number, at: own.present.openedAt, promises: promisesAhead(own, own.id), phone: reporter !== null && reporter.phone !== null, photos: await countOwn(tx, ctx, found.id) }
}
