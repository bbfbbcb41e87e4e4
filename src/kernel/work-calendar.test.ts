import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { LegalHoliday } from 'tyme4ts'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from './time.ts'
import { addWorkingDays, isWorkingDay, knownFrom, knownThrough, workingDaysBetween } from './work-calendar.ts'

const everyDay: Day[] = []
for (let day = knownFrom; day <= knownThrough; day = addDays(day, 1)) everyDay.push(day)

/** By another's account: what its list of holidays says, else weekdays. */
function byTyme(day: Day): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const weekday = new Date(day).getUTCDay()
  return LegalHoliday.fromYmd(year, month, date)?.isWork() ?? (weekday !== 0 && weekday !== 6)
}

/** Where tyme4ts differs. 国办发明电〔2012〕33号: 清明节“4月7日（星期日）上班”; 国庆节“9月29日（星期日）、10月12日（星期六）上班”. */
const tymeIsWrongOn: readonly Day[] = ['2013-04-07', '2013-10-12']

describe('the working calendar', () => {
  it('agrees with two other calendars on every day from 2010 to 2026, but for two days on which the notice decides', () => {
    expect(everyDay).toHaveLength(6209)
    expect(everyDay.filter(day => isWorkingDay(day).working !== chineseDays.isWorkday(day))).toEqual([])
    expect(everyDay.filter(day => isWorkingDay(day).working !== byTyme(day))).toEqual(tymeIsWrongOn)
  })

  it.each([
    ['2026-02-13', 1, '2026-02-14', 'the Saturday before Spring Festival is worked'],
    ['2026-02-13', 2, '2026-02-24', 'nine days off, then work again'],
    ['2026-01-31', 5, '2026-02-06', 'five working days after January'],
    ['2026-02-28', -1, '2026-02-27', 'one day before a worked Saturday'],
    ['2025-09-30', 3, '2025-10-11', 'after the long holiday of October comes a worked Saturday'],
    ['2026-04-30', 0, '2026-04-30', 'no day further'],
  ])('from %s %i working days lead to %s: %s', (from, n, day) => expect(addWorkingDays(from, n)).toEqual({ day, known: true }))

  it('says when an answer rests on a year whose holidays are not published yet', () => {
    expect(isWorkingDay('2027-01-01')).toEqual({ working: true, known: false })
    expect(addWorkingDays('2026-12-31', 1)).toEqual({ day: '2027-01-01', known: false })
    expect(addWorkingDays('2026-12-30', 1)).toEqual({ day: '2026-12-31', known: true })
    expect(workingDaysBetween('2026-12-25', '2027-01-05')).toMatchObject({ known: false })
    expect(workingDaysBetween('2026-12-25', '2026-12-31')).toEqual({ days: 4, known: true })
  })

  it('counts back what it adds', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: everyDay.length - 1 }), fc.integer({ min: -40, max: 40 }), (i, n) => {
      const from = everyDay[i] ?? knownFrom
      const { day } = addWorkingDays(from, n)
      expect(workingDaysBetween(from, day).days).toBe(n < 0 && !isWorkingDay(from).working ? n + 1 : n)
    }), { numRuns: 300 })
  })
})
