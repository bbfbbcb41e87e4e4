import { sumToYuan, toYuan } from '../../../../../engines/projects/domain/money.ts'
import { type Project } from '../../../../../engines/projects/domain/project.ts'
import { plannedThrough } from '../../../../../engines/projects/domain/schedule.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { printNumber } from '../../../../../kernel/quantity.ts'

/** To the yuan, as money is kept. */
const money = (value: number) => printNumber(value, 4)

/** Months of this year and the last that are over and not approved yet, in their order. */
export function monthsToTell(project: Pick<Project, 'months'>, today: string): readonly string[] {
  const year = Number(today.slice(0, 4)), approved = new Set(project.months.filter(month => month.state === 'approved').map(month => month.month))
  return [year - 1, year].flatMap(y => Array.from({ length: 12 }, (_, i) => `${y}-${String(i + 1).padStart(2, '0')}`)).filter(month => month < today.slice(0, 7) && !approved.has(month))
}

/** What was planned for a month and what was told of it before; null without a month. In 10 000 yuan. */
export function monthSoFar({ years, months }: Pick<Project, 'years' | 'months'>, month: string): Label | null {
  if (month === '') return null
  const plan = years.find(one => one.year === Number(month.slice(0, 4))), n = Number(month.slice(5))
  const told = months.find(one => one.month === month)
  const due = plan ? money(toYuan(plannedThrough(plan, n) - plannedThrough(plan, n - 1))) : ''
  const planned = plan
    ? plan.months ? { zh: `${month}计划${due}万元。`, en: `Planned for ${month}: ${due} (10,000 yuan).` } : { zh: `${month}按时间折算应完成${due}万元。`, en: `By the time passed, ${due} (10,000 yuan) are due in ${month}.` }
    : { zh: `${month.slice(0, 4)}年没有投资计划。`, en: `There is no plan of investment for ${month.slice(0, 4)}.` }
  if (!told) return { zh: `${planned.zh}这个月还没有报过。`, en: `${planned.en} Nothing was told of it yet.` }
  return told.state === 'returned'
    ? { zh: `${planned.zh}${told.by}报过${money(told.amount)}万元，已退回${told.reason === null ? '' : `：${told.reason}`}`, en: `${planned.en} ${told.by} told ${money(told.amount)}, which was sent back${told.reason === null ? '' : `: ${told.reason}`}` }
    : { zh: `${planned.zh}${told.by}已报${money(told.amount)}万元，待审核；重报后以新数为准。`, en: `${planned.en} ${told.by} told ${money(told.amount)}, which waits for approval; telling it again replaces it.` }
}

/** What twelve months add up to beside the whole year; null where none is given. */
export function sumOfMonths(months: readonly string[], total: string): Label | null {
  if (months.every(month => month.trim() === '')) return null
  const sum = sumToYuan(months.map(month => Number(month.normalize('NFKC')) || 0)), rest = toYuan((Number(total.normalize('NFKC')) || 0) - sum)
  if (rest === 0) return { zh: `各月合计${money(sum)}万元，与全年相符。`, en: `The months add up to the year: ${money(sum)}.` }
  return rest > 0
    ? { zh: `各月合计${money(sum)}万元，与全年还差${money(rest)}万元。`, en: `The months add up to ${money(sum)}; ${money(rest)} are missing.` }
    : { zh: `各月合计${money(sum)}万元，超出全年${money(-rest)}万元。`, en: `The months add up to ${money(sum)}: ${money(-rest)} more than the year.` }
}

/** How many months of each year wait for approval, or were sent back and not told anew; the latest year first. */
export function monthsWaiting(project: Pick<Project, 'months'>): readonly { readonly year: number; readonly told: number; readonly returned: number }[] {
  const open = project.months.filter(month => month.state !== 'approved')
  return [...Map.groupBy(open, month => Number(month.month.slice(0, 4)))].map(([year, of]) => ({ year, told: of.filter(month => month.state === 'told').length, returned: of.filter(month => month.state === 'returned').length })).toSorted((a, b) => b.year - a.year)
}
