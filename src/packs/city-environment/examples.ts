/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example } from '../pack.ts'

const congestion = { indicator: 'CONGESTION-POINTS', target: { operator: '=', value: 5, unit: '个', measure: 'level', period: '2023' } } as const

export const examples: readonly Example[] = [
  {
    kind: 'light', name: { zh: '上半年治理4个交通拥堵点，全年5个，亮绿灯', en: 'Four of five congestion points put right by mid-year: on pace' },
    given: { ...congestion, figure: { value: 4, change: null, period: '2023H1' }, on: '2023-08-29' },
    then: { light: 'on-pace', gap: 30 },
  },
  {
    kind: 'light', name: { zh: '上半年只治理1个，落后30个百分点，亮红灯', en: 'One of five by mid-year is 30 points behind: off pace' },
    given: { ...congestion, figure: { value: 1, change: null, period: '2023H1' }, on: '2023-08-29' },
    then: { light: 'off-pace', gap: -30 },
  },
  {
    kind: 'light', name: { zh: '刚好治理5个，亮完成灯', en: 'Exactly five is done' },
    given: { ...congestion, figure: { value: 5, change: null, period: '2023' }, on: '2024-01-10' },
    then: { light: 'done' },
  },
  {
    kind: 'match', name: { zh: '“资源化利用率”按登记的指标归类', en: 'The reuse rate of waste is the registered one' },
    given: { name: '全区生活垃圾资源化利用率', unit: '%' }, then: { indicator: 'WASTE-REUSE' },
  },
  {
    kind: 'match', name: { zh: '“回收利用率”与“资源化利用率”不合并', en: 'Recovery rate and reuse rate of waste are never merged' },
    given: { name: '生活垃圾回收利用率', unit: '%' }, then: { indicator: 'WASTE-RECOVERY' },
  },
  {
    kind: 'match', name: { zh: '优良天数（天）与优良天数比例（%）分开', en: 'Good days counted and good days as a share are kept apart' },
    given: { name: '空气优良天数', unit: '天' }, then: { indicator: 'AIR-GOOD-DAY-COUNT' },
  },
  {
    kind: 'match', name: { zh: '违建治理完成率没有登记，要由人来定', en: 'The completion rate of clearing illegal building is not on the register: a person decides' },
    given: { name: '违建治理完成率', unit: '%' }, then: { indicator: null },
  },
]
