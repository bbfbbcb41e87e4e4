import { z } from 'zod'
import { Id } from '../../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { Instant } from '../../../../kernel/time.ts'
import { Typed } from '../finding.ts'

/** What a thread follows: a target of the indicators engine, a commitment of the plan, or a mention (what a paper says of a matter that is neither). */
export const Member = z.object({ kind: z.enum(['target', 'commitment', 'mention']), id: Id })
export type Member = z.infer<typeof Member>

export function memberKey({ kind, id }: Member): string {
  return `${kind}:${id}`
}

/** 指标 an indicator through its targets, 承诺 a promise, 项目 a project. */
export const ThreadKind = z.enum(['indicator', 'promise', 'project'])
export type ThreadKind = z.infer<typeof ThreadKind>

/** What happened to a thread, in order. `because`: the reasons that the machine gave and a person confirmed, in words. */
export const ThreadEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('made'), name: z.string(), thread: ThreadKind, members: z.array(Member), because: z.array(z.string()) }),
  z.object({ kind: z.literal('linked'), members: z.array(Member), because: z.array(z.string()) }),
  z.object({ kind: z.literal('unlinked'), members: z.array(Member), reason: z.string() }),
  z.object({ kind: z.literal('renamed'), name: z.string(), thread: ThreadKind, reason: z.string().nullable() }),
  /** Another thread turned out to follow the same thing: its members are here from now on. */
  z.object({ kind: z.literal('joined'), from: Id, name: z.string(), members: z.array(Member), because: z.array(z.string()) }),
  /** This thread went into another one. It keeps its history and has no members any more. */
  z.object({ kind: z.literal('ended'), into: Id, name: z.string() }),
])
export type ThreadEvent = z.infer<typeof ThreadEvent>

/** A thread (脉络): one promise, indicator or project followed through papers, years and renamings. */
export const Thread = z.object({ id: Id, name: Typed(120, 1), kind: ThreadKind, members: z.array(Member), into: Id.nullable(), version: z.int().min(1) })
export type Thread = z.infer<typeof Thread>

/** One step of a thread's history: who, when, what. */
export const ThreadStep = z.object({ seq: z.int(), at: Instant, by: z.string(), event: ThreadEvent })
export type ThreadStep = z.infer<typeof ThreadStep>

/** A thread after one more event; null where the event cannot follow (nothing comes before `made`). */
export function threadAfter(before: Thread | null, event: ThreadEvent, id: Id): Thread | null {
  if (event.kind === 'made') return before ? null : { id, name: event.name, kind: event.thread, members: without(event.members, []), into: null, version: 1 }
  if (!before || before.into !== null) return null
  const version = before.version + 1
  switch (event.kind) {
    case 'linked':
    case 'joined': return { ...before, members: [...before.members, ...without(event.members, before.members)], version }
    case 'unlinked': return { ...before, members: without(before.members, event.members), version }
    case 'renamed': return { ...before, name: event.name, kind: event.thread, version }
    case 'ended': return { ...before, members: [], into: event.into, version }
  }
}

/** A thread as its events make it; null where they make none. */
export function threadFrom(id: Id, events: readonly ThreadEvent[]): Thread | null {
  return events.reduce<Thread | null>((thread, event) => threadAfter(thread, event, id), null)
}

/** Members that are not among others, each once. */
export function without(members: readonly Member[], others: readonly Member[]): Member[] {
  const taken = new Set(others.map(memberKey))
  return members.filter(member => !taken.has(memberKey(member)) && taken.add(memberKey(member)))
}

/** May these members leave a thread? At least one must stay, and what leaves must be there. */
export function mayLeave(thread: Thread, leaving: readonly Member[]): Result<Member[], 'not-a-member' | 'thread-would-be-empty'> {
  const stranger = without(leaving, thread.members)[0]
  if (stranger) return refuse('not-a-member', { name: thread.name })
  const left = without(thread.members, leaving)
  return left.length === 0 ? refuse('thread-would-be-empty', { name: thread.name }) : ok(left)
}

/** Two members that a person said are not the same thing, in one order whichever was named first. */
export function pairKey(a: Member, b: Member): string {
  return [memberKey(a), memberKey(b)].toSorted().join('+')
}
