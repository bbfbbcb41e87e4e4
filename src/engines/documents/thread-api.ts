import { type Id } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Source } from '../../kernel/source.ts'
import { type Context, type Handlers, type Note, type Tx } from '../context.ts'
import { findTargets } from '../indicators/index.ts'
import { wordsAround } from './domain/text.ts'
import { type threadContract, type Suggestion, type ThreadPage, type ThreadRow } from './domain/threads/contract.ts'
import { courseOf } from './domain/threads/course.ts'
import { numbersOf } from './domain/threads/numbers.ts'
import { renamingsIn } from './domain/threads/likeness.ts'
import { enoughOf, rejectedGroups, suggestLinks, type Link } from './domain/threads/suggest.ts'
import { mayLeave, type Member, memberKey, pairKey, type Thread, threadAfter, type ThreadEvent, without } from './domain/threads/thread.ts'
import { type FollowedThread, loadCandidates, loadFollowed } from './following.ts'
import { becauseOf, madeFrom } from './domain/threads/linking.ts'
import { loadPaper, loadText } from './store.ts'
import * as store from './thread-store.ts'

export const threadHandlers: Handlers<typeof threadContract> = {
  threads: async (ctx, { query }) => ctx.read(async tx => {
    const all = (await loadFollowed(tx, ctx, await store.findThreads(tx, ctx.district))).map(rowOf)
    const found = all.filter(row => (!query.q || row.name.includes(query.q)) && (!query.kind || row.kind === query.kind))
    const shown = found.filter(row => !query.station || row.stations.some(s => s.kind === query.station))
    const start = query.after === undefined ? 0 : shown.findIndex(row => row.id === query.after) + 1
    const items = shown.slice(start, start + query.limit)
    const counts = Map.groupBy(found.flatMap(row => row.stations), s => s.kind)
    return ok({ items, total: shown.length, next: start + query.limit < shown.length ? items.at(-1)?.id ?? null : null, counts: [...counts].map(([kind, of]) => ({ kind, count: of.length })) })
  }),

  threadsOf: async (ctx, { params }) => ctx.read(async tx => {
    const { kind, id } = params
    const members: Member[] = kind === 'indicator' ? (await findTargets(tx, ctx.district, { indicator: id, limit: 500 })).rows.map(t => ({ kind: 'target', id: t.id })) : [{ kind, id }]
    return ok({ items: (await store.findThreadsOf(tx, ctx.district, members)).map(t => ({ id: t.id, name: t.name, kind: t.kind })) })
  }),

  thread: async (ctx, { params }) => ctx.read(async tx => {
    const thread = await store.loadThread(tx, ctx.district, params.id)
    return thread ? ok(await pageOf(tx, ctx, thread)) : refuse('unknown-thread', { id: params.id })
  }),

  renameThread: async (ctx, { params, body }) => change(ctx, params.id, body.version, 'thread.renamed', async () => ok({ kind: 'renamed', name: body.name, thread: body.kind, reason: null })),

  unlinkMembers: async (ctx, { params, body }) => change(ctx, params.id, body.version, 'thread.unlinked', async (_, thread) => {
    const left = mayLeave(thread, body.members)
    return left.ok ? ok({ kind: 'unlinked', members: body.members, reason: body.reason }) : left
  }, async (tx, thread) => {
    // Told apart by a person: not suggested together again, unless the person says so.
    await store.insertRejections(tx, ctx.district, body.members.flatMap(out => without(thread.members, body.members).map(member => pairKey(out, member))), { at: ctx.now(), person: ctx.actor.person, name: ctx.actor.name })
    if (body.apart !== undefined) await put(tx, ctx, null, { kind: 'made', name: body.apart, thread: thread.kind, members: body.members, because: [body.reason] })
  }),

  joinThread: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const [into, from] = [await store.loadThread(tx, ctx.district, params.id), await store.loadThread(tx, ctx.district, body.from)]
    if (!into || !from) return refuse('unknown-thread', { id: into ? body.from : params.id })
    if (into.id === from.id) return refuse('thread-into-itself', { name: into.name })
    if (into.into !== null || from.into !== null) return refuse('thread-ended', { name: into.into === null ? from.name : into.name })
    if (into.version !== body.version) return refuse('changed-meanwhile', { title: into.name })
    const joined = await join(tx, ctx, into, from, [body.reason])
    if (!joined) return refuse('changed-meanwhile', { title: into.name })
    await store.deleteRejections(tx, ctx.district, into.members.flatMap(a => from.members.map(b => pairKey(a, b))))
    await note({ verb: 'thread.joined', thing: 'thread', thingId: into.id, detail: { name: into.name, from: from.name, reason: body.reason } })
    return ok(await pageOf(tx, ctx, joined))
  }),

  linkSuggestions: async (ctx, { query }) => ctx.read(async tx => {
    const { links, threads } = await suggested(tx, ctx)
    const of = (strength: string) => links.filter(link => link.strength === strength).length
    const shown = links.filter(link => (!query.strength || link.strength === query.strength) && (!query.q || [link.a, link.b].some(side => side.saying.name.includes(query.q ?? ''))))
    const start = query.after === undefined ? 0 : shown.findIndex(link => keyOf(link) === query.after) + 1
    const page = shown.slice(start, start + query.limit)
    return ok({ items: page.map(link => suggestionFrom(link, threads)), total: shown.length, next: start + query.limit < shown.length && page.length > 0 ? keyOf(page.at(-1)) : null, certain: of('certain'), likely: of('likely'), possible: of('possible') })
  }),

  confirmLinks: async (ctx, { body }) => ctx.write(async (tx, note) => {
    await store.queueForThreads(tx, ctx.district)
    const touched = new Map<Id, Thread>()
    let linked = 0
    const { candidates } = await loadCandidates(tx, ctx, [], body.links.flatMap(({ a, b }) => [a, b]))
    const known = new Map(candidates.map(c => [memberKey(c.saying.member), c]))
    for (const { a, b } of body.links) {
      const [x, y] = [known.get(memberKey(a)), known.get(memberKey(b))]
      if (!x || !y || x === y) return refuse('unknown-member', { id: x ? b.id : a.id })
      const [of] = await store.findThreadsOf(tx, ctx.district, [a]), [other] = await store.findThreadsOf(tx, ctx.district, [b])
      if (of && of.id === other?.id) continue
      const because = becauseOf(x, y)
      const after = of && other ? await join(tx, ctx, of, other, because) : await put(tx, ctx, of ?? other ?? null, of || other ? { kind: 'linked', members: [of ? b : a], because } : madeFrom(x, y, because))
      if (!after) return refuse('changed-meanwhile', { title: x.saying.name })
      await store.deleteRejections(tx, ctx.district, [pairKey(a, b)])
      touched.set(after.id, after)
      linked += 1
    }
    await note({ verb: 'thread.linked', thing: 'thread', thingId: [...touched.keys()][0] ?? 'none', detail: { linked, threads: [...touched.values()].map(t => t.name).slice(0, 20) } })
    return ok({ linked, threads: [...touched.values()].map(({ id, name }) => ({ id, name })) })
  }),

  rejectLinks: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const rejected = await store.insertRejections(tx, ctx.district, body.links.map(({ a, b }) => pairKey(a, b)), { at: ctx.now(), person: ctx.actor.person, name: ctx.actor.name })
    await note({ verb: 'thread.told-apart', thing: 'thread', thingId: pairOf(body.links), detail: { pairs: rejected } })
    return ok({ rejected })
  }),

  reconsiderLinks: async (ctx, { body }) => ctx.write(async (tx, note) => {
    await store.deleteRejections(tx, ctx.district, body.links.map(({ a, b }) => pairKey(a, b)))
    await note({ verb: 'thread.reconsidered', thing: 'thread', thingId: pairOf(body.links), detail: { pairs: body.links.length } })
    return ok({ links: body.links.length })
  }),

  noteMention: async (ctx, { params, body }) => change(ctx, params.id, body.version, 'thread.mention-noted', async tx => {
    const source = await sourceFrom(tx, ctx, body.from)
    if (!source.ok) return source
    const id = ctx.newId()
    const mention: store.Mention = { id, role: body.role, year: body.year, name: body.name, words: body.words, value: null, measure: null, dueOn: body.dueOn ?? `${body.year}-12-31`, saidOn: 'saidOn' in source.value ? source.value.saidOn : null, source: source.value, origin: source.value.kind === 'document' ? source.value.document : null }
    await store.insertMentions(tx, ctx.district, [mention], { at: ctx.now(), person: ctx.actor.person, name: ctx.actor.name })
    return ok({ kind: 'linked', members: [{ kind: 'mention', id }], because: ['人工补记'] })
  }),
}

type From = { readonly kind: 'document'; readonly document: Id; readonly start: number; readonly end: number } | { readonly kind: 'published'; readonly title: string; readonly section: string; readonly saidOn: string | null }

/** The characters of an accepted paper, or a paper that is only quoted. */
async function sourceFrom(tx: Tx, ctx: Context, from: From): Promise<Result<Source, 'unknown-paper' | 'not-accepted' | 'no-such-characters'>> {
  if (from.kind === 'published') return ok(from)
  const paper = await loadPaper(tx, ctx.district, from.document)
  if (!paper) return refuse('unknown-paper', { id: from.document })
  if (paper.state !== 'accepted') return refuse('not-accepted')
  if (from.start >= from.end || from.end > paper.length || from.end - from.start > 500) return refuse('no-such-characters', { length: paper.length })
  const begin = Math.max(0, from.start - 200)
  const around = await loadText(tx, ctx.district, paper.id, begin, from.end + 200)
  return ok({ kind: 'document', document: paper.id, title: paper.document.title ?? paper.name, section: '', start: from.start, end: from.end, words: wordsAround(around, from.start - begin, from.end - begin), saidOn: paper.document.date })
}

const pairOf = (links: readonly { readonly a: Member; readonly b: Member }[]) => links.map(({ a, b }) => pairKey(a, b))[0] ?? 'none'
const keyOf = (link: Link | undefined) => (link ? pairKey(link.a.saying.member, link.b.saying.member) : '')

/** All that may be one thing, certain ones first. */
async function suggested(tx: Tx, ctx: Context): Promise<{ readonly links: Link[]; readonly threads: ReadonlyMap<string, Thread> }> {
  const threads = await store.findThreads(tx, ctx.district)
  const { candidates, groupOf } = await loadCandidates(tx, ctx, threads)
  const renamings = (await store.findTextsOfRenaming(tx, ctx.district)).flatMap(renamingsIn)
  const links = suggestLinks(candidates, rejectedGroups(await store.findRejections(tx, ctx.district), groupOf), renamings)
  return { links: enoughOf(links), threads: new Map(threads.map(t => [t.id, t])) }
}

function suggestionFrom(link: Link, threads: ReadonlyMap<string, Thread>): Suggestion {
  const sideOf = ({ saying, group }: Link['a']): Suggestion['sides'][number] => {
    const thread = threads.get(group)
    return { saying, thread: thread ? { id: thread.id, name: thread.name } : null, title: 'title' in saying.source ? saying.source.title : null }
  }
  const sides = [link.a, link.b].toSorted((a, b) => ((a.saying.saidOn ?? '') < (b.saying.saidOn ?? '') ? -1 : 1))
  return { key: keyOf(link), strength: link.strength, score: link.score, reasons: [...link.reasons], sides: sides.map(sideOf) }
}

function rowOf({ thread, followed }: FollowedThread): ThreadRow {
  const { stations } = courseOf(followed)
  const years = followed.sayings.filter(s => s.role === 'promise').map(s => s.year).toSorted((a, b) => a - b)
  const last = followed.sayings.filter(s => s.role === 'promise').toSorted((a, b) => ((a.saidOn ?? '') < (b.saidOn ?? '') ? -1 : 1)).at(-1)
  return {
    id: thread.id, name: thread.name, kind: thread.kind, version: thread.version, members: thread.members.length, from: years[0] ?? null, to: years.at(-1) ?? null, words: last ? last.words : null,
    stations: [...Map.groupBy(stations, s => s.kind)].map(([kind, of]) => ({ kind, count: of.length })),
  }
}

async function pageOf(tx: Tx, ctx: Context, thread: Thread): Promise<ThreadPage> {
  const [one] = await loadFollowed(tx, ctx, [thread])
  const followed = one?.followed ?? { sayings: [], told: [], outcomes: [], papers: [], today: ctx.today() }
  const { stations, untold } = courseOf(followed)
  const there = new Set(followed.sayings.map(s => memberKey(s.member)))
  const into = thread.into === null ? null : await store.loadThread(tx, ctx.district, thread.into)
  return { ...rowOf({ thread, followed }), line: stations, numbers: numbersOf(followed), untold, sayings: [...followed.sayings], papers: [...followed.papers], gone: thread.members.filter(m => !there.has(memberKey(m))).length, into: into && { id: into.id, name: into.name }, history: await store.findThreadSteps(tx, ctx.district, thread.id) }
}

/** Appends an event to a thread (null: to a new one) and saves what it makes of it; null where somebody was faster. */
async function put(tx: Tx, ctx: Context, thread: Thread | null, event: ThreadEvent): Promise<Thread | null> {
  const id = thread?.id ?? ctx.newId()
  const after = threadAfter(thread, event, id)
  if (!after || !(await store.saveThread(tx, ctx.district, after, thread?.version ?? 0, ctx.now()))) return null
  await store.appendThreadEvent(tx, ctx.district, { id: ctx.newId(), thread: id, at: ctx.now(), person: ctx.actor.person, by: ctx.actor.name, event })
  return after
}

/** One thread goes into another: it ends first, so that its members are free. */
async function join(tx: Tx, ctx: Context, into: Thread, from: Thread, because: readonly string[]): Promise<Thread | null> {
  if (!(await put(tx, ctx, from, { kind: 'ended', into: into.id, name: into.name }))) return null
  return put(tx, ctx, into, { kind: 'joined', from: from.id, name: from.name, members: from.members, because: [...because] })
}

/** One change of a thread: load, version, decide, save with the event, note. `then` does what follows in the same transaction. */
async function change(ctx: Context, id: Id, version: number, verb: string, decide: (tx: Tx, thread: Thread) => Promise<Result<ThreadEvent>>, then?: (tx: Tx, before: Thread) => Promise<void>): Promise<Result<ThreadPage>> {
  return ctx.write(async (tx: Tx, note: Note) => {
    const thread = await store.loadThread(tx, ctx.district, id)
    if (!thread) return refuse('unknown-thread', { id })
    if (thread.into !== null) return refuse('thread-ended', { name: thread.name })
    if (thread.version !== version) return refuse('changed-meanwhile', { title: thread.name })
    const event = await decide(tx, thread)
    if (!event.ok) return event
    const after = await put(tx, ctx, thread, event.value)
    if (!after) return refuse('changed-meanwhile', { title: thread.name })
    await then?.(tx, thread)
    await note({ verb, thing: 'thread', thingId: id, detail: { name: after.name, ...('reason' in event.value && { reason: event.value.reason }) } })
    return ok(await pageOf(tx, ctx, after))
  })
}
