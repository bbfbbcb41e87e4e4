import { type CaseEventKind, type CaseType, type Category, type Clock, type Field, type Ladder, type Message } from '../engines/cases/schema.ts'
import { type Label } from '../kernel/label.ts'
import { type Limit } from '../kernel/work-time.ts'

export const label = (zh: string, en: string): Label => ({ zh, en })
export const hours = (n: number): Limit => ({ n, unit: 'calendar-hours' })
export const days = (n: number): Limit => ({ n, unit: 'calendar-days' })
export const workingHours = (n: number): Limit => ({ n, unit: 'working-hours' })
export const workingDays = (n: number): Limit => ({ n, unit: 'working-days' })

/** Which unit answers: the street, community or grid of the place, or a department by its key. */
export const street = { placeLevel: 'street' } as const
export const community = { placeLevel: 'community' } as const
export const grid = { placeLevel: 'grid' } as const
export const department = (key: string) => ({ department: key })

type More = Omit<Category, 'key' | 'name' | 'words' | 'below'>

/** A category at the end of a branch. `words` are parted by spaces. */
export function leaf(key: string, zh: string, en: string, words: string, more: More = {}): Category {
  return { key, name: label(zh, en), words: words.split(' '), ...more }
}

/** A branch of the tree; what it says holds below it unless something there says otherwise. */
export function branch(key: string, zh: string, en: string, more: More, below: readonly Category[]): Category {
  return { key, name: label(zh, en), ...more, below }
}

/** A named choice, an urgency, a result, a ground. */
export const named = (key: string, zh: string, en: string) => ({ key, name: label(zh, en) })

export function field(key: string, zh: string, en: string, input: Field['input'], more: Partial<Field> = {}): Field {
  return { key, name: label(zh, en), input, required: false, personal: false, asks: 'staff', ...more }
}

const gone: readonly CaseEventKind[] = ['refused', 'voided', 'merged']
const handedOn: readonly CaseEventKind[] = ['dispatched', 'transferred', 'arbitrated']

/** The handler's clocks begin with each handing on; the matter's own begins once, and again only when the work is found undone. */
export const signClock = (limit: Clock['limit'], name = label('签收', 'Sign')): Clock => ({ key: 'sign', name, starts: [], stops: ['signed', 'returned', ...gone], restarts: handedOn, limit })
export const contactClock = (limit: Clock['limit'], name = label('首次联系', 'First contact')): Clock => ({ key: 'contact', name, starts: [], stops: ['contacted', 'answered', 'returned', ...gone], restarts: handedOn, limit })
export const resolveClock = (begins: CaseEventKind, limit: Clock['limit'], name = label('办结', 'Resolve')): Clock => ({ key: 'resolve', name, starts: [begins, 'checked', 'called-back', 'reopened'], stops: ['answered', ...gone], restarts: [], limit })
export const coClock = (limit: Clock['limit']): Clock => ({ key: 'co', name: label('协办答复', 'Co-unit answers'), starts: [], stops: ['answered', ...gone], restarts: [], perCoUnit: true, limit })

/** A warning when four fifths of the time have passed, then up the line, to the supervisors, to the district. Ours, where no rule is published. */
export const usualLadder = (clock: string, second: Limit = workingDays(1), third: Limit = workingDays(3)): Ladder => ({ clock, warnAt: 0.8, steps: [{ after: null, to: 'superior' }, { after: second, to: 'supervision' }, { after: third, to: 'district' }] })
/** What is not signed for goes up at once, and a working day later to the supervisors. */
export const signLadder = (second: Limit = workingDays(1)): Ladder => ({ clock: 'sign', warnAt: null, steps: [{ after: null, to: 'superior' }, { after: second, to: 'supervision' }] })

/** What units are told of every case: that it is theirs, that time runs out, that it is late, that it was found undone. */
export const unitMessages: readonly Message[] = [
  { on: 'dispatched', to: 'lead', text: label('您单位主办工单{number}“{title}”，请于{due}前办理。', 'Your unit leads case {number} “{title}”. It is due by {due}.') },
  { on: 'dispatched', to: 'co-unit', text: label('您单位协办工单{number}“{title}”，由{unit}主办，请于{due}前答复主办单位。', 'Your unit helps with case {number} “{title}”, led by {unit}. Answer the lead by {due}.') },
  { on: 'due-soon', to: 'lead', text: label('工单{number}“{title}”将于{due}到期，请抓紧办理。', 'Case {number} “{title}” is due by {due}.') },
  { on: 'late', to: 'lead', text: label('工单{number}“{title}”已于{due}到期，现已逐级升级，请立即办理并说明原因。', 'Case {number} “{title}” was due by {due} and has been escalated. Act now and say why it is late.') },
  { on: 'reopened', to: 'lead', text: label('工单{number}“{title}”须重新办理：{words}。期限{due}。', 'Case {number} “{title}” has to be done again: {words}. It is due by {due}.') },
]

/** What whoever asked is told. `matter`: what they asked, as the type calls it: 诉求, 建议. */
export function reporterMessages(matter: Label): readonly Message[] {
  const text = (on: Message['on'], zh: string, en: string): Message => ({ on, to: 'reporter', text: label(zh.replaceAll('＊', matter.zh), en.replaceAll('*', matter.en)) })
  return [
    text('received', '您的＊已收到，编号{number}。办理时限{due}，可凭编号查询进度。', 'We have your *, number {number}. It is due by {due}; follow it by its number.'),
    text('refused', '您的＊{number}不予受理：{words}', 'Your * {number} was not taken on: {words}'),
    text('dispatched', '您的＊{number}已交{unit}办理，时限{due}。', 'Your * {number} is with {unit}, due by {due}.'),
    text('extended', '您的＊{number}情况复杂，经批准延期至{due}：{words}', 'Your * {number} needs more time, by approval until {due}: {words}'),
    text('suspended', '您的＊{number}经批准暂缓办理：{words}', 'Your * {number} is suspended by approval: {words}'),
    text('resumed', '您的＊{number}已恢复办理，时限{due}。', 'Work on your * {number} goes on; it is due by {due}.'),
    text('answered', '{unit}对您的＊{number}答复如下：{words}（{result}）', '{unit} answers your * {number}: {words} ({result})'),
    text('closed', '您的＊{number}已办结。没有解决的，可在期限内要求重新办理。', 'Your * {number} is closed. If it is not solved you may ask for it to be done again.'),
    text('reopened', '您的＊{number}已重新办理，时限{due}。', 'Your * {number} is being done again, due by {due}.'),
    text('merged', '您的＊{number}与{into}是同一事项，已并案办理，结果一并告知您。', 'Your * {number} is the same matter as {into}; they are handled together and you will be told the result.'),
    text('voided', '您的＊{number}已作废：{words}', 'Your * {number} was voided: {words}'),
  ]
}

/** What most types have; each says only what is its own. */
export const usual = {
  version: 1, fields: [], may: {}, extensions: 1, evidence: 0, onPortal: false,
  steps: { file: true, sign: true, check: true, callBack: true },
  reopenWithin: days(15),
} as const satisfies Partial<CaseType>

export const usualResults: CaseType['results'] = [named('solved', '已解决', 'Solved'), named('partly', '部分解决', 'Solved in part'), named('explained', '解释说明', 'Explained'), named('not-possible', '客观上不能解决', 'Cannot be solved')]
