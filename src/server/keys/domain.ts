import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Verb, verbsForKey } from '../../engines/org/domain/permission.ts'
import { holdsOn } from '../../engines/org/domain/tree.ts'
import { type Post } from '../../engines/org/schema.ts'
import { District, Id } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { addDays, type Day, type Instant } from '../../kernel/time.ts'
import { type KeyState } from './contract.ts'

/** No key lives longer: who still needs it asks again. */
export const longestDays = 366

/** A key as it is written: `od_440104_<id>_<256 random bits>`. The district and the id tell where to look, the rest proves it. */
export type KeyText = { readonly district: District; readonly id: Id; readonly secret: string }

export function keyText({ district, id, secret }: KeyText): string {
  return `od_${district}_${id.replaceAll('-', '')}_${secret}`
}

/** The key that a request brings in `Authorization: Bearer …`; `unreadable` where there is one that is none of ours; null where there is none. */
export function keyIn(authorization: string | undefined): KeyText | 'unreadable' | null {
  const bearer = /^Bearer +(\S{1,300}) *$/i.exec(authorization ?? '')?.[1]
  if (bearer === undefined) return null
  const parts = /^od_(\d{6})_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})_([\w-]{43})$/.exec(bearer)
  const [, code, ...rest] = parts ?? []
  const district = District.safeParse(Number(code)), id = Id.safeParse(rest.slice(0, 5).join('-'))
  return parts && district.success && id.success ? { district: district.data, id: id.data, secret: rest[5] ?? '' } : 'unreadable'
}

/** Random enough that a plain hash cannot be searched for it. */
export const newSecret = () => randomBytes(32).toString('base64url')
export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

export function isSecretOf(hash: string, secret: string): boolean {
  return timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(hashOf(secret), 'hex'))
}

type Facts = { readonly until: Day; readonly collectedAt: Instant | null; readonly revokedAt: Instant | null }

export function stateOn(day: Day, key: Facts, post: Pick<Post, 'from' | 'until'>): KeyState {
  if (key.revokedAt !== null) return 'revoked'
  if (day >= key.until) return 'expired'
  if (post.until !== null && day >= post.until) return 'post-ended'
  return key.collectedAt === null ? 'waiting' : 'in-use'
}

/** May a key be issued that acts as this post? Never with more than the post has, never for what only a person decides, and nobody issues one to himself. */
export function mayIssue(asked: { readonly verbs: readonly Verb[]; readonly until: Day }, post: Post, by: Id, today: Day): Result<null, 'key-for-self' | 'already-ended' | 'key-verbs' | 'key-days'> {
  if (post.person === by) return refuse('key-for-self', {})
  if (post.until !== null && !holdsOn(today, post) && post.until <= today) return refuse('already-ended', { on: post.until })
  const mayGive = verbsForKey(post.role)
  const beyond = asked.verbs.filter(verb => !mayGive.includes(verb))
  if (beyond.length > 0) return refuse('key-verbs', { verbs: beyond.join('、') })
  if (asked.until <= today || asked.until > addDays(today, longestDays)) return refuse('key-days', { first: addDays(today, 1), last: addDays(today, longestDays) })
  return ok(null)
}
