import { type MoveKind } from '../../../../../engines/cases/contract.ts'
import { type CaseType } from '../../../../../engines/cases/schema.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { LimitUnit } from '../../../../../kernel/work-time.ts'

/** What is typed into a form, by field: everything as text, so that it can be kept as a draft. */
export type Typed = Readonly<Record<string, string>>

/** A field of a move's form: its name in the move, how it is entered, what it is called. */
export type MoveField = {
  readonly name: string
  readonly input: 'words' | 'line' | 'number' | 'unit' | 'units' | 'co-unit' | 'colleague' | 'case' | 'result' | 'evidence' | 'limit' | 'day' | 'choice' | 'yes-no' | 'tick' | 'category' | 'urgency'
  readonly label: Label
  readonly hint?: Label
  readonly needed?: boolean
  /** Answers that are said again and again: templates are offered. */
  readonly templates?: boolean
  /** Sent only where it was changed. */
  readonly onlyChanged?: boolean
  readonly choices?: readonly { readonly key: string; readonly name: Label }[]
  readonly when?: (typed: Typed) => boolean
}

const l = (zh: string, en: string): Label => ({ zh, en })
const optional = l('可不填', 'May be left empty')
const words = (label: Label, more: Partial<MoveField> = {}): MoveField => ({ name: 'words', input: 'words', label, needed: true, ...more })
const note: MoveField = words(l('说明', 'Words'), { needed: false, hint: optional })
const reason = (label = l('理由', 'Reason')): MoveField => ({ name: 'reason', input: 'words', label, needed: true, hint: l('将记入经过和审计记录', 'It goes into the history and the audit trail') })
const basis: MoveField = { name: 'basis', input: 'line', label: l('依据', 'Basis'), hint: l('文件、条款，如“职责清单第12条”', 'Paper and clause, such as “list of duties, item 12”'), needed: true }
const lead: MoveField = { name: 'lead', input: 'unit', label: l('主办单位', 'Lead unit'), needed: true }
const yesNo = (name: string, label: Label, more: Partial<MoveField> = {}): MoveField => ({ name, input: 'yes-no', label, ...more })
const wasReached = (typed: Typed) => typed['reached'] === 'yes'

/** What each move asks for, in the order of its form. A move without fields is done at once. */
export const moveForms = {
  signed: [], filed: [], closed: [], settled: [],
  amended: [
    { name: 'category', input: 'category', label: l('类别', 'Category'), onlyChanged: true }, { name: 'urgency', input: 'urgency', label: l('紧急程度', 'Urgency'), onlyChanged: true },
    { name: 'title', input: 'line', label: l('标题', 'Title'), onlyChanged: true }, { name: 'place.unit', input: 'unit', label: l('所在街道、社区或网格', 'Street, community or grid'), onlyChanged: true }, { name: 'place.address', input: 'line', label: l('地址', 'Address'), onlyChanged: true }, reason(),
  ],
  refused: [basis, words(l('告知反映人的话', 'What the reporter is told'), { templates: true })],
  dispatched: [lead, { name: 'co', input: 'units', label: l('协办单位', 'Co-units'), hint: optional }, words(l('派遣意见', 'Instruction'), { needed: false, hint: optional, templates: true })],
  contacted: [words(l('联系情况', 'What was said'), { templates: true })],
  returned: [basis, words(l('退单理由', 'Why it is returned'), { templates: true })],
  arbitrated: [lead, { name: 'floor', input: 'tick', label: l('作为兜底单位办理（不得再退单）', 'As the floor unit, which may not return it') }, words(l('裁定理由', 'Grounds'))],
  transferred: [lead, words(l('转办理由', 'Why it is handed on'))],
  'co-asked': [{ name: 'unit', input: 'unit', label: l('协办单位', 'Co-unit'), needed: true }, words(l('请其办理什么', 'What it is asked for'), { needed: false, hint: optional })],
  'co-answered': [{ name: 'unit', input: 'co-unit', label: l('协办单位', 'Co-unit'), needed: true }, words(l('答复', 'Answer'), { templates: true })],
  'co-released': [{ name: 'unit', input: 'co-unit', label: l('协办单位', 'Co-unit'), needed: true }, words(l('理由', 'Reason'))],
  delegated: [{ name: 'person', input: 'colleague', label: l('经办人', 'Handler'), needed: true }],
  noted: [words(l('备注', 'Note'), { templates: true }), { name: 'forReporter', input: 'tick', label: l('反映人可以看到', 'The reporter may see it') }],
  answered: [{ name: 'result', input: 'result', label: l('办理结果', 'Result'), needed: true }, words(l('答复内容', 'Answer'), { templates: true, hint: l('写明做了什么、何时做的；反映人会看到', 'What was done and when; the reporter sees it') }), { name: 'evidence', input: 'evidence', label: l('佐证材料', 'Evidence') }],
  checked: [yesNo('passed', l('核查结论', 'Finding'), { needed: true, choices: [{ key: 'yes', name: l('通过', 'Passed') }, { key: 'no', name: l('未通过，退回返工', 'Not passed, to be done again') }] }), words(l('核查情况', 'What was seen'), { needed: false, hint: optional })],
  'called-back': [
    yesNo('reached', l('是否接通', 'Reached?'), { needed: true }), yesNo('responded', l('承办单位是否联系过', 'Did the unit get in touch?'), { when: wasReached }), yesNo('solved', l('问题是否解决', 'Is it solved?'), { when: wasReached }), yesNo('satisfied', l('是否满意', 'Satisfied?'), { when: wasReached }),
    { name: 'rework', input: 'tick', label: l('退回承办单位返工', 'Send it back to be done again'), when: wasReached }, words(l('反映人的话', 'What was said'), { needed: false, hint: optional }),
  ],
  excluded: [reason()],
  reopened: [words(l('为何重新办理', 'Why it is taken up again'))],
  'extension-asked': [{ name: 'limit', input: 'limit', label: l('延长多久', 'How much longer'), needed: true }, words(l('理由', 'Reason'), { templates: true })],
  'extension-decided': [yesNo('granted', l('是否同意', 'Granted?'), { needed: true, choices: [{ key: 'yes', name: l('同意', 'Granted') }, { key: 'no', name: l('不同意', 'Not granted') }] }), note],
  'suspension-asked': [{ name: 'until', input: 'day', label: l('到哪一天恢复', 'Until which day'), hint: l('不知道可不填，恢复时由您或派遣席恢复', 'May be left empty; it is then resumed by hand') }, words(l('理由', 'Reason'))],
  'suspension-decided': [yesNo('granted', l('是否同意', 'Granted?'), { needed: true, choices: [{ key: 'yes', name: l('同意', 'Granted') }, { key: 'no', name: l('不同意', 'Not granted') }] }), note],
  resumed: [note],
  merged: [{ name: 'into', input: 'case', label: l('并入哪件工单（编号）', 'Into which case (number)'), needed: true }],
  voided: [reason()],
  'jointly-supervised': [yesNo('on', l('联合督办', 'Joint supervision'), { needed: true, choices: [{ key: 'yes', name: l('列为联合督办', 'Put under it') }, { key: 'no', name: l('解除联合督办', 'End it') }] }), words(l('理由', 'Reason'))],
} as const satisfies Record<MoveKind, readonly MoveField[]>

/** The fields of a move for this type: to what is corrected belong the type's own fields. */
export function fieldsOf(kind: MoveKind, type: Pick<CaseType, 'fields'>): readonly MoveField[] {
  const fields: readonly MoveField[] = moveForms[kind]
  return kind === 'amended' ? [...fields.slice(0, -1), ...type.fields.filter(f => !f.personal).map(ownField), ...fields.slice(-1)] : fields
}

const inputs = { text: 'line', 'long-text': 'words', number: 'number', choice: 'choice', day: 'day', 'yes-no': 'yes-no' } as const satisfies Record<string, MoveField['input']>

function ownField(field: CaseType['fields'][number]): MoveField {
  const input = field.input in inputs ? inputs[field.input as keyof typeof inputs] : 'line' // just looked up
  return { name: `fields.${field.key}`, input, label: field.name, onlyChanged: true, ...(field.choices && { choices: field.choices }) }
}

/** Is everything there that the form asks for? */
export function isReady(fields: readonly MoveField[], typed: Typed, touched: readonly string[]): boolean {
  const shown = fields.filter(field => field.when?.(typed) ?? true)
  const changes = shown.filter(field => field.onlyChanged)
  return shown.every(field => !field.needed || (typed[field.name] ?? '').trim() !== '') && (changes.length === 0 || changes.some(field => touched.includes(field.name)))
}

/** What a form says as the move that is sent, still to be held against the contract. */
export function moveFrom(kind: MoveKind, fields: readonly MoveField[], typed: Typed, touched: readonly string[]): Record<string, unknown> {
  const move: Record<string, unknown> = { kind }
  for (const field of fields) {
    if ((field.when && !field.when(typed)) || (field.onlyChanged && !touched.includes(field.name))) continue
    const value = valueOf(field, (typed[field.name] ?? '').trim())
    const [outer = '', inner] = field.name.split('.')
    if (inner === undefined) move[outer] = value
    else move[outer] = { ...(typeof move[outer] === 'object' ? move[outer] : {}), [inner]: value }
  }
  return move
}

function valueOf(field: MoveField, text: string): unknown {
  switch (field.input) {
    case 'units': return text === '' ? [] : text.split(',')
    case 'yes-no': return text === '' ? null : text === 'yes'
    case 'tick': return text === 'yes'
    case 'day': return text === '' ? null : text
    case 'number': return text === '' ? null : Number(text)
    case 'evidence': return evidenceFrom(text).filter(one => one.what.trim() !== '').map(({ what, reference }) => ({ what: what.trim(), reference: reference.trim() === '' ? null : reference.trim() }))
    case 'limit': return limitFrom(text)
    case 'unit':
    case 'line':
    case 'choice': return text === '' && field.onlyChanged ? null : text
    default: return text
  }
}

/** One line a piece: what it is, a tab, its number. */
export function evidenceFrom(text: string): readonly { readonly what: string; readonly reference: string }[] {
  return text === '' ? [] : text.split('\n').map(line => { const [what = '', reference = ''] = line.split('\t'); return { what, reference } })
}

export function limitFrom(text: string): { readonly n: number; readonly unit: LimitUnit } {
  const [n = '', unit] = text.split(' ')
  const known = LimitUnit.safeParse(unit)
  return { n: Number(n), unit: known.success ? known.data : 'working-days' }
}

/** At which field a refusal belongs. */
export const refusedAt: Readonly<Record<string, readonly string[]>> = {
  'no-such-unit': ['lead', 'unit', 'place.unit'], 'not-a-colleague': ['person'], 'cannot-merge': ['into'], 'unknown-case': ['into'], 'merge-into-itself': ['into'], 'evidence-needed': ['evidence'], 'lead-is-no-co-unit': ['co', 'unit'],
  'not-a-co-unit': ['unit'], 'same-unit': ['lead'], 'unknown-category': ['category'], 'unknown-urgency': ['urgency'], 'unknown-result': ['result'], 'extensions-used': ['limit'],
}
