import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Instant } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { type PeerFigure, type RankClaim } from './benchmark-contract.ts'

type Ended = { readonly at: Instant; readonly by: string; readonly because: string }
type Entered = { readonly indicator: Id; readonly person: Id | null }
type EnteredRecord = { readonly said_on: string; readonly source: unknown; readonly by_name: string; readonly at: string; readonly version: number; readonly withdrawn_at: string | null; readonly withdrawn_by: string | null; readonly withdrawn_because: string | null }

function enteredFrom({ said_on, source, by_name, at, version, withdrawn_at, withdrawn_by, withdrawn_because }: EnteredRecord) {
  return {
    saidOn: said_on, source: source as PeerFigure['source'], by: by_name, at, version, // only ever written from a Source
    withdrawn: withdrawn_at === null ? null : { at: withdrawn_at, by: withdrawn_by ?? '', because: withdrawn_because ?? '' },
  }
}

/** Figures of other districts for an indicator, withdrawn ones too, the newest entry first. */
export async function findPeerFigures(tx: Tx, district: District, of: { readonly indicator?: Id; readonly id?: Id }): Promise<(PeerFigure & { readonly indicator: Id })[]> {
  const rows = await tx.selectFrom('indicators.peer_figure').selectAll().where('district', '=', district)
    .$if(of.indicator !== undefined, q => q.where('indicator', '=', of.indicator ?? '')).$if(of.id !== undefined, q => q.where('id', '=', of.id ?? '')).orderBy('at', 'desc').orderBy('id', 'desc').limit(5000).execute()
  return rows.map(row => ({
    id: row.id, indicator: row.indicator, code: row.peer_code, name: row.peer_name, period: row.period,
    level: row.level_value === null || row.level_unit === null ? null : { value: row.level_value, unit: row.level_unit },
    change: row.change_value === null || row.change_unit === null ? null : { value: row.change_value, unit: row.change_unit },
    ...enteredFrom(row),
  }))
}

/** Puts a figure of another district on file; false where one of that district and period stands. */
export async function insertPeerFigure(tx: Tx, district: District, { indicator, person }: Entered, figure: PeerFigure): Promise<boolean> {
  const { id, code, name, period, level, change, saidOn, source, by, at } = figure
  const { numInsertedOrUpdatedRows } = await tx.insertInto('indicators.peer_figure').values({
    district, id, indicator, peer_code: code, peer_name: name, period, level_value: level?.value ?? null, level_unit: level?.unit ?? null, change_value: change?.value ?? null, change_unit: change?.unit ?? null,
    said_on: saidOn, source: JSON.stringify(source), person, by_name: by, at,
  }).onConflict(c => c.doNothing()).executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Places that were entered for an indicator, withdrawn ones too, the newest entry first. */
export async function findRankClaims(tx: Tx, district: District, of: { readonly indicator?: Id; readonly id?: Id }): Promise<(RankClaim & { readonly indicator: Id })[]> {
  const rows = await tx.selectFrom('indicators.rank_claim').selectAll().where('district', '=', district)
    .$if(of.indicator !== undefined, q => q.where('indicator', '=', of.indicator ?? '')).$if(of.id !== undefined, q => q.where('id', '=', of.id ?? '')).orderBy('at', 'desc').orderBy('id', 'desc').limit(5000).execute()
  return rows.map(row => ({
    id: row.id, indicator: row.indicator, period: row.period, rank: row.rank, of: row.of_how_many,
    scope: row.scope as RankClaim['scope'], compared: row.compared as RankClaim['compared'], // closed sets are checked by the table
    ...enteredFrom(row),
  }))
}

export async function insertRankClaim(tx: Tx, district: District, { indicator, person }: Entered, claim: RankClaim): Promise<void> {
  const { id, period, scope, compared, rank, of, saidOn, source, by, at } = claim
  await tx.insertInto('indicators.rank_claim').values({ district, id, indicator, period, scope, compared, rank, of_how_many: of, said_on: saidOn, source: JSON.stringify(source), person, by_name: by, at }).execute()
}

/** Withdraws a row that stands and that nobody changed since `seen`. */
export async function withdrawEntered(tx: Tx, district: District, table: 'indicators.peer_figure' | 'indicators.rank_claim', id: Id, { at, by, because }: Ended, seen: number): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable(table).set({ withdrawn_at: at, withdrawn_by: by, withdrawn_because: because, version: seen + 1 })
    .where('district', '=', district).where('id', '=', id).where('version', '=', seen).where('withdrawn_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function findBenchmark(tx: Tx, district: District, indicator: Id): Promise<string | null> {
  return (await tx.selectFrom('indicators.benchmark').select('peer_code').where('district', '=', district).where('indicator', '=', indicator).executeTakeFirst())?.peer_code ?? null
}

/** Chooses the district to measure against, or none, where `was` is what stands; false where somebody chose meanwhile. */
export async function saveBenchmark(tx: Tx, district: District, indicator: Id, code: string | null, was: string | null, at: Instant, by: string): Promise<boolean> {
  if (was === null) {
    if (code === null) return (await findBenchmark(tx, district, indicator)) === null
    const { numInsertedOrUpdatedRows } = await tx.insertInto('indicators.benchmark').values({ district, indicator, peer_code: code, at, by_name: by }).onConflict(c => c.doNothing()).executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  if (code === null) return (await tx.deleteFrom('indicators.benchmark').where('district', '=', district).where('indicator', '=', indicator).where('peer_code', '=', was).executeTakeFirst()).numDeletedRows === 1n
  const { numUpdatedRows } = await tx.updateTable('indicators.benchmark').set({ peer_code: code, at, by_name: by }).where('district', '=', district).where('indicator', '=', indicator).where('peer_code', '=', was).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Two entries become one: what stood of both for one district and period stands once, the first's is withdrawn. */
export async function moveBenchmarks(tx: Tx, district: District, from: Id, into: Id, { at, by, because }: Ended): Promise<void> {
  await sql`update indicators.peer_figure a set withdrawn_at = ${at}, withdrawn_by = ${by}, withdrawn_because = ${because}, version = version + 1
    where a.district = ${district} and a.indicator = ${from} and a.withdrawn_at is null
      and exists (select from indicators.peer_figure b where b.district = a.district and b.indicator = ${into} and b.period = a.period and b.peer_code = a.peer_code and b.withdrawn_at is null)`.execute(tx)
  await tx.updateTable('indicators.peer_figure').set({ indicator: into }).where('district', '=', district).where('indicator', '=', from).execute()
  await tx.updateTable('indicators.rank_claim').set({ indicator: into }).where('district', '=', district).where('indicator', '=', from).execute()
  await tx.deleteFrom('indicators.benchmark').where('district', '=', district).where('indicator', '=', from).execute()
}
