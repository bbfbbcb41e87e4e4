/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example } from '../pack.ts'

const investment = { indicator: 'FAI', target: { operator: '>=', value: 10, unit: '%', measure: 'growth', period: '2023' } } as const

export const examples: readonly Example[] = [
  {
    kind: 'light', name: { zh: '固定资产投资上半年增长8.4%，离全年10%以上差1.6个百分点，亮黄灯', en: 'Investment up 8.4 % at mid-year against at least 10 %: 1.6 points short, slipping' },
    given: { ...investment, figure: { value: null, change: 8.4, period: '2023H1' }, on: '2023-08-29' },
    then: { light: 'slipping', gap: -1.6 },
  },
  {
    kind: 'light', name: { zh: '增速超过目标的，亮绿灯', en: 'Growth above the target is on pace' },
    given: { ...investment, figure: { value: null, change: 11.3, period: '2023H1' }, on: '2023-08-29' },
    then: { light: 'on-pace', gap: 1.3 },
  },
  {
    kind: 'light', name: { zh: '恰好落后2个百分点的，已是红灯', en: 'Exactly two points behind is off pace' },
    given: { ...investment, figure: { value: null, change: 8, period: '2023H1' }, on: '2023-08-29' },
    then: { light: 'off-pace', gap: -2 },
  },
  {
    kind: 'light', name: { zh: '还没有数值的目标不评', en: 'A target without a figure is not judged' },
    given: { ...investment, figure: null, on: '2023-03-01' },
    then: { light: 'not-judged', gap: null },
  },
  {
    kind: 'match', name: { zh: '固定资产投资完成额就是固定资产投资', en: 'Investment completed is investment in fixed assets' },
    given: { name: '固定资产投资完成额', unit: '%' }, then: { indicator: 'FAI' },
  },
  {
    kind: 'match', name: { zh: '全年固定资产投资增速说的也是固定资产投资', en: "The year's growth of investment speaks of the same indicator" },
    given: { name: '全年固定资产投资增速', unit: '%' }, then: { indicator: 'FAI' },
  },
  {
    kind: 'match', name: { zh: '社零总额就是社会消费品零售总额', en: 'The short name of retail sales is known' },
    given: { name: '社零总额', unit: '亿元' }, then: { indicator: 'RETAIL' },
  },
  {
    kind: 'match', name: { zh: '区域总税收不是一般公共预算收入', en: 'The tax take of the area is not the budget revenue' },
    given: { name: '区域总税收', unit: '%' }, then: { indicator: 'TAX' },
  },
  {
    kind: 'match', name: { zh: '一般公共预算支出没有登记，要由人来定', en: 'Budget expenditure is not on the register: a person decides' },
    given: { name: '一般公共预算支出', unit: '亿元' }, then: { indicator: null },
  },
  {
    kind: 'benchmark', name: { zh: '“全市3个区第二”与已录入的三个区相符，外市的区不算', en: 'Second of three districts of the city fits the three on file; a district of another city does not count' },
    given: { own: '440104', ours: 4.2, peers: { 440105: 5, 440106: 3, 440305: 6 }, claim: '增速全市3个区第二' }, then: { rank: 2, of: 3, verdict: 'fits' },
  },
  {
    kind: 'benchmark', name: { zh: '“增速全市第一”没说共几个区，不作判断', en: 'First in the city, of how many not told: no verdict' },
    given: { own: '440104', ours: 17.8, peers: { 440105: 5 }, claim: '增速全市第一' }, then: { rank: 1, of: 2, verdict: 'cannot-say' },
  },
]
