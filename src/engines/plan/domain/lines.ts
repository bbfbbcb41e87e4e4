import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { lightOfLag, lightOrder, type Light, type Verdict } from '../../../kernel/light.ts'
import { spanOf } from '../../../kernel/period.ts'
import { printNumber } from '../../../kernel/quantity.ts'
import { type Source } from '../../../kernel/source.ts'
import { type Day } from '../../../kernel/time.ts'
import { yearOnYearOf } from '../../indicators/domain/derive.ts'
import { type Judgement } from '../../indicators/domain/judge.ts'
import { input } from '../../indicators/domain/judging.ts'
import { noOutlook, type Outlook } from '../../indicators/domain/outlook.ts'
import { timeShare } from '../../indicators/domain/pace.ts'
import { type LightParameters } from '../../indicators/domain/parameters.ts'
import { inOrderSaid } from '../../indicators/domain/statements.ts'
import { inUnit, rounded } from '../../indicators/domain/units.ts'
import { type Said } from '../../indicators/domain/vintage.ts'
import { pointWords, shareWords } from '../../indicators/domain/words.ts'
import { type Indicator, type Override, type Target } from '../../indicators/schema.ts'
import { type Commitment, type PlanLine } from '../schema.ts'
import { latestProgress } from './tree.ts'

/** A target with its judgement and what a line shows of its surroundings. */
export type TargetParts = Judgement & {
  readonly target: Target
  readonly indicator: Pick<Indicator, 'id' | 'code' | 'name'>
  readonly place: string | null
  readonly owner: string | null
  readonly light: Light
  readonly override: Override | null
  readonly outlook: Outlook
  /** Where the figure was said; null where it was worked out from others or there is none. */
  readonly figureSource: Source | null
  /** Figures of the indicator, among them those from which the pair was worked out. */
  readonly said: readonly Said[]
  /** Commitments that are measured by this target. */
  readonly commitments: readonly Pick<Commitment, 'id' | 'source'>[]
}

/** The line of a target. One target is one line, in however many papers it was said; what found no figure stays open and says so. */
export function lineOfTarget({ target, indicator, pair, verdict, stretchVerdict, expected, share, light, override, outlook, ...parts }: TargetParts): PlanLine {
  const measure = target.measure || pair?.level?.unit || ''
  return {
    id: target.id, code: indicator.code, name: indicator.name.zh, label: indicator.name, kind: 'target', indicator: indicator.id, place: parts.place, unit: measure,
    operator: target.operator, target: target.value, stretch: target.stretch, words: target.words,
    figure: figureIn(target, pair, measure), period: pair?.period ?? null, targetPeriod: target.period, expected, share, ...outlook,
    gap: verdict.gap, light, because: verdict.because.zh, verdict, stretchVerdict, override, statements: target.statements.length, owner: parts.owner, asOf: asOf(pair),
    sources: [
      ...inOrderSaid(target.statements).toReversed().map(s => ({ of: 'target' as const, id: s.id, source: s.source })),
      ...(pair ? sourceOfPair(pair, parts.said, parts.figureSource).map(source => ({ of: 'figure' as const, id: pair.id, source })) : []),
      ...parts.commitments.map(c => ({ of: 'commitment' as const, id: c.id, source: c.source })),
    ],
  }
}

/** Where a pair comes from: its paper or entry, or the formula with each figure that went into it. */
function sourceOfPair(pair: NonNullable<Judgement['pair']>, said: readonly Said[], told: Source | null): readonly Source[] {
  if (pair.inputs.length === 0) return told ? [told] : []
  const inputs = said.filter(f => pair.inputs.includes(f.id)).map(f => ({ name: f.period, value: f.level ? `${printNumber(f.level.value, 6)}${f.level.unit}` : '', figure: f.id }))
  const summed = inputs.every(i => i.name !== pair.period)
  return [{ kind: 'formula', rule: pair.change ? '由两年同期数值推算增速' : summed ? '由各期数值累加' : '由相关指标按公式推算', inputs }]
}

/** The number that stands beside the target: its growth, or its level in the target's own measure. */
function figureIn(target: Target, pair: Judgement['pair'], measure: string): number | null {
  if (!pair) return null
  const level = pair.level && inUnit(pair.level, measure)
  return target.aspect === 'growth' ? yearOnYearOf(pair) : level ?? (target.value === null ? yearOnYearOf(pair) : null)
}

/** The day that a figure speaks of: the end of its period, or the day it was said where that is earlier. */
function asOf(pair: Judgement['pair']): Day | null {
  const end = pair && spanOf(pair.period)?.to
  return end ? (pair.saidOn !== null && pair.saidOn < end ? pair.saidOn : end) : null
}

export type CommitmentParts = { readonly commitment: Commitment; readonly number: string; readonly verdict: Verdict; readonly light: Light; readonly override: Override | null; readonly owner: string | null }

/** The line of a commitment whose progress a person enters. Null where none was entered yet, or where a target measures it. */
export function lineOfCommitment({ commitment, number, verdict, light, override, owner }: CommitmentParts): PlanLine | null {
  const progress = latestProgress(commitment)
  if (!progress || commitment.target !== null) return null
  const span = `${commitment.year}-01-01`
  return {
    id: commitment.id, code: number, name: commitment.title, label: { zh: commitment.title, en: commitment.title }, kind: 'commitment', indicator: null, place: owner, unit: '%', operator: '>=', target: 100, stretch: null,
    words: dueWords(commitment).zh, figure: rounded(progress.share * 100, 2), period: progress.onDay, targetPeriod: commitment.dueOn, expected: rounded(shareDue(span, commitment.dueOn, progress.onDay) * 100, 2), share: progress.share, ...noOutlook,
    gap: verdict.gap, light, because: verdict.because.zh, verdict, stretchVerdict: null, override, statements: 1, owner, asOf: progress.onDay,
    sources: [{ of: 'commitment', id: commitment.id, source: commitment.source }],
  }
}

/** The words of a due day: 2023年12月31日前完成. */
export function dueWords({ dueOn }: Pick<Commitment, 'dueOn'>): Label {
  return { zh: `${Number(dueOn.slice(0, 4))}年${Number(dueOn.slice(5, 7))}月${Number(dueOn.slice(8))}日前完成`, en: `to be done by ${dueOn}` }
}

/** Share of the time from the start of its year to its due day that has passed. */
function shareDue(from: Day, dueOn: Day, on: Day): number {
  if (on >= dueOn || dueOn <= from) return 1
  const year = from.slice(0, 4)
  return dueOn === `${year}-12-31` ? timeShare(year, on) : rounded(Math.max(0, (Date.parse(on) - Date.parse(from)) / (Date.parse(dueOn) - Date.parse(from))), 6)
}

/**
 * The light of a commitment that a person reports on: the share done against the share of time passed, as of the day of the
 * report. What is due today is late only after the day ends; what is late is off pace until it is done.
 */
export function verdictOfProgress(commitment: Commitment, on: Day, parameters: LightParameters): Verdict {
  const progress = latestProgress({ progress: commitment.progress.filter(p => p.onDay <= on) })
  const due = dueWords(commitment)
  const late = on > commitment.dueOn
  if (!progress) {
    return { light: 'not-judged', gap: null, rule: 'no-figure', inputs: [], because: { zh: `${late ? '已过期限，' : ''}尚未填报进展（${due.zh}）。`, en: `${late ? 'The due day has passed; ' : ''}no progress has been entered yet (${due.en}).` } }
  }
  const expected = shareDue(`${commitment.year}-01-01`, commitment.dueOn, late ? commitment.dueOn : progress.onDay)
  const gap = rounded((progress.share - expected) * 100, 2)
  const inputs = [input('figure', shareWords(progress.share).zh), input('period', progress.onDay), input('target', due.zh), input('expected', shareWords(expected).zh), input('bands', `${pointWords(parameters.level.slipping).zh} / ${pointWords(parameters.level.offPace).zh}`)]
  const state = progress.share >= 1 ? 'done' : late ? 'late' : 'running'
  const light = state === 'done' ? 'done' : state === 'late' ? 'off-pace' : lightOfLag(Math.max(0, -gap), parameters.level)
  return { light, gap, rule: 'progress', inputs, because: progressWords(state, progress.share, expected, gap, due) }
}

function progressWords(state: 'done' | 'late' | 'running', share: number, expected: number, gap: number, due: Label): Label {
  if (state === 'done') return { zh: `已完成（${due.zh}）。`, en: `Done (${due.en}).` }
  if (state === 'late') return { zh: `已过期限，完成${shareWords(share).zh}（${due.zh}）。`, en: `Late: ${shareWords(share).en} done (${due.en}).` }
  const ahead = gap >= 0 ? { zh: '超前', en: 'ahead' } : { zh: '滞后', en: 'behind' }
  return { zh: `完成${shareWords(share).zh}，序时进度${shareWords(expected).zh}（按时间折算），${ahead.zh}${pointWords(gap).zh}；${due.zh}。`, en: `${shareWords(share).en} done, expected ${shareWords(expected).en} by time passed, ${pointWords(gap).en} ${ahead.en}; ${due.en}.` }
}

/** Worst of several lights; what is not judged says nothing. */
export function worstOf(lights: readonly Light[]): Light {
  return lightOrder.find(light => lights.includes(light)) ?? 'not-judged'
}

/** The papers a year was read from: each once (by its title, whether it is on file or only quoted), the newest first. */
export function papersOf(sources: readonly Source[]): readonly { readonly document: Id | null; readonly title: string; readonly saidOn: Day | null }[] {
  const papers = new Map<string, { document: Id | null; title: string; saidOn: Day | null }>()
  for (const source of sources) {
    if (source.kind === 'document') papers.set(source.title, { document: source.document, title: source.title, saidOn: source.saidOn })
    else if (source.kind === 'published' && !papers.has(source.title)) papers.set(source.title, { document: null, title: source.title, saidOn: source.saidOn })
  }
  return [...papers.values()].toSorted((a, b) => (b.saidOn ?? '').localeCompare(a.saidOn ?? '') || a.title.localeCompare(b.title))
}
