import { describe, expect, it } from 'vitest'
import { countOwed, daysLeft, isLate, monthsOwed, orderOwed, type Owed } from './owes.ts'

const today = '2025-05-10'
const owed = (key: string, more: Partial<Owed>): Owed => ({ kind: 'case', key, title: { zh: key, en: key }, why: { zh: '', en: '' }, part: 'lead', dueOn: null, light: null, page: '/', ...more })

describe('what a unit owes', () => {
  it.each([['2025-05-09', true, -1], ['2025-05-10', false, 0], ['2025-05-11', false, 1], [null, false, null]] as const)('due on %s is late today: %s', (dueOn, late, days) => {
    expect([isLate({ dueOn }, today), daysLeft({ dueOn }, today)]).toEqual([late, days])
  })

  it('is late on its day where its hour passed', () => expect([isLate({ dueOn: today, passed: true }, today), isLate({ dueOn: null, passed: true }, today)]).toEqual([true, false]))

  it('stands in order: the longest late first, then by day, then what has no day by its light, helping after leading', () => {
    const items = [
      owed('slipping', { kind: 'project', light: 'slipping' }), owed('red', { kind: 'project', light: 'off-pace' }), owed('tomorrow', { dueOn: '2025-05-11' }), owed('today-helps', { dueOn: today, part: 'co' }), owed('today', { dueOn: today }),
      owed('late', { dueOn: '2025-05-01' }), owed('later', { dueOn: '2025-05-02' }), owed('late-notice', { kind: 'notice', dueOn: '2025-05-01' }),
    ]
    expect(orderOwed(items).map(item => item.key)).toEqual(['late-notice', 'late', 'later', 'today', 'today-helps', 'tomorrow', 'red', 'slipping'])
    expect(countOwed(items, today)).toMatchObject({ all: 8, late: 3, kinds: { notice: { all: 1, late: 1 }, case: { all: 5, late: 2 }, project: { all: 2, late: 0 }, return: { all: 0, late: 0 } } })
    expect(countOwed([], today)).toMatchObject({ all: 0, late: 0 })
  })

  it('takes the months of a project together, due when the first of them was', () => {
    const untold = [{ project: 'p', name: '示例道路', month: '2025-03', returned: true }, { project: 'p', name: '示例道路', month: '2025-01', returned: false }, { project: 'q', name: '示例学校', month: '2025-04', returned: false }]
    const due = new Map([['2025-01', '2025-02-10'], ['2025-03', '2025-04-10'], ['2025-04', '2025-05-10']])
    expect(monthsOwed(untold, due)).toMatchObject([
      { key: 'p', dueOn: '2025-02-10', why: { zh: '2025-01至2025-03共2个月的投资没有报，其中1个月被退回。', en: 'Investment of 2 months (2025-01 to 2025-03) is not told; 1 sent back.' } },
      { key: 'q', dueOn: '2025-05-10', why: { zh: '2025-04共1个月的投资没有报。', en: 'Investment of 1 month (2025-04) is not told.' } },
    ])
    expect(monthsOwed([], due)).toEqual([])
  })
})
