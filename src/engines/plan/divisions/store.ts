import { sql, type RawBuilder } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Context, type Tx } from '../../context.ts'
import { divisionOf } from '../domain/division.ts'
import { balanceOf } from '../domain/parts.ts'
import { type Division, DivisionEvent, type DivisionState, type DivisionStep } from '../schema.ts'

/** An edition with the history it is folded from. */
export type KeptDivision = { readonly division: Division; readonly history: readonly (DivisionStep & { readonly seq: number })[] }

async function find(tx: Tx, district: District, where: RawBuilder<unknown>): Promise<KeptDivision[]> {
  const { rows } = await sql<{ id: Id; seq: number; at: Instant; by: string; event: unknown }>`
    select d.id, e.seq, e.at, e.by_name as by, e.event from plan.division d join plan.division_event e on e.district = d.district and e.division = d.id
    where d.district = ${district} and ${where} order by d.edition desc, d.id, e.seq`.execute(tx)
  return [...Map.groupBy(rows, row => row.id).values()].flatMap(own => {
    const history = own.map(({ seq, at, by, event }) => ({ seq, at, by, event: DivisionEvent.parse(event) }))
    const division = divisionOf(history)
    return division ? [{ division, history }] : []
  })
}

export async function loadDivision(tx: Tx, district: District, id: Id): Promise<KeptDivision | null> {
  return (await find(tx, district, sql`d.id = ${id}`))[0] ?? null
}

/** Holds an edition until the transaction ends, so that two heads who sign at once both count. */
export async function lockDivision(tx: Tx, district: District, id: Id): Promise<void> {
  await tx.selectFrom('plan.division').select('id').where('district', '=', district).where('id', '=', id).forUpdate().execute()
}

/** Every edition of the divisions of a target, the newest first. */
export async function findDivisionsOf(tx: Tx, district: District, targets: readonly Id[]): Promise<KeptDivision[]> {
  return targets.length === 0 ? [] : find(tx, district, sql`d.target = any (${targets}::uuid[])`)
}

/** Editions in which a unit has a part, in these states. */
export async function findDivisionsWith(tx: Tx, district: District, unit: Id, states: readonly DivisionState[]): Promise<KeptDivision[]> {
  return find(tx, district, sql`d.state = any (${states}::text[]) and exists (select from plan.part p where p.district = d.district and p.division = d.id and p.unit = ${unit})`)
}

function columnsOf({ state, terms, inForceOn }: Division) {
  return { state, whole: terms.whole, total: balanceOf(terms, terms.whole).total, tolerance: terms.tolerance, in_force_on: inForceOn }
}

/** Begins an edition; false where another one of the same target is being worked on. */
export async function insertDivision(tx: Tx, ctx: Context, division: Division): Promise<boolean> {
  const { district } = ctx
  const made = await tx.insertInto('plan.division').values({ district, id: division.id, target: division.target, edition: division.edition, version: division.version, ...columnsOf(division) }).onConflict(c => c.doNothing()).returning('id').executeTakeFirst()
  if (made) await saveParts(tx, district, division)
  return made !== undefined
}

/** Saves the folded state if nobody saved since `seen`. */
export async function saveDivision(tx: Tx, ctx: Context, division: Division, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('plan.division').set({ ...columnsOf(division), target: division.target, version: division.version }).where('district', '=', ctx.district).where('id', '=', division.id).where('version', '=', seen).executeTakeFirst()
  if (numUpdatedRows === 1n) await saveParts(tx, ctx.district, division)
  return numUpdatedRows === 1n
}

async function saveParts(tx: Tx, district: District, { id, terms, signatures, objections }: Division): Promise<void> {
  await tx.deleteFrom('plan.part').where('district', '=', district).where('division', '=', id).execute()
  if (terms.parts.length === 0) return
  const at = (answers: readonly { readonly unit: Id; readonly at: Instant }[], unit: Id) => answers.find(answer => answer.unit === unit)?.at ?? null
  await tx.insertInto('plan.part').values(terms.parts.map(({ unit, value }, i) => ({ district, division: id, unit, position: i + 1, value, signed_at: at(signatures, unit), returned_at: at(objections, unit) }))).execute()
}

export async function appendStep(tx: Tx, ctx: Context, division: Id, { at, by, event }: DivisionStep): Promise<void> {
  await sql`
    insert into plan.division_event (district, id, division, seq, at, person, by_name, event)
    select ${ctx.district}, ${ctx.newId()}::uuid, ${division}::uuid, coalesce(max(e.seq), 0) + 1, ${at}::timestamptz, ${ctx.actor.person}::uuid, ${by}, ${JSON.stringify(event)}::jsonb
    from plan.division_event e where e.district = ${ctx.district} and e.division = ${division}::uuid`.execute(tx)
}

/** A division that waits for somebody: a part to be signed, a part that came back, a target that moved away from its parts. */
export type DivisionMatter = { readonly kind: 'sign' | 'returned' | 'refit'; readonly division: Id; readonly target: Id; readonly year: number; readonly name: string; readonly nameEn: string; readonly unit: Id | null; readonly unitName: string | null; readonly value: number | null; readonly measure: string; readonly since: Instant }

/** What waits in all divisions of the district; the caller keeps to what concerns the person. */
export async function findMatters(tx: Tx, district: District): Promise<DivisionMatter[]> {
  const { rows } = await sql<DivisionMatter>`
    select m.kind, d.id as division, d.target, extract(year from t.ends_on)::int as year, i.name_zh as name, i.name_en as "nameEn", m.unit, u.name as "unitName", m.value, t.measure,
      coalesce(m.since, (select max(e.at) from plan.division_event e where e.district = d.district and e.division = d.id)) as since
    from plan.division d
    join indicators.v_target t on t.district = d.district and t.id = d.target
    join indicators.v_indicator i on i.district = t.district and i.id = t.indicator
    cross join lateral (
      select 'sign' as kind, p.unit, p.value, null::timestamptz as since from plan.part p where p.district = d.district and p.division = d.id and d.state = 'proposed' and p.signed_at is null and p.returned_at is null
      union all
      select 'returned', p.unit, p.value, p.returned_at from plan.part p where p.district = d.district and p.division = d.id and d.state = 'proposed' and p.returned_at is not null
      union all
      select 'refit', null::uuid, null::numeric, null::timestamptz where d.state = 'in-force' and d.total is not null and (t.value is null or (t.value <> d.whole and abs(t.value - d.total) > d.tolerance))
    ) m
    left join org.v_unit u on u.district = d.district and u.id = m.unit
    where d.district = ${district} and d.state in ('proposed', 'in-force') order by since, d.id limit 500`.execute(tx)
  return rows
}
