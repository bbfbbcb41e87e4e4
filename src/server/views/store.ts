import { sql } from 'kysely'
import { type Tx } from '../../engines/context.ts'
import { type District, type Id } from '../../kernel/id.ts'
import { type Light } from '../../kernel/light.ts'
import { type Day } from '../../kernel/time.ts'
import { type Found } from './contract.ts'

const PER_KIND = 8

/** Whatever has the words in its name, a few of each kind, over the views that the engines offer. */
export async function findEverything(tx: Tx, district: District, words: string): Promise<Found[]> {
  const { rows } = await sql<Found>`
    (select 'indicator' as kind, id::text, name_zh as name, code || ' · ' || measure as detail, '/register/' || code as page
       from indicators.v_indicator where district = ${district} and (position(${words} in name_zh) > 0 or position(lower(${words}) in lower(name_en)) > 0 or code = upper(${words})) order by length(name_zh), code limit ${PER_KIND})
    union all
    (select 'target', t.id::text, i.name_zh, t.period || ' · ' || t.words, '/register/' || i.code || '?year=' || left(t.ends_on::text, 4)
       from indicators.v_target t join indicators.v_indicator i on i.district = t.district and i.id = t.indicator
       where t.district = ${district} and position(${words} in i.name_zh) > 0 order by t.ends_on desc, i.code limit ${PER_KIND})
    union all
    (select 'commitment', id::text, title, year::text, '/plan/' || year || '?item=' || id
       from plan.v_commitment where district = ${district} and position(${words} in title) > 0 order by year desc, position limit ${PER_KIND})
    union all
    (select 'thread', id::text, name, members::text, '/threads/' || id
       from documents.v_thread where district = ${district} and position(${words} in name) > 0 order by length(name), name limit ${PER_KIND})
    union all
    (select 'document', id::text, coalesce(title, name), coalesce(year::text, ''), '/imports/' || id
       from documents.v_paper where district = ${district} and (position(${words} in coalesce(title, '')) > 0 or position(${words} in name) > 0) order by imported_at desc limit ${PER_KIND})
    union all
    (select 'unit', id::text, name, code, '/units/' || id
       from org.v_unit where district = ${district} and until_on is null and (position(${words} in name) > 0 or code = ${words}) order by length(code), code limit ${PER_KIND})`.execute(tx)
  return rows
}

export type WaitingPaper = { readonly id: string; readonly title: string; readonly importedAt: string; readonly open: number; readonly doubtful: number }

/** Papers that are being reviewed, oldest first, with what is still open in each. */
export async function findWaitingPapers(tx: Tx, district: District): Promise<WaitingPaper[]> {
  const { rows } = await sql<WaitingPaper>`
    select p.id, coalesce(p.title, p.name) as title, p.imported_at as "importedAt",
           count(f.id) filter (where f.state = 'open') as open, count(f.id) filter (where f.state = 'open' and f.doubtful) as doubtful
    from documents.v_paper p left join documents.v_finding f on f.district = p.district and f.paper = p.id
    where p.district = ${district} and p.state = 'open' group by p.district, p.id, p.title, p.name, p.imported_at order by p.imported_at limit 50`.execute(tx)
  return rows
}

export type WaitingDoubts = { readonly id: string; readonly contradictions: number; readonly questions: number; readonly since: string }

/** Doubts of the checks that nobody has settled, notes left out; null where there are none. */
export async function findWaitingDoubts(tx: Tx, district: District): Promise<WaitingDoubts | null> {
  const { rows } = await sql<WaitingDoubts>`
    select min(id::text) as id, count(*) filter (where severity = 'contradiction')::int as contradictions, count(*) filter (where severity = 'question')::int as questions, min(found_at) as since
    from documents.v_doubt where district = ${district} and state = 'open' and severity <> 'note' having count(*) > 0`.execute(tx)
  return rows[0] ?? null
}

export type WaitingFigures = { readonly unit: string; readonly name: string; readonly count: number; readonly since: string }

/** Figures that units have submitted and nobody has approved; row-level security keeps them to who may see them. */
export async function findWaitingFigures(tx: Tx, district: District): Promise<WaitingFigures[]> {
  const { rows } = await sql<WaitingFigures>`
    select f.unit, u.name, count(*) as count, min(f.at) as since
    from indicators.v_figure f join org.v_unit u on u.district = f.district and u.id = f.unit
    where f.district = ${district} and f.status = 'submitted' group by f.unit, u.name order by min(f.at) limit 50`.execute(tx)
  return rows
}

export type LastTurn = { readonly thing: Id; readonly change: Id; readonly light: Light; readonly on: Day; readonly answers: number }

/** The last change of the light of each of these things. */
export async function findLastTurns(tx: Tx, district: District, things: readonly Id[]): Promise<LastTurn[]> {
  if (things.length === 0) return []
  const { rows } = await sql<LastTurn>`
    select distinct on (c.thing) c.thing, c.id as change, c.to_light as light, c.judged_on as "on", c.answers
    from plan.v_light_change c where c.district = ${district} and c.thing = any (${things}::uuid[]) order by c.thing, c.judged_on desc, c.id desc`.execute(tx)
  return rows
}

export type OpenTurn = { readonly id: Id; readonly name: string; readonly light: Light; readonly on: Day }

/** Changes for the worse of these units' lights of which nobody has said what was done, where it is the light's last change. */
export async function findOpenTurns(tx: Tx, district: District, units: readonly Id[]): Promise<OpenTurn[]> {
  if (units.length === 0) return []
  const { rows } = await sql<OpenTurn>`
    select c.id, c.name_zh as name, c.to_light as light, c.judged_on as "on"
    from plan.v_light_change c
    where c.district = ${district} and c.unit = any (${units}::uuid[]) and c.turn = 'worse' and c.answered_at is null
      and not exists (select from plan.v_light_change later where later.district = c.district and later.thing = c.thing and (later.judged_on, later.id) > (c.judged_on, c.id))
    order by c.judged_on desc, c.id desc limit 50`.execute(tx)
  return rows
}

export type WaitingPublication = { readonly id: string; readonly year: number; readonly preparedBy: string; readonly since: string }

/** Publications that wait for approval, the oldest first. */
export async function findWaitingPublications(tx: Tx, district: District): Promise<WaitingPublication[]> {
  const { rows } = await sql<WaitingPublication>`
    select id, year, prepared_by as "preparedBy", prepared_at as since from plan.v_publication
    where district = ${district} and state = 'waiting' order by prepared_at limit 50`.execute(tx)
  return rows
}
