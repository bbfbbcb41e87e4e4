import { z } from 'zod'
import { type Contract, page, PageById, route } from '../../kernel/contract.ts'
import { Id } from '../../kernel/id.ts'
import { Day, Instant } from '../../kernel/time.ts'
import { type Verb, verbLabels } from '../../engines/org/domain/permission.ts'
import { Role } from '../../engines/org/schema.ts'

const Text = (max: number) => z.string().trim().min(2).max(max).regex(/^[^\p{Cc}]*$/u, { error: '不能含有控制字符 no control characters' })
const KeyVerb = z.enum(Object.keys(verbLabels) as [Verb, ...Verb[]]) // its keys are the verbs

/** `waiting`: issued, and not yet collected by the holder of the post. */
export const KeyState = z.enum(['waiting', 'in-use', 'expired', 'revoked', 'post-ended'])
export type KeyState = z.infer<typeof KeyState>

/** A key of a unit's system (接口密钥): it acts as one post, within some of its permissions, until a day. */
export const KeyRow = z.object({
  id: Id, name: z.string(), person: Id, personName: z.string(), post: Id, postTitle: z.string(), unitName: z.string(), role: Role, verbs: z.array(KeyVerb),
  /** The first day on which it no longer opens anything. */
  until: Day,
  issuedAt: Instant, issuedBy: z.string(), collectedAt: Instant.nullable(), lastUsedAt: Instant.nullable(), revokedAt: Instant.nullable(), revokedBy: z.string().nullable(), revokedBecause: z.string().nullable(),
  state: KeyState,
})
export type KeyRow = z.infer<typeof KeyRow>

const byId = z.object({ id: Id })
const signedIn = 'signed-in'

export const contract = {
  list: route({ method: 'GET', path: '/api/keys', permission: 'account.manage', summary: { zh: '接口密钥清单', en: 'Keys of units’ systems' }, query: PageById, reply: page(KeyRow) }),
  issue: route({
    method: 'POST', path: '/api/keys', permission: 'account.manage', summary: { zh: '签发接口密钥，由岗位上的人领取', en: 'Issue a key; the holder of the post collects it' },
    body: z.object({ name: Text(60), post: Id, verbs: z.array(KeyVerb).min(1).max(30), until: Day }), reply: KeyRow,
  }),
  mine: route({ method: 'GET', path: '/api/keys/mine', permission: signedIn, summary: { zh: '以我的岗位签发的密钥', en: 'Keys of my posts' }, reply: z.object({ items: z.array(KeyRow) }) }),
  /** `key` is shown this once; null where the same command was sent twice. */
  collect: route({ method: 'POST', path: '/api/keys/:id/collect', permission: signedIn, summary: { zh: '领取密钥，只显示一次', en: 'Collect a key; it is shown once' }, params: byId, reply: z.object({ row: KeyRow, key: z.string().nullable() }) }),
  revoke: route({ method: 'POST', path: '/api/keys/:id/revoke', permission: signedIn, summary: { zh: '吊销密钥', en: 'Revoke a key' }, params: byId, body: z.object({ reason: Text(200) }), reply: KeyRow }),
} as const satisfies Contract
