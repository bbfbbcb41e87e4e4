import { type Tx } from '../../engines/context.ts'
import { type Actor, throughKey, type Verb } from '../../engines/org/domain/permission.ts'
import { loadActorOfPost } from '../../engines/org/index.ts'
import { findSuspensions } from '../account/store.ts'
import { ok, refuse, type Refusal, type Result } from '../../kernel/result.ts'
import { dayOf, type Instant } from '../../kernel/time.ts'
import { isSecretOf, type KeyText } from './domain.ts'
import { loadSecret, noteKeyUse } from './store.ts'

/** A key that opens nothing. What is wrong is told only to those who hold the right secret. */
export class KeyRefused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.refused)
    this.refusal = refusal
  }
}

/** Its use is noted at most this often. */
const noteUseEveryMs = 60_000

/** Who asks with this key: the holder of its post, by that post alone, within what the key was given. */
export async function actorOfKey(tx: Tx, key: KeyText, now: Instant): Promise<Result<Actor, 'key-unknown' | 'key-revoked' | 'key-expired' | 'key-post-ended' | 'key-suspended'>> {
  const kept = await loadSecret(tx, key.district, key.id)
  if (!kept?.hash || !isSecretOf(kept.hash, key.secret)) return refuse('key-unknown')
  if (kept.revokedAt !== null) return refuse('key-revoked', { name: kept.name })
  if (dayOf(now) >= kept.until) return refuse('key-expired', { name: kept.name, until: kept.until })
  const suspension = (await findSuspensions(tx, key.district, [kept.person], dayOf(now))).get(kept.person)
  if (suspension && suspension.from <= dayOf(now)) return refuse('key-suspended', { name: kept.name })
  const actor = await loadActorOfPost(tx, key.district, kept.post, dayOf(now))
  if (!actor) return refuse('key-post-ended', { name: kept.name })
  if (kept.lastUsedAt === null || Date.parse(now) - Date.parse(kept.lastUsedAt) >= noteUseEveryMs) await noteKeyUse(tx, key.district, kept.id, now)
  return ok(throughKey(actor, { id: kept.id, name: kept.name, verbs: kept.verbs as Verb[] })) // only ever written from the schema's
}
