import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Day, type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { type Feedback, feedbackFrom } from '../domain/feedback.ts'
import { FeedbackEvent, type FeedbackState, type Happened } from './schema.ts'

/** A page with its whole history. */
export type Found = { readonly id: Id; readonly events: readonly Happened[]; readonly feedback: Feedback }

/** `held`: nobody else changes it until the transaction ends, so that of two acts at once the second sees what the first did. */
export async function loadFeedback(tx: Tx, district: District, id: Id, how: 'held' | 'read'): Promise<Found | null> {
  if (how === 'held') await sql`select 1 from supervision.feedback where district = ${district} and id = ${id} for update`.execute(tx)
  const rows = await tx.selectFrom('supervision.feedback_event').select(['seq', 'at', 'person', 'by_name as name', 'event']).where('district', '=', district).where('feedback', '=', id).orderBy('seq').execute()
  const events = rows.map(({ seq, at, person, name, event }): Happened => ({ seq, at, by: { person, name }, event: FeedbackEvent.parse(event) }))
  const feedback = feedbackFrom(events)
  return feedback && { id, events, feedback }
}

const columnsOf = ({ state, sheet, sent, acknowledged, seq }: Feedback, sentOn: Day | null) => ({ state, behind: sheet.behind.length + sheet.left.behind, sent_on: sentOn, due_on: sent?.dueOn ?? null, acknowledged_at: acknowledged?.at ?? null, late: acknowledged?.late ?? false, seq })

async function append(tx: Tx, district: District, feedback: Id, { seq, at, by, event }: Happened): Promise<void> {
  await tx.insertInto('supervision.feedback_event').values({ district, feedback, seq, at, person: by.person, by_name: by.name, event: JSON.stringify(event) }).execute()
}

export async function insertFeedback(tx: Tx, district: District, { id, feedback, events }: Found, sentOn: Day | null = null): Promise<void> {
  await tx.insertInto('supervision.feedback').values({ district, id, month: feedback.month, unit: feedback.unit, ...columnsOf(feedback, sentOn) }).execute()
  for (const happened of events) await append(tx, district, id, happened)
}

/** Saves what an event made of a page that is held. */
export async function saveFeedback(tx: Tx, district: District, { id, feedback }: Pick<Found, 'id' | 'feedback'>, happened: Happened, sentOn: Day | null): Promise<void> {
  await tx.updateTable('supervision.feedback').set(columnsOf(feedback, sentOn)).where('district', '=', district).where('id', '=', id).execute()
  await append(tx, district, id, happened)
}

/** Pages of a month by unit, those that are there already. */
export async function findPagesOf(tx: Tx, district: District, month: string): Promise<ReadonlyMap<Id, { readonly id: Id; readonly state: FeedbackState }>> {
  const rows = await tx.selectFrom('supervision.feedback').select(['id', 'unit', 'state']).where('district', '=', district).where('month', '=', month).forUpdate().execute()
  return new Map(rows.map(row => [row.unit, { id: row.id, state: stateOf(row.state) }]))
}

const stateOf = (text: string): FeedbackState => (text === 'sent' || text === 'acknowledged' || text === 'replied' ? text : 'generated')

export type Listed = { readonly id: Id; readonly unit: Id; readonly unitName: string; readonly state: FeedbackState; readonly behind: number; readonly sentOn: Day | null; readonly dueOn: Day | null; readonly acknowledgedAt: Instant | null; readonly late: boolean; readonly seq: number }

/** Pages of a month in the order of units; `units`: only what was sent to these. */
export async function findFeedback(tx: Tx, district: District, month: string, units: readonly Id[] | null): Promise<readonly Listed[]> {
  const { rows } = await sql<Listed>`
    select f.id, f.unit, coalesce(u.name, '—') as "unitName", f.state, f.behind, f.sent_on as "sentOn", f.due_on as "dueOn", f.acknowledged_at as "acknowledgedAt", f.late, f.seq
    from supervision.feedback f left join org.v_unit u on u.district = f.district and u.id = f.unit
    where f.district = ${district} and f.month = ${month} ${units === null ? sql`` : sql`and f.state <> 'generated' and f.unit = any (${[...units]}::uuid[])`}
    order by u.code, f.id`.execute(tx)
  return rows
}

export type ListedMonth = { readonly month: string; readonly at: Instant | null; readonly by: string | null; readonly silent: readonly Id[]; readonly pages: number; readonly generated: number; readonly sent: number; readonly acknowledged: number; readonly replied: number; readonly late: number }

/** Months with pages, the latest first. `late`: not acknowledged in time, or not yet although the day is over. */
export async function findMonths(tx: Tx, district: District, units: readonly Id[] | null, today: Day): Promise<readonly ListedMonth[]> {
  const { rows } = await sql<ListedMonth>`
    select m.month, m.at, m.by_name as "by", m.silent, count(f.id)::int as pages, count(*) filter (where f.state = 'generated')::int as generated, count(*) filter (where f.state = 'sent')::int as sent,
      count(*) filter (where f.state = 'acknowledged')::int as acknowledged, count(*) filter (where f.state = 'replied')::int as replied, count(*) filter (where f.late or (f.state = 'sent' and f.due_on < ${today}))::int as late
    from supervision.feedback_month m left join supervision.feedback f on f.district = m.district and f.month = m.month ${units === null ? sql`` : sql`and f.state <> 'generated' and f.unit = any (${[...units]}::uuid[])`}
    where m.district = ${district} group by m.district, m.month, m.at, m.by_name, m.silent ${units === null ? sql`` : sql`having count(f.id) > 0`} order by m.month desc limit 120`.execute(tx)
  return rows
}

export async function saveMonth(tx: Tx, district: District, { month, at, by, silent }: { readonly month: string; readonly at: Instant; readonly by: string; readonly silent: readonly Id[] }): Promise<void> {
  await tx.insertInto('supervision.feedback_month').values({ district, month, at, by_name: by, silent: [...silent] }).onConflict(c => c.columns(['district', 'month']).doUpdateSet({ at, by_name: by, silent: [...silent] })).execute()
}

/** Holds a month for one who works out its pages. */
export async function holdMonth(tx: Tx, district: District, month: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`feedback ${district} ${month}`}))`.execute(tx)
}

export type Unacknowledged = { readonly id: Id; readonly month: string; readonly unit: Id; readonly unitName: string; readonly dueOn: Day }

/** Pages that were sent and not acknowledged, the first due first. */
export async function findUnacknowledged(tx: Tx, district: District): Promise<readonly Unacknowledged[]> {
  const { rows } = await sql<Unacknowledged>`
    select f.id, f.month, f.unit, coalesce(u.name, '—') as "unitName", f.due_on as "dueOn" from supervision.feedback f left join org.v_unit u on u.district = f.district and u.id = f.unit
    where f.district = ${district} and f.state = 'sent' order by f.due_on, u.code limit 500`.execute(tx)
  return rows
}
