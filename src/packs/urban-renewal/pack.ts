import { type LedgerKindGiven } from '../../engines/plan/ledgers/schema.ts'
import { amount, day, oneOf, share, stages, usualList, words } from '../ledger-kind.ts'
import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'

const households = ['户', 'households'] as const, money = ['万元', '10,000 yuan'] as const, lifts = ['台', 'lifts'] as const, area = ['公顷', 'hectares'] as const

const villages: LedgerKindGiven = {
  ...usualList,
  key: 'urban-villages',
  name: { zh: '城中村改造台账', en: 'Urban villages' },
  what: { zh: '逐村登记批复进程、户数和签约、面积、拆除、安置和资金，五年一本', en: 'Each village with its approval, households and signing, area, demolition, resettlement and money; one for five years' },
  line: { zh: '城中村', en: 'Village' },
  span: 'five-year', needs: ['lead', 'particulars'],
  judged: 'weighted', measuredBy: 'step',
  particulars: [
    // The steps are those of renewal in general; no paper lists them, nor what share of the work each is. Both are ours.
    stages('step', '改造进程', 'Step', [
      ['preparation', '前期', 'Preparation', 0], ['plan', '方案编制', 'Plan being drawn up', 0.1], ['approved', '方案获批', 'Plan approved', 0.3], ['signing', '签约', 'Signing', 0.4],
      ['demolition', '拆除', 'Demolition', 0.6], ['building', '复建安置', 'Rebuilding', 0.8], ['resettled', '回迁完成', 'Resettled', 1],
    ], true),
    day('approved-on', '获批日期', 'Approved on'),
    amount('area', '改造面积', 'Area', area, { decimals: 2 }),
    amount('households', '户数', 'Households', households),
    amount('signed', '已签约', 'Signed', households, { atMost: 'households' }),
    share('signing-rate', '签约率', 'Signing rate', 'signed', 'households'),
    amount('demolished', '已拆除', 'Demolished', ['万平方米', '10,000 m²'], { decimals: 2 }),
    amount('plots', '安置地块', 'Resettlement plots', ['个', 'plots']),
    amount('money', '已落实资金', 'Money secured', money, { decimals: 2 }),
  ],
}

const estates: LedgerKindGiven = {
  ...usualList,
  key: 'old-estates',
  name: { zh: '老旧小区改造台账', en: 'Old estates' },
  what: { zh: '按批次登记老旧小区改造：楼栋、户数、投入和所处阶段，按批次小计', en: 'Renewal of old estates by batch: buildings, households, money and the stage reached, with a sum for each batch' },
  line: { zh: '小区', en: 'Estate' },
  span: 'five-year', needs: ['lead', 'particulars'],
  groupBy: 'batch', measuredBy: 'stage',
  particulars: [
    words('batch', '批次', 'Batch', true),
    // The four stages are those of the catalogue; the share of the work that each stands for is ours.
    stages('stage', '阶段', 'Stage', [['preparation', '前期', 'Preparation', 0], ['started', '开工', 'Started', 0.3], ['key-nodes', '关键节点完成', 'Key nodes done', 0.7], ['finished', '完工', 'Finished', 1]], true),
    amount('buildings', '楼栋', 'Buildings', ['栋', 'buildings']),
    amount('households', '受益户数', 'Households', households),
    amount('money', '投入', 'Money', money, { decimals: 2 }),
    amount('spent', '已完成投资', 'Invested', money, { decimals: 2, atMost: 'money' }),
    share('spent-rate', '投资完成率', 'Share invested', 'spent', 'money'),
  ],
}

const lift: LedgerKindGiven = {
  ...usualList,
  key: 'lift-retrofit',
  name: { zh: '旧楼加装电梯台账', en: 'Lifts for old buildings' },
  what: { zh: '逐街道登记加装电梯：申请、批准、开工、完工和补助', en: 'Lifts street by street: applied for, permitted, begun, finished and subsidised' },
  line: { zh: '街道', en: 'Street' },
  span: 'year', needs: ['lead', 'particulars'], columns: ['lead'],
  judged: 'weighted', measuredBy: 'finished-rate',
  particulars: [
    amount('applied', '申请', 'Applied for', lifts, { required: true }),
    amount('permitted', '批准', 'Permitted', lifts, { atMost: 'applied' }),
    amount('started', '开工', 'Begun', lifts, { atMost: 'permitted' }),
    amount('finished', '完工', 'Finished', lifts, { atMost: 'started' }),
    share('finished-rate', '完工率', 'Share finished', 'finished', 'applied'),
    amount('subsidy', '已发补助', 'Subsidy paid', money, { decimals: 2 }),
  ],
}

const lines: LedgerKindGiven = {
  ...usualList,
  key: 'renewal-lines',
  name: { zh: '城市更新九项重点工作', en: 'The nine lines of renewal' },
  what: { zh: '九项重点工作各有牵头单位、计量内容、年度任务和完成数', en: 'Nine lines of work, each with a lead, what is counted, the task of the year and what is done' },
  line: { zh: '工作', en: 'Line of work' },
  span: 'year', expected: 9, onePerSpan: true, needs: ['lead'], columns: ['lead'],
  judged: 'weighted', measuredBy: 'done-rate', groupBy: 'field',
  particulars: [
    oneOf('field', '类别', 'Field', [['three-olds', '“三旧”改造', 'Renewal of old towns, works and villages'], ['upgrading', '整治提升', 'Upgrading'], ['clearing', '治理', 'Clearing up']]),
    words('counted', '计量内容', 'What is counted'),
    // Their units differ from line to line, so there is no sum.
    amount('task', '年度任务', 'Task of the year', ['项', 'counted'], { decimals: 2, total: false }),
    amount('done', '已完成', 'Done', ['项', 'counted'], { decimals: 2, total: false }),
    share('done-rate', '完成率', 'Share done', 'done', 'task'),
  ],
}

export const urbanRenewal: Pack = {
  id: 'urban-renewal',
  version: 1,
  name: { zh: '城市更新', en: 'Urban renewal' },
  what: { zh: '城中村、老旧小区、加装电梯和九项重点工作四本台账：户数与签约、批次与阶段、申请与完工', en: 'Four ledgers: urban villages, old estates, lifts and the nine lines of work' },
  origins: [
    { document: '越秀区2021年政府工作报告：5条城中村改造、九项重点工作、旧楼加装电梯551台', section: '一（二）、三（二）、名词解释' },
    { document: '越秀区2023年上半年报告：5个城中村、第二批和第三批各18个老旧小区、加装电梯142台', section: '一（四）、二（四）' },
    { document: '越秀区2025年计划报告：城中村改造专项借款和中央补助资金', section: '一（四）' },
    { document: '各阶段折算的完成比例：文件未公布，暂用', section: '阶段' },
  ],
  systems: [
    { id: 'S036', example: '一百户签了九十六户，签约率96%', page: '/ledgers' },
    { id: 'S040', example: '两批小区分别小计，完工的批次全部完成', page: '/ledgers' },
    { id: 'S041', example: '完工多于开工，不予登记', page: '/ledgers', extent: { zh: '各街道申请、批准、开工、完工和补助的台账；单栋业主意见征集和审批没有', en: 'The ledger of each street from application to subsidy; not the consent of owners nor the permit of a building' } },
    { id: 'S049', example: '九项工作各按自己的任务数算完成率', page: '/ledgers' },
  ],
  ledgers: [villages, estates, lift, lines],
  words: [
    { zh: '签约率', en: 'signing rate', meaning: { zh: '已签约户数占应签约户数的比例', en: 'Households that signed, of all that are to sign' } },
    { zh: '批次', en: 'batch', meaning: { zh: '一批同时启动的小区或一次申报的项目', en: 'Estates that begin together, or applications made together' } },
  ],
  examples,
}
