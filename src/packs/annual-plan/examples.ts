/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example } from '../pack.ts'

// The papers below are written for the examples; figures and sentences of real reports are not used.
const year = { resultsPeriod: '2025', planPeriod: '2026' } as const

export const examples: readonly Example[] = [
  {
    kind: 'reading', name: { zh: '主要预期目标逐条读成目标，左右、以上、不低于各归其位', en: 'Each headline target becomes a target with its operator' },
    given: { ...year, text: [
      '一、2025年国民经济和社会发展计划执行情况', '2025年，全区经济平稳运行。',
      '二、2026年国民经济和社会发展计划安排建议', '根据以上思路，提出2026年主要预期目标如下：',
      '——地区生产总值增长5%左右；', '——固定资产投资增长6%以上；', '——一般公共预算收入增长3%。',
    ].join('\n') },
    then: [
      { kind: 'target', name: '地区生产总值', value: 5, unit: '%', operator: '~', period: '2026' },
      { kind: 'target', name: '固定资产投资', value: 6, unit: '%', operator: '>=', period: '2026' },
      { kind: 'target', name: '一般公共预算收入', value: 3, unit: '%', operator: '=', period: '2026' },
    ],
  },
  {
    kind: 'reading', name: { zh: '“完成市下达目标”没有数字，也是目标', en: 'A target left to the municipality has no number and is still a target' },
    given: { ...year, text: [
      '一、2025年国民经济和社会发展计划执行情况', '2025年，全区经济平稳运行。',
      '二、2026年国民经济和社会发展计划安排建议', '根据以上思路，提出2026年主要预期目标如下：',
      '——城镇新增就业人数完成市下达目标；', '——单位GDP能耗下降率完成市下达目标。',
    ].join('\n') },
    then: [
      { kind: 'target', name: '城镇新增就业人数', value: null, operator: 'municipality', period: '2026' },
      { kind: 'target', name: '单位GDP能耗下降率', value: null, operator: 'municipality', period: '2026' },
    ],
  },
  {
    kind: 'reading', name: { zh: '主要指标完成情况表逐行读成结果，画横线的记为待公布', en: 'The completion table is read row by row; a dash is a result still to be published' },
    given: { ...year, text: [
      '一、2025年国民经济和社会发展计划执行情况', '2025年，全区经济平稳运行。', '2025年主要指标完成情况', '指标名称 完成情况',
      '地区生产总值 增长 4.1%', '社会消费品零售总额 增长 2.5%', '城镇新增就业人数 28019人', '单位GDP能耗下降率 ——',
      '二、2026年国民经济和社会发展计划安排建议',
    ].join('\n') },
    then: [
      { kind: 'actual', name: '地区生产总值', value: 4.1, unit: '%', period: '2025' },
      { kind: 'actual', name: '社会消费品零售总额', value: 2.5, unit: '%', period: '2025' },
      { kind: 'actual', name: '城镇新增就业人数', value: 28019, unit: '人', period: '2025' },
      { name: '单位GDP能耗下降率', value: null, operator: 'pending', period: '2025' },
    ],
  },
  {
    kind: 'reading', name: { zh: '半年报告第一部分是上半年的结果，第二部分是全年的目标', en: 'The first part of a half-year report gives results of the half-year, the second targets of the year' },
    given: { resultsPeriod: '2026H1', planPeriod: '2026', text: [
      '一、上半年经济社会发展情况', '固定资产投资增长4.2%，引进优质项目120个。',
      '二、下半年工作安排', '确保全年固定资产投资增长6%以上，力争全年引进优质项目260个以上。',
    ].join('\n') },
    then: [
      { kind: 'actual', name: '固定资产投资', value: 4.2, unit: '%', period: '2026H1' },
      { kind: 'actual', name: '引进优质项目', value: 120, unit: '个', period: '2026H1' },
      { kind: 'target', value: 6, unit: '%', operator: '>=', strength: 'ensure', period: '2026' },
      { kind: 'target', value: 260, unit: '个', operator: '>=', strength: 'strive', period: '2026' },
    ],
  },
  {
    kind: 'reading', name: { zh: '没有数字和去处的号召不是目标', en: 'A call without number or reference is no target' },
    given: { ...year, text: ['二、2026年国民经济和社会发展计划安排建议', '坚持稳中求进工作总基调，推动高质量发展取得新成效。'].join('\n') },
    then: [],
  },
  {
    kind: 'light', name: { zh: '约4.5%的目标差0.3个百分点以内，仍算达到', en: 'About 4.5 %: within 0.3 points counts as on pace' },
    given: { indicator: 'GDP', target: { operator: '~', value: 4.5, unit: '%', measure: 'growth', period: '2023' }, figure: { value: null, change: 4.2, period: '2023H1' }, on: '2023-08-29' },
    then: { light: 'on-pace', gap: -0.3 },
  },
  {
    kind: 'light', name: { zh: '全年结束时未达目标，亮红灯', en: 'Missed at the end of the year is off pace' },
    given: { indicator: 'GDP', target: { operator: '=', value: 4.5, unit: '%', measure: 'growth', period: '2023' }, figure: { value: null, change: 4.4, period: '2023' }, on: '2024-02-07' },
    then: { light: 'off-pace', gap: -0.1 },
  },
  {
    kind: 'division', name: { zh: '300个优质项目按份额分给三个单位，取整后正好分完', en: '300 projects divided by shares among three units; rounding leaves no rest' },
    given: { measure: '个', terms: { method: 'share', check: 'sum', tolerance: 0, digits: 0, whole: 300, ground: null, parts: [{ unit: '投资促进局', share: 33.33, weight: null, value: 0 }, { unit: '甲街道', share: 33.33, weight: null, value: 0 }, { unit: '乙街道', share: 33.34, weight: null, value: 0 }] }, later: 300 },
    then: { rest: 0, refused: null, stillAddsUp: true },
  },
  {
    kind: 'division', name: { zh: '还有12个未分解，不写明理由不能下发', en: '12 are not divided: not to be put before the units without a reason' },
    given: { measure: '个', terms: { method: 'own', check: 'sum', tolerance: 0, digits: 0, whole: 280, ground: null, parts: [{ unit: '甲街道', share: null, weight: null, value: 200 }, { unit: '乙街道', share: null, weight: null, value: 68 }] } },
    then: { rest: 12, refused: 'rest-not-divided' },
  },
  {
    kind: 'division', name: { zh: '分解生效后目标调高，各单位分解数与目标不再相符', en: 'The target is raised after its division came into force: the parts no longer add up to it' },
    given: { measure: '个', terms: { method: 'own', check: 'sum', tolerance: 5, digits: 0, whole: 280, ground: null, parts: [{ unit: '甲街道', share: null, weight: null, value: 200 }, { unit: '乙街道', share: null, weight: null, value: 80 }] }, later: 286 },
    then: { rest: 0, refused: null, stillAddsUp: false },
  },
]
