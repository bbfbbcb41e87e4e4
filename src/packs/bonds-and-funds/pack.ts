import { type LedgerKindGiven } from '../../engines/plan/ledgers/schema.ts'
import { amount, day, oneOf, share, usualList, words } from '../ledger-kind.ts'
import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'

const money = ['万元', '10,000 yuan'] as const

const applications: LedgerKindGiven = {
  ...usualList,
  key: 'bonds-and-funds',
  name: { zh: '债券和资金申报台账', en: 'Applications for bonds and funds' },
  what: { zh: '哪个项目申报哪一类债券或资金，批了多少、到位多少、支出多少；支出不超过到位，到位不超过批准，批准不超过申报', en: 'Which project asks for which bond or fund: what was granted, arrived and spent; never more spent than arrived, arrived than granted, granted than applied for' },
  line: { zh: '申报项目', en: 'Application' },
  span: 'year', needs: ['lead', 'particulars'], columns: ['lead'],
  groupBy: 'fund', judged: 'weighted', measuredBy: 'spent-rate',
  particulars: [
    // The reports speak of special bonds, long treasury bonds and policy tools; the rest of the list is ours.
    oneOf('fund', '资金类别', 'Kind of fund', [
      ['special-bond', '专项债券', 'Special bond'], ['general-bond', '一般债券', 'General bond'], ['treasury-bond', '超长期特别国债', 'Ultra-long special treasury bond'],
      ['central-budget', '中央预算内投资', 'Central budget investment'], ['policy-tool', '政策性开发性金融工具', 'Policy development finance tool'], ['other', '其他上级资金', 'Other funds from above'],
    ], true),
    words('batch', '批次', 'Batch'),
    amount('applied', '申报额', 'Applied for', money, { decimals: 2, required: true }),
    amount('granted', '批准额', 'Granted', money, { decimals: 2, atMost: 'applied' }),
    share('granted-rate', '批准率', 'Share granted', 'granted', 'applied'),
    amount('arrived', '到位额', 'Arrived', money, { decimals: 2, atMost: 'granted' }),
    amount('spent', '已支出', 'Spent', money, { decimals: 2, atMost: 'arrived' }),
    share('spent-rate', '支出率', 'Share spent', 'spent', 'granted'),
    day('granted-on', '批准日期', 'Granted on'),
    words('project', '项目编号', 'Code of the project'),
  ],
}

export const bondsAndFunds: Pack = {
  id: 'bonds-and-funds',
  version: 1,
  name: { zh: '债券和资金申报', en: 'Bonds and funds' },
  what: { zh: '按项目登记债券和上级资金的申报、批准、到位和支出，按资金类别小计', en: 'Applications for bonds and funds by project, from applied for to spent, with a sum for each kind of fund' },
  origins: [
    { document: '越秀区2021年政府工作报告：争取政府债券14.88亿元；加强政府债券申报和支出管理', section: '一（二）、三（四）' },
    { document: '越秀区2023年计划报告：争取政策性开发性金融工具和政府债券', section: '二（二）' },
    { document: '越秀区2025年计划报告：专项债、超长期特别国债等资金49亿元；中央补助资金1062万元', section: '一（一）、一（四）' },
  ],
  systems: [{ id: 'S032', example: '到位一半、支出三成，批准率和支出率由台账算出', page: '/ledgers' }],
  ledgers: [applications],
  words: [
    { zh: '台账栏目', en: 'particulars', meaning: { zh: '一类台账自有的栏目：数、比率、阶段、日期、文字；按日填报，改动留痕', en: 'Columns that a kind of ledger has of its own: numbers, shares, stages, days, words; told of a day, with their history kept' } },
    { zh: '支出率', en: 'share spent', meaning: { zh: '已支出占批准额的比例；没有批准额时不计', en: 'What is spent of what was granted; none where nothing was granted' } },
  ],
  examples,
}
