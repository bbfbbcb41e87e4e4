/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { label } from '../case-type.ts'
import { type Example } from '../pack.ts'

/** 2025-10-09 is a Thursday; rounds end on Fridays. */
const quarter = { from: '2025-10-09', until: '2025-12-31', every: 'week', weekday: 5, putOn: '2025-10-09' } as const
const road = { name: '示例道路', because: label('1—2月投资完成落后计划12个百分点。', '12 points behind from January to February.'), page: '/projects/x' } as const

/** Worked examples of monthly feedback and of the sprint. */
export const roundsExamples: readonly Example[] = [
  { kind: 'rounds', name: { zh: '四季度攻坚每周五报一轮，报了的不算漏报', en: 'The sprint of quarter four is told every Friday; what was told is not missed' }, given: { ...quarter, told: [{ round: 1, reached: false }], on: '2025-10-13' }, then: { tell: '2025-10-17', missed: [] } },
  { kind: 'rounds', name: { zh: '截止当天还没有报，不算漏报；过了当天才算', en: 'On the last day of a round it is not missed yet' }, given: { ...quarter, told: [], on: '2025-10-10' }, then: { tell: '2025-10-10', missed: [] } },
  { kind: 'rounds', name: { zh: '两周没有报，漏报两轮', en: 'Nothing told in two weeks: two rounds missed' }, given: { ...quarter, told: [], on: '2025-10-18' }, then: { tell: '2025-10-24', missed: ['2025-10-10', '2025-10-17'] } },
  { kind: 'rounds', name: { zh: '已经达到的不再要求填报', en: 'Of what is reached nothing more is asked' }, given: { ...quarter, told: [{ round: 1, reached: true }], on: '2025-10-25' }, then: { tell: null, missed: [] } },
  { kind: 'feedback', name: { zh: '月反馈写明做得好的和近期到期的', en: 'Monthly feedback says what was well done and what falls due' }, given: { month: '2025-02', on: '2025-03-03', projects: [{ ...road, light: 'on-pace', told: true }], decisions: [{ commitment: 'c', words: '报迁改方案', day: '2025-02-28', no: 1, state: 'open', dueOn: '2025-03-14', doneOn: null, page: '/plan/2025' }] }, then: { good: ['1个项目按进度推进', '项目月度投资都按时报了'], behind: [], next: ['报迁改方案'] } },
  { kind: 'feedback', name: { zh: '月反馈列出红灯项目、没有报的投资和超时工单，限期答复', en: 'Monthly feedback lists the red project, the month not told and late cases' }, given: { month: '2025-02', on: '2025-03-03', projects: [{ ...road, light: 'off-pace', told: false }], cases: { part: 3, whole: 5 } }, then: { good: [], behind: ['示例道路', '示例道路', '2件工单没有按时办结'], next: [] } },
  { kind: 'feedback', name: { zh: '没有可说的单位不写月反馈', en: 'Who has nothing to hear gets no page' }, given: { month: '2025-02', on: '2025-03-03' }, then: null },
]
