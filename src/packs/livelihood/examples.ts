/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example } from '../pack.ts'

const fairs = { indicator: 'JOB-FAIRS', target: { operator: '>=', value: 100, unit: '场', measure: 'level', period: '2023' } } as const

export const examples: readonly Example[] = [
  {
    kind: 'light', name: { zh: '上半年办了86场招聘会，全年不少于100场，亮绿灯', en: '86 job fairs by mid-year of at least 100: on pace' },
    given: { ...fairs, figure: { value: 86, change: null, period: '2023H1' }, on: '2023-08-29' },
    then: { light: 'on-pace', gap: 36 },
  },
  {
    kind: 'light', name: { zh: '上半年只办了38场，落后12个百分点，亮红灯', en: '38 fairs by mid-year are 12 points behind: off pace' },
    given: { ...fairs, figure: { value: 38, change: null, period: '2023H1' }, on: '2023-08-29' },
    then: { light: 'off-pace', gap: -12 },
  },
  {
    kind: 'light', name: { zh: '恰好办满100场，亮完成灯', en: 'Exactly 100 fairs is done' },
    given: { ...fairs, figure: { value: 100, change: null, period: '2023' }, on: '2024-01-10' },
    then: { light: 'done' },
  },
  {
    kind: 'match', name: { zh: '既有住宅增设电梯就是加装电梯', en: 'Lifts added to existing homes are the lifts of the livelihood list' },
    given: { name: '既有住宅增设电梯', unit: '台' }, then: { indicator: 'LIFTS' },
  },
  {
    kind: 'match', name: { zh: '线上、线下招聘会合为招聘会', en: 'Fairs on line and off line are job fairs' },
    given: { name: '线上、线下招聘会', unit: '场' }, then: { indicator: 'JOB-FAIRS' },
  },
  {
    kind: 'match', name: { zh: '“零距离”就业招聘会另有目标，不并入招聘会', en: 'Neighbourhood fairs have a target of their own and are not merged' },
    given: { name: '“零距离”就业招聘会', unit: '场' }, then: { indicator: 'JOB-FAIRS-NEARBY' },
  },
  {
    kind: 'match', name: { zh: '新建成的颐康服务站与累计的颐康服务站分开', en: 'Stations newly opened are kept apart from stations in being' },
    given: { name: '新建成社区颐康服务站', unit: '间' }, then: { indicator: 'ELDER-STATIONS-NEW' },
  },
  {
    kind: 'match', name: { zh: '颐康中心没有登记，要由人来定', en: 'Care centres are not on the register: a person decides' },
    given: { name: '颐康中心', unit: '个' }, then: { indicator: null },
  },
  {
    kind: 'reading', name: { zh: '附件里的民生实事逐项读成有数的承诺', en: 'Each livelihood matter of the annex becomes a promise with its number' },
    // Written for the example; figures and sentences of real reports are not used.
    given: { resultsPeriod: '2025', planPeriod: '2026', text: [
      '三、2026年工作安排', '重点抓好六个方面的工作。', '附件1', '2026年十件民生实事事项',
      '一、开展旧楼加装电梯工作。实现加装电梯不少于260台。', '二、促进和稳定就业。举办“零距离”就业招聘会45场，开展职业技能提升补贴性培训3万人次。',
    ].join('\n') },
    then: [
      { kind: 'target', name: '加装电梯', value: 260, unit: '台', operator: '>=', period: '2026' },
      { kind: 'target', name: '“零距离”就业招聘会', value: 45, unit: '场', operator: '=', period: '2026' },
      { kind: 'target', name: '职业技能提升补贴性培训', value: 3, unit: '万人次', operator: '=', period: '2026' },
    ],
  },
]
