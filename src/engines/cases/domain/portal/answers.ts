import { type Label } from '../../../../kernel/label.ts'
import { Day } from '../../../../kernel/time.ts'
import { CaseGiven, ReporterGiven } from '../../contract.ts'
import { type CaseType, type Field, type FieldValues } from '../../schema.ts'
import { type Answers } from '../../portal/schema.ts'
import { isCategory } from '../moves.ts'
import { titleFrom } from './title.ts'

/** The questions after the first, one on a page, in their order. `near` is asked only where something near is open. */
export const steps = ['kind', 'where', 'words', 'near', 'who', 'look'] as const
export type Step = (typeof steps)[number]

/** What is wrong with a form: the name of its box, and what is to be done. */
export type Fault = { readonly at: string; readonly said: Label }
/** What a form brought: each box as text, those that were left out as nothing. */
export type Form = Readonly<Record<string, string | undefined>>
type Parsed = { readonly answers: Answers; readonly faults: readonly Fault[] }

/** What the answers may be chosen from. */
export type Choices = { readonly types: readonly CaseType[]; readonly units: ReadonlySet<string>; readonly near: ReadonlySet<string> }

/** What a resident wrote, without characters that nobody can write. */
export function written(text: string | undefined): string {
  return (text ?? '').replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]|[\uFFFE\uFFFF]|\p{Cs}/gu, '').trim()
}

const most = (at: string, text: string, longest: number): readonly Fault[] => {
  const length = text.length
  return length <= longest ? [] : [{ at, said: { zh: `最多${longest}字，现有${length}字，请缩短。`, en: `At most ${longest} characters; there are ${length}. Shorten it.` } }]
}

/** Takes in what one page asked. With faults, what was written stays as it was written. */
export function answerStep(step: Step, answers: Answers, form: Form, choices: Choices): Parsed {
  const next = (given: Partial<Answers>, faults: readonly Fault[] = []): Parsed => ({ answers: { ...answers, ...given, done: [...new Set([...answers.done, step])] }, faults })
  switch (step) {
    case 'kind': return kindFrom(form, answers, choices, next)
    case 'where': return whereFrom(form, choices, next)
    case 'words': return wordsFrom(form, answers, choices, next)
    case 'near': {
      const same = choices.near.has(form['same'] ?? '') ? form['same'] ?? null : null
      return next({ same, looked: true })
    }
    case 'who': return whoFrom(form, next)
    case 'look': return next({})
  }
}

type Next = (given: Partial<Answers>, faults?: readonly Fault[]) => Parsed

function kindFrom(form: Form, answers: Answers, { types }: Choices, next: Next): Parsed {
  const [key = '', category = ''] = (form['kind'] ?? '').split('/')
  const type = types.find(one => one.key === key)
  if (!type || !isCategory(type, category)) return next({}, [{ at: 'kind', said: { zh: '请选一项最接近的。拿不准就选最像的，工作人员会更正。', en: 'Choose the one that comes closest. If you are not sure, take the likeliest; staff will put it right.' } }])
  // Another type asks other things.
  return next({ type: key, category, ...(answers.type !== key && { fields: {} }) })
}

function whereFrom(form: Form, { units }: Choices, next: Next): Parsed {
  const address = written(form['address']).replaceAll(/\s+/g, ' ')
  const unit = form['unit'] ?? ''
  const [lng, lat] = [Number(form['lng'] || Number.NaN), Number(form['lat'] || Number.NaN)]
  const point = form['forget'] !== 'yes' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? { lng, lat } : null
  const unknown: readonly Fault[] = unit !== '' && !units.has(unit) ? [{ at: 'unit', said: { zh: '请在列表中选择社区或街道。', en: 'Choose a community or street of the list.' } }] : []
  const nowhere: readonly Fault[] = address === '' && unit === '' && point === null ? [{ at: 'address', said: { zh: '请写明地点，或选择所在社区。', en: 'Say where it is, or choose the community.' } }] : []
  return next({ address, unit: unit === '' ? null : unit, point }, [...most('address', address, 200), ...unknown, ...nowhere])
}

function wordsFrom(form: Form, answers: Answers, { types }: Choices, next: Next): Parsed {
  const words = written(form['words'])
  const asked = askedFields(types.find(type => type.key === answers.type))
  const read = asked.map(field => fieldFrom(field, form[`field-${field.key}`]))
  const fields: FieldValues = Object.fromEntries(read.flatMap(({ key, value }) => (value === null ? [] : [[key, value]])))
  const none: readonly Fault[] = words === '' ? [{ at: 'words', said: { zh: '请用一两句话说清楚是什么事。', en: 'Say in a sentence or two what the matter is.' } }] : []
  return next({ words, fields, looked: false }, [...none, ...most('words', words, 2000), ...read.flatMap(({ fault }) => (fault === null ? [] : [fault]))])
}

/** The fields of a type that the reporter fills in. */
export function askedFields(type: CaseType | undefined): readonly Field[] {
  return type?.fields.filter(field => field.asks === 'reporter') ?? []
}

function fieldFrom(field: Field, given: string | undefined): { readonly key: string; readonly value: FieldValues[string]; readonly fault: Fault | null } {
  const at = `field-${field.key}`
  const text = written(given)
  const wrong = (zh: string, en: string) => ({ key: field.key, value: null, fault: { at, said: { zh, en } } })
  if (text === '') return field.required ? wrong(`请填写“${field.name.zh}”。`, `Fill in “${field.name.en}”.`) : { key: field.key, value: null, fault: null }
  const right = (value: string | number | boolean) => ({ key: field.key, value, fault: null })
  switch (field.input) {
    case 'number': return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(text) ? right(Number(text)) : wrong('请填写数字。', 'Write a number.')
    case 'yes-no': return text === 'yes' || text === 'no' ? right(text === 'yes') : wrong('请选择“是”或“否”。', 'Choose yes or no.')
    case 'day': return Day.safeParse(text).success ? right(text) : wrong('请填写日期，如 2023-08-29。', 'Write a date such as 2023-08-29.')
    case 'choice': return (field.choices ?? []).some(choice => choice.key === text) ? right(text) : wrong('请在列表中选择。', 'Choose from the list.')
    case 'text':
    case 'directory':
    case 'long-text': {
      const longest = field.input === 'long-text' ? 2000 : 200
      return text.length > longest ? wrong(`最多${longest}字，请缩短。`, `At most ${longest} characters; shorten it.`) : right(text)
    }
  }
}

function whoFrom(form: Form, next: Next): Parsed {
  const name = written(form['name']).replaceAll(/\s+/g, ' ')
  const phone = written(form['phone'])
  const email = written(form['email'])
  const wrong: readonly Fault[] = phone !== '' && !ReporterGiven.shape.phone.safeParse(phone).success ? [{ at: 'phone', said: { zh: '请填写电话号码，只用数字、空格和短横线，如 138 0013 8000；不想留可以不填。', en: 'Write a telephone number in digits, blanks and hyphens, such as 138 0013 8000, or leave it empty.' } }] : []
  const unread: readonly Fault[] = email !== '' && !ReporterGiven.shape.email.safeParse(email).success ? [{ at: 'email', said: { zh: '请填写完整的电子邮箱，如 name@example.com；不想留可以不填。', en: 'Write a whole e-mail address, such as name@example.com, or leave it empty.' } }] : []
  return next({ name, phone, email, confidential: form['confidential'] === 'yes' }, [...most('name', name, 60), ...wrong, ...unread])
}

/** The first question that is still to be answered, `look` where all were. `near`: is something open near the place? */
export function stepAfter(answers: Answers, near: boolean): Step {
  return steps.find(step => (step === 'near' ? near && !answers.looked : !answers.done.includes(step))) ?? 'look'
}

/** The case that these answers open; null while something is missing. */
export function givenFrom(answers: Answers): Omit<CaseGiven, 'reporter'> | null {
  const { type, category, words, fields, unit, address, point } = answers
  const parsed = CaseGiven.omit({ reporter: true }).safeParse({ type, category, title: titleFrom(words), words, place: { unit, address: address === '' ? null : address, point }, channel: 'portal', fields })
  return parsed.success ? parsed.data : null
}
