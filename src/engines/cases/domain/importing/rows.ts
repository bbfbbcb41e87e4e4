import { type Id } from '../../../../kernel/id.ts'
import { type Label } from '../../../../kernel/label.ts'
import { Day, type Instant } from '../../../../kernel/time.ts'
import { CaseGiven } from '../../contract.ts'
import { type CaseType, type Category, Channel, type Field, type FieldValues } from '../../schema.ts'
import { branchOf } from '../clocks.ts'
import { startOf } from '../spans.ts'
import { channelWords, stateWords } from '../words.ts'
import { type Mapping, type Meaning } from './columns.ts'

/** A cell that cannot be what its column means: the column as the file calls it, and what is expected there. */
export type Fault = { readonly column: string; readonly value: string; readonly expected: Label }

/** A row that can be opened as a case. `number` is the one it has at its source; without a time it is received when it is imported. */
export type ReadRow = { readonly number: string; readonly receivedAt: Instant | null; readonly given: CaseGiven }

/** Units by their codes and names; several of one name cannot be told apart. */
export type UnitsByName = ReadonlyMap<string, readonly Id[]>

/** What is called by a name in a cell: by its key, its name, or the path to it. */
type Known = { readonly key: string; readonly name: Label; readonly path?: string }

/** What is needed to read rows of one file. `categories`: the ends of the type's branches, worked out once. */
export type Reading = { readonly type: CaseType; readonly categories: readonly Known[]; readonly meanings: readonly Meaning[]; readonly headers: readonly string[]; readonly mapping: Mapping; readonly units: UnitsByName; readonly now: Instant }

const l = (zh: string, en: string): Label => ({ zh, en })
const listed = (names: readonly Label[], most = 12): Label => l(`应为：${names.slice(0, most).map(name => name.zh).join('、')}${names.length > most ? '等' : ''}`, `one of: ${names.slice(0, most).map(name => name.en).join(', ')}${names.length > most ? ' and others' : ''}`)
const needed = l('不能为空', 'must not be empty')
const atTime = l('时间，如 2023-08-29 10:30，不晚于现在', 'a time such as 2023-08-29 10:30, not after now')
const aUnit = l('应为现有单位的全称或代码；重名的请写代码', 'the full name or code of a unit; where two have one name, the code')
const yesOrNo = l('应为“是”或“否”', 'yes or no')
/** States of cases that are over, in the words of files: such rows are history, and no new work. */
const over = [stateWords.settled, stateWords.closed, stateWords.voided, stateWords.merged, stateWords.refused].flatMap(({ zh, en }) => [zh, en.toLowerCase()])
const isOver = (text: string) => over.includes(text.toLowerCase()) || /已(?:办结|结案|完成|归档|关闭|作废)|^(?:结案|完成|closed|done)$/i.test(text)

/** Reads a row: a case to be opened, or every cell that does not fit. */
export function readRow({ type, categories, meanings, headers, mapping, units, now }: Reading, cells: readonly string[]): { readonly row: ReadRow } | { readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const cell = (key: string) => { const header = mapping[key]; return header === undefined ? '' : unguarded((cells[headers.indexOf(header)] ?? '').trim()) }
  const wrong = (key: string, expected: Label) => { faults.push({ column: mapping[key] ?? meanings.find(meaning => meaning.key === key)?.name.zh ?? key, value: cell(key).slice(0, 60), expected }) }
  /** Null where the cell is empty; where it does not fit, it is told and the case is not opened. */
  const read = <T>(key: string, from: (text: string) => T | undefined, expected: Label): T | null => {
    const text = cell(key)
    const value = text === '' ? null : from(text)
    if (value === undefined) wrong(key, expected)
    return value ?? null
  }
  for (const { key } of meanings.filter(meaning => meaning.needed)) if (cell(key) === '') wrong(key, needed)
  read('state', text => (isOver(text) ? undefined : text), l('只导入未办结的工单；已办结的请留在原系统备查', 'only open cases are imported; those that are over stay where they are'))
  const unit = (text: string) => { const found = units.get(text) ?? []; return found.length === 1 ? found[0] : undefined }
  const numeric = (text: string) => { const n = Number(text.normalize('NFKC')); return Number.isFinite(n) ? n : undefined }
  const [lng, lat] = [read('lng', numeric, l('经度，-180至180', 'a longitude')), read('lat', numeric, l('纬度，-90至90', 'a latitude'))]
  if ((lng === null) !== (lat === null) && faults.every(({ column }) => column !== mapping['lng'] && column !== mapping['lat'])) wrong(lng === null ? 'lng' : 'lat', l('经度和纬度应同时填写', 'longitude and latitude go together'))
  const category = read('category', text => keyIn(categories, text), listed(categories.slice(0, 13).map(one => one.name)))
  const urgency = read('urgency', text => keyIn(type.urgencies, text), listed(type.urgencies.map(one => one.name)))
  const channel = read('channel', text => Channel.options.find(one => [one, channelWords[one].zh, channelWords[one].en].includes(text)), listed(Object.values(channelWords)))
  const receivedAt = read('openedAt', text => instantFrom(text, now), atTime)
  const confidential = read('confidential', yesNo, yesOrNo)
  const place = read('place', unit, aUnit), lead = read('lead', unit, aUnit)
  const fields: Record<string, FieldValues[string]> = {}
  for (const field of type.fields) {
    const key = `field.${field.key}`
    const value = read(key, text => fieldValue(field, text), expectedOf(field))
    if (value !== null) fields[field.key] = value
    else if (field.required && cell(key) === '') wrong(key, needed)
  }
  const [name, phone, words] = [cell('reporterName'), cell('reporterPhone'), cell('words')]
  const title = cell('title') === '' ? words.replaceAll(/\s+/g, ' ').slice(0, 40).trim() : cell('title')
  const said = CaseGiven.safeParse({
    type: type.key, category: category ?? 'unknown', ...(urgency !== null && { urgency }), title, words, channel: channel ?? 'import', fields,
    place: { unit: place, address: cell('address') || null, point: lng === null || lat === null ? null : { lng, lat } },
    reporter: name === '' && phone === '' ? null : { name: name || null, phone: phone || null, confidential: confidential ?? false }, ...(lead !== null && { dispatch: { lead } }),
  })
  if (!said.success) for (const { path } of said.error.issues) { const key = meaningAt(path); if (cell(key) !== '' || !faults.some(({ column }) => column === mapping[key])) wrong(key, limits[key] ?? l('内容过长或含有控制字符', 'too long, or with control characters')) }
  const number = cell('number')
  if (number.length > 60 || /\p{Cc}/u.test(number)) wrong('number', l('不超过60字', 'at most 60 characters'))
  return faults.length > 0 || !said.success ? { faults: faults.filter((fault, i) => faults.findIndex(other => other.column === fault.column) === i) } : { row: { number, receivedAt, given: said.data } }
}

/** What a cell must keep to where only the contract says so. */
const limits: Readonly<Record<string, Label>> = {
  title: l('不超过100字，不含换行', 'at most 100 characters on one line'), words: l('不超过2000字', 'at most 2000 characters'), address: l('不超过200字', 'at most 200 characters'), reporterName: l('不超过60字', 'at most 60 characters'),
  reporterPhone: l('应为电话号码，5至20位', 'a telephone number of 5 to 20 digits'), lng: l('经度，-180至180', 'a longitude'), lat: l('纬度，-90至90', 'a latitude'),
}

/** The meaning whose cell a fault of the contract is about. */
function meaningAt(path: readonly PropertyKey[]): string {
  const [first, second, third] = path.map(String)
  if (first === 'fields') return `field.${second}`
  if (first === 'reporter') return second === 'phone' ? 'reporterPhone' : 'reporterName'
  if (first === 'place') return third ?? second ?? 'address'
  return first === 'title' || first === 'words' ? first : 'category'
}

/** An apostrophe before what a spreadsheet would take for a formula was set by an export. */
const unguarded = (text: string) => text.replace(/^'(?=[=+\-@])/, '')

/** The ends of a type's branches, by which a row names its category. */
export function categoriesOf({ categories }: Pick<CaseType, 'categories'>): readonly Known[] {
  return endsOf(categories).map(({ key, name }) => ({ key, name, path: branchOf(categories, key).map(one => one.name.zh).join('/') }))
}

function endsOf(categories: readonly Category[]): readonly Category[] {
  return categories.flatMap(one => (one.below && one.below.length > 0 ? endsOf(one.below) : [one]))
}

/** The key of what is called so; undefined where nothing is, or several are. */
function keyIn(of: readonly Known[], text: string): string | undefined {
  const found = of.filter(one => one.key === text || one.name.zh === text || one.name.en.toLowerCase() === text.toLowerCase() || one.path === text)
  return found.length === 1 ? found[0]?.key : undefined
}

function yesNo(text: string): boolean | undefined {
  if (/^(?:是|有|√|yes|true|1)$/i.test(text)) return true
  return /^(?:否|无|×|no|false|0)$/i.test(text) ? false : undefined
}

const time = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]*(\d{1,2})[:：时](\d{1,2})(?:分?|[:：]\d{1,2}(?:\.\d+)?Z?))?$/u

/** A time of the clock in Beijing, as people and spreadsheets write it; a day alone is its beginning. */
export function instantFrom(text: string, now: Instant): Instant | undefined {
  const [whole, year = '', month = '', dayOfMonth = '', hour = '0', minute = '0'] = time.exec(text.normalize('NFKC')) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  if (whole === undefined || !Day.safeParse(day).success || day < '1990' || Number(hour) > 23 || Number(minute) > 59) return undefined
  const at = new Date(Date.parse(startOf(day)) + (Number(hour) * 60 + Number(minute)) * 60_000).toISOString()
  return at <= now ? at : undefined
}

function fieldValue(field: Field, text: string): FieldValues[string] | undefined {
  switch (field.input) {
    case 'text':
    case 'long-text':
    case 'directory': return text
    case 'number': { const n = Number(text.normalize('NFKC')); return Number.isFinite(n) ? n : undefined }
    case 'yes-no': return yesNo(text)
    case 'choice': return keyIn(field.choices ?? [], text)
    case 'day': { const [, year = '', month = '', day = ''] = time.exec(text) ?? []; const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`; return Day.safeParse(on).success ? on : undefined }
  }
}

function expectedOf(field: Field): Label {
  switch (field.input) {
    case 'number': return l('应为数字', 'a number')
    case 'yes-no': return yesOrNo
    case 'choice': return listed((field.choices ?? []).map(choice => choice.name))
    case 'day': return l('应为日期，如 2023-08-29', 'a day such as 2023-08-29')
    default: return l('不超过2000字', 'at most 2000 characters')
  }
}
