import { type Project } from '../../../../../engines/projects/domain/project.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { numberText } from '../../../../format.ts'

/** Months of this year and the last that are over and not approved yet, in their order. */
export function monthsToTell(project: Pick<Project, 'months'>, today: string): readonly string[] {
  const year = Number(today.slice(0, 4)), approved = new Set(project.months.filter(month => month.state === 'approved').map(month => month.month))
  return [year - 1, year].flatMap(y => Array.from({ length: 12 }, (_, i) => `${y}-${String(i + 1).padStart(2, '0')}`)).filter(month => month < today.slice(0, 7) && !approved.has(month))
}

/** What twelve months add up to beside the whole year; null where none is given. */
export function sumOfMonths(months: readonly string[], total: string): Label | null {
  if (months.every(month => month.trim() === '')) return null
  const sum = Math.round(months.reduce((all, month) => all + (Number(month.normalize('NFKC')) || 0), 0) * 10_000) / 10_000, rest = Math.round(((Number(total.normalize('NFKC')) || 0) - sum) * 10_000) / 10_000
  return rest === 0 ? { zh: `各月合计${numberText(sum)}万元，与全年相符。`, en: `The months add up to the year: ${numberText(sum)}.` } : { zh: `各月合计${numberText(sum)}万元，与全年还差${numberText(rest)}万元。`, en: `The months add up to ${numberText(sum)}; ${numberText(rest)} are missing.` }
}
