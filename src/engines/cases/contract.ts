import { z } from 'zod'
import { type Contract, page, PageQuery, route } from '../../kernel/contract.ts'
import { Id } from '../../kernel/id.ts'
import { Label, type Label as Words } from '../../kernel/label.ts'
import { Period } from '../../kernel/period.ts'
import { Instant } from '../../kernel/time.ts'
import { Limit, LimitUnit } from '../../kernel/work-time.ts'
import { LedgerDay, PlainText } from '../indicators/contract.ts'
import { rateKeys } from './domain/rates.ts'
import { CaseEvent, type CaseEventKind, CaseState, type CaseType, Channel } from './schema.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const byId = z.object({ id: Id })
export const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, { error: '应为小写字母、数字和连字符 lower-case letters, digits and hyphens' })
/** Long text with line breaks, without other control characters. */
export const LongText = z.string().trim().min(1).max(2000).regex(/^[^\p{Cc}\uFFFE\uFFFF]*(?:[\n\r\t][^\p{Cc}\uFFFE\uFFFF]*)*$/u, { error: '不能含有控制字符 no control characters' })
const ShortOrNone = z.union([z.literal(''), LongText]).default('')
const Phone = z.string().trim().regex(/^[+\d][\d -]{4,19}$/, { error: '应为电话号码 a telephone number' })
export const FieldValuesGiven = z.record(Key, z.union([LongText, z.literal(''), z.number().min(-1e15).max(1e15), z.boolean(), z.null()])).refine(fields => Object.keys(fields).length <= 60)
const seen = { /** Number of the last event that the caller knows of; somebody else's act in between is told and nothing is saved. */ seq: z.int().min(1).max(2_000_000_000) }

export const PlaceGiven = z.object({
  unit: Id.nullable().default(null), address: PlainText(200).nullable().default(null),
  point: z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }).nullable().default(null),
})
const Email = z.string().trim().max(120).pipe(z.email({ error: '应为电子邮箱 an e-mail address' }))
export const ReporterGiven = z.object({ name: PlainText(60).nullable().default(null), phone: Phone.nullable().default(null), email: Email.nullable().optional(), confidential: z.boolean().default(false) })
const Dispatch = z.object({ lead: Id, co: z.array(Id).max(20).default([]), words: ShortOrNone })

/** What is needed to open a case. With `dispatch` it is filed and handed to a unit in the same act, where the type allows it to who asks. */
export const CaseGiven = z.object({
  type: Key, category: Key, urgency: Key.optional(), title: PlainText(100), words: LongText, place: PlaceGiven.default({ unit: null, address: null, point: null }), channel: Channel.default('counter'),
  fields: FieldValuesGiven.default({}), reporter: ReporterGiven.nullable().default(null), dispatch: Dispatch.optional(),
})
export type CaseGiven = z.infer<typeof CaseGiven>

/** More time is asked for in whole hours or days. */
const LimitGiven = z.object({ n: z.int().min(1).max(1000), unit: LimitUnit })
const EvidenceGiven = z.object({ what: PlainText(200), reference: PlainText(200).nullable().default(null) })
const Reason = LongText

/** What a person may do with a case: the events that people bring about, with what they say. */
export const Move = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amended'), category: Key.optional(), urgency: Key.optional(), title: PlainText(100).optional(), place: PlaceGiven.optional(), fields: FieldValuesGiven.optional(), reason: Reason }),
  z.object({ kind: z.literal('refused'), basis: Reason, words: Reason }),
  z.object({ kind: z.literal('filed') }),
  z.object({ kind: z.literal('dispatched'), ...Dispatch.shape }),
  z.object({ kind: z.literal('signed') }),
  z.object({ kind: z.literal('contacted'), words: Reason }),
  z.object({ kind: z.literal('returned'), basis: Reason, words: Reason }),
  z.object({ kind: z.literal('arbitrated'), lead: Id, floor: z.boolean().default(false), words: Reason }),
  z.object({ kind: z.literal('transferred'), lead: Id, words: Reason }),
  z.object({ kind: z.literal('co-asked'), unit: Id, words: ShortOrNone }),
  z.object({ kind: z.literal('co-answered'), unit: Id, words: Reason }),
  z.object({ kind: z.literal('co-released'), unit: Id, words: Reason }),
  z.object({ kind: z.literal('delegated'), person: Id }),
  z.object({ kind: z.literal('noted'), words: Reason, forReporter: z.boolean().default(false) }),
  z.object({ kind: z.literal('answered'), words: Reason, result: Key, evidence: z.array(EvidenceGiven).max(30).default([]) }),
  z.object({ kind: z.literal('checked'), passed: z.boolean(), words: ShortOrNone }),
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('called-back'), reached: z.boolean(), responded: z.boolean().nullable().default(null), solved: z.boolean().nullable().default(null), satisfied: z.boolean().nullable().default(null), rework: z.boolean().default(false), words: ShortOrNone }),
  z.object({ kind: z.literal('excluded'), reason: Reason }),
  z.object({ kind: z.literal('settled') }),
  z.object({ kind: z.literal('reopened'), words: Reason, byReporter: z.literal(false).default(false) }),
  z.object({ kind: z.literal('extension-asked'), limit: LimitGiven, words: Reason }),
  z.object({ kind: z.literal('extension-decided'), granted: z.boolean(), words: ShortOrNone }),
  z.object({ kind: z.literal('suspension-asked'), until: LedgerDay.nullable().default(null), words: Reason }),
  z.object({ kind: z.literal('suspension-decided'), granted: z.boolean(), words: ShortOrNone }),
  z.object({ kind: z.literal('resumed'), words: ShortOrNone }),
  z.object({ kind: z.literal('merged'), into: Id }),
  z.object({ kind: z.literal('voided'), reason: Reason }),
  z.object({ kind: z.literal('jointly-supervised'), on: z.boolean(), words: Reason }),
])
export type Move = z.infer<typeof Move>
export type MoveKind = Move['kind']

const named = z.object({ id: Id, name: z.string() })

/** A case in a list. `category` is the branch from the root; `dueAt` the clock that runs out first. */
export const CaseRowView = z.object({
  id: Id, number: z.string(), type: z.object({ key: z.string(), name: Label }), state: CaseState, category: z.array(Label), urgency: z.object({ key: z.string(), name: Label }), channel: Channel, title: z.string(),
  place: z.object({ unit: named.nullable(), address: z.string().nullable() }), openedAt: Instant, lead: named.nullable(), coUnits: z.int(), handler: Id.nullable(), asked: z.enum(['extension', 'suspension']).nullable(),
  due: z.object({ at: Instant, clock: z.string(), name: Label, known: z.boolean(), /** In what its time is counted. */ unit: LimitUnit }).nullable(), since: Instant, step: z.int(), joint: z.boolean(), reworks: z.int(), generated: z.boolean(), seq: z.int(),
})
export type CaseRowView = z.infer<typeof CaseRowView>

const HappenedView = z.object({ seq: z.int(), at: Instant, by: z.object({ person: Id, name: z.string(), unit: Id.nullable() }).nullable(), event: CaseEvent })
const ClockView = z.object({ key: z.string(), unit: Id.nullable(), limit: Limit, startedAt: Instant, dueAt: Instant, known: z.boolean(), stoppedAt: Instant.nullable(), paused: z.object({ unit: LimitUnit, amount: z.number() }).nullable() })

/** A case as its page shows it. `events` fold to its state by `domain/case.ts` with the type of this version, in the browser as here. Personal fields are masked. */
export const CaseView = z.object({
  id: Id, number: z.string(), type: z.object({ key: z.string(), version: z.int() }), generated: z.boolean(), opener: Id.nullable(),
  events: z.array(HappenedView), clocks: z.array(ClockView),
  /** What the caller may do now. */
  moves: z.array(z.custom<CaseEventKind>(value => typeof value === 'string')),
  /** Names of the units and persons that the history names. */
  names: z.record(z.string(), z.string()),
  /** Who asked, masked; null where nobody is on file. */
  reporter: z.object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable().optional(), confidential: z.boolean() }).nullable(),
  mayReveal: z.boolean(), seq: z.int(),
})
export type CaseView = z.infer<typeof CaseView>

const AsList = <T extends z.ZodType<string>>(of: T) => z.preprocess(value => (typeof value === 'string' ? value.split(',') : value), z.array(of).max(100)).optional()
const Flag = z.enum(['true', 'false']).transform(value => value === 'true').optional()

/** A number of a rate: which rate, and whether what stands above its line or below. */
export const CountedNumber = z.templateLiteral([z.enum(rateKeys), '/', z.enum(['part', 'whole'])])

/** Filters of every list, count and export of cases. `counted` with `countedIn` gives exactly the cases behind a number of a rate in a period; `cluster` the cases of a matter that came again and again; `within` the places in a unit and below it; `dueIn` what is due within so many hours, `soon` by the end of the next working day. A category stands for all below it. Lists of values are parted by commas. `q` finds words, or a whole number. */
export const CaseQuery = z.object({
  type: Key.optional(), state: AsList(CaseState), open: Flag, category: AsList(Key), urgency: Key.optional(), lead: AsList(Id), co: AsList(Id), place: AsList(Id), handler: Id.optional(), late: Flag, soon: Flag, climbed: Flag, joint: Flag,
  asked: z.enum(['extension', 'suspension', 'any']).optional(), q: PageQuery.shape.q, phone: Phone.optional(), openedFrom: LedgerDay.optional(), openedTo: LedgerDay.optional(),
  channel: Channel.optional(), within: Id.optional(), undispatched: Flag, placeless: Flag, step: z.coerce.number().int().min(0).max(3).optional(), dueIn: z.coerce.number().int().min(1).max(2000).optional(), cluster: Id.optional(), counted: CountedNumber.optional(), countedIn: Period.optional(),
})
export type CaseQuery = z.infer<typeof CaseQuery>
/** Where a cursor of the list ended: the due instant (or none) and the case. */
const Cursor = z.string().regex(/^(?:\d{4}-\d{2}-\d{2}T[\d:.]{12}Z)?\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u, { error: '应为上一页给出的 next the value of next that the page before gave' })

const TypeView = z.custom<CaseType>(value => typeof value === 'object' && value !== null)

export const contract = {
  types: route({ method: 'GET', path: '/api/cases/types', permission: 'case.read', summary: words('事项类型', 'Case types in force'), reply: z.object({ items: z.array(TypeView) }) }),
  type: route({ method: 'GET', path: '/api/cases/types/:key/:version', permission: 'case.read', summary: words('某一版事项类型', 'A version of a case type'), params: z.object({ key: Key, version: z.coerce.number().int().min(1).max(1_000_000) }), reply: TypeView }),
  cases: route({ method: 'GET', path: '/api/cases', permission: 'case.read', summary: words('工单清单', 'Cases, the newest or those due first'), query: PageQuery.extend({ ...CaseQuery.shape, order: z.enum(['newest', 'due']).default('newest'), after: Cursor.optional() }), reply: page(CaseRowView).extend({ /** The counting stopped here; there are at least so many. */ atLeast: z.boolean() }) }),
  open: route({ method: 'POST', path: '/api/cases', permission: 'case.open', summary: words('登记工单', 'Open a case'), body: CaseGiven, reply: z.object({ id: Id, number: z.string(), seq: z.int() }) }),
  one: route({ method: 'GET', path: '/api/cases/:id', permission: 'case.read', summary: words('一件工单的全部经过', 'A case with its history'), params: byId, reply: CaseView }),
  byNumber: route({ method: 'GET', path: '/api/cases/numbered/:number', permission: 'case.read', summary: words('按编号查工单', 'A case by its number'), params: z.object({ number: PlainText(40) }), reply: z.object({ id: Id }) }),
  move: route({ method: 'POST', path: '/api/cases/:id/moves', permission: 'case.read', summary: words('办理一步', 'Do something with a case'), params: byId, body: z.object({ ...seen, move: Move }), reply: CaseView }),
  reveal: route({ method: 'POST', path: '/api/cases/:id/reveal', permission: 'case.reveal', summary: words('查看反映人信息（记录理由）', 'See who asked; the reason is kept'), params: byId, body: z.object({ reason: PlainText(200).min(4) }), reply: z.object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable(), confidential: z.boolean(), fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])) }) }),
} satisfies Contract
