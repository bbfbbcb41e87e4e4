import { type Verdict } from '../../kernel/light.ts'
import { type Source } from '../../kernel/source.ts'
import { type FigureChain } from '../ui/chain.ts'
import { type ChartData } from '../ui/chart-data.ts'

/** Invented data for the style page. No figure here says anything about a real district. */

export const paper: Source = { kind: 'document', document: '01890000-0000-7000-8000-000000000001', title: '示例区2023年政府工作报告', section: '二、（一）', start: 1204, end: 1222, words: '固定资产投资增长8.4%', saidOn: '2023-07-28' }
export const published: Source = { kind: 'published', title: '示例区2022年统计公报', section: '三、', saidOn: '2023-04-12' }
export const hand: Source = { kind: 'hand', person: null, name: '李示例', at: '2023-07-31T02:05:00.000Z', ground: '统计部门来函（示例）' }
export const formula: Source = { kind: 'formula', rule: '已开工项目数 ÷ 计划开工项目数', inputs: [{ name: '已开工项目数', value: '209个' }, { name: '计划开工项目数', value: '280个' }] }
export const generated: Source = { kind: 'generated', seed: '1' }

export const chain: FigureChain = {
  name: '固定资产投资增速',
  quantity: { value: 8.4, unit: '%' },
  period: '2023H1',
  source: paper,
  links: [
    { kind: 'source', source: paper },
    { kind: 'source', source: { kind: 'return', sheet: '01890000-0000-7000-8000-000000000009', form: 'EXAMPLE', formName: '示例报表', entry: 'FAI', unit: '示例区统计局', period: '2023H1', submittedBy: '张示例', approvedBy: '李示例', acceptedBy: '王示例', at: '2023-07-18T03:20:00.000Z' } },
    { kind: 'source', source: formula },
    { kind: 'source', source: hand },
  ],
  vintages: [
    { id: '01890000-0000-7000-8000-0000000000a1', vintage: { zh: '快报数', en: 'Quick' }, quantity: { value: 8.1, unit: '%' }, saidOn: '2023-07-14', source: hand, current: false },
    { id: '01890000-0000-7000-8000-0000000000a2', vintage: { zh: '初核数', en: 'First check' }, quantity: { value: 8.4, unit: '%' }, saidOn: '2023-07-28', source: paper, current: true },
  ],
  history: [{ period: '2019', value: 6.2 }, { period: '2020', value: -1.3 }, { period: '2021', value: 9.8 }, { period: '2022', value: 4.1 }, { period: '2023H1', value: 8.4 }],
}

const inputs = [{ name: 'target', value: '增长10%以上' }, { name: 'figure', value: '增长8.4%' }, { name: 'period', value: '2023H1' }, { name: 'bands', value: '落后1个、3个百分点' }, { name: 'judged-on', value: '2023-07-31' }, { name: 'rest', value: '下半年须增长11.6%' }]
const rule = 'growth'
export const verdicts: readonly { readonly of: string; readonly verdict: Verdict }[] = [
  { of: '社会消费品零售总额', verdict: { light: 'on-pace', gap: 0.6, rule, inputs, because: { zh: '高于目标0.6个百分点。', en: '0.6 percentage points above the target.' } } },
  { of: '固定资产投资', verdict: { light: 'slipping', gap: -1.6, rule, inputs, because: { zh: '上半年增长8.4%，比目标低1.6个百分点。', en: 'Up 8.4% in the half-year, 1.6 percentage points below the target.' } } },
  { of: '一般公共预算收入', verdict: { light: 'off-pace', gap: -5.2, rule, inputs, because: { zh: '比目标低5.2个百分点。', en: '5.2 percentage points below the target.' } } },
  { of: '新增停车位', verdict: { light: 'done', gap: 4, rule: 'share-of-total', inputs: [], because: { zh: '已完成全年目标的104%。', en: '104% of the target is done.' } } },
  { of: '居民收入', verdict: { light: 'not-judged', gap: null, rule, inputs: [], because: { zh: '尚无数值，由上级统计部门次年公布。', en: 'No figure yet: the statistics office publishes it next year.' } } },
]

export const years: ChartData = { kind: 'line', categories: ['2019年', '2020年', '2021年', '2022年', '2023年'], series: [{ name: '实际', unit: '亿元', values: [812.4, 798.1, 861.9, 884.2, null] }, { name: '目标', unit: '亿元', values: [800, 830, 850, 900, 930] }] }
export const quarters: ChartData = { kind: 'bar', categories: ['一季度', '二季度', '三季度', '四季度'], series: [{ name: '2022年', unit: '个', values: [42, 61, 70, 98] }, { name: '2023年', unit: '个', values: [58, 79, 72, null] }] }
export const streets: ChartData = { kind: 'rows', categories: ['东示例街', '西示例街', '南示例街', '北示例街'], series: [{ name: '已交付电梯', unit: '台', values: [31, 24, 18, 9] }] }

export type Line = { readonly id: string; readonly name: string; readonly unit: string; readonly target: number; readonly actual: number | null; readonly owner: string; readonly at: number }
export const lines: readonly Line[] = [
  { id: 'a', name: '固定资产投资增速', unit: '%', target: 10, actual: 8.4, owner: '示例区发展和改革局', at: 1 },
  { id: 'b', name: '社会消费品零售总额增速', unit: '%', target: 6, actual: 6.6, owner: '示例区商务局', at: 0 },
  { id: 'c', name: '一般公共预算收入增速', unit: '%', target: 4, actual: -1.2, owner: '示例区财政局', at: 2 },
  { id: 'd', name: '开工重点项目', unit: '个', target: 280, actual: 209, owner: '示例区重点项目专班', at: 0 },
  { id: 'e', name: '新增停车位', unit: '个', target: 1200, actual: 1248, owner: '示例区住房和建设局', at: 3 },
  { id: 'f', name: '居民人均可支配收入增速', unit: '%', target: 5, actual: null, owner: '示例区统计局', at: 4 },
]
