import { describe, expect, it } from 'vitest'
import { type FeedbackGiven, feedbackOf, feedbackRule, nothingGiven } from './feedback-sheet.ts'

const label = (zh: string) => ({ zh, en: zh })
const page = '/x'
// 2025-03-03 is a Monday: ten working days later it is the 17th.
const on = '2025-03-03'
const sheetOf = (given: Partial<FeedbackGiven>) => feedbackOf({ ...nothingGiven, ...given }, '2025-02', on)
const lines = (given: Partial<FeedbackGiven>) => {
  const sheet = sheetOf(given)
  return sheet && { good: sheet.good.map(one => `${one.kind} ${one.title.zh}`), behind: sheet.behind.map(one => `${one.kind} ${one.title.zh} ${one.until}`), next: sheet.next.map(one => `${one.kind} ${one.title.zh} ${one.until}`) }
}
const project = (name: string, light: FeedbackGiven['projects'][number]['light'], told: boolean | null = null) => ({ name, light, because: label('落后'), page, told })
const commitment = (id: string, dueOn: string, more: Partial<FeedbackGiven['commitments'][number]> = {}) => ({ id, title: id, light: 'not-judged' as const, dueOn, share: null, doneOn: null, page, ...more })
const decision = (commitment: string, state: FeedbackGiven['decisions'][number]['state'], dueOn: string, doneOn: string | null = null) => ({ commitment, words: commitment, day: '2025-02-07', no: 1, state, dueOn, doneOn, page })
const sheet = (dueOn: string, toldOn: string | null) => ({ name: label('月报'), period: '2025-01', dueOn, toldOn, page })
const notice = (dueOn: string | null, late: boolean) => ({ number: 'DB1', about: '道路', dueOn, late, page })

describe('the monthly feedback of a unit', () => {
  it('is none where there is nothing to say', () => {
    expect(sheetOf({})).toBe(null)
    expect(sheetOf({ projects: [project('未评', 'not-judged')], commitments: [commitment('明年', '2025-12-31')] })).toBe(null)
  })

  it.each<[string, Partial<FeedbackGiven>, { good?: string[]; behind?: string[]; next?: string[] }]>([
    ['praises what was done in the month, and not what was done before', { commitments: [commitment('二月', '2025-06-30', { light: 'done', doneOn: '2025-02-28' }), commitment('一月', '2025-06-30', { light: 'done', doneOn: '2025-01-31' })], decisions: [decision('决定', 'done', '2025-02-20', '2025-02-01')] }, { good: ['decision 决定', 'commitment 二月'] }],
    ['names projects and targets on pace in one line each', { projects: [project('甲', 'on-pace'), project('乙', 'done')], targets: [{ name: label('GDP'), light: 'on-pace', because: label('快'), page }] }, { good: ['project 2个项目按进度推进', 'target 1项指标按进度完成'] }],
    ['asks for red before yellow, within ten working days', { projects: [project('黄', 'slipping'), project('红', 'off-pace')] }, { behind: ['project 红 2025-03-17', 'project 黄 2025-03-17'] }],
    ['has red targets, old blockers and months that were not told', { projects: [project('路', 'not-judged', false)], blockers: [{ title: '管线', raisedOn: '2025-01-01', page }], targets: [{ name: label('税收'), light: 'off-pace', because: label('差'), page }] }, { behind: ['target 税收 2025-03-17', 'blocker 管线 2025-03-17', 'month 路 2025-03-17'] }],
    ['has commitments late once their day is over, and on the day itself as what comes next', { commitments: [commitment('昨天', '2025-03-02'), commitment('今天', '2025-03-03')] }, { behind: ['commitment 昨天 2025-03-17'], next: ['commitment 今天 2025-03-03'] }],
    ['looks 31 days ahead', { commitments: [commitment('四月三日', '2025-04-03'), commitment('四月四日', '2025-04-04')] }, { next: ['commitment 四月三日 2025-04-03'] }],
    ['does not tell a decision a second time as a commitment', { decisions: [decision('a', 'late', '2025-02-20'), decision('b', 'open', '2025-03-10')], commitments: [commitment('a', '2025-02-20'), commitment('b', '2025-03-10')] }, { behind: ['decision a 2025-03-17'], next: ['decision b 2025-03-10'] }],
    ['has no decision that was taken out of the plan', { decisions: [decision('a', 'dropped', '2025-02-20')], commitments: [commitment('c', '2025-03-05')] }, { next: ['commitment c 2025-03-05'] }],
    ['has notices that were not answered, and those that wait', { notices: [notice('2025-02-20', true), { ...notice('2025-03-05', false), number: 'DB2' }] }, { behind: ['notice 督办单DB1：道路 2025-03-17'], next: ['notice 督办单DB2：道路 2025-03-05'] }],
    ['tells sheets that came late apart from those that did not come', { returns: [sheet('2025-02-10', '2025-02-11'), sheet('2025-02-20', null)] }, { behind: ['return 月报（2025-01） null', 'return 月报（2025-01） 2025-03-17'] }],
    ['praises units whose sheets, months and cases were all in time', { projects: [project('路', 'not-judged', true)], returns: [sheet('2025-02-10', '2025-02-10')], cases: { part: 3, whole: 3 } }, { good: ['month 项目月度投资都按时报了', 'return 报表都按时报了', 'cases 应结工单都按时办结'] }],
    ['says how many cases were not closed in time', { cases: { part: 1, whole: 3 } }, { behind: ['cases 2件工单没有按时办结 2025-03-17'] }],
  ])('%s', (_, given, expected) => expect(lines(given)).toEqual({ good: [], behind: [], next: [], ...expected }))

  it('counts what was in time of what was due; what is not due yet counts nowhere', () => {
    const due = feedbackOf({ ...nothingGiven, projects: [project('a', 'on-pace', true), project('b', 'on-pace', false), project('c', 'on-pace')], returns: [sheet('2025-02-10', '2025-02-10'), sheet('2025-02-20', null), sheet('2025-03-03', null)] }, '2025-03', on)
    expect(due?.shares).toEqual({ months: { part: 1, whole: 2 }, returns: { part: 1, whole: 2 }, cases: { part: 0, whole: 0 } })
  })

  it('fits on a page, and says how much did not', () => {
    const red = Array.from({ length: feedbackRule.most.behind + 3 }, (_, i) => project(String(i), 'off-pace'))
    expect([sheetOf({ projects: red.slice(3) })?.left.behind, sheetOf({ projects: red })?.left.behind, sheetOf({ projects: red })?.behind.length]).toEqual([0, 3, feedbackRule.most.behind])
  })

  it('names five and says that there are more', () => {
    expect(sheetOf({ projects: ['甲', '乙', '丙', '丁', '戊', '己'].map(name => project(name, 'on-pace')) })?.good[0]?.why).toEqual({ zh: '甲、乙、丙、丁、戊等。', en: '甲, 乙, 丙, 丁, 戊 and others.' })
  })
})
