import { type LedgerKindGiven } from '../../engines/plan/ledgers/schema.ts'
import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'

const outline: LedgerKindGiven = {
  key: 'five-year-plan',
  name: { zh: '五年规划指标', en: 'Indicators of the five-year plan' },
  what: { zh: '五年规划纲要或专项规划的指标：约束性与预期性、基期值、目标值、年度路径和中期评估', en: 'Indicators of a five-year outline or special plan: binding and expected, base and target, yearly path, mid-term evaluation' },
  line: { zh: '指标', en: 'Indicator' },
  // An outline and its special plans run over the same five years, so there may be several.
  span: 'five-year', of: 'target', expected: null, capped: false, onePerSpan: false,
  needs: ['measure', 'lead'], acceptance: [], judged: 'worst', public: false,
  columns: ['lead'], annex: [], evaluatedInYear: 3,
}

export const fiveYearPlan: Pack = {
  id: 'five-year-plan',
  version: 1,
  name: { zh: '五年规划', en: 'Five-year plan' },
  what: { zh: '五年规划指标逐年对照路径亮灯，第三年作中期评估，约束性指标在前', en: 'Indicators of the five-year plan against their yearly path, with a mid-term evaluation in year three, binding ones first' },
  origins: [{ document: '越秀区2021年政府工作报告', section: '一 “十三五”回顾、二' }, { document: '越秀区2023年上半年报告', section: '二（一）' }],
  systems: [
    { id: 'S011', example: '五年目标走了一半路程，应达四成，符合进度', page: '/ledgers', extent: { zh: '纲要和专项规划的指标；规划文本之间的层级和国土空间规划还没有', en: 'Indicators of outline and special plans; not yet the tree of the plans themselves nor the spatial plan' } },
    { id: 'S012', example: '第三年没有全年数值，中期评估写明暂无，不拿上年代替', page: '/ledgers' },
  ],
  ledgers: [outline],
  words: [
    { zh: '年度路径', en: 'yearly path', meaning: { zh: '五年目标分到每一年应达到的值；可自定，未定的按直线折算并注明', en: 'What is due at the end of each year of a five-year target; set by hand, or a straight line that says so' } },
    { zh: '中期评估', en: 'mid-term evaluation', meaning: { zh: '规划第三年对各指标完成情况的评估，约束性指标在前', en: 'Evaluation in year three of how far each indicator has come, binding ones first' } },
    { zh: '基期值', en: 'base value', meaning: { zh: '规划开始前一年的值，路径从它起算', en: 'The value of the year before the plan, from which the path starts' } },
  ],
  examples,
}
