import { type SelectQueryBuilder, sql } from 'kysely'
import { z } from 'zod'
import { type District, type Id } from '../../kernel/id.ts'
import { type Day, type Instant } from '../../kernel/time.ts'
import { type Database } from '../database.generated.ts'
import { type Tx } from '../context.ts'
import { Brought, PaperState } from './contract.ts'
import { FindingEvent, FindingKind, FindingState, Found, IndicatorChoice, type Progress } from './domain/finding.ts'
import { type Given } from './domain/front-matter.ts'
import { type Standing, type Step } from './domain/review.ts'
import { PIECE, storableJson } from './domain/text.ts'
import { Block, Doubt, FrontMatter, type PaperKind, Repair } from './schema.ts'

/** An import as it is stored, without its text and findings. */
export type StoredPaper = {
  readonly id: Id; readonly state: PaperState; readonly name: string; readonly format: string; readonly size: number; readonly length: number
  readonly fileHash: string; readonly textHash: string
  readonly document: FrontMatter; readonly given: Given; readonly outline: readonly Block[]; readonly repairs: readonly Repair[]; readonly doubts: readonly Doubt[]
  readonly importedAt: Instant; readonly importedBy: Id; readonly importer: string; readonly acceptedAt: Instant | null; readonly accepter: string | null
  readonly brought: Brought | null; readonly version: number
}

/** A line of the list of imports. */
export type ListedPaper = Pick<StoredPaper, 'id' | 'state' | 'name' | 'format' | 'size' | 'length' | 'importedAt' | 'importer' | 'acceptedAt' | 'accepter' | 'version'> & { readonly title: string | null; readonly kind: PaperKind; readonly year: number | null; readonly date: Day | null }

const listed = ['id', 'state', 'name', 'format', 'size', 'length', 'title', 'kind', 'year', 'said_on as date', 'imported_at as importedAt', 'importer', 'accepted_at as acceptedAt', 'accepter', 'version'] as const

/** Loads an import; `locked` keeps others from changing it until the transaction ends. */
export async function loadPaper(tx: Tx, district: District, id: Id, lock?: 'locked'): Promise<StoredPaper | null> {
  const row = await tx.selectFrom('documents.paper').selectAll().where('district', '=', district).where('id', '=', id)
    .$if(lock === 'locked', q => q.forUpdate()).executeTakeFirst()
  return row ? {
    id: row.id, state: PaperState.parse(row.state), name: row.name, format: row.format, size: row.size, length: row.length, fileHash: row.file_hash, textHash: row.text_hash,
    document: FrontMatter.parse(row.document), given: FrontMatter.omit({ inferred: true }).partial().parse(row.given), outline: z.array(Block).parse(row.outline), repairs: z.array(Repair).parse(row.repairs), doubts: z.array(Doubt).parse(row.doubts),
    importedAt: row.imported_at, importedBy: row.imported_by, importer: row.importer, acceptedAt: row.accepted_at, accepter: row.accepter,
    brought: row.brought === null ? null : Brought.parse(row.brought), version: row.version,
  } : null
}

/** What deciding on findings needs to know of their paper. `shared` keeps it from being accepted or retracted meanwhile, `locked` also keeps others from deciding. */
export type PaperHead = Pick<StoredPaper, 'id' | 'state' | 'doubts' | 'version'>

export async function loadHead(tx: Tx, district: District, id: Id, lock?: 'shared' | 'locked'): Promise<PaperHead | null> {
  const row = await tx.selectFrom('documents.paper').select(['id', 'state', 'doubts', 'version']).where('district', '=', district).where('id', '=', id)
    .$if(lock === 'shared', q => q.forShare()).$if(lock === 'locked', q => q.forUpdate()).executeTakeFirst()
  return row ? { id: row.id, state: PaperState.parse(row.state), doubts: z.array(Doubt).parse(row.doubts), version: row.version } : null
}

/** The import of the same file or of the same text. */
export async function findSame(tx: Tx, district: District, of: 'text' | 'file', hash: string): Promise<Id | null> {
  const row = await tx.selectFrom('documents.paper').select('id').where('district', '=', district).where(of === 'file' ? 'file_hash' : 'text_hash', '=', hash).limit(1).executeTakeFirst()
  return row?.id ?? null
}

function columnsOf(paper: StoredPaper) {
  const { document } = paper
  return {
    state: paper.state, document: storableJson(document), given: storableJson(paper.given), outline: storableJson(paper.outline), repairs: storableJson(paper.repairs), doubts: storableJson(paper.doubts),
    title: document.title?.toWellFormed() ?? null, kind: document.kind, year: document.year, said_on: document.date,
    accepted_at: paper.acceptedAt, accepter: paper.accepter, brought: paper.brought && storableJson(paper.brought), version: paper.version,
  }
}

/** Puts in a new import; false where the same text came in at the same moment. */
export async function insertPaper(tx: Tx, district: District, paper: StoredPaper, original: { readonly mime: string; readonly bytes: Uint8Array }, pieces: readonly { readonly start: number; readonly content: string }[]): Promise<boolean> {
  const inserted = await tx.insertInto('documents.paper').values({
    district, id: paper.id, name: paper.name, format: paper.format, size: paper.size, length: paper.length, file_hash: paper.fileHash, text_hash: paper.textHash,
    imported_at: paper.importedAt, imported_by: paper.importedBy, importer: paper.importer, ...columnsOf(paper),
  }).onConflict(c => c.doNothing()).returning('id').executeTakeFirst()
  if (!inserted) return false
  await tx.insertInto('documents.original').values({ district, paper: paper.id, mime: original.mime, bytes: Buffer.from(original.bytes) }).execute()
  for (const piece of pieces) await tx.insertInto('documents.piece').values({ district, paper: paper.id, start_at: piece.start, content: piece.content }).execute()
  return true
}

/** Saves an import that nobody saved since version `seen`; answers whether it did. */
export async function savePaper(tx: Tx, district: District, paper: StoredPaper, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('documents.paper').set(columnsOf(paper)).where('district', '=', district).where('id', '=', paper.id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Deletes an import with all that hangs on it. */
export async function deletePaper(tx: Tx, district: District, id: Id): Promise<void> {
  await tx.deleteFrom('documents.paper').where('district', '=', district).where('id', '=', id).execute()
}

export type PaperFilter = { readonly state?: string; readonly kind?: string; readonly year?: number; readonly q?: string; readonly after?: string; readonly limit: number }

/** Imports, newest first. */
export async function findPapers(tx: Tx, district: District, filter: PaperFilter): Promise<{ total: number; rows: ListedPaper[] }> {
  const all = tx.selectFrom('documents.paper').where('district', '=', district)
    .$if(filter.state !== undefined, q => q.where('state', '=', filter.state ?? '')).$if(filter.kind !== undefined, q => q.where('kind', '=', filter.kind ?? '')).$if(filter.year !== undefined, q => q.where('year', '=', filter.year ?? 0))
    .$if(filter.q !== undefined && filter.q !== '', q => q.where(sql<boolean>`position(${filter.q} in coalesce(title, '') || ' ' || name) > 0`))
  const total = await all.select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await all.select(listed).$if(filter.after !== undefined, q => q.where('id', '<', filter.after ?? '')).orderBy('id', 'desc').limit(filter.limit).execute()
  return { total: total.n, rows: rows.map(row => ({ ...row, state: PaperState.parse(row.state), kind: FrontMatter.shape.kind.parse(row.kind) })) }
}

export async function loadOriginal(tx: Tx, district: District, paper: Id): Promise<{ mime: string; bytes: Uint8Array } | null> {
  return (await tx.selectFrom('documents.original').select(['mime', 'bytes']).where('district', '=', district).where('paper', '=', paper).executeTakeFirst()) ?? null
}

/** The raw text from one UTF-16 offset to another. */
export async function loadText(tx: Tx, district: District, paper: Id, start: number, end: number): Promise<string> {
  const rows = await tx.selectFrom('documents.piece').select(['start_at', 'content']).where('district', '=', district).where('paper', '=', paper)
    .where('start_at', '>', start - PIECE - 1).where('start_at', '<', end).orderBy('start_at').execute()
  const first = rows[0]?.start_at ?? 0
  return rows.map(row => row.content).join('').slice(Math.max(0, start - first), Math.max(0, end - first))
}

/** A finding with what it now is. */
export type StoredFinding = Standing & { readonly id: Id; readonly key: string; readonly kind: FindingKind; readonly doubtful: boolean; readonly certainty: number; readonly start: number; readonly end: number; readonly block: string | null; readonly section: string | null }

const found = (rows: SelectQueryBuilder<Database, 'documents.finding', object>) => rows.select(['id', 'key', 'kind', 'state', 'gone', 'read', 'value', 'corrected', 'choice', 'start_at', 'end_at', 'block', 'section', 'certainty', 'doubtful', 'decided_by', 'decided_at', 'version'])
type FindingRow = Awaited<ReturnType<ReturnType<typeof found>['execute']>>[number]

function findingFrom(row: FindingRow): StoredFinding {
  const value = Found.parse(row.value)
  const fields: Readonly<Record<string, unknown>> = value
  return {
    id: row.id, key: row.key, kind: FindingKind.parse(row.kind), state: FindingState.parse(row.state), gone: row.gone, read: Found.parse(row.read), value,
    changes: Object.fromEntries(row.corrected.map(field => [field, fields[field]])), choice: row.choice === null ? null : IndicatorChoice.parse(row.choice),
    start: row.start_at, end: row.end_at, block: row.block, section: row.section, certainty: row.certainty, doubtful: row.doubtful, by: row.decided_by, at: row.decided_at, version: row.version,
  }
}

export type FindingFilter = { readonly kind?: FindingKind; readonly state?: FindingState; readonly doubtful?: boolean; readonly q?: string; readonly first?: 'doubts' | 'position'; readonly after?: { readonly rank: number; readonly start: number; readonly key: string }; readonly limit?: number }

/** Findings that the present reading has, in the order of the paper or doubtful ones first. */
export async function findFindings(tx: Tx, district: District, paper: Id, filter: FindingFilter = {}): Promise<StoredFinding[]> {
  const rank = filter.first === 'doubts' ? sql<number>`(not doubtful)::int` : sql<number>`0::int`
  const { after } = filter
  return (await found(chosen(tx, district, paper, filter))
    .$if(after !== undefined, q => q.where(sql<boolean>`(${rank}, start_at, key collate "C") > (${after?.rank ?? 0}, ${after?.start ?? 0}, ${after?.key ?? ''})`))
    .orderBy(rank).orderBy('start_at').orderBy(sql`key collate "C"`).$if(filter.limit !== undefined, q => q.limit(filter.limit ?? 0)).execute()).map(findingFrom)
}

export async function countFindings(tx: Tx, district: District, paper: Id, filter: FindingFilter): Promise<number> {
  return (await chosen(tx, district, paper, filter).select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
}

function chosen(tx: Tx, district: District, paper: Id, filter: FindingFilter) {
  return tx.selectFrom('documents.finding').where('district', '=', district).where('paper', '=', paper).where('gone', '=', false)
    .$if(filter.kind !== undefined, q => q.where('kind', '=', filter.kind ?? '')).$if(filter.state !== undefined, q => q.where('state', '=', filter.state ?? ''))
    .$if(filter.doubtful !== undefined, q => q.where('doubtful', '=', filter.doubtful ?? false))
    .$if(filter.q !== undefined && filter.q !== '', q => q.where(sql<boolean>`position(${filter.q} in concat_ws(' ', value ->> 'name', value ->> 'object', value ->> 'word')) > 0`))
}

/** Findings by id, or all of a paper, gone ones included. */
export async function loadFindings(tx: Tx, district: District, paper: Id, ids?: readonly Id[]): Promise<StoredFinding[]> {
  return (await found(tx.selectFrom('documents.finding').where('district', '=', district).where('paper', '=', paper))
    .$if(ids !== undefined, q => q.where(sql<boolean>`id = any (${ids ?? []}::uuid[])`)).orderBy('start_at').orderBy('key').execute()).map(findingFrom)
}

/** The steps of each of these findings, in order. */
export async function findSteps(tx: Tx, district: District, findings: readonly Id[]): Promise<Map<Id, Step[]>> {
  const rows = await tx.selectFrom('documents.finding_event as e').innerJoin('documents.act as a', join => join.onRef('a.district', '=', 'e.district').onRef('a.id', '=', 'e.act'))
    .select(['e.finding', 'e.seq', 'e.act', 'e.event', 'a.by_name', 'a.at']).where('e.district', '=', district).where(sql<boolean>`e.finding = any (${findings}::uuid[])`).orderBy('e.finding').orderBy('e.seq').execute()
  const steps = new Map<Id, Step[]>()
  for (const row of rows) {
    const step = { event: FindingEvent.parse(row.event), act: row.act, by: row.by_name, at: row.at }
    const before = steps.get(row.finding)
    if (before) before.push(step)
    else steps.set(row.finding, [step])
  }
  return steps
}

/** Findings that an act decided. */
export async function findDecidedBy(tx: Tx, district: District, act: Id): Promise<Id[]> {
  return (await tx.selectFrom('documents.finding_event').select('finding').where('district', '=', district).where('act', '=', act).execute()).map(row => row.finding)
}

/** A finding to save: what it now is, and the version before; 0 for a new one. */
export type Saved = { readonly finding: StoredFinding; readonly seen: number }

function recordOf({ finding, seen }: Saved) {
  return {
    id: finding.id, key: finding.key, kind: finding.kind, state: finding.state, gone: finding.gone, read: finding.read, value: finding.value, corrected: Object.keys(finding.changes), choice: finding.choice,
    start_at: finding.start, end_at: finding.end, block: finding.block, section: finding.section, certainty: finding.certainty, doubtful: finding.doubtful, decided_by: finding.by, decided_at: finding.at, version: finding.version, seen,
  }
}

const record = sql`id uuid, key text, kind text, state text, gone boolean, read jsonb, value jsonb, corrected text[], choice jsonb, start_at int, end_at int, block text, section text, certainty numeric, doubtful boolean, decided_by text, decided_at timestamptz, version int, seen int`

/** Puts in new findings and saves known ones that nobody saved since; answers how many were written. One statement each, whatever their number. */
export async function saveFindings(tx: Tx, district: District, paper: Id, saved: readonly Saved[]): Promise<number> {
  if (saved.length === 0) return 0
  const rows = storableJson(saved.map(recordOf))
  const fresh = saved.some(s => s.seen === 0) ? await sql`
    insert into documents.finding (district, paper, id, key, kind, state, gone, read, value, corrected, choice, start_at, end_at, block, section, certainty, doubtful, decided_by, decided_at, version)
    select ${district}::int, ${paper}::uuid, x.id, x.key, x.kind, x.state, x.gone, x.read, x.value, x.corrected, x.choice, x.start_at, x.end_at, x.block, x.section, x.certainty, x.doubtful, x.decided_by, x.decided_at, x.version
    from jsonb_to_recordset(${rows}::jsonb) as x(${record}) where x.seen = 0`.execute(tx) : null
  const known = saved.some(s => s.seen > 0) ? await sql`
    update documents.finding f set state = x.state, gone = x.gone, read = x.read, value = x.value, corrected = x.corrected, choice = x.choice, end_at = x.end_at, block = x.block, section = x.section,
      certainty = x.certainty, doubtful = x.doubtful, decided_by = x.decided_by, decided_at = x.decided_at, version = x.version
    from jsonb_to_recordset(${rows}::jsonb) as x(${record}) where f.district = ${district} and f.paper = ${paper}::uuid and f.id = x.id and f.version = x.seen`.execute(tx) : null
  return Number(fresh?.numAffectedRows ?? 0n) + Number(known?.numAffectedRows ?? 0n)
}

/** Appends one event to the history of each finding; `seq` is the version it brings the finding to. */
export async function appendEvents(tx: Tx, district: District, act: Id, events: readonly { readonly finding: Id; readonly seq: number; readonly event: FindingEvent }[]): Promise<void> {
  if (events.length === 0) return
  await sql`
    insert into documents.finding_event (district, finding, seq, act, event)
    select ${district}::int, x.finding, x.seq, ${act}::uuid, x.event from jsonb_to_recordset(${storableJson(events)}::jsonb) as x(finding uuid, seq int, event jsonb)`.execute(tx)
}

const none: Progress = { all: 0, open: 0, doubtful: 0, accepted: 0, corrected: 0, rejected: 0 }

/** How far the review of each paper is. */
export async function findProgress(tx: Tx, district: District, papers: readonly Id[]): Promise<(paper: Id) => Progress> {
  const { rows } = await sql<Progress & { paper: Id }>`
    select paper, count(*)::int as all, count(*) filter (where state = 'open')::int as open, count(*) filter (where state = 'open' and doubtful)::int as doubtful,
      count(*) filter (where state = 'accepted')::int as accepted, count(*) filter (where state = 'corrected')::int as corrected, count(*) filter (where state = 'rejected')::int as rejected
    from documents.finding where district = ${district} and paper = any (${papers}::uuid[]) and not gone group by paper`.execute(tx)
  const byPaper = new Map(rows.map(({ paper, ...progress }) => [paper, progress]))
  return paper => byPaper.get(paper) ?? none
}

export type ActKind = 'imported' | 'mended' | 'decided' | 'accepted-certain' | 'matched' | 'undone' | 'accepted' | 'retracted'
export type StoredAct = { readonly id: Id; readonly act: ActKind; readonly person: Id; readonly by: string; readonly at: Instant; readonly findings: number; readonly reason: string | null; readonly undoes: Id | null }

export async function insertAct(tx: Tx, district: District, paper: Id, act: StoredAct): Promise<void> {
  await tx.insertInto('documents.act').values({ district, paper, id: act.id, act: act.act, person: act.person, by_name: act.by, at: act.at, findings: act.findings, reason: act.reason, undoes: act.undoes }).execute()
}

/** The person's last act on the paper that can be taken back and was not yet. */
export async function loadLastAct(tx: Tx, district: District, paper: Id, person: Id): Promise<{ id: Id; act: string } | null> {
  const row = await tx.selectFrom('documents.act as a').select(['a.id', 'a.act']).where('a.district', '=', district).where('a.paper', '=', paper).where('a.person', '=', person)
    .where('a.act', 'in', ['decided', 'accepted-certain', 'matched'])
    .where(eb => eb.not(eb.exists(eb.selectFrom('documents.act as u').select('u.id').where('u.district', '=', district).where('u.paper', '=', paper).whereRef('u.undoes', '=', 'a.id'))))
    .orderBy('a.id', 'desc').limit(1).executeTakeFirst()
  return row ?? null
}

export async function hasAct(tx: Tx, district: District, paper: Id, act: ActKind): Promise<boolean> {
  return (await tx.selectFrom('documents.act').select('id').where('district', '=', district).where('paper', '=', paper).where('act', '=', act).limit(1).executeTakeFirst()) !== undefined
}

/** Acts on a paper, newest first. */
export async function findActs(tx: Tx, district: District, paper: Id, filter: { readonly after?: string; readonly limit: number }) {
  const all = tx.selectFrom('documents.act as a').where('a.district', '=', district).where('a.paper', '=', paper)
  const total = await all.select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await all.select(['a.id', 'a.act', 'a.by_name as by', 'a.at', 'a.findings as count', 'a.reason'])
    .select(eb => eb.exists(eb.selectFrom('documents.act as u').select('u.id').where('u.district', '=', district).where('u.paper', '=', paper).whereRef('u.undoes', '=', 'a.id')).as('undone'))
    .$if(filter.after !== undefined, q => q.where('a.id', '<', filter.after ?? '')).orderBy('a.id', 'desc').limit(filter.limit).execute()
  return { total: total.n, rows: rows.map(row => ({ ...row, undone: Boolean(row.undone) })) }
}

export type StoredTerm = { readonly id: Id; readonly finding: Id; readonly word: string; readonly meaning: string; readonly start: number; readonly end: number }

/** Puts the words of an accepted paper into the glossary; those that are there stay. */
export async function insertTerms(tx: Tx, district: District, paper: Id, terms: readonly StoredTerm[]): Promise<number> {
  if (terms.length === 0) return 0
  const done = await sql`
    insert into documents.term (district, paper, id, finding, word, meaning, start_at, end_at)
    select ${district}::int, ${paper}::uuid, x.id, x.finding, x.word, x.meaning, x.start, x."end" from jsonb_to_recordset(${storableJson(terms)}::jsonb) as x(id uuid, finding uuid, word text, meaning text, start int, "end" int)
    on conflict do nothing`.execute(tx)
  return Number(done.numAffectedRows ?? 0n)
}

export async function deleteTerms(tx: Tx, district: District, paper: Id): Promise<number> {
  return Number((await tx.deleteFrom('documents.term').where('district', '=', district).where('paper', '=', paper).executeTakeFirst()).numDeletedRows)
}

/** Words that accepted papers explain, in the order of their making. */
export async function findTerms(tx: Tx, district: District, filter: { readonly q?: string; readonly after?: string; readonly limit: number }) {
  const all = tx.selectFrom('documents.term as t').where('t.district', '=', district).$if(filter.q !== undefined && filter.q !== '', q => q.where(sql<boolean>`position(${filter.q} in t.word || ' ' || t.meaning) > 0`))
  const total = await all.select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await all.innerJoin('documents.paper as p', join => join.onRef('p.district', '=', 't.district').onRef('p.id', '=', 't.paper'))
    .select(['t.id', 't.word', 't.meaning', 't.paper as document', 't.start_at as start', 't.end_at as end', 'p.title', 'p.name', 'p.said_on as date'])
    .$if(filter.after !== undefined, q => q.where('t.id', '>', filter.after ?? '')).orderBy('t.id').limit(filter.limit).execute()
  return { total: total.n, rows: rows.map(({ title, name, ...row }) => ({ ...row, title: title ?? name })) }
}

/** Says that a person has the paper open, and who else had within the time since `since`. */
export async function notePresence(tx: Tx, district: District, paper: Id, who: { readonly person: Id; readonly name: string; readonly at: Instant }, since: Instant) {
  await tx.insertInto('documents.presence').values({ district, paper, person: who.person, name: who.name, seen_at: who.at })
    .onConflict(c => c.columns(['district', 'paper', 'person']).doUpdateSet({ name: who.name, seen_at: who.at })).execute()
  return tx.selectFrom('documents.presence').select(['name', 'seen_at as seenAt']).where('district', '=', district).where('paper', '=', paper).where('person', '<>', who.person).where('seen_at', '>', since).orderBy('seen_at', 'desc').limit(20).execute()
}
