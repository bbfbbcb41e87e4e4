import { spanOf } from '../../kernel/period.ts'
import { type Source } from '../../kernel/source.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../context.ts'
import { loadDistrictUnit } from '../org/index.ts'
import { type benchmarkContract, type BenchmarkPage, type ClaimRow, type PeerFigure, type RankClaim } from './benchmark-contract.ts'
import { agrees, claimFrom, peersWithin, scopeWords, standingAmong, type Claim, type Compared, type Standing, type Told } from './domain/benchmark.ts'
import { inUnit, sameMeasure } from './domain/units.ts'
import { inForce } from './domain/vintage.ts'
import * as store from './benchmark-store.ts'
import { findFiguresOf, openToAll, type Sight } from './figure-store.ts'
import { sightOf } from './register-api.ts'
import { findRegister, loadIndicator } from './register-store.ts'
import { type Figure, type Indicator } from './schema.ts'
import { groundOf } from './sheet-api.ts'
import { MOST_ROWS, sheetFile, type Cell } from './sheets.ts'
import { findTargets } from './target-store.ts'

const FIGURES_LOOKED_AT = 2000

export const benchmarkHandlers: Handlers<typeof benchmarkContract> = {
  benchmarks: async (ctx, { params, query }) => ctx.read(async tx => {
    const file = await onFile(tx, ctx, params.id, sightOf(ctx))
    return file.ok ? ok(await pageOf(tx, ctx, file.value, query.period ?? null)) : file
  }),

  exportBenchmarks: async (ctx, { params, query }) => ctx.read(async tx => {
    const file = await onFile(tx, ctx, params.id, openToAll)
    if (!file.ok) return file
    const rows = query.what === 'claims' ? claimCells(claimsOf(ctx, file.value)) : figureCells(file.value)
    return ok(await sheetFile(query.what === 'claims' ? '位次' : '对标', query.form, rows.slice(0, MOST_ROWS)))
  }),

  enterPeer: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const indicator = await loadIndicator(tx, ctx.district, params.id)
    if (!indicator) return refuse('unknown-indicator', { id: params.id })
    if (body.code === String(ctx.district)) return refuse('peer-is-ours', { code: body.code })
    if (!body.level && body.growth === null) return refuse('nothing-said')
    if (body.level && !sameMeasure(body.level.unit, indicator.unit)) return refuse('other-measure', { unit: body.level.unit, expected: indicator.unit })
    const figure: PeerFigure = {
      id: ctx.newId(), code: body.code, name: body.name, period: body.period, level: body.level, change: body.growth === null ? null : { value: body.growth, unit: '%' },
      saidOn: body.saidOn, source: sourceOf(body), by: ctx.actor.name, at: ctx.now(), version: 1, withdrawn: null,
    }
    if (!await store.insertPeerFigure(tx, ctx.district, { indicator: indicator.id, person: ctx.actor.person }, figure)) return refuse('peer-on-file', { name: body.name, period: body.period })
    await note({ verb: 'benchmark.entered', thing: 'indicator', thingId: indicator.id, unit: indicator.ownerUnit, detail: { code: indicator.code, peer: `${body.code} ${body.name}`, period: body.period, level: body.level, growth: body.growth, title: body.title } })
    return ok(figure)
  }),

  withdrawPeer: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const [row] = await store.findPeerFigures(tx, ctx.district, { id: params.id })
    if (!row) return refuse('unknown-peer-figure', { id: params.id })
    const { indicator, ...figure } = row
    const withdrawn = await withdraw(tx, ctx, 'indicators.peer_figure', figure, body)
    if (withdrawn.ok) await note({ verb: 'benchmark.withdrawn', thing: 'indicator', thingId: indicator, detail: { peer: `${row.code} ${row.name}`, period: row.period, reason: body.reason } })
    return withdrawn
  }),

  claimRank: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const indicator = await loadIndicator(tx, ctx.district, params.id)
    if (!indicator) return refuse('unknown-indicator', { id: params.id })
    const { period, scope, compared, rank, of } = body
    if (of !== null && rank > of) return refuse('rank-beyond', { rank, of })
    const claim: RankClaim = { id: ctx.newId(), period, scope, compared, rank, of, saidOn: body.saidOn, source: sourceOf(body), by: ctx.actor.name, at: ctx.now(), version: 1, withdrawn: null }
    await store.insertRankClaim(tx, ctx.district, { indicator: indicator.id, person: ctx.actor.person }, claim)
    await note({ verb: 'rank-claim.entered', thing: 'indicator', thingId: indicator.id, unit: indicator.ownerUnit, detail: { code: indicator.code, period, scope, compared, rank, of, title: body.title } })
    return ok(claim)
  }),

  withdrawClaim: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const [row] = await store.findRankClaims(tx, ctx.district, { id: params.id })
    if (!row) return refuse('unknown-rank-claim', { id: params.id })
    const { indicator, ...claim } = row
    const withdrawn = await withdraw(tx, ctx, 'indicators.rank_claim', claim, body)
    if (withdrawn.ok) await note({ verb: 'rank-claim.withdrawn', thing: 'indicator', thingId: indicator, detail: { period: row.period, scope: row.scope, rank: row.rank, reason: body.reason } })
    return withdrawn
  }),

  chooseBenchmark: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const indicator = await loadIndicator(tx, ctx.district, params.id)
    if (!indicator) return refuse('unknown-indicator', { id: params.id })
    const standing = (await store.findPeerFigures(tx, ctx.district, { indicator: indicator.id })).filter(peer => peer.withdrawn === null)
    if (body.code !== null && !standing.some(peer => peer.code === body.code)) return refuse('peer-not-on-file', { code: body.code })
    if (!await store.saveBenchmark(tx, ctx.district, indicator.id, body.code, body.was, ctx.now(), ctx.actor.name)) return refuse('changed-meanwhile', { name: indicator.name.zh })
    await note({ verb: 'benchmark.chosen', thing: 'indicator', thingId: indicator.id, unit: indicator.ownerUnit, detail: { code: indicator.code, was: body.was, is: body.code } })
    return ok({ benchmark: body.code })
  }),
}

function sourceOf({ title, section, saidOn }: { readonly title: string; readonly section: string; readonly saidOn: string }): Source {
  return { kind: 'published', title, section, saidOn }
}

async function withdraw<T extends PeerFigure | RankClaim>(tx: Tx, ctx: Context, table: Parameters<typeof store.withdrawEntered>[2], row: T, { reason, version }: { readonly reason: string; readonly version: number }): Promise<Result<T>> {
  if (row.withdrawn) return refuse('withdrawn-already', { at: row.withdrawn.at.slice(0, 10) })
  const withdrawn = { at: ctx.now(), by: ctx.actor.name, because: reason }
  return await store.withdrawEntered(tx, ctx.district, table, row.id, withdrawn, version) ? ok({ ...row, withdrawn, version: version + 1 }) : refuse('changed-meanwhile')
}

/** All that is on file to measure our district by, as far as one person may see it. */
type OnFile = { readonly indicator: Indicator; readonly unit: BenchmarkPage['unit']; readonly ours: readonly Figure[]; readonly peers: readonly PeerFigure[]; readonly claims: readonly RankClaim[] }

async function onFile(tx: Tx, ctx: Context, id: string, sight: Sight): Promise<Result<OnFile>> {
  const indicator = await loadIndicator(tx, ctx.district, id), unit = await loadDistrictUnit(tx, ctx.district)
  if (!indicator || !unit) return refuse('unknown-indicator', { id })
  const figures = await findFiguresOf(tx, ctx.district, indicator.id, unit.id, sight, FIGURES_LOOKED_AT)
  return ok({
    indicator, unit: { id: unit.id, name: unit.name },
    ours: figures.filter(figure => figure.replacedBy === null && (figure.status === 'approved' || figure.status === 'published')),
    peers: await store.findPeerFigures(tx, ctx.district, { indicator: id }),
    claims: await store.findRankClaims(tx, ctx.district, { indicator: id }),
  })
}

async function pageOf(tx: Tx, ctx: Context, file: OnFile, asked: string | null): Promise<BenchmarkPage> {
  const { indicator, unit, peers } = file
  const standing = peers.filter(peer => peer.withdrawn === null)
  const claims = claimsOf(ctx, file)
  const periods = latestFirst([...standing, ...claims].map(one => one.period))
  const period = asked ?? latestFirst(standing.map(peer => peer.period))[0] ?? periods[0] ?? null
  const benchmark = await store.findBenchmark(tx, ctx.district, indicator.id)
  const targets = period === null ? [] : (await findTargets(tx, ctx.district, { indicator: indicator.id, unit: unit.id, limit: 500 })).rows.filter(target => target.period === period)
  const targetOf = (compared: Compared) => {
    const target = targets.find(one => one.aspect === compared && one.value !== null)
    return target?.value === null || target === undefined ? null : compared === 'growth' ? target.value : inUnit({ value: target.value, unit: target.measure }, indicator.unit)
  }
  const among = period === null ? [] : (['level', 'growth'] as const).map(compared => standingAmong(compared, { indicator, ours: toldIn(file.ours, period), peers: standing.filter(peer => peer.period === period), benchmark, target: targetOf(compared) }))
  return {
    unit, period, periods, measure: indicator.unit, benchmark, claims,
    standings: among.filter(one => one.places.some(place => place.code !== null)).map(one => ({ ...one, places: [...one.places] })),
    peers: peers.filter(peer => peer.period === period),
    districts: [...new Map(standing.map(({ code, name }) => [code, { code, name }])).values()].toSorted((a, b) => a.code.localeCompare(b.code)),
  }
}

/** What counts of our own for exactly this period: the level and the growth in force, which two papers may have told. */
function toldIn(ours: readonly Figure[], period: string): Told {
  const said = ours.filter(figure => figure.period === period)
  return { level: inForce(said.filter(figure => figure.level))?.level ?? null, change: inForce(said.filter(figure => figure.change))?.change ?? null }
}

/** Places that papers and people claim, the latest period first, each held against the districts of its scope. */
function claimsOf(ctx: Context, { indicator, ours, peers, claims }: OnFile): ClaimRow[] {
  const standingOf = (period: string, { scope, compared }: Claim): Standing | null => {
    if (scope === null || compared === null) return null
    const among = peersWithin(scope, String(ctx.district), peers.filter(peer => peer.withdrawn === null && peer.period === period))
    return standingAmong(compared, { indicator, ours: toldIn(ours, period), peers: among, benchmark: null, target: null })
  }
  const ofPapers = ours.flatMap((figure): ClaimRow[] => {
    if (figure.rank === null) return []
    const claim = claimFrom(figure.rank, figure)
    return [{ entered: null, figure: figure.id, period: figure.period, words: { zh: figure.rank, en: figure.rank }, scope: claim.scope, of: claim.of, saidOn: figure.saidOn, source: figure.source, agreement: agrees(claim, standingOf(figure.period, claim)) }]
  })
  const entered = claims.map((claim): ClaimRow => ({
    entered: claim, figure: null, period: claim.period, words: claimWords(claim), scope: claim.scope, of: claim.of, saidOn: claim.saidOn, source: claim.source,
    agreement: claim.withdrawn ? null : agrees(claim, standingOf(claim.period, claim)),
  }))
  return [...entered, ...ofPapers].toSorted((a, b) => endOf(b.period).localeCompare(endOf(a.period)))
}

function claimWords({ scope, compared, rank }: RankClaim) {
  return compared === 'growth' ? { zh: `增速${scopeWords[scope].zh}第${rank}`, en: `number ${rank} ${scopeWords[scope].en} by growth` } : { zh: `总量${scopeWords[scope].zh}第${rank}`, en: `number ${rank} ${scopeWords[scope].en} by level` }
}

const endOf = (period: string) => spanOf(period)?.to ?? ''
const latestFirst = (periods: readonly string[]) => [...new Set(periods)].toSorted((a, b) => endOf(b).localeCompare(endOf(a)) || a.localeCompare(b))

const stateOf = (withdrawn: PeerFigure['withdrawn']) => (withdrawn ? `已撤回：${withdrawn.because}` : '')

function figureCells({ indicator, unit, ours, peers }: OnFile): Cell[][] {
  const mine = latestFirst(peers.map(peer => peer.period)).map((period): Cell[] => {
    const { level, change } = toldIn(ours, period)
    return [period, `${unit.name}（本区）`, null, level?.value ?? null, level?.unit ?? null, change?.value ?? null, change?.unit ?? null, null, null, null, '']
  })
  return [
    ['时期', '区', '代码', indicator.name.zh, '单位', '增速', '增速单位', '公布日期', '来源', '录入人', '状态'], ...mine,
    ...peers.map((peer): Cell[] => [peer.period, peer.name, peer.code, peer.level?.value ?? null, peer.level?.unit ?? null, peer.change?.value ?? null, peer.change?.unit ?? null, peer.saidOn, groundOf(peer.source), peer.by, stateOf(peer.withdrawn)]),
  ]
}

function claimCells(claims: readonly ClaimRow[]): Cell[][] {
  return [['时期', '位次说法', '共几个区', '公布日期', '来源', '核对', '状态'], ...claims.map((claim): Cell[] => [claim.period, claim.words.zh, claim.of, claim.saidOn, groundOf(claim.source), claim.agreement?.words.zh ?? null, stateOf(claim.entered?.withdrawn ?? null)])]
}

/** A figure of a made-up district, for the demonstration. */
export type GeneratedPeer = { readonly indicator: string; readonly code: string; readonly name: string; readonly period: string; readonly growth: number; readonly saidOn: string; readonly source: Extract<Source, { kind: 'generated' }> }

/** Puts made-up districts beside ours; those on file are passed over, withdrawn ones too. */
export async function seedPeers(tx: Tx, ctx: Context, rows: readonly GeneratedPeer[]): Promise<{ readonly peers: number }> {
  const ids = new Map((await findRegister(tx, ctx.district)).map(entry => [entry.code, entry.id]))
  let peers = 0
  for (const { indicator: code, growth, ...row } of rows) {
    const indicator = ids.get(code)
    if (indicator === undefined) continue
    const known = await store.findPeerFigures(tx, ctx.district, { indicator })
    if (known.some(one => one.code === row.code && one.period === row.period)) continue
    const figure = { ...row, id: ctx.newId(), level: null, change: { value: growth, unit: '%' }, by: ctx.actor.name, at: ctx.now(), version: 1, withdrawn: null }
    if (await store.insertPeerFigure(tx, ctx.district, { indicator, person: null }, figure)) peers += 1
  }
  return { peers }
}
