import { sql, type RawBuilder } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Light, type Verdict } from '../../../kernel/light.ts'
import { type Day, type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { type LightChanged, type StandingLight } from '../domain/light-changes.ts'
import { type LightAnswer, type LightChange } from '../schema.ts'

/** The lights of these things when they were last looked at. */
export async function findKnownLights(tx: Tx, district: District, things: readonly Id[]): Promise<ReadonlyMap<Id, Light>> {
  if (things.length === 0) return new Map()
  const { rows } = await sql<{ thing: Id; light: Light }>`select thing, light from plan.light where district = ${district} and thing = any (${things}::uuid[])`.execute(tx)
  return new Map(rows.map(row => [row.thing, row.light]))
}

/** Since when these things have shown the light that they showed when it was last looked at. */
export async function lightsSince(tx: Tx, district: District, things: readonly Id[]): Promise<ReadonlyMap<Id, Instant>> {
  if (things.length === 0) return new Map()
  const { rows } = await sql<{ thing: Id; since: Instant }>`select thing, since from plan.light where district = ${district} and thing = any (${things}::uuid[])`.execute(tx)
  return new Map(rows.map(row => [row.thing, row.since]))
}

/**
 * Remembers a light, if it is still the one that was compared with (`from`; null: none was known). False where another
 * program was quicker: then the change is that one's to write.
 */
export async function rememberLight(tx: Tx, district: District, { thing, light }: Pick<StandingLight, 'thing' | 'light'>, from: Light | null, since: Instant): Promise<boolean> {
  const { rows } = from === null
    ? await sql`insert into plan.light (district, thing, light, since) values (${district}, ${thing}, ${light}, ${since}) on conflict do nothing returning thing`.execute(tx)
    : await sql`update plan.light set light = ${light}, since = ${since} where district = ${district} and thing = ${thing} and light = ${from} returning thing`.execute(tx)
  return rows.length === 1
}

export async function insertLightChange(tx: Tx, district: District, id: Id, change: LightChanged, judgedOn: Day, at: Instant): Promise<void> {
  const { name, verdict, from, light, overriddenBy, ...rest } = change
  await tx.insertInto('plan.light_change').values({ district, id, ...rest, name_zh: name.zh, name_en: name.en, from_light: from, to_light: light, verdict: JSON.stringify(verdict), overridden_by: overriddenBy, judged_on: judgedOn, at }).execute()
}

type ChangeRecord = Omit<LightChange, 'name' | 'verdict'> & { readonly name_zh: string; readonly name_en: string; readonly verdict: unknown }

export type ChangeFilter = {
  readonly year?: number | undefined; readonly turn?: string | undefined; readonly thing?: Id | undefined; readonly unit?: Id | undefined; readonly open?: 'true' | 'false' | undefined; readonly q?: string | undefined
  readonly after?: string | undefined; readonly limit: number
}

const awaits = sql`c.turn = 'worse' and c.answered_at is null`

/** Changes of lights, the latest day first. `open`: those for the worse of which nobody has said what was done. */
export async function findLightChanges(tx: Tx, district: District, filter: ChangeFilter): Promise<{ total: number; rows: LightChange[] }> {
  const where = sql`true
    ${filter.year ? sql`and c.year = ${filter.year}` : sql``}
    ${filter.turn ? sql`and c.turn = ${filter.turn}` : sql``}
    ${filter.thing ? sql`and c.thing = ${filter.thing}` : sql``}
    ${filter.unit ? sql`and c.unit = ${filter.unit}` : sql``}
    ${filter.open ? (filter.open === 'true' ? sql`and ${awaits}` : sql`and not (${awaits})`) : sql``}
    ${filter.q ? sql`and (position(${filter.q} in c.name_zh) > 0 or position(lower(${filter.q}) in lower(c.name_en)) > 0 or c.code = upper(${filter.q}))` : sql``}`
  const counted = await sql<{ n: number }>`select count(*)::int as n from plan.light_change c where c.district = ${district} and ${where}`.execute(tx)
  const [day, id] = filter.after?.split('/') ?? []
  return { total: counted.rows[0]?.n ?? 0, rows: await find(tx, district, day && id ? sql`${where} and (c.judged_on, c.id) < (${day}::date, ${id}::uuid)` : where, filter.limit) }
}

export async function loadLightChange(tx: Tx, district: District, id: Id): Promise<LightChange | null> {
  return (await find(tx, district, sql`c.id = ${id}`, 1))[0] ?? null
}

async function find(tx: Tx, district: District, where: RawBuilder<unknown>, limit: number): Promise<LightChange[]> {
  const { rows } = await sql<ChangeRecord>`
    select c.id, c.thing, c.kind, c.year, c.code, c.name_zh, c.name_en, c.unit, u.name as "unitName", c.from_light as "from", c.to_light as "to", c.turn, c.verdict, c.overridden_by as "overriddenBy", c.judged_on as "judgedOn", c.at,
      (select count(*)::int from plan.light_seen s where s.district = c.district and s.change = c.id) as seen,
      (select count(*)::int from plan.light_answer a where a.district = c.district and a.change = c.id) as answers
    from plan.light_change c left join org.v_unit u on u.district = c.district and u.id = c.unit
    where c.district = ${district} and ${where} order by c.judged_on desc, c.id desc limit ${limit}`.execute(tx)
  return rows.map(({ name_zh, name_en, verdict, ...row }) => ({ ...row, name: { zh: name_zh, en: name_en }, verdict: verdict as Verdict })) // only ever written from a Verdict
}

export async function findSeen(tx: Tx, district: District, change: Id): Promise<{ name: string; at: Instant }[]> {
  return tx.selectFrom('plan.light_seen').select(['name', 'at']).where('district', '=', district).where('change', '=', change).orderBy('at').orderBy('person').execute()
}

export async function hasSeen(tx: Tx, district: District, change: Id, person: Id): Promise<boolean> {
  const row = await tx.selectFrom('plan.light_seen').select('at').where('district', '=', district).where('change', '=', change).where('person', '=', person).executeTakeFirst()
  return row !== undefined
}

/** False where this person had seen it before. */
export async function insertSeen(tx: Tx, district: District, change: Id, by: { readonly person: Id; readonly name: string; readonly at: Instant }): Promise<boolean> {
  const row = await tx.insertInto('plan.light_seen').values({ district, change, ...by }).onConflict(c => c.doNothing()).returning('person').executeTakeFirst()
  return row !== undefined
}

export async function findAnswers(tx: Tx, district: District, change: Id): Promise<LightAnswer[]> {
  const rows = await tx.selectFrom('plan.light_answer').select(['id', 'kind', 'words', 'name', 'at']).where('district', '=', district).where('change', '=', change).orderBy('at').orderBy('id').execute()
  return rows as LightAnswer[] // the table checks the kinds
}

export async function insertAnswer(tx: Tx, district: District, change: Id, person: Id, answer: LightAnswer): Promise<void> {
  await tx.insertInto('plan.light_answer').values({ district, change, person, ...answer }).execute()
  await sql`update plan.light_change set answered_at = coalesce(answered_at, ${answer.at}) where district = ${district} and id = ${change}`.execute(tx)
}
