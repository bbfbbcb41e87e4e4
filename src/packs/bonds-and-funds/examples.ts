/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example } from '../pack.ts'

const given = (told: Readonly<Record<string, number | string>>) => ({ parts: [{ share: null }], told: [{ onDay: '2025-06-30', values: told }] })
const asked = (values: Readonly<Record<string, number | string | null>>) => ({ what: 'tell', onDay: '2025-07-31', values }) as const

export const examples: readonly Example[] = [
  {
    kind: 'ledger', name: { zh: '到位一半、支出三成，批准率和支出率由台账算出', en: 'Half arrived and three tenths spent: both shares are worked out' },
    given: { ledger: 'bonds-and-funds', span: '2025', on: '2025-06-30', lines: [given({ fund: 'special-bond', applied: 20000, granted: 16000, arrived: 8000, spent: 8000 }), given({ fund: 'treasury-bond', applied: 10000, granted: 4000, arrived: 2000, spent: 1200 })] },
    then: { sums: { applied: 30000, granted: 20000, 'granted-rate': 0.666667, arrived: 10000, spent: 9200, 'spent-rate': 0.46 }, groups: ['special-bond', 'treasury-bond'], whole: 'slipping' },
  },
  {
    kind: 'ledger', name: { zh: '支出恰好等于到位，可以', en: 'Spent to the last of what arrived is allowed' },
    given: { ledger: 'bonds-and-funds', span: '2025', on: '2025-07-31', lines: [given({ fund: 'special-bond', applied: 20000, granted: 16000, arrived: 8000, spent: 5000 })], asked: asked({ spent: 8000 }) },
    then: { refused: null },
  },
  {
    kind: 'ledger', name: { zh: '支出多于到位，写明哪一栏、超过哪一栏', en: 'More spent than arrived is refused, naming both columns' },
    given: { ledger: 'bonds-and-funds', span: '2025', on: '2025-07-31', lines: [given({ fund: 'special-bond', applied: 20000, granted: 16000, arrived: 8000, spent: 5000 })], asked: asked({ spent: 8000.01 }) },
    then: { refused: 'column-above' },
  },
  {
    kind: 'ledger', name: { zh: '没有批准额，支出率是一杠，不是零', en: 'Where nothing is granted there is no share spent' },
    given: { ledger: 'bonds-and-funds', span: '2025', on: '2025-06-30', lines: [given({ fund: 'other', applied: 500, granted: 0, arrived: 0, spent: 0 })] },
    then: { sums: { 'granted-rate': 0, 'spent-rate': null }, lines: [{ light: 'not-judged' }] },
  },
]
