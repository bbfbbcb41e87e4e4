import { z } from 'zod'
import { type Contract, page, PageById, PageQuery, route, Searched, SeenVersion } from '../../kernel/contract.ts'
import { District, Id } from '../../kernel/id.ts'
import { Day } from '../../kernel/time.ts'
import { Delegation, Jurisdiction, Outline, Person, Post, Role, Unit, UnitEntry, UnitKind } from './schema.ts'

const byId = z.object({ id: Id })
const onDay = z.object({ on: Day.optional() })
const Text = (max: number) => z.string().trim().min(1).max(max).regex(/^[^\p{Cc}]*$/u, { error: '不能含有控制字符 no control characters' })
/** Why, for the trail; the page asks a person for it, a script may leave it out. */
const Reason = Text(500).optional()

/** Who is signed in, and what they may do: the page shows only what this allows, the server checks it again. */
export const Me = z.object({ district: District, person: Id, name: z.string(), roles: z.array(Role), units: z.array(Unit.pick({ id: true, name: true, kind: true })), verbs: z.array(z.string()) })
export type Me = z.infer<typeof Me>

export const UnitRow = Unit.extend({ parentName: z.string().nullable(), below: z.int() })
export type UnitRow = z.infer<typeof UnitRow>
export const PostRow = Post.extend({ personName: z.string(), unitName: z.string() })
export const DelegationRow = Delegation.extend({ postTitle: z.string(), unitName: z.string(), fromName: z.string(), toName: z.string() })

export const contract = {
  me: route({ method: 'GET', path: '/api/me', permission: 'signed-in', summary: { zh: '我是谁，能办什么', en: 'Who I am and what I may do' }, reply: Me }),
  units: route({
    method: 'GET', path: '/api/units', permission: 'org.read', summary: { zh: '单位清单', en: 'Units' },
    query: PageQuery.extend({ on: Day.optional(), kind: UnitKind.optional(), parent: Id.optional(), under: Id.optional() }), reply: page(UnitRow),
  }),
  unit: route({
    method: 'GET', path: '/api/units/:id', permission: 'org.read', summary: { zh: '单位及其沿革', en: 'A unit and its history' }, params: byId, query: onDay,
    reply: z.object({ unit: UnitRow, superiors: z.array(Unit), below: z.array(UnitRow), posts: z.array(PostRow), jurisdictions: z.array(Jurisdiction.extend({ areaName: z.string() })), history: z.array(UnitEntry) }),
  }),
  outlines: route({
    method: 'GET', path: '/api/org/outlines', permission: 'org.read', summary: { zh: '单位辖区轮廓（画图用）', en: 'Outlines of units, for maps' },
    query: z.object({ kind: z.enum(['street', 'community', 'grid']), parent: Id.optional(), on: Day.optional() }), reply: z.object({ items: z.array(Outline) }),
  }),
  found: route({
    method: 'POST', path: '/api/units', permission: 'org.edit', summary: { zh: '设立单位或专班', en: 'Found a unit or a task force' },
    body: z.object({ kind: UnitKind, code: z.string().trim().regex(/^[\w-]{1,20}$/), name: Text(60), parent: Id, from: Day, until: Day.nullable().default(null) }), reply: Unit,
  }),
  change: route({
    method: 'POST', path: '/api/units/:id/events', permission: 'org.edit', summary: { zh: '变更单位：更名、改隶、合并、拆分、撤销', en: 'Change a unit: rename, move, merge, split, dissolve' }, params: byId,
    body: z.object({
      version: SeenVersion,
      reason: Reason,
      event: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('renamed'), on: Day, name: Text(60) }),
        z.object({ kind: z.literal('moved'), on: Day, parent: Id }),
        z.object({ kind: z.literal('merged'), on: Day, into: Id }),
        z.object({ kind: z.literal('split'), on: Day, into: z.array(Id).min(2).max(20) }),
        z.object({ kind: z.literal('dissolved'), on: Day }),
      ]),
    }),
    reply: Unit,
  }),
  withdrawChange: route({
    method: 'POST', path: '/api/units/:id/events/:seq/withdraw', permission: 'org.edit', summary: { zh: '撤回尚未生效的单位变更', en: 'Withdraw a change of a unit before its day' },
    params: byId.extend({ seq: z.coerce.number().int().min(1).max(10_000) }), body: z.object({ version: SeenVersion, reason: Text(500) }), reply: Unit,
  }),
  people: route({ method: 'GET', path: '/api/people', permission: 'org.read', summary: { zh: '人员与岗位', en: 'People and posts' }, query: PageQuery.extend({ unit: Id.optional() }), reply: page(Person.extend({ posts: z.array(PostRow), leavesOn: Day.nullable() })) }),
  enrol: route({
    method: 'POST', path: '/api/people', permission: 'org.edit', summary: { zh: '登记人员', en: 'Enrol a person' },
    body: z.object({ name: Text(60), account: z.string().trim().regex(/^[\p{L}\p{N}._-]{1,60}$/u, { error: '字母、数字、点、下划线或连字符，最多60个 letters, digits, dots, underscores or hyphens, 60 at most' }) }), reply: Person,
  }),
  deactivate: route({ method: 'POST', path: '/api/people/:id/deactivate', permission: 'org.edit', summary: { zh: '停用人员', en: 'Deactivate a person' }, params: byId, body: z.object({ version: SeenVersion, reason: Reason }), reply: Person }),
  leave: route({
    method: 'PUT', path: '/api/people/:id/leave', permission: 'org.edit', summary: { zh: '离任：到日所有岗位结束、退出登录；到日前可撤回', en: 'Leave on a day: all posts end and the person is signed out; may be taken back before' },
    params: byId, body: z.object({ on: Day.nullable(), version: SeenVersion, reason: Text(500) }), reply: Person.extend({ leavesOn: Day.nullable() }),
  }),
  appoint: route({
    method: 'POST', path: '/api/posts', permission: 'org.edit', summary: { zh: '任职', en: 'Appoint to a post' },
    body: z.object({ person: Id, unit: Id, role: Role, title: Text(60), from: Day, until: Day.nullable().default(null) }), reply: Post,
  }),
  endPost: route({ method: 'POST', path: '/api/posts/:id/end', permission: 'org.edit', summary: { zh: '免职', en: 'End a post' }, params: byId, body: z.object({ on: Day, reason: Reason }), reply: Post }),
  delegations: route({ method: 'GET', path: '/api/delegations', permission: 'org.read', summary: { zh: '岗位委托', en: 'Delegations' }, query: PageById, reply: page(DelegationRow) }),
  delegate: route({
    method: 'POST', path: '/api/delegations', permission: 'delegation.edit', summary: { zh: '委托岗位', en: 'Delegate a post' },
    body: z.object({ post: Id, to: Id, from: Day, until: Day, reason: Text(200) }), reply: Delegation,
  }),
  withdraw: route({ method: 'POST', path: '/api/delegations/:id/withdraw', permission: 'delegation.edit', summary: { zh: '撤回委托', en: 'Withdraw a delegation' }, params: byId, reply: Delegation }),
  assign: route({
    method: 'POST', path: '/api/jurisdictions', permission: 'org.edit', summary: { zh: '划定管辖', en: 'Assign jurisdiction' },
    body: z.object({ matter: Text(60), area: Id, unit: Id, from: Day, until: Day.nullable().default(null) }), reply: Jurisdiction,
  }),
  responsible: route({
    method: 'GET', path: '/api/jurisdictions', permission: 'org.read', summary: { zh: '此地此事由谁负责', en: 'Who is responsible here for this' },
    query: z.object({ area: Id, matter: Searched(60).optional(), on: Day.optional() }),
    reply: z.object({ items: z.array(Jurisdiction.extend({ areaName: z.string(), unitName: z.string() })), line: z.array(Unit) }),
  }),
} as const satisfies Contract
