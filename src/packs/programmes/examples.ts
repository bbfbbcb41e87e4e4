/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example, type LedgerLineGiven } from '../pack.ts'

const line = (share: number | null, values: Readonly<Record<string, number | string>>): LedgerLineGiven => ({ parts: [{ share }], told: [{ onDay: '2024-06-30', values }] })
const street = (grade: string): LedgerLineGiven => line(null, { grade })

export const examples: readonly Example[] = [
  {
    kind: 'ledger', name: { zh: '任务和改革举措按行动分组，各组有几项一目了然', en: 'Tasks and reforms stand by their action' },
    given: { ledger: 'programme-tasks', span: '2024', on: '2024-06-30', lines: [line(1, { action: 'habitat', sort: 'task', fund: 300 }), line(0, { action: 'industry', sort: 'reform' }), line(1, { action: 'habitat', sort: 'reform', fund: 57 })] },
    then: { groups: ['industry', 'habitat'], sums: { fund: 357 }, whole: 'on-pace' },
  },
  {
    kind: 'ledger', name: { zh: '填了没有的行动，列出可填的行动', en: 'An action that there is not is refused, naming those there are' },
    given: { ledger: 'programme-tasks', span: '2024', on: '2024-06-30', lines: [line(null, { action: 'habitat', sort: 'task' })], asked: { what: 'tell', onDay: '2024-06-30', values: { action: '人居' } } },
    then: { refused: 'column-choice' },
  },
  {
    kind: 'ledger', name: { zh: '没有归到行动的任务，要件不全', en: 'A task of no action lacks what is required' },
    given: { ledger: 'programme-tasks', span: '2024', on: '2024-06-30', lines: [line(0.5, { sort: 'task' })] },
    then: { lines: [{ lacks: ['particulars'] }], groups: [null] },
  },
  {
    kind: 'ledger', name: { zh: '十八条街道中六条优秀，按等次分组', en: 'Six streets of eighteen are excellent' },
    given: { ledger: 'street-appraisal', span: '2024', on: '2024-12-31', lines: [...Array.from({ length: 6 }, () => street('excellent')), ...Array.from({ length: 12 }, () => street('good'))] },
    then: { groups: ['excellent', 'good'] },
  },
  {
    kind: 'ledger', name: { zh: '等次改正，日期不晚于今天，可以', en: 'A grade put right as of today is allowed' },
    given: { ledger: 'street-appraisal', span: '2024', on: '2024-12-31', lines: [street('good')], asked: { what: 'tell', onDay: '2024-12-31', values: { grade: 'excellent' } } },
    then: { refused: null },
  },
  {
    kind: 'ledger', name: { zh: '等次的日期还没有到，不予登记', en: 'A grade of a day that has not come is refused' },
    given: { ledger: 'street-appraisal', span: '2024', on: '2024-12-31', lines: [street('good')], asked: { what: 'tell', onDay: '2025-01-01', values: { grade: 'excellent' } } },
    then: { refused: 'day-not-come' },
  },
]
