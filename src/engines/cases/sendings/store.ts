import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { type CaseEvent } from '../schema.ts'

/** Events of which nobody has been told, those of one case in their order. Others that look at the same time get other ones. */
export async function takeOutbox(tx: Tx, district: District, most: number): Promise<readonly { readonly caseId: Id; readonly seq: number; readonly typeId: Id; readonly event: CaseEvent; readonly generated: boolean }[]> {
  const { rows } = await sql<{ caseId: Id; seq: number; typeId: Id; event: CaseEvent; generated: boolean }>`
    with taken as (
      delete from cases.outbox o using (select case_id, seq from cases.outbox where district = ${district} order by case_id, seq limit ${most} for update skip locked) t
      where o.district = ${district} and o.case_id = t.case_id and o.seq = t.seq returning o.case_id, o.seq, o.until_seq)
    select t.case_id as "caseId", e.seq, y.id as "typeId", e.event, c.generated from taken t
    join cases."case" c on c.district = ${district} and c.id = t.case_id
    join cases.type y on y.district = c.district and y.key = c.type and y.version = c.version
    join cases.event e on e.district = ${district} and e.case_id = t.case_id and e.seq between t.seq and t.until_seq
    order by t.case_id, e.seq`.execute(tx)
  return rows
}

export type SendingState = 'waiting' | 'sending' | 'sent' | 'failed' | 'held' | 'off' | 'test'
export type NewSending = { readonly id: Id; readonly caseId: Id; readonly seq: number; readonly channel: 'sms' | 'mail' | 'app' | 'hook'; readonly hook: Id | null; readonly unit: Id | null; readonly recipient: string | null; readonly occasion: string; readonly body: string; readonly state: SendingState; readonly at: Instant }

export async function insertSendings(tx: Tx, district: District, sendings: readonly NewSending[]): Promise<void> {
  if (sendings.length === 0) return
  await tx.insertInto('cases.sending').values(sendings.map(({ caseId, ...one }) => ({ district, ...one, case_id: caseId, next_at: one.state === 'waiting' ? one.at : null, sent_at: one.state === 'sent' ? one.at : null }))).execute()
}

/** Has this very text gone, or is it about to go, to this number since then? */
export async function wasTold(tx: Tx, district: District, recipient: string, body: string, since: Instant): Promise<boolean> {
  const row = await tx.selectFrom('cases.sending').select('id').where('district', '=', district).where('recipient', '=', recipient).where('body', '=', body).where('at', '>=', since).where('state', 'in', ['waiting', 'sending', 'sent', 'test']).limit(1).executeTakeFirst()
  return row !== undefined
}

export type DueSending = { readonly id: Id; readonly channel: 'sms' | 'mail' | 'app' | 'hook'; /** Of the case. */ readonly number: string; readonly recipient: string | null; readonly body: string; readonly tries: number; readonly url: string | null; readonly secret: string | null }

/**
 * Takes what is to be sent now and holds it for a while (`until`): should the program end in between, it is sent again then, under
 * the same id. What a hook is told of one case goes in the order in which it happened: the next waits until the one before has gone or was given up.
 */
export async function takeDue(tx: Tx, district: District, now: Instant, until: Instant, most: number): Promise<readonly DueSending[]> {
  const { rows } = await sql<DueSending>`
    update cases.sending s set state = 'sending', tries = s.tries + 1, next_at = ${until}
    from (
      select d.id from cases.sending d where d.district = ${district} and d.next_at <= ${now}
        and not exists (select from cases.sending e where d.hook is not null and e.district = d.district and e.hook = d.hook and e.case_id = d.case_id and e.seq < d.seq and e.state in ('waiting', 'sending'))
      order by d.next_at limit ${most} for update skip locked) t
    left join lateral (select h.url, h.secret from cases.hook h, cases.sending x where x.district = ${district} and x.id = t.id and h.district = x.district and h.id = x.hook) h on true
    where s.district = ${district} and s.id = t.id returning s.id, s.channel, (select c.number from cases."case" c where c.district = s.district and c.id = s.case_id) as "number", s.recipient, s.body, s.tries, h.url, h.secret`.execute(tx)
  return rows
}

export async function saveOutcome(tx: Tx, district: District, id: Id, outcome: { readonly state: SendingState; readonly nextAt: Instant | null; readonly fault: string | null; readonly receipt: string | null; readonly sentAt: Instant | null }): Promise<void> {
  await tx.updateTable('cases.sending').set({ state: outcome.state, next_at: outcome.nextAt, fault: outcome.fault, receipt: outcome.receipt, sent_at: outcome.sentAt }).where('district', '=', district).where('id', '=', id).execute()
}

/** Failed ones are put back in line, from their beginning. Answers how many. */
export async function retrySendings(tx: Tx, district: District, ids: readonly Id[], now: Instant): Promise<number> {
  const { numUpdatedRows } = await tx.updateTable('cases.sending').set({ state: 'waiting', tries: 0, next_at: now, fault: null }).where('district', '=', district).where('id', 'in', [...ids]).where('state', '=', 'failed').executeTakeFirst()
  return Number(numUpdatedRows)
}

export async function findSendings(tx: Tx, district: District, filter: { readonly state?: SendingState | undefined; readonly channel?: string | undefined; readonly hook?: Id | undefined; readonly caseId?: Id | undefined; readonly after?: Id | undefined; readonly limit: number }) {
  const all = tx.selectFrom('cases.sending as s').innerJoin('cases.case as c', join => join.onRef('c.district', '=', 's.district').onRef('c.id', '=', 's.case_id')).where('s.district', '=', district)
    .$if(filter.state !== undefined, q => q.where('s.state', '=', filter.state ?? '')).$if(filter.channel !== undefined, q => q.where('s.channel', '=', filter.channel ?? ''))
    .$if(filter.hook !== undefined, q => q.where('s.hook', '=', filter.hook ?? '')).$if(filter.caseId !== undefined, q => q.where('s.case_id', '=', filter.caseId ?? ''))
  const { total } = await all.select(eb => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await all.select(['s.id', 's.case_id as caseId', 'c.number', 's.seq', 's.channel', 's.hook', 's.unit', 's.recipient', 's.occasion', 's.body', 's.state', 's.tries', 's.next_at as nextAt', 's.fault', 's.at', 's.sent_at as sentAt'])
    .$if(filter.after !== undefined, q => q.where('s.id', '<', filter.after ?? '')).orderBy('s.id', 'desc').limit(filter.limit).execute()
  return { total, rows }
}

export type Hook = { readonly id: Id; readonly name: string; readonly url: string; readonly types: string[]; readonly kinds: string[]; readonly active: boolean; readonly madeBy: string; readonly at: Instant; readonly version: number }

export async function findHooks(tx: Tx, district: District): Promise<Hook[]> {
  return tx.selectFrom('cases.hook').select(['id', 'name', 'url', 'types', 'kinds', 'active', 'made_by as madeBy', 'at', 'version']).where('district', '=', district).orderBy('at').orderBy('id').execute()
}

export async function insertHook(tx: Tx, district: District, { madeBy, ...hook }: Hook & { readonly secret: string }): Promise<void> {
  await tx.insertInto('cases.hook').values({ district, ...hook, types: [...hook.types], kinds: [...hook.kinds], made_by: madeBy }).execute()
}

/** Saves if nobody saved since `seen`; answers whether it did. */
export async function saveHook(tx: Tx, district: District, id: Id, hook: Pick<Hook, 'name' | 'url' | 'types' | 'kinds' | 'active'>, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('cases.hook').set({ ...hook, types: [...hook.types], kinds: [...hook.kinds], version: seen + 1 }).where('district', '=', district).where('id', '=', id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}
