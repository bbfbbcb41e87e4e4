import { createHash } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Instant } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { type DoubtRow } from './doubt-contract.ts'
import { CheckedDoubt, type CheckKind, type Severity } from './domain/checks/doubt.ts'
import { afterStep, type DoubtEvent, DoubtState, DoubtStep, type DoubtStanding, type KnownDoubt, type Settlement } from './domain/checks/settling.ts'
import { storableJson } from './domain/text.ts'

/** A saying's key in the database: the finding of a paper, or a figure of the ledger. */
export const figureKey = (figure: Id): string => `figure:${figure}`

/** What a side of a doubt is here: a finding of a paper or a figure. */
export function sideIds({ key, paper }: { readonly key: string; readonly paper: string | null }): { readonly finding: Id | null; readonly figure: Id | null } {
  return paper === null ? { finding: null, figure: key.slice(figureKey('').length) } : { finding: key, figure: null }
}

export type StoredDoubt = KnownDoubt & { readonly id: Id; readonly foundAt: Instant }

/** Changes with every import, decision, acceptance and retraction of papers. */
export async function loadPapersStamp(tx: Tx, district: District): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select concat_ws('/', (select concat_ws('.', count(*), sum(version), max(id::text)) from documents.paper where district = ${district}),
      (select concat_ws('.', count(*), sum(version)) from documents.finding where district = ${district} and kind = 'fact')) as stamp`.execute(tx)
  return rows[0]?.stamp ?? ''
}

/** Papers that speak of the district, the newest ones: those of another district in the same words are not held against ours. */
export async function findCheckedPapers(tx: Tx, district: District, name: string, most: number): Promise<{ id: Id; title: string | null }[]> {
  const { rows } = await sql<{ id: Id; title: string | null }>`
    select id, title from documents.paper
    where district = ${district} and (document ->> 'district' is null or position(document ->> 'district' in ${name}) > 0 or position(${name} in document ->> 'district') > 0)
    order by said_on desc nulls last, id desc limit ${most}`.execute(tx)
  return rows
}

export const noneCompared: Readonly<Record<CheckKind, number>> = { sum: 0, base: 0, twice: 0, streak: 0, rank: 0, share: 0, 'low-target': 0 }

export type CheckRun = { readonly at: Instant; readonly stamp: string; readonly papers: number; readonly compared: Readonly<Record<CheckKind, number>> }

/** Keeps two runs from going on at once, the first one too. */
export async function lockRun(tx: Tx, district: District, at: Instant): Promise<void> {
  await tx.insertInto('documents.check_run').values({ district, at, stamp: '', papers: 0, compared: storableJson(noneCompared) }).onConflict(c => c.column('district').doUpdateSet(eb => ({ stamp: eb.ref('documents.check_run.stamp') }))).execute()
}

export async function loadRun(tx: Tx, district: District): Promise<CheckRun | null> {
  const row = await tx.selectFrom('documents.check_run').select(['at', 'stamp', 'papers', 'compared']).where('district', '=', district).executeTakeFirst()
  return row ? { ...row, compared: row.compared as CheckRun['compared'] } : null // only ever written from a CheckRun
}

export async function saveRun(tx: Tx, district: District, run: CheckRun): Promise<void> {
  const values = { at: run.at, stamp: run.stamp, papers: run.papers, compared: storableJson(run.compared) }
  await tx.insertInto('documents.check_run').values({ district, ...values }).onConflict(c => c.column('district').doUpdateSet(values)).execute()
}

type Row = { readonly id: Id; readonly state: string; readonly found: unknown; readonly settlement: unknown; readonly found_at: Instant; readonly version: number }
const columns = sql.raw('d.id, d.state, d.found, d.settlement, d.found_at, d.version')

function doubtFrom(row: Row): StoredDoubt {
  return { id: row.id, state: DoubtState.parse(row.state), doubt: CheckedDoubt.parse(row.found), settlement: row.settlement as Settlement | null, foundAt: row.found_at, version: row.version } // only ever written from a Settlement
}

/** Every doubt on file, by the key of the checks. */
export async function findKnown(tx: Tx, district: District): Promise<ReadonlyMap<string, StoredDoubt>> {
  const { rows } = await sql<Row>`select ${columns} from documents.doubt d where d.district = ${district}`.execute(tx)
  return new Map(rows.map(doubtFrom).map(known => [known.doubt.key, known]))
}

const keyOf = (doubt: CheckedDoubt): string => createHash('sha256').update(doubt.key).digest('hex')

export async function insertDoubt(tx: Tx, district: District, id: Id, doubt: CheckedDoubt, step: DoubtStep): Promise<void> {
  const standing = afterStep({ state: 'open', settlement: null, version: 0 }, step)
  await tx.insertInto('documents.doubt').values({ district, id, key: keyOf(doubt), kind: doubt.kind, severity: doubt.severity, state: standing.state, name: doubt.name.slice(0, 200).toWellFormed(), found: storableJson(doubt), settlement: null, found_at: step.at, version: standing.version }).execute()
  await tx.insertInto('documents.doubt_side').values(doubt.sides.map((side, n) => ({ district, doubt: id, n, paper: side.paper, ...sideIds(side) }))).execute()
  await appendStep(tx, district, id, standing.version, step)
}

/** Saves where a doubt stands after a step, if nobody saved since; what it says may have changed, its sayings never do. */
export async function saveStep(tx: Tx, district: District, before: StoredDoubt, doubt: CheckedDoubt, step: DoubtStep): Promise<DoubtStanding | null> {
  const standing = afterStep(before, step)
  const { numUpdatedRows } = await tx.updateTable('documents.doubt')
    .set({ state: standing.state, severity: doubt.severity, found: storableJson(doubt), settlement: standing.settlement && storableJson(standing.settlement), version: standing.version, ...(step.event.kind === 'found' && { found_at: step.at }) })
    .where('district', '=', district).where('id', '=', before.id).where('version', '=', before.version).executeTakeFirst()
  if (numUpdatedRows !== 1n) return null
  await appendStep(tx, district, before.id, standing.version, step)
  return standing
}

async function appendStep(tx: Tx, district: District, doubt: Id, seq: number, { event, by, at }: { readonly event: DoubtEvent; readonly by: string; readonly at: Instant }): Promise<void> {
  await tx.insertInto('documents.doubt_event').values({ district, doubt, seq, event: storableJson(event), by_name: by, at }).execute()
}

export async function loadDoubt(tx: Tx, district: District, id: Id, lock?: 'locked'): Promise<StoredDoubt | null> {
  const { rows } = await sql<Row>`select ${columns} from documents.doubt d where d.district = ${district} and d.id = ${id} ${lock ? sql`for update` : sql``}`.execute(tx)
  return rows[0] ? doubtFrom(rows[0]) : null
}

export async function findSteps(tx: Tx, district: District, doubt: Id): Promise<DoubtStep[]> {
  const rows = await tx.selectFrom('documents.doubt_event').select(['event', 'by_name', 'at']).where('district', '=', district).where('doubt', '=', doubt).orderBy('seq').execute()
  return rows.map(row => DoubtStep.parse({ event: row.event, by: row.by_name, at: row.at }))
}

export type DoubtFilter = {
  readonly paper?: Id | undefined; readonly finding?: Id | undefined; readonly figure?: Id | undefined; readonly kind?: string | undefined; readonly severity?: string | undefined; readonly state?: string | undefined; readonly q?: string | undefined
  readonly after?: string | undefined; readonly limit: number
  /** Papers under review are for those who review: without this only doubts whose papers are all accepted. */
  readonly underReview: boolean
  /** Also those that are no longer found; else only where the filter asks for them. */
  readonly withLapsed?: boolean
}

const gravity = sql`case d.severity when 'contradiction' then 0 when 'question' then 1 else 2 end`

function chosen(district: District, filter: DoubtFilter): RawBuilder<unknown> {
  const side = (column: 'paper' | 'finding' | 'figure', id: Id | undefined) => (id === undefined ? sql`` : sql`and exists (select from documents.doubt_side s where s.district = d.district and s.doubt = d.id and s.${sql.ref(column)} = ${id})`)
  return sql`d.district = ${district} ${side('paper', filter.paper)} ${side('finding', filter.finding)} ${side('figure', filter.figure)}
    ${filter.kind ? sql`and d.kind = ${filter.kind}` : sql``} ${filter.severity ? sql`and d.severity = ${filter.severity}` : sql``} ${filter.state ? sql`and d.state = ${filter.state}` : filter.withLapsed ? sql`` : sql`and d.state <> 'lapsed'`}
    ${filter.q ? sql`and position(${filter.q} in d.name || ' ' || (d.found ->> 'words')) > 0` : sql``}
    ${filter.underReview ? sql`` : sql`and not exists (select from documents.doubt_side s left join documents.paper p on p.district = s.district and p.id = s.paper where s.district = d.district and s.doubt = d.id and s.paper is not null and p.state is distinct from 'accepted')`}`
}

/** Doubts, the gravest and latest first. */
export async function findDoubts(tx: Tx, district: District, filter: DoubtFilter): Promise<{ total: number; rows: StoredDoubt[] }> {
  const where = chosen(district, filter)
  const counted = await sql<{ n: number }>`select count(*)::int as n from documents.doubt d where ${where}`.execute(tx)
  const [grave, id] = filter.after?.split('/') ?? []
  const { rows } = await sql<Row>`select ${columns} from documents.doubt d where ${where} ${grave && id ? sql`and (${gravity} > ${Number(grave)} or (${gravity} = ${Number(grave)} and d.id < ${id}))` : sql``} order by ${gravity}, d.id desc limit ${filter.limit}`.execute(tx)
  return { total: counted.rows[0]?.n ?? 0, rows: rows.map(doubtFrom) }
}

/** Are all its papers accepted? */
export async function isOfAccepted(tx: Tx, district: District, doubt: Id): Promise<boolean> {
  const { rows } = await sql`select d.id from documents.doubt d where ${chosen(district, { underReview: false, limit: 0, withLapsed: true })} and d.id = ${doubt}`.execute(tx)
  return rows.length > 0
}

export type DoubtCount = { readonly severity: Severity; readonly state: DoubtRow['state']; readonly n: number }

export async function countDoubts(tx: Tx, district: District, underReview: boolean): Promise<DoubtCount[]> {
  const { rows } = await sql<DoubtCount>`select d.severity, d.state, count(*)::int as n from documents.doubt d where ${chosen(district, { underReview, limit: 0, withLapsed: true })} group by 1, 2`.execute(tx)
  return rows
}
