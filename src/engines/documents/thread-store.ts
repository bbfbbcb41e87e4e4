import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Source } from '../../kernel/source.ts'
import { type Day, type Instant } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { type FiledPaper } from './domain/threads/occasion.ts'
import { type SayingRole } from './domain/threads/saying.ts'
import { type Member, Thread, ThreadEvent, type ThreadStep } from './domain/threads/thread.ts'
import { PaperKind } from './schema.ts'

/** Lets links of a district be confirmed one after the other until the transaction ends: who presses a key twice adds to the thread that the first one makes. */
export async function queueForThreads(tx: Tx, district: District): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('documents.thread'), ${district})`.execute(tx)
}

/** Threads that have not gone into another one, by name; or these. */
export async function findThreads(tx: Tx, district: District, ids?: readonly Id[]): Promise<Thread[]> {
  const { rows } = await sql<{ id: Id; name: string; kind: string; into: Id | null; version: number; members: unknown }>`
    select t.id, t.name, t.kind, t.into_thread as "into", t.version,
      coalesce((select json_agg(json_build_object('kind', m.member_kind, 'id', m.member) order by m.position) from documents.thread_member m where m.district = t.district and m.thread = t.id), '[]') as members
    from documents.thread t where t.district = ${district} and ${ids ? sql`t.id = any (${ids}::uuid[])` : sql`t.into_thread is null`} order by t.name, t.id limit 5000`.execute(tx)
  return rows.map(row => Thread.parse(row))
}

export async function loadThread(tx: Tx, district: District, id: Id): Promise<Thread | null> {
  return (await findThreads(tx, district, [id]))[0] ?? null
}

/** The threads that follow these members. */
export async function findThreadsOf(tx: Tx, district: District, members: readonly Member[]): Promise<Thread[]> {
  if (members.length === 0) return []
  const { rows } = await sql<{ thread: Id }>`
    select distinct m.thread from documents.thread_member m join unnest(${members.map(m => m.kind)}::text[], ${members.map(m => m.id)}::uuid[]) w (kind, id) on m.member_kind = w.kind and m.member = w.id
    where m.district = ${district}`.execute(tx)
  return rows.length === 0 ? [] : findThreads(tx, district, rows.map(row => row.thread))
}

/** The thread's present state as its last event left it; false where somebody saved since `seen`, or a member belongs to another thread by now. `seen` 0: it is new. */
export async function saveThread(tx: Tx, district: District, thread: Thread, seen: number, at: Instant): Promise<boolean> {
  const columns = { name: thread.name, kind: thread.kind, into_thread: thread.into, version: thread.version }
  if (seen === 0) await tx.insertInto('documents.thread').values({ district, id: thread.id, made_at: at, ...columns }).execute()
  else {
    const { numUpdatedRows } = await tx.updateTable('documents.thread').set(columns).where('district', '=', district).where('id', '=', thread.id).where('version', '=', seen).executeTakeFirst()
    if (numUpdatedRows !== 1n) return false
  }
  await tx.deleteFrom('documents.thread_member').where('district', '=', district).where('thread', '=', thread.id).execute()
  if (thread.members.length === 0) return true
  const added = await tx.insertInto('documents.thread_member').values(thread.members.map((m, position) => ({ district, thread: thread.id, member_kind: m.kind, member: m.id, position }))).onConflict(c => c.doNothing()).returning('member').execute()
  return added.length === thread.members.length
}

export type EventRow = { readonly id: Id; readonly thread: Id; readonly at: Instant; readonly person: Id | null; readonly by: string; readonly event: ThreadEvent }

export async function appendThreadEvent(tx: Tx, district: District, { id, thread, at, person, by, event }: EventRow): Promise<void> {
  await sql`
    insert into documents.thread_event (district, id, thread, seq, at, person, by_name, event)
    values (${district}, ${id}, ${thread}, coalesce((select max(e.seq) from documents.thread_event e where e.district = ${district} and e.thread = ${thread}), 0) + 1, ${at}, ${person}, ${by}, ${JSON.stringify(event)}::jsonb)`.execute(tx)
}

export async function findThreadSteps(tx: Tx, district: District, thread: Id): Promise<ThreadStep[]> {
  const rows = await tx.selectFrom('documents.thread_event').select(['seq', 'at', 'by_name as by', 'event']).where('district', '=', district).where('thread', '=', thread).orderBy('seq').limit(2000).execute()
  return rows.map(row => ({ ...row, event: ThreadEvent.parse(row.event) }))
}

/** Pairs that a person said are not the same thing. */
export async function findRejections(tx: Tx, district: District): Promise<ReadonlySet<string>> {
  return new Set((await tx.selectFrom('documents.thread_rejection').select('pair').where('district', '=', district).execute()).map(row => row.pair))
}

export async function insertRejections(tx: Tx, district: District, pairs: readonly string[], by: { readonly at: Instant; readonly person: Id | null; readonly name: string }): Promise<number> {
  const rows = await tx.insertInto('documents.thread_rejection').values(pairs.map(pair => ({ district, pair, at: by.at, person: by.person, by_name: by.name }))).onConflict(c => c.doNothing()).returning('pair').execute()
  return rows.length
}

export async function deleteRejections(tx: Tx, district: District, pairs: readonly string[]): Promise<void> {
  await tx.deleteFrom('documents.thread_rejection').where('district', '=', district).where('pair', 'in', [...pairs]).execute()
}

/** What a paper says of a matter that is neither target nor commitment. */
export type Mention = { readonly id: Id; readonly role: SayingRole; readonly year: number; readonly name: string; readonly words: string; readonly value: number | null; readonly measure: string | null; readonly dueOn: Day; readonly saidOn: Day | null; readonly source: Source; readonly origin: Id | null }

/** Mentions of papers that count: published ones and those on file and accepted. */
export async function findMentions(tx: Tx, district: District, ids?: readonly Id[]): Promise<Mention[]> {
  const { rows } = await sql<Mention>`
    select m.id, m.role, m.year, m.name, m.words, m.value, m.measure, m.due_on as "dueOn", m.said_on as "saidOn", m.source, m.origin
    from documents.mention m where m.district = ${district} ${ids ? sql`and m.id = any (${ids}::uuid[])` : sql``}
      and (m.origin is null or exists (select from documents.paper p where p.district = m.district and p.id = m.origin and p.state = 'accepted'))
    order by m.year, m.id limit 10000`.execute(tx)
  return rows
}

/** Adds mentions; one that is on file already stays. Answers how many were new. */
export async function insertMentions(tx: Tx, district: District, mentions: readonly Mention[], by: { readonly at: Instant; readonly person: Id | null; readonly name: string }): Promise<number> {
  if (mentions.length === 0) return 0
  const rows = await tx.insertInto('documents.mention').values(mentions.map(({ dueOn, saidOn, source, ...rest }) => ({ district, ...rest, due_on: dueOn, said_on: saidOn, source: JSON.stringify(source), at: by.at, person: by.person, by_name: by.name }))).onConflict(c => c.doNothing()).returning('id').execute()
  return rows.length
}

/** Papers in the ledger, for the places that speak of them and for those that do not. */
export async function findFiledPapers(tx: Tx, district: District): Promise<FiledPaper[]> {
  const rows = await tx.selectFrom('documents.paper').select(['id', 'title', 'name', 'kind', 'year', 'said_on as saidOn']).where('district', '=', district).where('state', '=', 'accepted').orderBy('said_on').execute()
  return rows.map(row => ({ ...row, kind: PaperKind.parse(row.kind) }))
}

/** The names under which findings speak of what they found. */
export async function findNamesSaid(tx: Tx, district: District, findings: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (findings.length === 0) return new Map()
  const { rows } = await sql<{ id: Id; name: string }>`select id, coalesce(value ->> 'name', value ->> 'object') as name from documents.finding where district = ${district} and id = any (${findings}::uuid[]) and coalesce(value ->> 'name', value ->> 'object') is not null`.execute(tx)
  return new Map(rows.map(row => [row.id, row.name]))
}

/** Pieces of accepted papers in which something is said to be renamed. */
export async function findTextsOfRenaming(tx: Tx, district: District): Promise<string[]> {
  const { rows } = await sql<{ content: string }>`
    select e.content from documents.paper p join documents.piece e on e.district = p.district and e.paper = p.id
    where p.district = ${district} and p.state = 'accepted' and e.content ~ '更名为|改名为|改称为|[（(]原' order by p.id, e.start_at limit 500`.execute(tx)
  return rows.map(row => row.content)
}
