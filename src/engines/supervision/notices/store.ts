import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { addDays, type Day, endOfDay, type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { ends } from '../../cases/domain/machine.ts'
import { type AboutKind, type Grade, NoticeRule } from './schema.ts'

export type Notice = {
  readonly case: Id; readonly about: { readonly kind: AboutKind; readonly id: Id; readonly name: string }; readonly addressee: Id; readonly grade: Grade; readonly former: Id | null; readonly raisedAt: Instant
  /** Null: the rule did. */
  readonly raisedBy: { readonly person: Id; readonly name: string } | null
  readonly consequence: string
}

export async function insertNotice(tx: Tx, district: District, { case: caseId, about, addressee, grade, former, raisedAt, raisedBy, consequence }: Notice): Promise<void> {
  await tx.insertInto('supervision.notice').values({ district, case_id: caseId, about_kind: about.kind, about: about.id, about_name: about.name, addressee, grade, former, raised_at: raisedAt, by_rule: raisedBy === null, raised_by: raisedBy?.person ?? null, raised_by_name: raisedBy?.name ?? null, consequence }).execute()
}

/** Is this case a notice? */
export async function isNotice(tx: Tx, district: District, id: Id): Promise<boolean> {
  return (await tx.selectFrom('supervision.notice').select('case_id').where('district', '=', district).where('case_id', '=', id).executeTakeFirst()) !== undefined
}

/** Puts the rule in place; false where it was there. */
export async function saveRule(tx: Tx, district: District, rule: NoticeRule): Promise<boolean> {
  const there = await loadRule(tx, district)
  if (there && JSON.stringify(there) === JSON.stringify(rule)) return false
  const definition = JSON.stringify(rule)
  await tx.insertInto('supervision.rule').values({ district, definition }).onConflict(c => c.column('district').doUpdateSet({ definition })).execute()
  return true
}

/** Null where no pack of the district brings a rule: then no notice is raised by itself. */
export async function loadRule(tx: Tx, district: District): Promise<NoticeRule | null> {
  const row = await tx.selectFrom('supervision.rule').select('definition').where('district', '=', district).executeTakeFirst()
  return row ? NoticeRule.parse(row.definition) : null
}

export const over = sql`c.state = any (${[...ends]}::text[])`

/** The last notice about each of these things. The caller sees every case. */
export async function findLast(tx: Tx, district: District, about: readonly Id[]): Promise<ReadonlyMap<Id, { readonly open: boolean; readonly raisedAt: Instant }>> {
  if (about.length === 0) return new Map()
  const { rows } = await sql<{ about: Id; open: boolean; raisedAt: Instant }>`
    select distinct on (n.about) n.about, not ${over} as open, n.raised_at as "raisedAt" from supervision.notice n join cases.v_case c on c.district = n.district and c.id = n.case_id
    where n.district = ${district} and n.about = any (${about}::uuid[]) order by n.about, n.raised_at desc`.execute(tx)
  return new Map(rows.map(({ about: id, ...row }) => [id, row]))
}

/** How many the rule raised on a day, next grades left out. */
export async function countRaised(tx: Tx, district: District, day: Day): Promise<number> {
  const { rows: [row] } = await sql<{ n: number }>`select count(*)::int as n from supervision.notice where district = ${district} and by_rule and former is null and raised_at > ${endOfDay(addDays(day, -1))} and raised_at <= ${endOfDay(day)}`.execute(tx)
  return row?.n ?? 0
}

/** How many things of a kind are left for another day, as of today. */
export async function saveLeft(tx: Tx, district: District, kind: AboutKind, day: Day, n: number): Promise<void> {
  await sql`
    insert into supervision.left_over (district, kind, on_day, n) values (${district}, ${kind}, ${day}, ${n})
    on conflict (district, kind) do update set on_day = excluded.on_day, n = excluded.n where (left_over.on_day, left_over.n) is distinct from (excluded.on_day, excluded.n)`.execute(tx)
}

export async function findLeft(tx: Tx, district: District, day: Day): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.selectFrom('supervision.left_over').select(['kind', 'n']).where('district', '=', district).where('on_day', '=', day).execute()
  return new Map(rows.map(row => [row.kind, row.n]))
}

type Unanswered = Pick<Notice, 'case' | 'about' | 'addressee' | 'grade'> & { readonly number: string; readonly dueAt: Instant }

/** Notices whose limit passed while nobody answered and nobody asked for more time, and which no other follows yet. */
export async function findUnanswered(tx: Tx, district: District, now: Instant): Promise<readonly Unanswered[]> {
  const { rows } = await sql<Omit<Unanswered, 'about'> & { kind: AboutKind; about: Id; name: string }>`
    select n.case_id as "case", n.about_kind as kind, n.about, n.about_name as name, coalesce(c.lead, n.addressee) as addressee, n.grade, c.number, c.resolve_due_at as "dueAt"
    from supervision.notice n join cases.v_case c on c.district = n.district and c.id = n.case_id
    where n.district = ${district} and n.grade <> 'red' and c.state in ('dispatched', 'handling') and c.resolve_due_at < ${now} and not exists (select from supervision.notice next where next.district = n.district and next.former = n.case_id)
    order by c.resolve_due_at limit 200`.execute(tx)
  return rows.map(({ kind, about, name, ...row }) => ({ ...row, about: { kind, id: about, name } }))
}

/** Notices that were approved and are not issued yet, with to whom they go. */
export async function findApproved(tx: Tx, district: District): Promise<readonly { readonly case: Id; readonly addressee: Id }[]> {
  const { rows } = await sql<{ case: Id; addressee: Id }>`
    select n.case_id as "case", n.addressee from supervision.notice n join cases.v_case c on c.district = n.district and c.id = n.case_id where n.district = ${district} and c.state = 'filed' order by n.raised_at limit 200`.execute(tx)
  return rows
}
