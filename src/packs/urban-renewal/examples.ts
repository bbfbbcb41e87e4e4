/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example, type LedgerLineGiven } from '../pack.ts'

const told = (values: Readonly<Record<string, number | string>>, onDay = '2023-06-30'): LedgerLineGiven => ({ parts: [{ share: null }], told: [{ onDay, values }] })
const estate = (batch: string, stage: string, money: number, spent: number) => told({ batch, stage, money, spent, buildings: 6 })

export const examples: readonly Example[] = [
  {
    kind: 'ledger', name: { zh: '一百户签了九十六户，签约率96%', en: 'Ninety-six of a hundred signed: 96 %' },
    given: { ledger: 'urban-villages', span: '2021-2025', on: '2023-06-30', lines: [told({ step: 'signing', households: 100, signed: 96, area: 12.5 })] },
    then: { sums: { households: 100, signed: 96, 'signing-rate': 0.96, area: 12.5 } },
  },
  {
    kind: 'ledger', name: { zh: '全部签约，恰好等于户数，可以', en: 'All households signed: exactly as many as there are' },
    given: { ledger: 'urban-villages', span: '2021-2025', on: '2023-07-31', lines: [told({ step: 'signing', households: 100, signed: 96 })], asked: { what: 'tell', onDay: '2023-07-31', values: { signed: 100 } } },
    then: { refused: null },
  },
  {
    kind: 'ledger', name: { zh: '签约户数多于户数，不予登记', en: 'More households signed than there are is refused' },
    given: { ledger: 'urban-villages', span: '2021-2025', on: '2023-07-31', lines: [told({ step: 'signing', households: 100, signed: 96 })], asked: { what: 'tell', onDay: '2023-07-31', values: { signed: 101 } } },
    then: { refused: 'column-above' },
  },
  {
    kind: 'ledger', name: { zh: '拆除退回签约，没有写明理由', en: 'From demolition back to signing without a reason' },
    given: { ledger: 'urban-villages', span: '2021-2025', on: '2023-07-31', lines: [told({ step: 'demolition' })], asked: { what: 'tell', onDay: '2023-07-31', values: { step: 'signing' } } },
    then: { refused: 'stage-back' },
  },
  {
    kind: 'ledger', name: { zh: '写明理由，阶段可以退回', en: 'With a reason a stage may go back' },
    given: { ledger: 'urban-villages', span: '2021-2025', on: '2023-07-31', lines: [told({ step: 'demolition' })], asked: { what: 'tell', onDay: '2023-07-31', values: { step: 'signing' }, reason: '首期范围调整，余下户数重新签约' } },
    then: { refused: null },
  },
  {
    kind: 'ledger', name: { zh: '两批小区分别小计，完工的批次全部完成', en: 'Two batches with sums of their own; the finished one is done' },
    given: { ledger: 'old-estates', span: '2021-2025', on: '2023-06-30', lines: [estate('第三批', 'started', 5000, 1000), estate('第二批', 'finished', 4000, 4000), estate('第三批', 'preparation', 3000, 0)] },
    then: { groups: ['第二批', '第三批'], sums: { money: 12000, spent: 5000, 'spent-rate': 0.416667 }, lines: [{}, { light: 'done', share: 1 }, {}] },
  },
  {
    kind: 'ledger', name: { zh: '没有写批次和阶段，台账要件不全', en: 'Without batch and stage a line lacks what is required' },
    given: { ledger: 'old-estates', span: '2021-2025', on: '2023-06-30', lines: [told({ money: 5000 })] },
    then: { lines: [{ lacks: ['particulars'] }] },
  },
  {
    kind: 'ledger', name: { zh: '完工多于开工，不予登记', en: 'More lifts finished than begun is refused' },
    given: { ledger: 'lift-retrofit', span: '2023', on: '2023-06-30', lines: [told({ applied: 20, permitted: 16, started: 12, finished: 8 }, '2023-05-31')], asked: { what: 'tell', onDay: '2023-06-30', values: { finished: 13 } } },
    then: { refused: 'column-above' },
  },
  {
    kind: 'ledger', name: { zh: '九项工作各按自己的任务数算完成率', en: 'Each of the nine lines by its own task' },
    given: { ledger: 'renewal-lines', span: '2021', on: '2021-06-30', lines: [told({ field: 'clearing', counted: '拆除违法建设（万平方米）', task: 100, done: 55 }, '2021-06-30'), told({ field: 'three-olds', counted: '旧村（条）', task: 5, done: 1 }, '2021-06-30')] },
    then: { groups: ['three-olds', 'clearing'], lines: [{ share: 0.55, light: 'on-pace' }, { share: 0.2, light: 'off-pace' }] },
  },
]
