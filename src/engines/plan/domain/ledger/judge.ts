import { type Label } from '../../../../kernel/label.ts'
import { lightOfLag, lightOrder, type LagBands, type Light } from '../../../../kernel/light.ts'
import { shareElapsed } from '../../../../kernel/period.ts'
import { printNumber } from '../../../../kernel/quantity.ts'
import { type Day } from '../../../../kernel/time.ts'
import { acceptanceLabels, type Acceptance, type LedgerKind, type LedgerNeed } from '../../ledgers/schema.ts'

/** One measurable part of a line, as its figure or its entered progress leaves it. */
export type Part = { readonly light: Light; readonly share: number | null; readonly because: Label }

/** A line judged: what its parts say, and what is shown once acceptance is taken into account. */
export type JudgedLine = {
  /** What the parts say by themselves: done only when every one of them is. */
  readonly measured: Light
  readonly light: Light
  readonly share: number | null
  readonly parts: { readonly of: number; readonly done: number; readonly unreported: number }
  readonly because: Label
}

/** The light of a line: the worst of its parts, and done only when every part is done and, where the kind asks for it, somebody else has accepted it. */
export function judgedLine(kind: Pick<LedgerKind, 'acceptance'>, parts: readonly Part[], acceptance: Pick<Acceptance, 'state' | 'note'>): JudgedLine {
  const measured = measuredLight(parts)
  const told = parts.map(p => p.share).filter(share => share !== null)
  // Whoever has not reported has done nothing yet: a mean over those who did would flatter.
  const share = told.length === 0 ? null : round(told.reduce((sum, s) => sum + Math.min(1, Math.max(0, s)), 0) / parts.length)
  const counts = { of: parts.length, done: parts.filter(p => p.light === 'done').length, unreported: parts.filter(p => p.light === 'not-judged').length }
  return { measured, share, parts: counts, ...withAcceptance(kind, measured, acceptance, partsWords(parts, counts)) }
}

function measuredLight(parts: readonly Part[]): Light {
  const worst = lightOrder.find(light => parts.some(p => p.light === light)) ?? 'not-judged'
  return worst === 'done' && parts.some(p => p.light === 'not-judged') ? 'on-pace' : worst
}

function partsWords(parts: readonly Part[], { of, done, unreported }: JudgedLine['parts']): Label {
  const [only] = parts
  if (!only) return { zh: '没有可计量的内容。', en: 'Nothing of it is measured.' }
  if (parts.length === 1) return only.because
  const silent = unreported > 0 ? { zh: `，${unreported}项没有数值或进展`, en: `, ${unreported} without figure or progress` } : { zh: '', en: '' }
  const worst = parts.toSorted((a, b) => lightOrder.indexOf(a.light) - lightOrder.indexOf(b.light))[0]
  const why = worst && worst.light !== 'done' && worst.light !== 'not-judged' ? worst.because : { zh: '', en: '' }
  return { zh: `${of}项内容中${done}项完成${silent.zh}。${why.zh}`, en: `${done} of ${of} parts done${silent.en}. ${why.en}`.trim() }
}

function withAcceptance(kind: Pick<LedgerKind, 'acceptance'>, measured: Light, { state, note }: Pick<Acceptance, 'state' | 'note'>, because: Label): Pick<JudgedLine, 'light' | 'because'> {
  if (kind.acceptance.length === 0 || measured !== 'done' || state === 'accepted') return { light: measured, because }
  const asked = note ? `（${note}）` : ''
  switch (state) {
    case 'none': return { light: 'on-pace', because: { zh: `${because.zh}数值已达到，待验收（尚未申请）。`, en: `${because.en} The figures are reached; acceptance has not been asked for.` } }
    case 'proposed': return { light: 'on-pace', because: { zh: `${because.zh}数值已达到，待验收。`, en: `${because.en} The figures are reached; it awaits acceptance.` } }
    case 'partly': return { light: 'slipping', because: { zh: `${because.zh}${acceptanceLabels.partly.zh}${asked}。`, en: `${because.en} ${acceptanceLabels.partly.en}.` } }
    case 'refused': return { light: 'slipping', because: { zh: `${because.zh}${acceptanceLabels.refused.zh}，须整改${asked}。`, en: `${because.en} ${acceptanceLabels.refused.en}; to be put right.` } }
  }
}

/** What a line still lacks of what its kind asks for. Acceptance is lacking only where everything else is there. */
export function lacksOf(kind: Pick<LedgerKind, 'needs'>, has: { readonly measured: boolean; readonly led: boolean; readonly evidence: number; readonly accepted: boolean; readonly measuredDone: boolean; readonly particulars?: boolean }): readonly LedgerNeed[] {
  const lacking: Record<LedgerNeed, boolean> = { measure: !has.measured, lead: !has.led, evidence: has.evidence === 0, acceptance: has.measuredDone && !has.accepted, particulars: !(has.particulars ?? true) }
  return kind.needs.filter(need => lacking[need])
}

/** A ledger as a whole: its light by the rule of its kind, the share done, and how many lines show each light. */
export type Whole = { readonly light: Light; readonly share: number | null; readonly lights: Readonly<Record<Light, number>>; readonly because: Label }

type Weighed = { readonly light: Light; readonly share: number | null; readonly weight: number }

/** Judges the whole: by the worst line, by the share of lines done, or by the weighted share, the latter two against the time passed. */
export function wholeOf(kind: Pick<LedgerKind, 'judged' | 'line'>, span: string, lines: readonly Weighed[], on: Day, bands: LagBands): Whole {
  const count = (light: Light) => lines.filter(line => line.light === light).length
  const lights: Whole['lights'] = { 'off-pace': count('off-pace'), slipping: count('slipping'), 'on-pace': count('on-pace'), done: count('done'), 'not-judged': count('not-judged') }
  const unit = kind.line
  const base = (light: Light, share: number | null, because: Label): Whole => ({ light, share, lights, because })
  const judged = lines.filter(line => line.light !== 'not-judged')
  if (judged.length === 0) return base('not-judged', null, { zh: `${lines.length}项${unit.zh}均无数值或进展，暂不评灯。`, en: `None of the ${lines.length} has a figure or progress yet.` })
  const weight = lines.reduce((sum, line) => sum + line.weight, 0)
  const weighted = weight === 0 ? null : round(lines.reduce((sum, line) => sum + line.weight * Math.min(1, line.share ?? 0), 0) / weight)
  if (kind.judged === 'worst') {
    const worst = lightOrder.find(light => lights[light] > 0) ?? 'not-judged'
    const light = worst === 'done' && lights['not-judged'] > 0 ? 'on-pace' : worst
    return base(light, weighted, { zh: `${lines.length}项中${lights.done}项完成、${lights['off-pace'] + lights.slipping}项滞后、${lights['not-judged']}项未评；以最差一项为准。`, en: `Of ${lines.length}: ${lights.done} done, ${lights['off-pace'] + lights.slipping} behind, ${lights['not-judged']} not judged; the worst line decides.` })
  }
  const share = kind.judged === 'share-done' ? round(lights.done / lines.length) : weighted
  const due = shareElapsed(span, on)
  if (share === null || due === null) return base('not-judged', share, { zh: '权重合计为零，无法评价。', en: 'The weights add up to nothing.' })
  const gap = (share - due) * 100
  const light = share >= 1 ? 'done' : lightOfLag(Math.max(0, -gap), bands)
  const what = kind.judged === 'share-done' ? { zh: '完成项数占', en: 'lines done' } : { zh: '加权完成', en: 'weighted share done' }
  return base(light, share, { zh: `${what.zh}${percent(share)}，时间已过${percent(due)}，${gap >= 0 ? '超前' : '滞后'}${printNumber(Math.abs(gap), 1)}个百分点。`, en: `${percent(share)} ${what.en}, ${percent(due)} of the time passed: ${printNumber(Math.abs(gap), 1)} points ${gap >= 0 ? 'ahead' : 'behind'}.` })
}

const percent = (share: number) => `${printNumber(share * 100, 1)}%`
const round = (n: number) => Math.round(n * 10_000) / 10_000
