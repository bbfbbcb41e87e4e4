import { addDays, type Day } from './time.ts'

/**
 * Working days as the State Council arranges them each year: which weekdays are off, and on which weekend days people work
 * in exchange (调休上班日). Month and day, by year.
 * Source: the yearly 国务院办公厅关于部分节假日安排的通知, 2010 to 2026; 2015-09-03 国发明电〔2015〕1号; 2020-01-31 国办发明电〔2020〕1号.
 */
const arranged: Readonly<Record<string, { readonly off: string; readonly worked: string }>> = {
  2010: { off: '0101 0215 0216 0217 0218 0219 0405 0503 0614 0615 0616 0922 0923 0924 1001 1004 1005 1006 1007', worked: '0220 0221 0612 0613 0919 0925 0926 1009' },
  2011: { off: '0103 0202 0203 0204 0207 0208 0404 0405 0502 0606 0912 1003 1004 1005 1006 1007', worked: '0130 0212 0402 1008 1009 1231' },
  2012: { off: '0102 0103 0123 0124 0125 0126 0127 0402 0403 0404 0430 0501 0622 1001 1002 1003 1004 1005', worked: '0121 0129 0331 0401 0428 0929' },
  2013: { off: '0101 0102 0103 0211 0212 0213 0214 0215 0404 0405 0429 0430 0501 0610 0611 0612 0919 0920 1001 1002 1003 1004 1007', worked: '0105 0106 0216 0217 0407 0427 0428 0608 0609 0922 0929 1012' },
  2014: { off: '0101 0131 0203 0204 0205 0206 0407 0501 0502 0602 0908 1001 1002 1003 1006 1007', worked: '0126 0208 0504 0928 1011' },
  2015: { off: '0101 0102 0218 0219 0220 0223 0224 0406 0501 0622 0903 0904 1001 1002 1005 1006 1007', worked: '0104 0215 0228 0906 1010' },
  2016: { off: '0101 0208 0209 0210 0211 0212 0404 0502 0609 0610 0915 0916 1003 1004 1005 1006 1007', worked: '0206 0214 0612 0918 1008 1009' },
  2017: { off: '0102 0127 0130 0131 0201 0202 0403 0404 0501 0529 0530 1002 1003 1004 1005 1006', worked: '0122 0204 0401 0527 0930' },
  2018: { off: '0101 0215 0216 0219 0220 0221 0405 0406 0430 0501 0618 0924 1001 1002 1003 1004 1005 1231', worked: '0211 0224 0408 0428 0929 0930 1229' },
  2019: { off: '0101 0204 0205 0206 0207 0208 0405 0501 0502 0503 0607 0913 1001 1002 1003 1004 1007', worked: '0202 0203 0428 0505 0929 1012' },
  2020: { off: '0101 0124 0127 0128 0129 0130 0131 0406 0501 0504 0505 0625 0626 1001 1002 1005 1006 1007 1008', worked: '0119 0426 0509 0628 0927 1010' },
  2021: { off: '0101 0211 0212 0215 0216 0217 0405 0503 0504 0505 0614 0920 0921 1001 1004 1005 1006 1007', worked: '0207 0220 0425 0508 0918 0926 1009' },
  2022: { off: '0103 0131 0201 0202 0203 0204 0404 0405 0502 0503 0504 0603 0912 1003 1004 1005 1006 1007', worked: '0129 0130 0402 0424 0507 1008 1009' },
  2023: { off: '0102 0123 0124 0125 0126 0127 0405 0501 0502 0503 0622 0623 0929 1002 1003 1004 1005 1006', worked: '0128 0129 0423 0506 0625 1007 1008' },
  2024: { off: '0101 0212 0213 0214 0215 0216 0404 0405 0501 0502 0503 0610 0916 0917 1001 1002 1003 1004 1007', worked: '0204 0218 0407 0428 0511 0914 0929 1012' },
  2025: { off: '0101 0128 0129 0130 0131 0203 0204 0404 0501 0502 0505 0602 1001 1002 1003 1006 1007 1008', worked: '0126 0208 0427 0928 1011' },
  2026: { off: '0101 0102 0216 0217 0218 0219 0220 0223 0406 0501 0504 0505 0619 0925 1001 1002 1005 1006 1007', worked: '0104 0214 0228 0509 0920 1010' },
}

/** The days for which a notice is on file. Outside them only weekends are known, and every answer says so. */
export const knownFrom: Day = '2010-01-01'
export const knownThrough: Day = '2026-12-31'

const exceptions: ReadonlyMap<Day, boolean> = new Map(Object.entries(arranged).flatMap(([year, { off, worked }]) => {
  const days = (list: string, works: boolean) => list.split(' ').map(md => [`${year}-${md.slice(0, 2)}-${md.slice(2)}`, works] as const)
  return [...days(off, false), ...days(worked, true)]
}))

function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}

const isKnown = (day: Day) => knownFrom <= day && day <= knownThrough
const works = (day: Day) => exceptions.get(day) ?? !isWeekend(day)

/** An answer of the calendar; not `known` where it rests on days for which no notice is on file yet. */
export type ByCalendar<T> = T & { readonly known: boolean }

/** Do people work on this day? */
export function isWorkingDay(day: Day): ByCalendar<{ readonly working: boolean }> {
  return { working: works(day), known: isKnown(day) }
}

/** The n-th working day after a day, or before it where n is negative; the day itself for 0. */
export function addWorkingDays(from: Day, n: number): ByCalendar<{ readonly day: Day }> {
  const step = n < 0 ? -1 : 1
  let day = from
  let known = true
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step)
    known &&= isKnown(day)
    if (works(day)) left -= 1
  }
  return { day, known }
}

/** How many working days lie after `from` up to and with `to`: 0 on the day itself, negative where `to` is earlier. */
export function workingDaysBetween(from: Day, to: Day): ByCalendar<{ readonly days: number }> {
  const [early, late] = from <= to ? [from, to] : [to, from]
  let days = 0
  for (let day = addDays(early, 1); day <= late; day = addDays(day, 1)) if (works(day)) days += 1
  return { days: from <= to || days === 0 ? days : -days, known: early === late || (isKnown(addDays(early, 1)) && isKnown(late)) }
}
