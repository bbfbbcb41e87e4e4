/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example } from '../pack.ts'

const projects = { indicator: 'QUALITY-PROJECTS', target: { operator: '>=', value: 280, unit: '个', measure: 'level', period: '2023' } } as const

export const examples: readonly Example[] = [
  {
    kind: 'light', name: { zh: '上半年引进209个优质项目，已完成全年280个的四分之三', en: '209 good projects by mid-year are three quarters of 280' },
    given: { ...projects, figure: { value: 209, change: null, period: '2023H1' }, on: '2023-08-29' },
    then: { light: 'on-pace', gap: 24.64 },
  },
  {
    kind: 'light', name: { zh: '上半年只引进84个，落后时间进度20个百分点，亮红灯', en: '84 projects by mid-year are 20 points behind the time passed: off pace' },
    given: { ...projects, figure: { value: 84, change: null, period: '2023H1' }, on: '2023-08-29' },
    then: { light: 'off-pace', gap: -20 },
  },
  {
    kind: 'light', name: { zh: '恰好落后5个百分点，开始亮黄灯', en: 'Exactly five points behind is where slipping begins' },
    given: { ...projects, figure: { value: 126, change: null, period: '2023H1' }, on: '2023-08-29' },
    then: { light: 'slipping', gap: -5 },
  },
  {
    kind: 'match', name: { zh: '计划报告的“落地优质项目”与半年报告的“引进优质项目”是同一指标', en: 'Good projects landed (plan) and brought in (half-year) are one indicator' },
    given: { name: '全年落地优质项目', unit: '个' }, then: { indicator: 'QUALITY-PROJECTS' },
  },
  {
    kind: 'match', name: { zh: '“500强、央企子公司或分支机构”自成一类', en: 'Branches of top-500 and central enterprises are a class of their own' },
    given: { name: '新增 500 强、央企子公司或分支机构', unit: '家' }, then: { indicator: 'TOP500-BRANCHES' },
  },
  {
    kind: 'match', name: { zh: '“百强类、总部类、央企类企业”不算作“500强、央企分支机构”', en: 'Top-100, headquarters and central enterprises are not counted as top-500 branches' },
    given: { name: '引进百强类、总部类、央企类企业', unit: '家' }, then: { indicator: 'TOP100-FIRMS' },
  },
  {
    kind: 'match', name: { zh: '没有登记过的“跨国公司地区总部”由人来定', en: 'An unregistered class is left to a person' },
    given: { name: '认定跨国公司地区总部', unit: '家' }, then: { indicator: null },
  },
]
