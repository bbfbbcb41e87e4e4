import { sql, type RawBuilder } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { spanOf } from '../../../kernel/period.ts'
import { Source } from '../../../kernel/source.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { type LedgerState, ledgerOf, lineOf, standingEvidence } from '../domain/ledger/fold.ts'
import { standingOn } from '../domain/ledger/particulars.ts'
import { type Acceptance, type Ledger, LedgerEvent, LedgerKind, type LedgerLine, type LedgerKindGiven, LineEvent, YearlyPath } from './schema.ts'
import { Standing, Telling } from './particulars-schema.ts'

/** Puts the kinds that the packs bring in place; answers how many were new or differ from what was there. */
export async function saveKinds(tx: Tx, district: District, kinds: readonly LedgerKindGiven[]): Promise<number> {
  const known = new Map((await findKinds(tx, district)).map((kind, position) => [kind.key, JSON.stringify({ position, kind })]))
  let changed = 0
  for (const [position, kind] of kinds.entries()) {
    if (known.get(kind.key) === JSON.stringify({ position, kind: LedgerKind.parse(kind) })) continue
    const row = { position, kind: JSON.stringify(LedgerKind.parse(kind)) }
    await tx.insertInto('plan.ledger_kind').values({ district, key: kind.key, ...row }).onConflict(c => c.columns(['district', 'key']).doUpdateSet(row)).execute()
    changed += 1
  }
  return changed
}

export async function findKinds(tx: Tx, district: District): Promise<LedgerKind[]> {
  const rows = await tx.selectFrom('plan.ledger_kind').select('kind').where('district', '=', district).orderBy('position').orderBy('key').execute()
  return rows.map(row => LedgerKind.parse(row.kind))
}

const ledgerColumns = ['id', 'kind', 'span', 'title', 'cap', 'source', 'version'] as const

function ledgerFrom({ source, ...row }: Omit<Ledger, 'source'> & { readonly source: unknown }): Ledger {
  return { ...row, source: Source.parse(source) }
}

export async function loadLedger(tx: Tx, district: District, id: Id): Promise<Ledger | null> {
  const row = await tx.selectFrom('plan.ledger').select(ledgerColumns).where('district', '=', district).where('id', '=', id).executeTakeFirst()
  return row ? ledgerFrom(row) : null
}

/** Ledgers whose span holds the year, in the order of their kinds; all where no year is asked for. */
export async function findLedgers(tx: Tx, district: District, year: number | null): Promise<Ledger[]> {
  const { rows } = await sql<Omit<Ledger, 'source'> & { source: unknown }>`
    select l.id, l.kind, l.span, l.title, l.cap, l.source, l.version from plan.ledger l
    join plan.ledger_kind k on k.district = l.district and k.key = l.kind
    where l.district = ${district} ${year === null ? sql`` : sql`and extract(year from l.starts_on) <= ${year} and extract(year from l.ends_on) >= ${year}`}
    order by l.ends_on desc, k.position, l.id limit 500`.execute(tx)
  return rows.map(ledgerFrom)
}

export async function findLedgersByIds(tx: Tx, district: District, ids: readonly Id[]): Promise<Ledger[]> {
  if (ids.length === 0) return []
  const rows = await tx.selectFrom('plan.ledger').select(ledgerColumns).where('district', '=', district).where('id', 'in', [...ids]).orderBy('id').execute()
  return rows.map(ledgerFrom)
}

/** Lines that wait for acceptance, with since when: the longest first. */
export async function findAwaiting(tx: Tx, district: District): Promise<{ line: Id; ledger: Id; since: Instant }[]> {
  const { rows } = await sql<{ line: Id; ledger: Id; since: Instant }>`
    select l.id as line, l.ledger, max(e.at) as since from plan.ledger_line l
    join plan.ledger_event e on e.district = l.district and e.thing = l.id and e.event ->> 'kind' in ('proposed', 'decided')
    where l.district = ${district} and l.acceptance = 'proposed' group by l.id, l.ledger order by since limit 500`.execute(tx)
  return rows
}

/** Adds a ledger; false where one of its kind stands for that span already and there may be only one. */
export async function insertLedger(tx: Tx, district: District, { source, ...ledger }: Ledger, onePerSpan: boolean): Promise<boolean> {
  const span = spanOf(ledger.span)
  if (!span) throw new Error(`A ledger needs a readable span, not ${ledger.span}`)
  const made = await tx.insertInto('plan.ledger').values({ district, ...ledger, starts_on: span.from, ends_on: span.to, source: JSON.stringify(source), slot: onePerSpan ? '' : ledger.id })
    .onConflict(c => c.doNothing()).returning('id').executeTakeFirst()
  return made !== undefined
}

/** Saves the folded state if nobody saved since `seen`. */
export async function saveLedger(tx: Tx, district: District, ledger: Pick<Ledger, 'id' | 'title' | 'cap'>, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('plan.ledger').set({ title: ledger.title, cap: ledger.cap, version: seen + 1 }).where('district', '=', district).where('id', '=', ledger.id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteLedger(tx: Tx, district: District, id: Id): Promise<void> {
  await tx.deleteFrom('plan.ledger').where('district', '=', district).where('id', '=', id).execute()
}

/** A line as lists need it: without its evidence one by one, which is read from its history where it is opened. */
export type StoredLine = Omit<LedgerLine, 'evidence' | 'acceptance' | 'told'> & { readonly particulars: Standing; readonly evidence: number; readonly acceptance: Pick<Acceptance, 'state' | 'step' | 'share' | 'note'> }

async function findLines(tx: Tx, district: District, where: RawBuilder<unknown>): Promise<StoredLine[]> {
  const { rows } = await sql<Omit<StoredLine, 'path' | 'acceptance' | 'particulars'> & { path: unknown; particulars: unknown; acceptance: Acceptance['state']; step: number; share: number | null; note: string | null }>`
    select l.id, l.ledger, l.commitment, l.target, l.position, l.weight, l.path, l.evidence, l.acceptance, l.step, l.accepted_share as share, l.acceptance_note as note, l.particulars, l.version
    from plan.ledger_line l where l.district = ${district} and ${where} order by l.position, l.id`.execute(tx)
  return rows.map(({ path, acceptance, step, share, note, particulars, ...row }) => ({ ...row, particulars: Standing.parse(particulars), path: path === null ? null : YearlyPath.parse(path), acceptance: { state: acceptance, step, share, note } }))
}

export async function findLinesOf(tx: Tx, district: District, ledgers: readonly Id[]): Promise<StoredLine[]> {
  return ledgers.length === 0 ? [] : findLines(tx, district, sql`l.ledger = any (${ledgers}::uuid[])`)
}

/** Lines that stand for any of these targets. */
export async function findLinesOfTargets(tx: Tx, district: District, targets: readonly Id[]): Promise<StoredLine[]> {
  return targets.length === 0 ? [] : findLines(tx, district, sql`l.target = any (${targets}::uuid[])`)
}

/** Which of these commitments stand in a ledger. */
export async function findListed(tx: Tx, district: District, commitments: readonly Id[]): Promise<ReadonlySet<Id>> {
  if (commitments.length === 0) return new Set()
  const { rows } = await sql<{ commitment: Id }>`select distinct commitment from plan.ledger_line where district = ${district} and commitment = any (${commitments}::uuid[])`.execute(tx)
  return new Set(rows.map(row => row.commitment))
}

/** A line with its whole history folded, and that history. Its place is the table's: it moves when others are put before it. */
export async function loadLine(tx: Tx, district: District, id: Id): Promise<{ readonly line: LedgerLine; readonly history: readonly HistoryOf<LineEvent>[] } | null> {
  const [row] = await findLines(tx, district, sql`l.id = ${id}`)
  const history = row ? await findHistory(tx, district, id, LineEvent) : []
  const line = lineOf(history.map(h => h.event))
  return row && line ? { line: { ...line, position: row.position }, history } : null
}

/** Holds a line until the end of the transaction: clerks who bring evidence at the same time wait for one another instead of being sent away. */
export async function holdLine(tx: Tx, district: District, id: Id): Promise<void> {
  await sql`select 1 from plan.ledger_line where district = ${district} and id = ${id} for update`.execute(tx)
}

/** A ledger with its whole history folded, and that history. */
export async function loadLedgerState(tx: Tx, district: District, id: Id): Promise<{ readonly ledger: LedgerState; readonly history: readonly HistoryOf<LedgerEvent>[] } | null> {
  const history = await findHistory(tx, district, id, LedgerEvent)
  const ledger = ledgerOf(history.map(h => h.event))
  return ledger && { ledger, history }
}

export type HistoryOf<E> = { readonly seq: number; readonly at: Instant; readonly by: string; readonly event: E }

async function findHistory<E>(tx: Tx, district: District, thing: Id, schema: { parse(value: unknown): E }): Promise<HistoryOf<E>[]> {
  const rows = await tx.selectFrom('plan.ledger_event').select(['seq', 'at', 'by_name as by', 'event']).where('district', '=', district).where('thing', '=', thing).orderBy('seq').limit(5000).execute()
  return rows.map(row => ({ ...row, event: schema.parse(row.event) }))
}

/** What was told of the lines of these ledgers, by line and in its order: of it follows what stood on an earlier day. */
export async function findTold(tx: Tx, district: District, ledgers: readonly Id[]): Promise<ReadonlyMap<Id, readonly Telling[]>> {
  if (ledgers.length === 0) return new Map()
  const { rows } = await sql<{ thing: Id; telling: unknown }>`select thing, event -> 'telling' as telling from plan.ledger_event where district = ${district} and ledger = any (${ledgers}::uuid[]) and event ->> 'kind' = 'told' order by thing, seq`.execute(tx)
  return new Map([...Map.groupBy(rows, row => row.thing)].map(([thing, of]) => [thing, of.map(row => Telling.parse(row.telling))]))
}

export async function lastPosition(tx: Tx, district: District, ledger: Id): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`select max(position) as last from plan.ledger_line where district = ${district} and ledger = ${ledger}`.execute(tx)
  return rows[0]?.last ?? 0
}

/** Adds lines; those whose commitment or target stands in the ledger already are passed over. Answers the ids that were added. */
export async function insertLines(tx: Tx, district: District, lines: readonly Pick<LedgerLine, 'id' | 'ledger' | 'commitment' | 'target' | 'position'>[]): Promise<ReadonlySet<Id>> {
  if (lines.length === 0) return new Set()
  const rows = await tx.insertInto('plan.ledger_line').values(lines.map(({ id, ledger, commitment, target, position }) => ({ district, id, ledger, commitment, target, position }))).onConflict(c => c.doNothing()).returning('id').execute()
  return new Set(rows.map(row => row.id))
}

/** Makes room at a position: what stands there and behind it moves one on. */
export async function makeRoomInLedger(tx: Tx, district: District, ledger: Id, position: number): Promise<void> {
  await sql`update plan.ledger_line set position = position + 1 where district = ${district} and ledger = ${ledger} and position >= ${position}`.execute(tx)
}

/** Saves the folded state of a line if nobody saved since `seen`. */
export async function saveLine(tx: Tx, district: District, line: LedgerLine, seen: number): Promise<boolean> {
  const { acceptance } = line
  const { numUpdatedRows } = await tx.updateTable('plan.ledger_line').set({
    target: line.target, position: line.position, weight: line.weight, path: line.path === null ? null : JSON.stringify(line.path), evidence: standingEvidence(line).length,
    acceptance: acceptance.state, step: acceptance.step, accepted_share: acceptance.share, acceptance_note: acceptance.note, particulars: JSON.stringify(standingOn(line.told, '9999-12-31')), version: seen + 1,
  }).where('district', '=', district).where('id', '=', line.id).where('version', '=', seen).executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function deleteLine(tx: Tx, district: District, id: Id): Promise<void> {
  await tx.deleteFrom('plan.ledger_line').where('district', '=', district).where('id', '=', id).execute()
}

export type LedgerEventRow = { readonly id: Id; readonly ledger: Id; readonly thing: Id; readonly at: Instant; readonly person: Id | null; readonly by: string; readonly event: LedgerEvent | LineEvent }

/** Appends events, at most one for each thing; each gets the next number of its thing. */
export async function appendLedgerEvents(tx: Tx, district: District, events: readonly LedgerEventRow[]): Promise<void> {
  if (events.length === 0) return
  await sql`
    insert into plan.ledger_event (district, id, ledger, thing, seq, at, person, by_name, event)
    select ${district}, n.id, n.ledger, n.thing, coalesce((select max(e.seq) from plan.ledger_event e where e.district = ${district} and e.thing = n.thing), 0) + 1, n.at, n.person, n.by_name, n.event
    from unnest(${events.map(e => e.id)}::uuid[], ${events.map(e => e.ledger)}::uuid[], ${events.map(e => e.thing)}::uuid[], ${events.map(e => e.at)}::timestamptz[], ${events.map(e => e.person)}::uuid[], ${events.map(e => e.by)}::text[], ${events.map(e => JSON.stringify(e.event))}::jsonb[])
      n (id, ledger, thing, at, person, by_name, event)`.execute(tx)
}

/** The years of the plan in which these commitments stand. */
export async function findYearsOfCommitments(tx: Tx, district: District, commitments: readonly Id[]): Promise<number[]> {
  if (commitments.length === 0) return []
  const { rows } = await sql<{ year: number }>`select distinct year from plan.commitment where district = ${district} and id = any (${commitments}::uuid[]) order by year`.execute(tx)
  return rows.map(row => row.year)
}

/** Which years have ledgers, the latest first; of a span of years, each of them. */
export async function findYearsOfLedgers(tx: Tx, district: District): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct generate_series(extract(year from starts_on)::int, extract(year from ends_on)::int) as year from plan.ledger where district = ${district} order by year desc`.execute(tx)
  return rows.map(row => row.year)
}

/** What a single year's plan promised of an indicator. */
export type AnnualTarget = { readonly indicator: Id; readonly unit: Id; readonly year: number; readonly aspect: 'level' | 'growth'; readonly words: string }

/** The targets of single years of these indicators, by indicator and in the order of years. */
export async function findAnnualTargets(tx: Tx, district: District, ids: readonly Id[], from: number, until: number): Promise<ReadonlyMap<Id, readonly AnnualTarget[]>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<AnnualTarget>`
    select t.indicator, t.unit, t.period::int as year, t.aspect, t.words from indicators.v_target t
    where t.district = ${district} and t.indicator = any (${ids}::uuid[]) and t.period ~ '^[0-9]{4}$' and t.starts_on >= ${`${from}-01-01`} and t.ends_on <= ${`${until}-12-31`}
    order by t.period, t.aspect`.execute(tx)
  return Map.groupBy(rows, row => row.indicator)
}

export async function insertEvidenceFile(tx: Tx, district: District, file: { readonly id: Id; readonly line: Id; readonly name: string; readonly mime: string; readonly bytes: Uint8Array }): Promise<void> {
  await tx.insertInto('plan.evidence_file').values({ district, ...file, bytes: Buffer.from(file.bytes) }).execute()
}

export async function loadEvidenceFile(tx: Tx, district: District, id: Id): Promise<{ readonly line: Id; readonly name: string; readonly mime: string; readonly bytes: Uint8Array } | null> {
  const row = await tx.selectFrom('plan.evidence_file').select(['line', 'name', 'mime', 'bytes']).where('district', '=', district).where('id', '=', id).executeTakeFirst()
  return row ?? null
}
