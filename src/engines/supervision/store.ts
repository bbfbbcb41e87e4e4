import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Label } from '../../kernel/label.ts'
import { type Light } from '../../kernel/light.ts'
import { addDays, type Day, endOfDay, type Instant } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { type Meeting, meetingOf } from './domain/meeting.ts'
import { type Happened, MeetingEvent, type MeetingState } from './schema.ts'

/** A meeting with its whole history. */
export type Found = { readonly id: Id; readonly events: readonly Happened[]; readonly meeting: Meeting }

export async function loadMeeting(tx: Tx, district: District, id: Id): Promise<Found | null> {
  const rows = await tx.selectFrom('supervision.meeting_event').select(['seq', 'at', 'person', 'by_name as name', 'event']).where('district', '=', district).where('meeting', '=', id).orderBy('seq').execute()
  const events = rows.map(({ seq, at, person, name, event }): Happened => ({ seq, at, by: { person, name }, event: MeetingEvent.parse(event) }))
  const meeting = meetingOf(events)
  return meeting && { id, events, meeting }
}

/** Holds a meeting until the end of the transaction, so that of two acts at once the second sees what the first did. */
export async function holdMeeting(tx: Tx, district: District, id: Id): Promise<void> {
  await sql`select 1 from supervision.meeting where district = ${district} and id = ${id} for update`.execute(tx)
}

const columnsOf = ({ day, state, held, agenda, seq }: Meeting) => ({ day, state, chair: held?.chair ?? null, items: agenda.length, seq })

/** Writes a meeting that is new; false where another is open or was on that day. */
export async function insertMeeting(tx: Tx, district: District, { id, events, meeting }: Found): Promise<boolean> {
  const made = await tx.insertInto('supervision.meeting').values({ district, id, ...columnsOf(meeting) }).onConflict(c => c.doNothing()).returning('id').executeTakeFirst()
  if (!made) return false
  for (const happened of events) await appendEvent(tx, district, id, happened)
  return true
}

/** Saves what an event made of a meeting, unless somebody saved since. */
export async function saveMeeting(tx: Tx, district: District, { id, meeting }: Pick<Found, 'id' | 'meeting'>, happened: Happened): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('supervision.meeting').set(columnsOf(meeting)).where('district', '=', district).where('id', '=', id).where('seq', '=', happened.seq - 1).executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await appendEvent(tx, district, id, happened)
  const { event } = happened
  if (event.kind === 'decided') await tx.insertInto('supervision.decision').values({ district, meeting: id, no: event.no, commitment: event.commitment, item: event.item, item_title: meeting.agenda.find(item => item.key === event.item)?.title.zh ?? '—', words: event.words, lead: event.lead, co: [...event.co], due_on: event.dueOn, measure: event.measure }).execute()
  return true
}

async function appendEvent(tx: Tx, district: District, meeting: Id, { seq, at, by, event }: Happened): Promise<void> {
  await tx.insertInto('supervision.meeting_event').values({ district, meeting, seq, at, person: by.person, by_name: by.name, event: JSON.stringify(event) }).execute()
}

export type Listed = { readonly id: Id; readonly day: Day; readonly state: MeetingState; readonly chair: string | null; readonly items: number }

/** Meetings, the latest first, and how many there are. */
export async function findMeetings(tx: Tx, district: District, page: { readonly offset: number; readonly limit: number }): Promise<{ readonly rows: readonly Listed[]; readonly total: number }> {
  const { rows: counted } = await sql<{ n: number }>`select count(*)::int as n from supervision.meeting where district = ${district}`.execute(tx)
  const { rows } = await sql<Listed>`select id, day, state, chair, items from supervision.meeting where district = ${district} order by day desc, id desc limit ${page.limit} offset ${page.offset}`.execute(tx)
  return { rows, total: counted[0]?.n ?? 0 }
}

/** The meeting that is not over. */
export async function findOpen(tx: Tx, district: District): Promise<{ readonly id: Id; readonly day: Day } | null> {
  return (await tx.selectFrom('supervision.meeting').select(['id', 'day']).where('district', '=', district).where('state', 'in', ['proposed', 'held']).executeTakeFirst()) ?? null
}

/** Was there, or will there be, a meeting on this day? */
export async function hasMeetingOn(tx: Tx, district: District, day: Day): Promise<boolean> {
  return (await tx.selectFrom('supervision.meeting').select('id').where('district', '=', district).where('day', '=', day).where('state', '<>', 'withdrawn').executeTakeFirst()) !== undefined
}

/** The day of the last meeting that was held. */
export async function findLastDay(tx: Tx, district: District): Promise<Day | null> {
  return (await tx.selectFrom('supervision.meeting').select('day').where('district', '=', district).where('state', 'in', ['held', 'closed']).orderBy('day', 'desc').limit(1).executeTakeFirst())?.day ?? null
}

/** A decision as it was taken, with the year of its commitment; null where that was removed from the plan. */
export type TakenDecision = { readonly meeting: Id; readonly day: Day; readonly no: number; readonly commitment: Id; readonly year: number | null; readonly item: string; readonly itemTitle: string; readonly words: string; readonly lead: Id; readonly co: readonly Id[]; readonly dueOn: Day; readonly measure: string }

/**
 * Decisions, those of the latest meeting first. `standing`: only those that are still in the plan and of which no end was told; of those
 * that figures measure, only the plan knows whether they are done.
 */
export async function findDecisions(tx: Tx, district: District, asked: { readonly meetings?: readonly Id[]; readonly unit?: Id | undefined; readonly standing?: boolean } = {}): Promise<readonly TakenDecision[]> {
  const { rows } = await sql<TakenDecision>`
    select d.meeting, m.day, d.no, d.commitment, c.year, d.item, d.item_title as "itemTitle", d.words, d.lead, d.co, d.due_on as "dueOn", d.measure
    from supervision.decision d join supervision.meeting m on m.district = d.district and m.id = d.meeting left join plan.v_commitment c on c.district = d.district and c.id = d.commitment
    where d.district = ${district} ${asked.meetings ? sql`and d.meeting = any (${asked.meetings}::uuid[])` : sql``} ${asked.unit ? sql`and (d.lead = ${asked.unit} or ${asked.unit}::uuid = any (d.co))` : sql``}
      ${asked.standing ? sql`and c.id is not null and (c.share is null or c.share < 1 or c.target is not null)` : sql``}
    order by m.day desc, d.no`.execute(tx)
  return rows
}

/** The units that keep indicators, by indicator. */
export async function findKeepers(tx: Tx, district: District, ids: readonly Id[]): Promise<ReadonlyMap<Id, Id>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: Id; unit: Id }>`select id, owner_unit as unit from indicators.v_indicator where district = ${district} and id = any (${[...ids]}::uuid[]) and owner_unit is not null`.execute(tx)
  return new Map(rows.map(row => [row.id, row.unit]))
}

/** Since when these things of the plan have been red. */
export async function findRedSince(tx: Tx, district: District, things: readonly Id[]): Promise<ReadonlyMap<Id, Day>> {
  if (things.length === 0) return new Map()
  const { rows } = await sql<{ thing: Id; since: Day }>`
    select distinct on (c.thing) c.thing, c.judged_on as since from plan.v_light_change c
    where c.district = ${district} and c.thing = any (${[...things]}::uuid[]) and c.to_light = 'off-pace' order by c.thing, c.judged_on desc, c.id desc`.execute(tx)
  return new Map(rows.map(row => [row.thing, row.since]))
}

export type PlanLightChange = { readonly thing: Id; readonly kind: 'target' | 'commitment'; readonly year: number; readonly code: string; readonly name: Label; readonly unit: Id | null; readonly on: Day; readonly was: Light; readonly light: Light }

/** Lights of the plan that changed from one day to another, both included, in the order in which they did. */
/** Figures that came in, by the unit that owns their indicators; so many, of so many indicators, of which three are named. */
export type NewFigures = { readonly first: Id; readonly unit: Id | null; readonly figures: number; readonly indicators: number; readonly zh: readonly string[]; readonly en: readonly string[]; readonly at: Instant }

/** Of figures that are approved or published, as far as the caller sees them, those that came in between two days, both included. */
export async function findNewFigures(tx: Tx, district: District, from: Day, to: Day): Promise<readonly NewFigures[]> {
  const { rows } = await sql<NewFigures>`
    select min(f.id::text) as first, i.owner_unit as unit, count(*)::int as figures, count(distinct i.id)::int as indicators, (array_agg(distinct i.name_zh))[1:3] as zh, (array_agg(distinct i.name_en))[1:3] as en, max(f.at) as at
    from indicators.v_figure f join indicators.v_indicator i on i.district = f.district and i.id = f.indicator
    where f.district = ${district} and f.at > ${endOfDay(addDays(from, -1))} and f.at <= ${endOfDay(to)} and f.status in ('approved', 'published') group by i.owner_unit`.execute(tx)
  return rows
}

export async function findPlanLightChanges(tx: Tx, district: District, from: Day, to: Day, limit: number): Promise<readonly PlanLightChange[]> {
  const { rows } = await sql<Omit<PlanLightChange, 'name'> & { zh: string; en: string }>`
    select c.thing, c.kind, c.year, c.code, c.name_zh as zh, c.name_en as en, c.unit, c.judged_on as "on", c.from_light as was, c.to_light as light
    from plan.v_light_change c where c.district = ${district} and c.judged_on between ${from} and ${to} order by c.judged_on, c.id limit ${limit}`.execute(tx)
  return rows.map(({ zh, en, ...row }) => ({ ...row, name: { zh, en } }))
}
