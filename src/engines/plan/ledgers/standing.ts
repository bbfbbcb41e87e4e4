/** Ledgers as they stand on a day: what the ledger pages, the cockpit and the public page show. */
import { type Id } from '../../../kernel/id.ts'
import { spanOf, yearOf } from '../../../kernel/period.ts'
import { type Label } from '../../../kernel/label.ts'
import { type Day, type Instant } from '../../../kernel/time.ts'
import { type Context, type Tx } from '../../context.ts'
import { findFiguresByIds, findSaid, judgedTargets, lightParametersOn, type JudgedTarget, type LightParameters, type SaidOf } from '../../indicators/index.ts'
import { stepOf } from '../domain/ledger/acceptance.ts'
import { judgedLine, lacksOf, wholeOf } from '../domain/ledger/judge.ts'
import { measuresBelow } from '../domain/ledger/offers.ts'
import { missingIn, standingOn } from '../domain/ledger/particulars.ts'
import { pathOf } from '../domain/ledger/path.ts'
import { type YearFigure, yearValues } from '../domain/ledger/year-values.ts'
import { lineOfCommitment } from '../domain/lines.ts'
import { childrenOf } from '../domain/tree.ts'
import { type LedgerRow, type LedgerView, type LineRow, type PartRow } from './contract.ts'
import { type Source } from '../../../kernel/source.ts'
import { type Figure } from '../../indicators/schema.ts'
import { type Ledger, type LedgerKind } from './schema.ts'
import * as store from './store.ts'
import { type CommitmentNode, type PlanLine } from '../schema.ts'
import { standingLines, treeOfYear } from '../year.ts'

type Asked = Pick<Context, 'district' | 'today'>

/** Every ledger whose span holds the year, with its lines as they stand on a day. Those marked public are `ledger.of.public`. */
export async function ledgersOfYear(tx: Tx, ctx: Asked, year: number | null, on: Day = ctx.today()): Promise<LedgerView[]> {
  return ledgerViews(tx, ctx, await store.findLedgers(tx, ctx.district, year), on)
}

/** A line that waits for a step of acceptance. */
export type AcceptanceMatter = { readonly line: Id; readonly ledger: Id; readonly title: string; readonly ledgerTitle: string; readonly step: Label; readonly since: Instant }

/** The lines that wait for a step which this person may take. */
export async function acceptanceMatters(tx: Tx, ctx: Pick<Context, 'district' | 'today' | 'actor'>): Promise<AcceptanceMatter[]> {
  const waiting = await store.findAwaiting(tx, ctx.district)
  const ledgers = await store.findLedgersByIds(tx, ctx.district, [...new Set(waiting.map(w => w.ledger))])
  const since = new Map(waiting.map(w => [w.line, w.since]))
  return (await ledgerViews(tx, ctx, ledgers, ctx.today())).flatMap(({ ledger, lines }) => lines.flatMap(line => {
    const step = ledger.of.acceptance[line.acceptance.step]
    const own = line.units.some(unit => ctx.actor.units.includes(unit))
    const at = since.get(line.id)
    return at === undefined || !step || own || !step.roles.some(role => ctx.actor.roles.includes(role)) ? [] : [{ line: line.id, ledger: ledger.id, title: line.title, ledgerTitle: ledger.title, step: step.name, since: at }]
  }))
}

/** What all lines of some ledgers rest on, loaded once for all of them. */
type Ground = {
  readonly nodes: ReadonlyMap<Id, CommitmentNode>
  readonly children: ReadonlyMap<Id | null, readonly CommitmentNode[]>
  readonly judged: ReadonlyMap<Id, JudgedTarget>
  readonly planLines: ReadonlyMap<Id, PlanLine>
  readonly annual: ReadonlyMap<Id, readonly store.AnnualTarget[]>
  readonly said: ReadonlyMap<Id, readonly SaidOf[]>
  /** Figures of whole years, with their sources. */
  readonly figures: ReadonlyMap<Id, Figure>
  readonly parameters: LightParameters
  readonly on: Day
}

/** These ledgers with their lines. */
export async function ledgerViews(tx: Tx, ctx: Asked, ledgers: readonly Ledger[], on: Day): Promise<LedgerView[]> {
  if (ledgers.length === 0) return []
  const kinds = new Map((await store.findKinds(tx, ctx.district)).map(kind => [kind.key, kind]))
  const stored = await store.findLinesOf(tx, ctx.district, ledgers.map(l => l.id))
  const ground = await groundOf(tx, ctx, ledgers, stored, on)
  // The table holds what stands now; what stood on an earlier day follows from the history.
  const told = on < ctx.today() ? await store.findTold(tx, ctx.district, ledgers.filter(l => (kinds.get(l.kind)?.particulars.length ?? 0) > 0).map(l => l.id)) : null
  const lines = Map.groupBy(told ? stored.map(line => ({ ...line, particulars: standingOn(told.get(line.id) ?? [], on) })) : stored, line => line.ledger)
  return ledgers.flatMap(ledger => {
    const kind = kinds.get(ledger.kind)
    if (!kind) return []
    const rows = (lines.get(ledger.id) ?? []).map((line, i) => lineRow(kind, ledger, line, i + 1, ground))
    return [{ on, ledger: ledgerRow(kind, ledger, rows, ground), lines: rows }]
  })
}

async function groundOf(tx: Tx, ctx: Asked, ledgers: readonly Ledger[], lines: readonly store.StoredLine[], on: Day): Promise<Ground> {
  const { district } = ctx
  const nodes: CommitmentNode[] = []
  for (const year of await store.findYearsOfCommitments(tx, district, lines.flatMap(l => l.commitment ?? []))) nodes.push(...await treeOfYear(tx, ctx, year, on))
  const ownTargets = lines.flatMap(l => l.target ?? [])
  const listed = new Set(lines.flatMap(l => l.commitment ?? []))
  const children = childrenOf(nodes)
  const parts = nodes.filter(n => listed.has(n.id)).flatMap(n => measuresBelow(n, children))
  const judged = await judgedTargets(tx, district, [...new Set([...ownTargets, ...parts.flatMap(p => p.target ?? [])])], on)
  const planLines = await standingLines(tx, district, judged, nodes)
  const paths = judged.filter(j => ownTargets.includes(j.target.id))
  const from = ledgers.map(l => Number(l.span.slice(0, 4))).toSorted((a, b) => a - b)[0] ?? 0
  const until = ledgers.map(l => yearOf(l.span) ?? 0).toSorted((a, b) => b - a)[0] ?? 0
  // From the year before the last year's base, so that growth can be worked out from levels.
  const said = await findSaid(tx, district, paths.map(({ target }) => ({ indicator: target.indicator, unit: target.unit, from: `${from - 2}-01-01`, to: `${until}-12-31`, levelsOnly: false })))
  return {
    nodes: new Map(nodes.map(n => [n.id, n])), children, judged: new Map(judged.map(j => [j.target.id, j])), planLines: new Map(planLines.map(l => [l.id, l])),
    said: Map.groupBy(said, s => s.indicator), figures: await findFiguresByIds(tx, district, said.filter(s => /^\d{4}$/.test(s.period)).map(s => s.id)), annual: await store.findAnnualTargets(tx, district, paths.map(j => j.target.indicator), from, until),
    parameters: await lightParametersOn(tx, district, on), on,
  }
}

function ledgerRow(kind: LedgerKind, ledger: Ledger, rows: readonly LineRow[], { on, parameters }: Ground): LedgerRow {
  return {
    ...ledger, of: kind, whole: wholeOf(kind, ledger.span, rows, on, parameters.level), lines: rows.length, lacking: rows.filter(r => r.lacks.length > 0).length,
    evidence: rows.reduce((sum, r) => sum + r.evidence, 0), awaiting: rows.filter(r => r.acceptance.state === 'proposed').length, accepted: rows.filter(r => r.acceptance.state === 'accepted').length,
  }
}

function lineRow(kind: LedgerKind, ledger: Ledger, line: store.StoredLine, position: number, ground: Ground): LineRow {
  const node = line.commitment === null ? undefined : ground.nodes.get(line.commitment)
  const target = line.target === null ? undefined : ground.judged.get(line.target)
  const path = target ? pathRow(ledger, line, target, ground) : null
  const parts = node ? measuresBelow(node, ground.children).map(measure => partOfMeasure(measure, ground)) : target ? [partOfTarget(kind, target, path, ground)] : []
  const judged = judgedLine(kind, parts, line.acceptance)
  const units = node ? unitsOf(node, ground) : target?.indicator.ownerUnit ? [target.indicator.ownerUnit] : []
  return {
    id: line.id, position, commitment: line.commitment, target: line.target, code: target?.indicator.code ?? null, nature: target?.target.nature ?? null, gone: !node && !target,
    title: node?.title ?? target?.indicator.name.zh ?? '（所列事项已随文件撤回）', label: target?.indicator.name ?? { zh: node?.title ?? '（所列事项已随文件撤回）', en: node?.title ?? '(retracted with its paper)' },
    dueOn: node?.dueOn ?? spanOf(target?.target.period ?? '')?.to ?? null, leads: [...node?.leadName ? [node.leadName] : new Set(parts.flatMap(part => part.lead ?? []))], units: [...units], weight: line.weight, parts, share: judged.share, light: judged.light, measured: judged.measured, because: judged.because,
    done: judged.parts.done, unreported: judged.parts.unreported, evidence: line.evidence, acceptance: line.acceptance, waitsFor: stepOf(kind, { acceptance: { ...line.acceptance, at: null, by: null, proposer: null } })?.name ?? null,
    lacks: [...lacksOf(kind, { measured: parts.some(p => p.line !== null), led: units.length > 0, evidence: line.evidence, accepted: line.acceptance.state === 'accepted', measuredDone: judged.measured === 'done', particulars: missingIn(kind, line.particulars).length === 0 })],
    path, set: line.path, particulars: line.particulars, source: node?.source ?? target?.target.statements.at(-1)?.source ?? null, version: line.version,
  }
}

/** Who answers for a commitment: the units that lead and help, of itself and of every part; where figures measure a part, who keeps them. */
function unitsOf(node: CommitmentNode, ground: Ground): readonly Id[] {
  const all = [node, ...measuresBelow(node, ground.children)]
  const owners = all.flatMap(c => (c.target === null || c.leadUnit ? [] : ground.judged.get(c.target)?.indicator.ownerUnit ?? []))
  return [...new Set([...all.flatMap(c => (c.leadUnit ? [c.leadUnit] : [])), ...owners, ...all.flatMap(c => c.coUnits)])]
}

function partOfMeasure(node: CommitmentNode, ground: Ground): PartRow {
  const line = node.target !== null ? ground.planLines.get(node.target) ?? null : lineOfCommitment({ commitment: node, number: '', verdict: node.verdict, light: node.light, override: node.override, owner: node.leadName })
  return { commitment: node.id, title: node.title, dueOn: node.dueOn, lead: node.leadName ?? line?.owner ?? null, share: node.share, light: node.light, because: node.verdict.because, line }
}

/** A target that stands in a ledger by itself. Over several years it is judged against its path, at the last year with a figure. */
function partOfTarget(kind: LedgerKind, { target, light, share, verdict, override }: JudgedTarget, path: LineRow['path'], ground: Ground): PartRow {
  const line = ground.planLines.get(target.id) ?? null
  const plain = { commitment: null, title: target.indicatorName, dueOn: spanOf(target.period)?.to ?? null, lead: target.ownerName, line }
  const latest = kind.span === 'five-year' && !override ? path?.years.findLast(year => year.actual !== null) : undefined
  return latest ? { ...plain, share: latest.reached, light: latest.light, because: latest.because } : { ...plain, share, light, because: verdict.because }
}

function pathRow(ledger: Ledger, line: store.StoredLine, { target, indicator }: JudgedTarget, ground: Ground): NonNullable<LineRow['path']> | null {
  const { said, annual, parameters, on } = ground
  const from = Number(ledger.span.slice(0, 4)), to = yearOf(ledger.span) ?? from
  if (to === from) return null
  const years = Array.from({ length: to - from + 2 }, (_, i) => from - 1 + i)
  const actual = yearValues(target, indicator, (said.get(target.indicator) ?? []).filter(f => f.unit === target.unit), years, on)
  const path = pathOf({ target, indicator, from, to, set: line.path, actual, bands: { level: indicator.bands ?? parameters.level, growth: indicator.bands ?? parameters.growth } })
  const running = path.method === 'cumulative' || path.method === 'every-year'
  return {
    ...path,
    years: path.years.map(year => ({ ...year, ...(year.actual === null ? { source: null, figure: null } : sourceOfYear(actual.filter(a => a.year === year.year || (running && a.year >= from && a.year < year.year)), ground)) })),
    annual: (annual.get(target.indicator) ?? []).filter(a => a.year >= from && a.year <= to && a.unit === target.unit).map(({ year, words, aspect }) => ({ year, words, aspect })),
  }
}

/** One figure answers with its own source; a value worked out from several, with each of them. */
function sourceOfYear(of: readonly YearFigure[], { figures }: Ground): { readonly source: Source | null; readonly figure: Id | null } {
  const ids = of.flatMap(year => year.figures)
  const [only] = ids
  if (only !== undefined && ids.length === 1) return { source: figures.get(only)?.source ?? null, figure: only }
  return { source: { kind: 'formula', rule: '由各年数值推算', inputs: of.flatMap(year => year.figures.map(id => ({ name: String(year.year), value: String(year.value), figure: id }))) }, figure: null }
}
