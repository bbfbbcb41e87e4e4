/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example } from '../pack.ts'

// Figures of the examples are made up; only their shape is that of a district's plan.
const output = { target: { operator: '>=', value: 500, unit: '亿元', measure: 'level', period: '2025' }, indicator: { kind: 'flow', direction: 'up' }, span: '2021-2025' } as const
const unemployment = { target: { operator: '<=', value: 4, unit: '%', measure: 'level', period: '2025' }, indicator: { kind: 'rate', direction: 'down' }, span: '2021-2025' } as const
const estates = { target: { operator: '=', value: 100, unit: '个', measure: 'level', period: '2021-2025' }, indicator: { kind: 'flow', direction: 'up' }, span: '2021-2025' } as const
const growth = { target: { operator: '>=', value: 6, unit: '%', measure: 'growth', period: '2021-2025' }, indicator: { kind: 'flow', direction: 'up' }, span: '2021-2025' } as const

export const examples: readonly Example[] = [
  {
    kind: 'path', name: { zh: '五年目标走了一半路程，应达四成，符合进度', en: 'Half of the way where four tenths are due: on path' },
    given: { ...output, figures: [{ year: 2020, value: 400 }, { year: 2022, value: 450 }], year: 2022 },
    then: { method: 'straight', verdict: 'on-path', expected: 440, gap: 10 },
  },
  {
    kind: 'path', name: { zh: '恰好落后五个百分点，评为滞后', en: 'Exactly five points behind: behind' },
    given: { ...output, figures: [{ year: 2020, value: 400 }, { year: 2023, value: 455 }], year: 2023 },
    then: { method: 'straight', verdict: 'behind', expected: 460, gap: -5 },
  },
  {
    kind: 'path', name: { zh: '落后十个百分点，评为严重滞后', en: 'Ten points behind: far behind' },
    given: { ...output, figures: [{ year: 2020, value: 400 }, { year: 2023, value: 450 }], year: 2023 },
    then: { method: 'straight', verdict: 'far-behind', gap: -10 },
  },
  {
    kind: 'path', name: { zh: '第三年已达到五年目标，评为提前完成', en: 'The target reached in year three: early' },
    given: { ...output, figures: [{ year: 2020, value: 400 }, { year: 2023, value: 500 }], year: 2023 },
    then: { method: 'straight', verdict: 'ahead' },
  },
  {
    kind: 'path', name: { zh: '第三年没有全年数值，中期评估写明暂无，不拿上年代替', en: 'No figure for year three: said so, and the year before is no stand-in' },
    given: { ...output, figures: [{ year: 2020, value: 400 }, { year: 2022, value: 450 }], year: 2023 },
    then: { method: 'straight', verdict: 'no-figure', expected: 460 },
  },
  {
    kind: 'path', name: { zh: '自定的年度路径代替直线', en: 'A path set by hand takes the place of the straight line' },
    given: { ...output, set: { base: null, own: [{ year: 2021, value: 405 }, { year: 2022, value: 415 }, { year: 2023, value: 430 }, { year: 2024, value: 460 }], ground: '规划实施方案' }, figures: [{ year: 2020, value: 400 }, { year: 2023, value: 432 }], year: 2023 },
    then: { method: 'own', verdict: 'on-path', expected: 430, gap: 2 },
  },
  {
    kind: 'path', name: { zh: '越低越好且基期已达到的，要求逐年保持，一破就红', en: 'Less is better and the base is there already: to be kept, and off at once when broken' },
    given: { ...unemployment, figures: [{ year: 2020, value: 3.2 }, { year: 2023, value: 4.1 }], year: 2023 },
    then: { method: 'hold', verdict: 'far-behind', expected: 4 },
  },
  {
    kind: 'path', name: { zh: '五年总量按累计评判，第三年累计六成即符合', en: 'A five-year total is judged by its running sum' },
    given: { ...estates, figures: [{ year: 2021, value: 25 }, { year: 2022, value: 15 }, { year: 2023, value: 20 }], year: 2023 },
    then: { method: 'cumulative', verdict: 'on-path', expected: 60, gap: 0 },
  },
  {
    kind: 'path', name: { zh: '累计中缺一年，其后不再累计', en: 'A running sum stops at the first year without a figure' },
    given: { ...estates, figures: [{ year: 2021, value: 25 }, { year: 2023, value: 40 }], year: 2023 },
    then: { method: 'cumulative', verdict: 'no-figure' },
  },
  {
    kind: 'path', name: { zh: '年均增速目标按已有各年平均评判', en: 'A yearly growth is judged by the mean so far' },
    given: { ...growth, figures: [{ year: 2021, value: 8 }, { year: 2022, value: 2 }, { year: 2023, value: 6.5 }], year: 2023 },
    then: { method: 'every-year', verdict: 'behind', gap: -0.5 },
  },
  {
    kind: 'path', name: { zh: '年均增速高于目标只算符合进度，不算提前完成：后几年仍可能拉低', en: 'A mean above the target is on path and not reached early: later years can still pull it down' },
    given: { ...growth, figures: [{ year: 2021, value: 9 }, { year: 2022, value: 7 }, { year: 2023, value: 8 }], year: 2023 },
    then: { method: 'every-year', verdict: 'on-path', gap: 2 },
  },
  {
    kind: 'path', name: { zh: '要求保持的指标守住了，算符合进度', en: 'What is to be kept and is kept is on path' },
    given: { ...unemployment, figures: [{ year: 2020, value: 3.2 }, { year: 2023, value: 3.9 }], year: 2023 },
    then: { method: 'hold', verdict: 'on-path', expected: 4 },
  },
  {
    kind: 'path', name: { zh: '没有基期值，给不出直线路径，写明无法评判', en: 'Without a base there is no straight line, and that is said' },
    given: { ...output, figures: [{ year: 2023, value: 450 }], year: 2023 },
    then: { method: 'none', verdict: 'no-figure', expected: null },
  },
  {
    kind: 'path', name: { zh: '没有数值的五年目标不评判', en: 'A five-year target without a number is not judged' },
    given: { ...output, target: { ...output.target, operator: 'pending', value: null }, figures: [], year: 2023 },
    then: { method: 'none', verdict: 'no-number' },
  },
]
