import { createHash } from 'node:crypto'
import { type AuditEntry, type Tx } from '../../engines/context.ts'
import { ahead, words } from '../../engines/statement.ts'
import { type District, type Id } from '../../kernel/id.ts'
import { type Instant } from '../../kernel/time.ts'

export type Signed = { readonly id: Id; readonly district: District; readonly at: Instant; readonly person: Id | null; readonly actor: string; readonly requestId: string }

/** Writes an entry into the trail, in the transaction of the act it tells of. Its link in the chain is made by `seal`. */
export async function writeEntry(tx: Tx, signed: Signed, entry: AuditEntry): Promise<void> {
  await ahead(tx, words`
    insert into audit.entry (district, id, at, person, actor, unit, verb, thing, thing_id, detail, request_id)
    values (${signed.district}, ${signed.id}, ${signed.at}, ${signed.person}, ${signed.actor}, ${entry.unit ?? null}, ${entry.verb}, ${entry.thing}, ${entry.thingId}, ${JSON.stringify(entry.detail ?? {})}, ${signed.requestId})`)
}

/** A stored entry as it goes into its hash. */
export type Stored = {
  readonly district: number; readonly id: string; readonly at: string; readonly person: string | null; readonly actor: string; readonly unit: string | null
  readonly verb: string; readonly thing: string; readonly thing_id: string; readonly detail: unknown; readonly request_id: string
}

/** The first link hangs on this. */
export const chainRoot = '0'.repeat(64)

/** sha256 over the hash before and every field of the entry, in a fixed order, keys of the detail sorted. */
export function linkHash(before: string, entry: Stored): string {
  const fields = [before, entry.district, entry.id, entry.at, entry.person, entry.actor, entry.unit, entry.verb, entry.thing, entry.thing_id, sorted(entry.detail), entry.request_id]
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex')
}

/** jsonb keeps no order of keys, so the hash must not depend on one. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]))
}
