import { type Label } from '../../../../kernel/label.ts'
import { type Light } from '../../../../kernel/light.ts'
import { type MidTermLine, type MidTermVerdict } from '../../ledgers/schema.ts'
import { type PathView } from './path.ts'

export const midTermLabels = {
  'far-behind': { zh: '严重滞后', en: 'Far behind' },
  behind: { zh: '滞后', en: 'Behind' },
  'on-path': { zh: '符合进度', en: 'On path' },
  ahead: { zh: '提前完成', en: 'Reached early' },
  'no-figure': { zh: '暂无数值', en: 'No figure' },
  'no-number': { zh: '无数值目标', en: 'No number' },
} as const satisfies Record<MidTermVerdict, Label>

/** Worst first; what cannot be judged comes last. */
const order = ['far-behind', 'behind', 'on-path', 'ahead', 'no-figure', 'no-number'] as const satisfies readonly MidTermVerdict[]

type Evaluated = Pick<MidTermLine, 'line' | 'code' | 'name' | 'nature' | 'unit' | 'target' | 'words'> & { readonly path: PathView }

/**
 * The mid-term evaluation (中期评估): how far each indicator has come against its path at the end of a year; binding ones
 * first, the worst first among them. Where that year has no figure yet, the indicator waits: an earlier year is no stand-in.
 */
export function midTermOf(lines: readonly Evaluated[], year: number): readonly MidTermLine[] {
  return lines.map(({ path, ...rest }): MidTermLine => {
    const at = path.years.find(y => y.year === year)
    const verdict = verdictOf(rest.target, at)
    return { ...rest, base: path.base, expected: at?.expected ?? null, actual: at?.actual ?? null, actualYear: at?.actual === null || at === undefined ? null : year, reached: at?.reached ?? null, due: at?.due ?? null, gap: at?.gap ?? null, verdict, because: at?.because ?? { zh: '该年度不在规划期内。', en: 'That year is outside the plan.' } }
  }).toSorted((a, b) => rank(a.nature) - rank(b.nature) || order.indexOf(a.verdict) - order.indexOf(b.verdict) || (a.gap ?? 0) - (b.gap ?? 0) || a.code.localeCompare(b.code))
}

const rank = (nature: MidTermLine['nature']) => (nature === 'binding' ? 0 : 1)

function verdictOf(target: number | null, at: PathView['years'][number] | undefined): MidTermVerdict {
  if (target === null) return 'no-number'
  if (!at || at.actual === null || at.light === 'not-judged') return 'no-figure'
  return at.arrived || at.light === 'done' ? 'ahead' : byLight[at.light]
}

const byLight: Readonly<Record<Exclude<Light, 'done' | 'not-judged'>, MidTermVerdict>> = { 'on-pace': 'on-path', slipping: 'behind', 'off-pace': 'far-behind' }

/** How many indicators of each nature came to which verdict. */
export function midTermCounts(lines: readonly Pick<MidTermLine, 'nature' | 'verdict'>[]): Readonly<Record<MidTermLine['nature'], Readonly<Record<MidTermVerdict, number>> & { readonly of: number }>> {
  const of = (nature: MidTermLine['nature']) => {
    const own = lines.filter(line => line.nature === nature)
    const count = (verdict: MidTermVerdict) => own.filter(line => line.verdict === verdict).length
    return { of: own.length, 'far-behind': count('far-behind'), behind: count('behind'), 'on-path': count('on-path'), ahead: count('ahead'), 'no-figure': count('no-figure'), 'no-number': count('no-number') }
  }
  return { binding: of('binding'), expected: of('expected') }
}
