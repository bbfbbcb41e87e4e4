import { z } from 'zod'
import { type Contract, FileReply, route } from '../../kernel/contract.ts'
import { type Label } from '../../kernel/label.ts'
import { Id } from '../../kernel/id.ts'
import { Day, Instant } from '../../kernel/time.ts'
import { type Verb, verbLabels } from '../../engines/org/domain/permission.ts'
import { Role } from '../../engines/org/schema.ts'
import { KeyState } from '../keys/contract.ts'

/** What a reviewer should look at twice. */
export const Conflict = z.enum(['roles-apart', 'unit-ended', 'posts-of-inactive', 'should-have-ended', 'no-second-factor', 'dormant', 'unit-differs', 'no-post'])
export type Conflict = z.infer<typeof Conflict>

export const conflictLabels = {
  'roles-apart': { zh: '兼任须分设的岗位', en: 'holds roles that must be apart' },
  'unit-ended': { zh: '岗位所在单位已撤销', en: 'post in a unit that has ended' },
  'posts-of-inactive': { zh: '人员已停用，岗位未结束', en: 'deactivated, posts still hold' },
  'should-have-ended': { zh: '上次核查要求停止，至今未停', en: 'should have ended by the last review' },
  'no-second-factor': { zh: '管理员未启用动态码', en: 'administrator without codes' },
  dormant: { zh: '长期未登录', en: 'dormant' },
  'unit-differs': { zh: '与统一身份认证的单位不一致', en: 'the identity provider names another unit' },
  'no-post': { zh: '没有岗位', en: 'no post' },
} as const satisfies Record<Conflict, Label>

const AccessVerb = z.enum(Object.keys(verbLabels) as [Verb, ...Verb[]]) // its keys are the verbs
const PostSeen = z.object({ unitName: z.string(), title: z.string(), role: Role, from: Day, until: Day.nullable(), /** Whose post it is, where it was lent. */ lentBy: z.string().nullable() })

/** One person with everything that lets him act: posts, lent posts, keys, and how he signs in. */
export const AccessRow = z.object({
  person: Id, name: z.string(), account: z.string(), active: z.boolean(), leavesOn: Day.nullable(), posts: z.array(PostSeen), verbs: z.array(AccessVerb),
  keys: z.array(z.object({ name: z.string(), state: KeyState, until: Day })), hasAccount: z.boolean(), secondFactor: z.boolean(), lastSignInAt: Instant.nullable(), conflicts: z.array(Conflict),
})
export type AccessRow = z.infer<typeof AccessRow>

export const Verdict = z.enum(['stays', 'ends'])
export type Verdict = z.infer<typeof Verdict>
const Marked = z.object({ verdict: Verdict, note: z.string().nullable(), by: z.string(), at: Instant })
const Review = z.object({ id: Id, openedAt: Instant, openedBy: z.string(), closedAt: Instant.nullable(), closedBy: z.string().nullable() })
export type Review = z.infer<typeof Review>
const Dormant = z.coerce.number().int().min(1).max(3650).default(90)

export const contract = {
  list: route({
    method: 'GET', path: '/api/access-review', permission: 'account.manage', summary: { zh: '权限清单与本次核查', en: 'Who may do what, and the review under way' }, query: z.object({ dormant: Dormant }),
    reply: z.object({ open: Review.nullable(), last: Review.nullable(), dueOn: Day.nullable(), items: z.array(AccessRow.extend({ marked: Marked.nullable() })) }),
  }),
  export: route({ method: 'GET', path: '/api/access-review/export', permission: 'account.manage', form: 'file', perMinute: 30, summary: { zh: '导出权限清单', en: 'Export who may do what' }, query: z.object({ dormant: Dormant, form: z.enum(['csv', 'xlsx']).default('csv') }), reply: FileReply }),
  open: route({ method: 'POST', path: '/api/access-review', permission: 'account.manage', summary: { zh: '开始权限核查', en: 'Open a review' }, reply: Review }),
  mark: route({
    method: 'POST', path: '/api/access-review/:id/verdicts', permission: 'account.manage', summary: { zh: '核查结论：保留或停止', en: 'Mark people: stays or ends' }, params: z.object({ id: Id }),
    body: z.object({ people: z.array(Id).min(1).max(2000), verdict: Verdict, note: z.string().trim().min(1).max(500).regex(/^[^\p{Cc}]*$/u).nullable().default(null) }), reply: z.object({ marked: z.int() }),
  }),
  close: route({ method: 'POST', path: '/api/access-review/:id/close', permission: 'account.manage', summary: { zh: '完成权限核查', en: 'Close the review' }, params: z.object({ id: Id }), reply: Review }),
  record: route({ method: 'GET', path: '/api/access-review/:id', permission: 'account.manage', summary: { zh: '一次核查的记录', en: 'The record of a review' }, params: z.object({ id: Id }), reply: z.object({ review: Review, items: z.array(AccessRow.extend({ marked: Marked })) }) }),
} as const satisfies Contract
