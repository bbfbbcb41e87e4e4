import { type Id } from '../../../../kernel/id.ts'
import { lightLabels } from '../../../../kernel/light.ts'
import { contains, spanOf } from '../../../../kernel/period.ts'
import { type Source } from '../../../../kernel/source.ts'
import { type Day, dayOf } from '../../../../kernel/time.ts'
import { noOutlook } from '../../../indicators/domain/outlook.ts'
import { inOrderSaid } from '../../../indicators/domain/statements.ts'
import { type Said } from '../../../indicators/domain/vintage.ts'
import { type Indicator, type Target } from '../../../indicators/schema.ts'
import { type CommitmentNode, type PlanLine } from '../../schema.ts'
import { dueWords, lineOfCommitment } from '../lines.ts'
import { type HeldBack, type PublicFigure, type PublicLine, type PublicSource } from './publication.ts'

/** Figures of one promise that are shown; older ones stay in the ledger. */
export const mostFigures = 60

/** What the public is told of where something comes from. A person and the ground they gave are left out. */
export function publicSource(source: Source): PublicSource {
  switch (source.kind) {
    case 'document': return { kind: 'paper', title: source.title, section: source.section, day: source.saidOn, url: null }
    case 'published': return { kind: 'paper', title: source.title, section: source.section, day: source.saidOn, url: source.url !== undefined && /^https?:\/\//.test(source.url) ? source.url : null }
    case 'return':
    case 'hand': return { kind: 'reported', day: dayOf(source.at) }
    case 'cases': return source.generated ? { kind: 'generated' } : { kind: 'counted', day: dayOf(source.at) }
    case 'formula': return { kind: 'calculated' }
    case 'division': return { kind: 'divided', day: source.on }
    case 'generated': return { kind: 'generated' }
  }
}

/**
 * A target judged on public figures alone. `unitCode`: of the unit whose target it is, null for the district's own;
 * `sources`: of its figures, by id.
 */
export type PublicTarget = {
  readonly year: number
  readonly line: PlanLine
  readonly target: Target
  readonly indicator: Pick<Indicator, 'embargoed'>
  readonly said: readonly Said[]
  readonly sources: ReadonlyMap<Id, Source>
  readonly unitCode: string | null
}

export function lineFromTarget({ year, line, target, indicator, said, sources, unitCode }: PublicTarget): PublicLine {
  const figureSources = line.sources.filter(s => s.of === 'figure').map(s => s.source)
  return {
    ...toldOf(line),
    key: keyOfTarget(line.code, target, year, unitCode),
    code: line.code,
    place: unitCode === null ? null : line.place,
    growth: target.aspect === 'growth',
    heldBack: indicator.embargoed && line.figure === null,
    targetSource: sourceOf(line, 'target'),
    figureSource: figureSources.length > 1 ? { kind: 'calculated' } : figureSources[0] ? publicSource(figureSources[0]) : null,
    statements: inOrderSaid(target.statements).map(s => ({ words: s.words, operator: s.operator, target: s.value, stretch: s.stretch, unit: s.measure, day: s.saidOn ?? dayOf(s.at), source: publicSource(s.source) })),
    figures: figuresWithin(target, said, sources),
  }
}

/** GDP-growth in the year itself; with the period where it is another, and with the unit where it is not the district's. */
export function keyOfTarget(code: string, { aspect, period }: Pick<Target, 'aspect' | 'period'>, year: number, unitCode: string | null): string {
  return [code, aspect, ...(period === String(year) ? [] : [period]), ...(unitCode === null ? [] : [unitCode])].join('-').replaceAll(/[^A-Za-z0-9-]/g, '')
}

function toldOf(line: PlanLine): Omit<PublicLine, 'key' | 'code' | 'place' | 'heldBack' | 'growth' | 'targetSource' | 'figureSource' | 'statements' | 'figures'> {
  const { kind, label, owner, unit, operator, target, stretch, words, targetPeriod, figure, period, asOf, expected, share, verdict, stretchVerdict } = line
  // The light that follows from the figures: what a person set over it is for those who work here.
  return { kind, label, owner, unit, operator, target, stretch, words, targetPeriod, figure, period, asOf, expected, share, gap: verdict.gap, light: verdict.light, stretchLight: stretchVerdict?.light ?? null, because: verdict.because }
}

function sourceOf(line: PlanLine, of: 'target' | 'commitment'): PublicSource | null {
  const found = line.sources.find(s => s.of === of)
  return found ? publicSource(found.source) : null
}

function figuresWithin(target: Pick<Target, 'period'>, said: readonly Said[], sources: ReadonlyMap<Id, Source>): PublicFigure[] {
  const ends = (period: string) => spanOf(period)?.to ?? ''
  return said.filter(f => contains(target.period, f.period))
    .toSorted((a, b) => ends(b.period).localeCompare(ends(a.period)) || (b.saidOn ?? '').localeCompare(a.saidOn ?? '') || b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
    .slice(0, mostFigures)
    .flatMap((f): PublicFigure[] => {
      const source = f.inputs ? { kind: 'calculated' as const } : publicOrNull(sources.get(f.id))
      return source ? [{ period: f.period, vintage: f.vintage, level: f.level, change: f.change, day: f.saidOn, source }] : []
    })
}

const publicOrNull = (source: Source | undefined) => (source ? publicSource(source) : null)

/** A commitment that no target measures: what its responsible unit reports of it, or that nothing was reported yet. */
export function lineFromCommitment(node: CommitmentNode, number: string, on: Day): PublicLine {
  const reported = node.progress.filter(p => p.onDay <= on)
  const line = lineOfCommitment({ commitment: { ...node, progress: reported }, number, verdict: node.verdict, light: node.verdict.light, override: null, owner: node.leadName }) ?? unreported(node)
  const latest = line.period
  return {
    ...toldOf(line),
    key: node.id, code: null, place: null, growth: false, heldBack: false,
    targetSource: publicSource(node.source),
    figureSource: latest === null ? null : { kind: 'reported', day: latest },
    statements: [{ words: line.words, operator: '>=', target: 100, stretch: null, unit: '%', day: null, source: publicSource(node.source) }],
    figures: reported.toSorted((a, b) => b.onDay.localeCompare(a.onDay) || b.at.localeCompare(a.at)).slice(0, mostFigures)
      .map(p => ({ period: p.onDay, vintage: 'published', level: { value: Math.round(p.share * 10_000) / 100, unit: '%' }, change: null, day: p.onDay, source: { kind: 'reported', day: p.onDay } })),
  }
}

function unreported(node: CommitmentNode): PlanLine {
  return {
    id: node.id, code: '', name: node.title, label: { zh: node.title, en: node.title }, kind: 'commitment', indicator: null, place: null, unit: '%', operator: '>=', target: 100, stretch: null, words: dueWords(node).zh,
    figure: null, period: null, targetPeriod: node.dueOn, expected: null, share: null, ...noOutlook, gap: null, light: node.verdict.light, because: node.verdict.because.zh, verdict: node.verdict, stretchVerdict: null, override: null,
    statements: 1, owner: node.leadName, asOf: null, sources: [],
  }
}

/** Of a year's tree, what is a promise by itself: nothing hangs below it and no target measures it, or its progress is reported. Chapters are headings. */
export function isPromise(node: CommitmentNode, below: number): boolean {
  return node.target === null && (node.progress.length > 0 || (below === 0 && node.kind !== 'chapter'))
}

/** What the public does not see of a promise, for those who prepare and approve. */
export function heldBackOf(line: PublicLine, internal: { readonly light: PublicLine['light']; readonly override: { readonly until: Day } | null; readonly notApproved: number; readonly embargoed: boolean }): HeldBack[] {
  const { key, label } = line
  return [
    ...(internal.embargoed ? [{ key, label, kind: 'embargoed' as const, why: { zh: '公布前保密的指标：只列已公布的数值', en: 'Held back until published: only published figures are in it' } }] : []),
    ...(internal.notApproved > 0 ? [{ key, label, kind: 'not-approved' as const, why: { zh: `${internal.notApproved}个数值尚未审核`, en: `${internal.notApproved} not approved yet` } }] : []),
    ...(internal.override ? [{ key, label, kind: 'override' as const, why: { zh: `人工调为“${lightLabels[internal.light].zh}”（至${internal.override.until}），公众看到按数值算出的“${lightLabels[line.light].zh}”`, en: `set to “${lightLabels[internal.light].en}” by hand until ${internal.override.until}; the public sees “${lightLabels[line.light].en}”, which follows from the figures` } }] : []),
  ]
}
