/** A year of the plan as it stands on a day: what the plan page, the cockpit and the command line show. */
import { type District, type Id } from '../../kernel/id.ts'
import { type Day } from '../../kernel/time.ts'
import { type Light } from '../../kernel/light.ts'
import { type Context, type Tx } from '../context.ts'
import { findFiguresByIds, judgedTargets, judgedTargetsOfYear, lightParametersOn, outlooksOf, shownLights, type JudgedTarget } from '../indicators/index.ts'
import { noOutlook } from '../indicators/domain/outlook.ts'
import { findUnits } from '../org/index.ts'
import { lineOfCommitment, lineOfTarget, papersOf, verdictOfProgress, worstOf } from './domain/lines.ts'
import { childrenOf, latestProgress, numbersOf } from './domain/tree.ts'
import { type StandingLight } from './domain/light-changes.ts'
import { type Commitment, type CommitmentNode, type PlanLine, type PlanYear } from './schema.ts'
import { findCommitments, findYears, findYearsOfTargets } from './store.ts'

/** Targets whose period ends in the year and commitments of the year, each with its figure, gap, light and sources. */
export async function planYear(tx: Tx, ctx: Pick<Context, 'district' | 'today'>, year: number, options: { readonly on?: Day } = {}): Promise<PlanYear> {
  const on = options.on ?? ctx.today()
  const judged = await judgedTargetsOfYear(tx, ctx.district, year, on)
  const commitments = await findCommitments(tx, ctx.district, year)
  const nodes = await nodesOf(tx, ctx.district, commitments, judged, on)
  const targets = await targetLines(tx, ctx.district, judged, commitments, on)
  const numbers = numbersOf(commitments)
  const own = nodes.flatMap(node => lineOfCommitment({ commitment: node, number: numbers.get(node.id) ?? '', verdict: node.verdict, light: node.light, override: node.override, owner: node.leadName }) ?? [])
  const measures = nodes.filter(node => node.kind === 'measure')
  const due = measures.filter(m => m.dueOn < on)
  return {
    year, on, lines: [...targets, ...own],
    papers: [...papersOf([...judged.flatMap(j => j.target.statements.map(s => s.source)), ...commitments.map(c => c.source)])],
    commitments: { measures: measures.length, measured: measures.filter(m => m.share !== null || m.target !== null).length, done: measures.filter(m => m.light === 'done').length, late: due.filter(m => m.light !== 'done' && m.light !== 'not-judged').length, unreported: due.filter(m => m.light === 'not-judged').length },
  }
}

/** Every light of a year that can change by itself: of its targets, and of the measures that no target measures. */
export async function lightsOfYear(tx: Tx, ctx: Pick<Context, 'district'>, year: number, on: Day): Promise<StandingLight[]> {
  const judged = await judgedTargetsOfYear(tx, ctx.district, year, on)
  const commitments = await findCommitments(tx, ctx.district, year)
  const nodes = await nodesOf(tx, ctx.district, commitments.filter(c => c.kind === 'measure' && c.target === null), [], on)
  const numbers = numbersOf(commitments)
  const whole = (await findUnits(tx, ctx.district)).find(unit => unit.kind === 'district')?.id
  return [
    ...judged.map(({ target, indicator, light, verdict, override }): StandingLight => ({ thing: target.id, kind: 'target', year, code: indicator.code, name: indicator.name, unit: target.unit === whole ? indicator.ownerUnit : target.unit, light, verdict, overriddenBy: override?.by ?? null })),
    ...nodes.map((node): StandingLight => ({ thing: node.id, kind: 'commitment', year, code: numbers.get(node.id) ?? '', name: { zh: node.title, en: node.title }, unit: node.leadUnit, light: node.light, verdict: node.verdict, overriddenBy: node.override?.by ?? null })),
  ]
}

/** Judged targets as lines that answer for themselves, with the commitments they measure and where their year will end. */
export async function targetLines(tx: Tx, district: District, judged: readonly JudgedTarget[], commitments: readonly Commitment[], on: Day): Promise<PlanLine[]> {
  return linesWith(tx, district, judged, commitments, await outlooksOf(tx, district, judged, on))
}

/** The same without a forecast, for lists that only need how things stand. */
export async function standingLines(tx: Tx, district: District, judged: readonly JudgedTarget[], commitments: readonly Commitment[]): Promise<PlanLine[]> {
  return linesWith(tx, district, judged, commitments, new Map())
}

async function linesWith(tx: Tx, district: District, judged: readonly JudgedTarget[], commitments: readonly Commitment[], outlooks: Awaited<ReturnType<typeof outlooksOf>>): Promise<PlanLine[]> {
  const told = judged.flatMap(({ pair }) => (pair && pair.inputs.length === 0 ? [pair.id] : []))
  const figures = await findFiguresByIds(tx, district, [...new Set(told)])
  const measured = Map.groupBy(commitments.filter(c => c.target !== null), c => c.target)
  return judged.map(({ target, ...rest }) => lineOfTarget({
    ...rest, target, outlook: outlooks.get(target.id) ?? noOutlook, said: [...rest.said, ...rest.parts], place: target.unitName, owner: target.ownerName, commitments: measured.get(target.id) ?? [], figureSource: (rest.pair && figures.get(rest.pair.id)?.source) ?? null,
  }))
}

/** The tree of a year, each commitment with its light and share. */
export async function treeOfYear(tx: Tx, ctx: Pick<Context, 'district' | 'today'>, year: number, on: Day = ctx.today()): Promise<CommitmentNode[]> {
  const commitments = await findCommitments(tx, ctx.district, year)
  return nodesOf(tx, ctx.district, commitments, await measuringTargets(tx, ctx.district, commitments, on), on)
}

/** The targets by which commitments are measured; one of another year is judged as well. */
async function measuringTargets(tx: Tx, district: District, commitments: readonly Commitment[], on: Day): Promise<JudgedTarget[]> {
  return judgedTargets(tx, district, [...new Set(commitments.flatMap(c => c.target ?? []))], on)
}

/**
 * Gives each commitment its light: that of the target that measures it, else of its own progress, else the worst of what
 * stands below it. Shares of chapters and tasks are the mean of what is measured below.
 */
async function nodesOf(tx: Tx, district: District, commitments: readonly Commitment[], judged: readonly JudgedTarget[], on: Day): Promise<CommitmentNode[]> {
  if (commitments.length === 0) return []
  const parameters = await lightParametersOn(tx, district, on)
  const targets = new Map(judged.map(j => [j.target.id, j]))
  const names = new Map((await findUnits(tx, district)).map(unit => [unit.id, unit.name]))
  const own = commitments.map(commitment => ({ commitment, target: commitment.target === null ? undefined : targets.get(commitment.target), verdict: verdictOfProgress(commitment, on, parameters) }))
  const shown = await shownLights(tx, district, own.map(o => ({ id: o.commitment.id, verdict: o.target?.verdict ?? o.verdict })), on)
  const nodes = new Map(own.map(({ commitment, target, verdict }): [Id, CommitmentNode] => {
    const override = shown.get(commitment.id)?.override ?? null
    const light: Light = override ? override.light : target ? target.light : verdict.light
    return [commitment.id, {
      ...commitment, verdict: target?.verdict ?? verdict, light, override, share: target ? target.share : latestProgress(commitment)?.share ?? null,
      leadName: commitment.leadUnit === null ? null : names.get(commitment.leadUnit) ?? null, targetWords: target?.target.words ?? null,
    }]
  }))
  return rolledUp(commitments.flatMap(c => nodes.get(c.id) ?? []))
}

/** Chapters and tasks take light and share from what stands below them; an override of their own stays. In the order of the tree, each before what hangs on it. */
function rolledUp(nodes: readonly CommitmentNode[]): CommitmentNode[] {
  const children = childrenOf(nodes)
  const folded = new Map<Id, CommitmentNode>()
  const fold = (node: CommitmentNode): CommitmentNode => {
    folded.set(node.id, node) // keeps its place before its children
    const below = (children.get(node.id) ?? []).map(fold)
    const measured = below.map(b => b.share).filter(share => share !== null)
    const own = node.target !== null || node.share !== null || below.length === 0
    const mean = measured.length === 0 ? null : Math.round((measured.reduce((a, b) => a + Math.min(1, b), 0) / measured.length) * 10_000) / 10_000
    const after = own ? node : { ...node, share: mean, light: node.override ? node.light : worstOf(below.map(b => b.light)) }
    folded.set(node.id, after)
    return after
  }
  for (const top of children.get(null) ?? []) fold(top)
  return [...folded.values()]
}

/** Years that have targets or commitments, the latest first, with how many of each. */
export async function yearRows(tx: Tx, district: District): Promise<{ year: number; targets: number; commitments: number }[]> {
  const targets = new Map((await findYearsOfTargets(tx, district)).map(row => [row.year, row.targets]))
  const commitments = new Map((await findYears(tx, district)).map(row => [row.year, row.commitments]))
  return [...new Set([...targets.keys(), ...commitments.keys()])].toSorted((a, b) => b - a).map(year => ({ year, targets: targets.get(year) ?? 0, commitments: commitments.get(year) ?? 0 }))
}
