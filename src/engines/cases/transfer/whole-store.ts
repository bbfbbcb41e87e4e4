import { sql, type RawBuilder } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { caseOf, type Case } from '../domain/case.ts'
import { type CaseType, type Happened, type Reporter } from '../schema.ts'
import { historyOf, loadType } from '../store.ts'

/** A case with its history, its names, and who asked: for what leaves the system in bulk. The caller masks what its reader may not see. */
export type WholeCase = {
  readonly id: Id; readonly type: CaseType; readonly present: Case; readonly events: readonly Happened[]; readonly opener: Id | null; readonly generated: boolean
  readonly place: { readonly code: string; readonly name: string } | null; readonly lead: string | null
  readonly dueAt: Instant | null; readonly resolveDueAt: Instant | null; readonly signedAt: Instant | null
  readonly reporter: Reporter | null
}

type Row = Omit<WholeCase, 'type' | 'present'> & { readonly typeId: Id }

/** Cases that meet these conditions on `cases.seen_case c`, in this order and so many; those that the caller sees. */
export async function findWhole(tx: Tx, district: District, conditions: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number, offset = 0): Promise<readonly WholeCase[]> {
  const { rows } = await sql<Row>`
    select c.id, t.id as "typeId", c.opener, c.generated, c.due_at as "dueAt", c.resolve_due_at as "resolveDueAt", c.signed_at as "signedAt", lead.name as lead, ${sql.raw(historyOf)} as events,
      case when place.id is null then null else json_build_object('code', place.code, 'name', place.name) end as place,
      case when r.case_id is null then null else json_build_object('name', r.name, 'phone', r.phone, 'confidential', r.confidential) end as reporter
    from (select c.* from cases.seen_case c where ${conditions} order by ${order} limit ${limit} offset ${offset}) c
    join cases.type t on t.district = c.district and t.key = c.type and t.version = c.version
    left join org.v_unit place on place.district = c.district and place.id = c.place_unit
    left join org.v_unit lead on lead.district = c.district and lead.id = c.lead
    left join cases.reporter r on r.district = c.district and r.case_id = c.id
    order by ${order}`.execute(tx)
  const found: WholeCase[] = []
  for (const { typeId, ...row } of rows) {
    const { type } = await loadType(tx, district, typeId)
    const present = caseOf(type, row.events)
    if (present) found.push({ ...row, type, present })
  }
  return found
}

/** What somebody outside may ask for: cases of these types, by number, by kind (type and category), by what became of them, by when they were received. */
export type AskedOutside = {
  readonly types: readonly string[]
  readonly numbers?: readonly string[] | undefined
  readonly kinds?: readonly { readonly type: string; readonly category: string }[] | undefined
  readonly over?: boolean | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  /** For everybody: without those whose reporter asked to stay unknown. */
  readonly forAll: boolean
}

const over = sql`('closed', 'refused', 'settled', 'voided', 'merged')`

/** The newest received first. */
export async function findForOutside(tx: Tx, district: District, asked: AskedOutside, page: { readonly limit: number; readonly offset: number }): Promise<readonly WholeCase[]> {
  const { types, numbers, kinds, from, to } = asked
  const conditions = sql.join([
    sql`c.district = ${district}`, sql`c.type = any (${types}::text[])`,
    ...(numbers ? [sql`c.number = any (${numbers}::text[])`] : []),
    ...(kinds ? [sql`(c.type, c.category) in (select * from unnest(${kinds.map(k => k.type)}::text[], ${kinds.map(k => k.category)}::text[]))`] : []),
    ...(asked.over === undefined ? [] : [asked.over ? sql`c.state in ${over}` : sql`c.state not in ${over}`]),
    ...(from === undefined ? [] : [sql`c.opened_at >= ${from}`]), ...(to === undefined ? [] : [sql`c.opened_at <= ${to}`]),
    ...(asked.forAll ? [sql`not exists (select from cases.reporter r where r.district = c.district and r.case_id = c.id and r.confidential)`] : []),
  ], sql` and `)
  return findWhole(tx, district, conditions, sql`c.opened_at desc, c.id desc`, page.limit, page.offset)
}
