import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { printNumber } from '../../../../kernel/quantity.ts'
import { Day } from '../../../../kernel/time.ts'
import { type Particular, type ParticularValue, type Standing, type Telling } from '../../ledgers/particulars-schema.ts'
import { type LedgerKind, type LedgerLine } from '../../ledgers/schema.ts'
import { missingIn, numberOf, stageOf, standingOn, valueWords } from './particulars.ts'

type Asked = { readonly kind: LedgerKind; readonly line: Pick<LedgerLine, 'told' | 'acceptance'>; readonly title: string }

type Refused = 'no-columns' | 'line-accepted' | 'day-not-come' | 'nothing-told' | 'unknown-particular' | 'column-worked-out' | 'column-number' | 'column-choice' | 'column-day' | 'column-text' | 'column-above' | 'column-kept' | 'stage-back'

/**
 * May this be told of a line? Each value fits its column; a number never passes the one that bounds it, on the day that is told and on every
 * later day that was told already; a stage goes back only with a reason; what is required is not taken back. Answers what is new in it.
 */
export function mayTell({ kind, line, title }: Asked, given: Omit<Telling, 'id'>, today: Day): Result<{ readonly values: Telling['values'] }, Refused> {
  if (kind.particulars.length === 0) return refuse('no-columns', { kind: kind.name.zh, kindEn: kind.name.en })
  if (line.acceptance.state === 'accepted') return refuse('line-accepted', { title })
  if (given.onDay > today) return refuse('day-not-come', { day: given.onDay })
  for (const [key, value] of Object.entries(given.values)) {
    const fits = fitsColumn(kind, key, value, title)
    if (!fits.ok) return fits
  }
  const before = standingOn(line.told, given.onDay)
  const values = Object.fromEntries(Object.entries(given.values).filter(([key, value]) => !saidOn(before, key, value, given.onDay)))
  if (Object.keys(values).length === 0) return refuse('nothing-told', { title })
  const telling: Telling = { ...given, id: '', values }
  const told = [...line.told, telling]
  const days = [given.onDay, ...new Set(line.told.map(one => one.onDay).filter(day => day > given.onDay))].toSorted((a, b) => (a < b ? -1 : 1))
  for (const day of days) {
    const bounded = withinBounds(kind, standingOn(told, day), title)
    if (!bounded.ok) return bounded
  }
  const taken = missingIn(kind, standingOn(told, given.onDay)).find(column => values[column.key] === null)
  if (taken) return refuse('column-kept', { title, column: taken.name.zh, columnEn: taken.name.en })
  const back = goneBack(kind, [before, ...days.map(day => standingOn(told, day))], Object.keys(values))
  return back && !given.reason ? refuse('stage-back', { title, ...back }) : ok({ values })
}

/** Was the very same said of the very same day already? On a later day the same value is told anew: it still stands. */
function saidOn(before: Standing, key: string, value: ParticularValue, onDay: Day): boolean {
  const standing = before[key]
  return standing === undefined ? value === null : standing.value === value && standing.onDay === onDay
}

function fitsColumn(kind: LedgerKind, key: string, value: ParticularValue, title: string): Result<null, Refused> {
  const column = kind.particulars.find(one => one.key === key)
  if (!column) return refuse('unknown-particular', { title, column: key, columns: kind.particulars.filter(one => one.kind !== 'share').map(one => one.name.zh).join('、'), columnsEn: kind.particulars.filter(one => one.kind !== 'share').map(one => one.name.en).join(', ') })
  const named = { title, column: column.name.zh, columnEn: column.name.en }
  if (column.kind === 'share') return refuse('column-worked-out', named)
  return value === null || fits(column, value) ? ok(null) : refuse(...wrong(column, value, named))
}

function fits(column: Exclude<Particular, { kind: 'share' }>, value: number | string): boolean {
  switch (column.kind) {
    case 'number': return typeof value === 'number' && value >= 0 && value <= 1e12 && Number(value.toFixed(column.decimals)) === value
    case 'choice': return typeof value === 'string' && stageOf(column, value) >= 0
    case 'day': return Day.safeParse(value).success
    case 'text': return typeof value === 'string' && value.trim() !== '' && value.length <= column.max && !/\p{Cc}/u.test(value)
  }
}

function wrong(column: Exclude<Particular, { kind: 'share' }>, value: number | string, named: { readonly title: string; readonly column: string; readonly columnEn: string }): [Refused, Readonly<Record<string, string | number>>] {
  const facts = { ...named, value: String(value).slice(0, 60) }
  switch (column.kind) {
    case 'number': return ['column-number', { ...facts, decimals: column.decimals, unit: column.unit.zh, unitEn: column.unit.en }]
    case 'choice': return ['column-choice', { ...facts, choices: column.choices.map(one => one.name.zh).join('、'), choicesEn: column.choices.map(one => one.name.en).join(', ') }]
    case 'day': return ['column-day', facts]
    case 'text': return ['column-text', { ...facts, max: column.max }]
  }
}

function withinBounds(kind: LedgerKind, standing: Standing, title: string): Result<null, 'column-above'> {
  for (const column of kind.particulars) {
    if (column.kind !== 'number' || column.atMost === null) continue
    const other = kind.particulars.find(one => one.key === column.atMost)
    const value = numberOf(standing, column.key), most = numberOf(standing, column.atMost)
    if (other && value !== null && most !== null && value > most) return refuse('column-above', { title, column: column.name.zh, columnEn: column.name.en, value: printNumber(value, 4), other: other.name.zh, otherEn: other.name.en, most: printNumber(most, 4) })
  }
  return ok(null)
}

/** The first stage, among those told, that stands lower on a day than on the day before it. */
function goneBack(kind: LedgerKind, course: readonly Standing[], told: readonly string[]): Readonly<Record<string, string>> | null {
  for (const column of kind.particulars) {
    if (column.kind !== 'choice' || !column.ordered || !told.includes(column.key)) continue
    for (const [i, after] of course.entries()) {
      const was = course[i - 1]?.[column.key]?.value, is = after[column.key]?.value
      if (was === undefined || stageOf(column, is) >= stageOf(column, was)) continue
      const from = valueWords(column, was), to = valueWords(column, is)
      return { column: column.name.zh, columnEn: column.name.en, from: from.zh, fromEn: from.en, to: to.zh, toEn: to.en }
    }
  }
  return null
}
