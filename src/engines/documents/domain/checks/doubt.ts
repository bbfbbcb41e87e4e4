import { z } from 'zod'
import { type Label, Label as Words } from '../../../../kernel/label.ts'
import { Source } from '../../../../kernel/source.ts'
import { type Saying, sayingText } from './saying.ts'

/**
 * What the checks hold against one another: parts and their sum; level and growth against last year's level; the same
 * figure in two places; a streak against earlier years; a place against the last one; a share against its parts; a
 * target against last year's result.
 */
export const CheckKind = z.enum(['sum', 'base', 'twice', 'streak', 'rank', 'share', 'low-target'])
export type CheckKind = z.infer<typeof CheckKind>

/** 不符: both cannot be right as they stand. 待核: a reason is likely (a revised base, another basis) and must be named. 提示: worth knowing, no fault. */
export const Severity = z.enum(['contradiction', 'question', 'note'])
export type Severity = z.infer<typeof Severity>

export const kindWords = {
  sum: { zh: '分项与合计', en: 'Parts and sum' },
  base: { zh: '增速与基数', en: 'Growth and base' },
  twice: { zh: '前后说法', en: 'Said twice' },
  streak: { zh: '连续年数', en: 'Streak' },
  rank: { zh: '位次', en: 'Rank' },
  share: { zh: '占比与完成率', en: 'Share or completion rate' },
  'low-target': { zh: '目标低于上年', en: 'Target below last year' },
} as const satisfies Record<CheckKind, Label>

export const severityWords = {
  contradiction: { zh: '不符', en: 'Contradiction' },
  question: { zh: '待核', en: 'Question' },
  note: { zh: '提示', en: 'Note' },
} as const satisfies Record<Severity, Label>

/** One of the sayings that do not go together. `part` is what it is here: 合计, 分项, 上年. */
export const DoubtSide = z.object({ key: z.string(), paper: z.string().nullable(), part: Words, says: Words, source: Source })
export type DoubtSide = z.infer<typeof DoubtSide>

/** A doubt (疑点) of the checks: sayings that do not go together, side by side, with the arithmetic in words. */
export const CheckedDoubt = z.object({
  /** The check and its sayings: the same doubt found again has the same key. */
  key: z.string(),
  kind: CheckKind,
  severity: Severity,
  name: z.string(),
  words: Words,
  sides: z.array(DoubtSide).min(2),
})
export type CheckedDoubt = z.infer<typeof CheckedDoubt>

/** What one check answers: how many comparisons it made, and those that do not hold. */
export type Checked = { readonly kind: CheckKind; readonly compared: number; readonly doubts: readonly CheckedDoubt[] }

export type Part = readonly [part: Label, saying: Saying]

export function doubtOf(kind: CheckKind, severity: Severity, parts: readonly Part[], words: Label): CheckedDoubt {
  const sides = parts.map(([part, saying]): DoubtSide => ({ key: saying.key, paper: saying.paper, part, says: sayingText(saying), source: saying.source }))
  return { key: `${kind}:${sides.map(side => side.key).toSorted().join('+')}`, kind, severity, name: parts[0]?.[1].name ?? '', words, sides }
}
