/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example } from '../pack.ts'

const investment = { indicator: 'KEY-PROJECT-INVESTMENT', target: { operator: '>=', value: 40, unit: '亿元', measure: 'level', period: '2023' } } as const

export const examples: readonly Example[] = [
  {
    kind: 'light', name: { zh: '时间过半，重点项目投资完成过半，亮绿灯', en: 'Half the year gone and half the investment done is on pace' },
    given: { ...investment, figure: { value: 20, change: null, period: '2023H1' }, on: '2023-07-15' },
    then: { light: 'on-pace', gap: 0 },
  },
  {
    kind: 'light', name: { zh: '时间过半，投资只完成三成五，落后序时进度15个百分点，亮红灯', en: 'Half the year gone and 35 % done is 15 points behind schedule: off pace' },
    given: { ...investment, figure: { value: 14, change: null, period: '2023H1' }, on: '2023-07-15' },
    then: { light: 'off-pace', gap: -15 },
  },
  {
    kind: 'light', name: { zh: '恰好落后序时进度10个百分点，由黄转红', en: 'Exactly ten points behind schedule turns from slipping to off pace' },
    given: { ...investment, figure: { value: 16, change: null, period: '2023H1' }, on: '2023-07-15' },
    then: { light: 'off-pace', gap: -10 },
  },
  {
    kind: 'light', name: { zh: '年度投资提前完成的，亮完成灯', en: "The year's investment reached before its end is done" },
    given: { ...investment, figure: { value: 47.88, change: null, period: '2023' }, on: '2024-01-15' },
    then: { light: 'done' },
  },
  {
    kind: 'match', name: { zh: '区重点建设项目按本区清单计数', en: 'District key projects are counted by the district list' },
    given: { name: '区重点建设项目', unit: '个' }, then: { indicator: 'KEY-PROJECTS' },
  },
  {
    kind: 'match', name: { zh: '市重点项目不是区重点建设项目', en: 'City key projects are not district key projects' },
    given: { name: '市重点项目', unit: '个' }, then: { indicator: 'CITY-KEY-PROJECTS' },
  },
  {
    kind: 'match', name: { zh: '市、区合计的“市区重点项目”单独计数', en: 'City and district key projects together are a count of their own' },
    given: { name: '市区重点项目', unit: '个' }, then: { indicator: 'CITY-AND-DISTRICT-PROJECTS' },
  },
  {
    kind: 'match', name: { zh: '省重点项目没有登记，要由人来定', en: 'Provincial key projects are not on the register: a person decides' },
    given: { name: '省重点项目', unit: '个' }, then: { indicator: null },
  },
  {
    kind: 'match', name: { zh: '“完成投资”要看前面说的是哪一类项目', en: 'Investment done is that of the projects named before it' },
    given: { name: '完成投资', unit: '亿元', beside: '力争60个区重点建设项目全年完成投资超40亿元' }, then: { indicator: 'KEY-PROJECT-INVESTMENT' },
  },
  {
    kind: 'match', name: { zh: '没有前文的“完成投资”要由人来定', en: 'Investment done with nothing before it is left to a person' },
    given: { name: '完成投资', unit: '亿元' }, then: { indicator: null },
  },
]
