import { counted, type Label } from '../../../kernel/label.ts'
import { type Light } from '../../../kernel/light.ts'
import { daysBetween, type Day } from '../../../kernel/time.ts'

/** What a unit owes (应办), in the order in which it is told where days are alike. */
export const owedKinds = ['notice', 'decision', 'blocker', 'approval', 'month', 'return', 'commitment', 'case', 'project'] as const
export type OwedKind = (typeof owedKinds)[number]

export const owedWords = {
  notice: { zh: '督办单', en: 'Notice' }, decision: { zh: '调度会决定事项', en: 'Decision of a meeting' }, blocker: { zh: '项目堵点', en: 'Blocker of a project' }, approval: { zh: '审批超期', en: 'Approval over its limit' }, month: { zh: '月度投资未报', en: 'Months not told' },
  return: { zh: '报表', en: 'Return' }, commitment: { zh: '承诺事项', en: 'Commitment' }, case: { zh: '工单', en: 'Case' }, project: { zh: '亮灯的项目', en: 'Project behind' },
} as const satisfies Record<OwedKind, Label>

/** One thing that a unit owes: its own or led by it, or helped with; until when, where it is seen. A project behind its plan has no day. */
export type Owed = {
  readonly kind: OwedKind
  readonly key: string
  readonly title: Label
  readonly why: Label
  readonly part: 'lead' | 'co'
  readonly dueOn: Day | null
  /** Its hour passed, though its day has not. */
  readonly passed?: boolean
  readonly light: Light | null
  readonly page: string
}

/** What is due today is late only tomorrow, unless it has an hour of its own. */
export const isLate = ({ dueOn, passed = false }: Pick<Owed, 'dueOn' | 'passed'>, today: Day) => dueOn !== null && (dueOn < today || passed)

/** Days left until the end of its day (negative: days late); null where it has none. */
export const daysLeft = ({ dueOn }: Pick<Owed, 'dueOn'>, today: Day) => (dueOn === null ? null : daysBetween(today, dueOn))

const graver: Readonly<Record<Light, number>> = { 'off-pace': 0, slipping: 1, 'not-judged': 2, 'on-pace': 3, done: 4 }

/** Late first, the longest late before; then by the day it is due; then what has no day, the worse light before. What the unit leads comes before what it helps with. */
export function orderOwed(items: readonly Owed[]): readonly Owed[] {
  return items.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || graver[a.light ?? 'not-judged'] - graver[b.light ?? 'not-judged'] || Number(a.part === 'co') - Number(b.part === 'co') || owedKinds.indexOf(a.kind) - owedKinds.indexOf(b.kind) || a.key.localeCompare(b.key))
}

export type OwedCounts = { readonly all: number; readonly late: number; readonly kinds: Readonly<Record<OwedKind, { readonly all: number; readonly late: number }>> }

/** How many of each kind, and how many of those are late. */
export function countOwed(items: readonly Owed[], today: Day): OwedCounts {
  const late = items.filter(item => isLate(item, today))
  const kinds = Object.fromEntries(owedKinds.map(kind => [kind, { all: items.filter(item => item.kind === kind).length, late: late.filter(item => item.kind === kind).length }])) as OwedCounts['kinds'] // one for each
  return { all: items.length, late: late.length, kinds }
}

type Untold = { readonly project: string; readonly name: string; readonly month: string; readonly returned: boolean }

/** Months of one project that were not told are one thing, due when the first of them was. `dueOn`: the last day on which a month could be told. */
export function monthsOwed(untold: readonly Untold[], dueOn: ReadonlyMap<string, Day>): readonly Owed[] {
  return [...Map.groupBy(untold, one => one.project)].flatMap(([project, all]): Owed[] => {
    const of = all.toSorted((a, b) => a.month.localeCompare(b.month)), first = of[0]
    if (!first) return []
    const back = of.filter(one => one.returned).length, last = of.at(-1) ?? first
    const months = first === last ? first.month : `${first.month}至${last.month}`, monthsEn = first === last ? first.month : `${first.month} to ${last.month}`
    return [{
      kind: 'month', key: project, title: { zh: first.name, en: first.name }, part: 'lead', dueOn: dueOn.get(first.month) ?? null, light: null, page: `/projects/${project}`,
      why: { zh: `${months}共${of.length}个月的投资没有报${back > 0 ? `，其中${back}个月被退回` : ''}。`, en: `Investment of ${counted(of.length, 'month')} (${monthsEn}) is not told${back > 0 ? `; ${back} sent back` : ''}.` },
    }]
  })
}
