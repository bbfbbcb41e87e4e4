import { type LedgerKindGiven } from '../../engines/plan/ledgers/schema.ts'
import { amount, day, oneOf, usualList, words } from '../ledger-kind.ts'
import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'

/** The ten actions as the plan report of 2025 names them. */
export const tenActions = [
  ['industry', '现代产业扩容行动', 'Modern industry'], ['momentum', '动力倍增竞跑行动', 'Momentum'], ['habitat', '人居环境提升行动', 'Living environment'], ['services', '公共服务均衡行动', 'Even public services'], ['heritage', '历史文脉赓续行动', 'Heritage'],
  ['governance', '治理效能提升行动', 'Governance'], ['streets', '赋权强街增能行动', 'Stronger streets'], ['yield', '亩均效益提升行动', 'Yield of land'], ['together', '城乡携手共进行动', 'Town and country together'], ['vanguard', '万千先锋助力行动', 'Vanguard'],
] as const

const tasks: LedgerKindGiven = {
  ...usualList,
  key: 'programme-tasks',
  name: { zh: '专项行动任务台账', en: 'Tasks of a programme' },
  what: { zh: '“百千万工程”等专项的年度重点任务和集成式改革举措，按行动分组，逐项看牵头、时限、进展和成果', en: 'Yearly tasks and reforms of a programme by its actions, each with lead, due day, progress and result' },
  line: { zh: '任务举措', en: 'Task or reform' },
  span: 'year', needs: ['lead', 'particulars'], columns: ['lead', 'due', 'evidence'],
  groupBy: 'action',
  particulars: [
    oneOf('action', '行动', 'Action', tenActions, true),
    oneOf('sort', '类别', 'Sort', [['task', '年度重点任务', 'Task of the year'], ['reform', '集成式改革举措', 'Reform']], true),
    amount('fund', '安排资金', 'Funds', ['万元', '10,000 yuan'], { decimals: 2 }),
    words('result', '阶段成果', 'Result so far'),
  ],
}

const appraisal: LedgerKindGiven = {
  ...usualList,
  key: 'street-appraisal',
  name: { zh: '街道考评等次台账', en: 'Appraisal of streets' },
  what: { zh: '上级对各街道的考评：等次、公布日期和结果运用，按等次小计', en: 'The municipality’s appraisal of each street: grade, day and use of the result, counted by grade' },
  line: { zh: '街道', en: 'Street' },
  span: 'year', needs: ['particulars'], columns: [],
  groupBy: 'grade',
  particulars: [
    // The report names the grade 优秀 only; the others are the usual ones.
    oneOf('grade', '等次', 'Grade', [['excellent', '优秀', 'Excellent'], ['good', '良好', 'Good'], ['fair', '一般', 'Fair'], ['poor', '较差', 'Poor']], true),
    day('published-on', '公布日期', 'Published on'),
    words('paper', '文号', 'Paper'),
    words('use', '结果运用', 'Use of the result'),
  ],
}

export const programmes: Pack = {
  id: 'programmes',
  version: 1,
  name: { zh: '专项行动', en: 'Programmes' },
  what: { zh: '“百千万工程”的任务、改革举措和街道考评等次', en: 'Tasks, reforms and the appraisal of streets of a programme' },
  origins: [{ document: '越秀区2025年计划报告：十大行动、117项年度重点任务、32项集成式改革举措、6条街道优秀、帮扶资金3.57亿元', section: '一（三）、名词注4' }],
  systems: [{ id: 'S013', example: '任务和改革举措按行动分组，各组有几项一目了然', page: '/ledgers' }],
  ledgers: [tasks, appraisal],
  words: [
    { zh: '十大行动', en: 'ten actions', meaning: { zh: '“百千万工程”在本区的十项行动，任务和改革举措都归到其中一项', en: 'The ten actions of the programme in the district; every task and reform belongs to one of them' } },
    { zh: '集成式改革举措', en: 'reform measure', meaning: { zh: '“百千万工程”中几个部门一起做的改革，与年度重点任务分开计数', en: 'A reform of the programme that several departments make together, counted apart from the tasks of the year' } },
  ],
  examples,
}
