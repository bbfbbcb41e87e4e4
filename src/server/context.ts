import { createHash } from 'node:crypto'
import { v7 } from 'uuid'
import { type AuditEntry, type Context, type Db, type Tx } from '../engines/context.ts'
import { type Actor, actorOn, handledBy, scopeOf, seenBefore } from '../engines/org/domain/permission.ts'
import { ahead, often, words } from '../engines/statement.ts'
import { type District, type Id } from '../kernel/id.ts'
import { dayOf, type Instant } from '../kernel/time.ts'
import { writeEntry } from './audit/trail.ts'
import { reading, within } from './database/database.ts'
import { recall } from './recall.ts'

export type Asked = {
  readonly district: District
  readonly actor: Actor
  readonly requestId: string
  /** The caller's `Idempotency-Key`, with what distinguishes this command from another under the same key. */
  readonly command?: { readonly key: string; readonly request: string }
}

/** A key that was used before for another command. */
export class KeyReused extends Error {}

/** Makes what a handler works with. The clock is an argument so that tests can set it. */
export function makeContext(db: Db, asked: Asked, clock: () => Instant): Context {
  const bounds = { district: asked.district, sees: seenBefore(asked.actor), handles: handledBy(asked.actor), posts: asked.actor.posts, cases: scopeOf(asked.actor, 'case.read') }

  async function write<T>(work: (tx: Tx, note: (entry: AuditEntry) => Promise<void>) => Promise<T>, part?: Id): Promise<T> {
    const command = asked.command && { ...asked.command, key: part === undefined ? asked.command.key : `${asked.command.key}/${part}` }
    return within(db, bounds, async tx => {
      const before = command && await claim(tx, asked, command, clock())
      if (before) return before.reply as T // what this very command returned the first time
      let noted = 0
      const result = await work(tx, async entry => {
        noted += 1
        await writeEntry(tx, { id: v7(), district: asked.district, at: clock(), person: asked.actor.person, actor: asked.actor.name, requestId: asked.requestId }, entry)
      })
      if (isRefusal(result)) throw new RolledBack(result)
      if (noted === 0) throw new Error('A write left nothing in the audit trail')
      if (command) await ahead(tx, words`update app.command set reply = ${JSON.stringify(result ?? null)} where district = ${asked.district} and person = ${asked.actor.person} and key = ${command.key}`)
      return result
    }).catch(error => {
      if (error instanceof RolledBack) return error.refusal as T // the very value that work answered
      throw error
    })
  }

  return {
    district: asked.district,
    actor: asked.actor,
    requestId: asked.requestId,
    now: clock,
    today: () => dayOf(clock()),
    newId: () => v7(),
    read: work => reading(db, bounds, work),
    mark: work => within(db, bounds, work),
    recall: (key, work) => recall(db, asked.district, key, () => reading(db, bounds, work)),
    write,
  }
}

const systemPerson: Id = '00000000-0000-8000-8000-000000000000'

/** What the program does by itself, at a time or for the demonstration: with a planner's rights, of no unit, under a name that the trail shows. */
export function systemContext(db: Db, district: District, clock: () => Instant, name = '系统 system'): Context {
  const actor = actorOn('2000-01-01', { id: systemPerson, name }, [{ id: systemPerson, person: systemPerson, unit: systemPerson, role: 'planner', title: '', from: '2000-01-01', until: null }], [], [])
  return makeContext(db, { district, actor, requestId: 'system' }, clock)
}

const residentPerson: Id = '00000000-0000-8000-8000-000000000001'

/** What a resident does on the public pages, who has no account and no rights: whoever may be signed in on the same browser, it is done in nobody's name. */
export function residentContext(db: Db, district: District, clock: () => Instant, requestId: string): Context {
  return makeContext(db, { district, actor: actorOn('2000-01-01', { id: residentPerson, name: '居民 resident' }, [], [], []), requestId }, clock)
}

/** A refusal changes nothing: whatever was written before it is rolled back, and it leaves nothing in the trail. */
class RolledBack extends Error {
  readonly refusal: unknown
  constructor(refusal: unknown) {
    super('refused')
    this.refusal = refusal
  }
}

function isRefusal(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'ok' in result && result.ok === false
}

/** Takes the key for this command; answers the earlier reply where the same command was done before. A second one that comes while the first still runs waits for it. */
async function claim(tx: Tx, asked: Asked, command: NonNullable<Asked['command']>, at: Instant): Promise<{ reply: unknown } | null> {
  const request = createHash('sha256').update(command.request).digest('hex')
  const row = { district: asked.district, person: asked.actor.person, key: command.key }
  const [taken] = await often(tx, words`insert into app.command (district, person, key, request, done_at) values (${row.district}, ${row.person}, ${row.key}, ${request}, ${at}) on conflict do nothing returning key`)
  if (taken) return null
  const earlier = await tx.selectFrom('app.command').select(['request', 'reply']).where('district', '=', row.district).where('person', '=', row.person).where('key', '=', row.key).executeTakeFirstOrThrow()
  if (earlier.request !== request) throw new KeyReused(command.key)
  return { reply: earlier.reply }
}
