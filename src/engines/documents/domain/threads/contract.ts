import { z } from 'zod'
import { type Contract, page, PageById, PageQuery, route, SeenVersion } from '../../../../kernel/contract.ts'
import { Id } from '../../../../kernel/id.ts'
import { type Label } from '../../../../kernel/label.ts'
import { Day } from '../../../../kernel/time.ts'
import { Typed } from '../finding.ts'
import { ThreadNumbers } from './numbers.ts'
import { Occasion } from './occasion.ts'
import { Saying, SayingRole } from './saying.ts'
import { Station, StationKind } from './station.ts'
import { Reason, Strength } from './suggest.ts'
import { Member, ThreadKind, ThreadStep } from './thread.ts'

const byId = z.object({ id: Id })
const words = (zh: string, en: string): Label => ({ zh, en })
const Members = z.array(Member).min(1).max(50)
const Why = Typed(500, 4)

/** A thread as lists show it. */
export const ThreadRow = z.object({
  id: Id, name: z.string(), kind: ThreadKind, version: z.int(),
  members: z.int(),
  /** First and last year that papers promise something for; null where all its members are gone. */
  from: z.int().nullable(), to: z.int().nullable(),
  /** Its last promise in few words. */
  words: z.string().nullable(),
  /** How often each station comes. */
  stations: z.array(z.object({ kind: StationKind, count: z.int() })),
})
export type ThreadRow = z.infer<typeof ThreadRow>

/** A thread with its line through the years. */
export const ThreadPage = ThreadRow.extend({
  line: z.array(Station),
  numbers: ThreadNumbers.nullable(),
  untold: z.array(z.int()),
  sayings: z.array(Saying),
  papers: z.array(Occasion),
  /** Members that went with their paper or into another register entry. */
  gone: z.int(),
  into: z.object({ id: Id, name: z.string() }).nullable(),
  history: z.array(ThreadStep),
})
export type ThreadPage = z.infer<typeof ThreadPage>

/** One side of a suggestion: what was said last, and the thread it is in. */
export const SuggestedSide = z.object({ saying: Saying, thread: z.object({ id: Id, name: z.string() }).nullable(), title: z.string().nullable() })

/** Two things that may be one, with the reasons. */
export const Suggestion = z.object({ key: z.string(), strength: Strength, score: z.number(), reasons: z.array(Reason), sides: z.array(SuggestedSide).length(2) })
export type Suggestion = z.infer<typeof Suggestion>

const Pair = z.object({ a: Member, b: Member })

export const threadContract = {
  threads: route({
    method: 'GET', path: '/api/threads', permission: 'plan.read', summary: words('承诺脉络', 'Promises followed across years'),
    query: PageById.extend({ kind: ThreadKind.optional(), station: StationKind.optional() }), reply: page(ThreadRow).extend({ counts: z.array(z.object({ kind: StationKind, count: z.int() })) }),
  }),
  threadsOf: route({
    method: 'GET', path: '/api/threads/of/:kind/:id', permission: 'plan.read', summary: words('某项目标、承诺或指标所在的脉络', 'The threads that follow a target, commitment, mention or indicator'),
    params: z.object({ kind: z.enum(['target', 'commitment', 'mention', 'indicator']), id: Id }), reply: z.object({ items: z.array(z.object({ id: Id, name: z.string(), kind: ThreadKind })) }),
  }),
  thread: route({ method: 'GET', path: '/api/threads/:id', permission: 'plan.read', summary: words('一条脉络：历年历次的说法', 'A thread: its line through the years'), params: byId, reply: ThreadPage }),
  renameThread: route({ method: 'PATCH', path: '/api/threads/:id', permission: 'plan.edit', summary: words('修改脉络名称', 'Rename a thread'), params: byId, body: z.object({ version: SeenVersion, name: Typed(120, 2), kind: ThreadKind }), reply: ThreadPage }),
  unlinkMembers: route({
    method: 'POST', path: '/api/threads/:id/unlink', permission: 'plan.edit', summary: words('从脉络中移出', 'Take members out of a thread'), params: byId,
    /** `apart`: they become a thread of their own, under this name. */
    body: z.object({ version: SeenVersion, members: Members, reason: Why, apart: Typed(120, 2).optional() }), reply: ThreadPage,
  }),
  joinThread: route({ method: 'POST', path: '/api/threads/:id/join', permission: 'plan.edit', summary: words('并入另一条脉络', 'Join another thread into this one'), params: byId, body: z.object({ version: SeenVersion, from: Id, reason: Why }), reply: ThreadPage }),
  linkSuggestions: route({
    method: 'GET', path: '/api/thread-suggestions', permission: 'plan.read', summary: words('可能是同一件事的', 'What may be one and the same'),
    query: PageQuery.extend({ strength: Strength.optional() }), reply: page(Suggestion).extend({ certain: z.int(), likely: z.int(), possible: z.int() }),
  }),
  confirmLinks: route({
    method: 'POST', path: '/api/thread-suggestions/confirm', permission: 'plan.edit', summary: words('确认是同一件事', 'Confirm that they are the same'),
    body: z.object({ links: z.array(Pair).min(1).max(500) }), reply: z.object({ linked: z.int(), threads: z.array(z.object({ id: Id, name: z.string() })) }),
  }),
  rejectLinks: route({
    method: 'POST', path: '/api/thread-suggestions/reject', permission: 'plan.edit', summary: words('不是同一件事，不再提示', 'Say that they are not the same'),
    body: z.object({ links: z.array(Pair).min(1).max(500) }), reply: z.object({ rejected: z.int() }),
  }),
  reconsiderLinks: route({
    method: 'POST', path: '/api/thread-suggestions/reconsider', permission: 'plan.edit', summary: words('撤回“不是同一件事”', 'Take back that they are not the same'),
    body: z.object({ links: z.array(Pair).min(1).max(500) }), reply: z.object({ links: z.int() }),
  }),
  noteMention: route({
    method: 'POST', path: '/api/threads/:id/mentions', permission: 'plan.edit', summary: words('补记文件中的一处说法', 'Note what a paper says of it'), params: byId,
    body: z.object({
      version: SeenVersion, role: SayingRole, year: z.int().min(1949).max(2100), name: Typed(120, 2), words: Typed(120, 2), dueOn: Day.nullable().default(null),
      /** The characters of an accepted paper, or a published one by title and section. */
      from: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('document'), document: Id, start: z.int().min(0).max(100_000_000), end: z.int().min(1).max(100_000_000) }),
        z.object({ kind: z.literal('published'), title: Typed(200, 4), section: Typed(200), saidOn: Day.nullable() }),
      ]),
    }), reply: ThreadPage,
  }),
} as const satisfies Contract
