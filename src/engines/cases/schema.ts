import { z } from 'zod'
import { Id } from '../../kernel/id.ts'
import { Label } from '../../kernel/label.ts'
import { Day, Instant } from '../../kernel/time.ts'
import { Limit } from '../../kernel/work-time.ts'

/**
 * Where a case (工单、事项) stands. Received 待受理, filed 待派遣, dispatched 待签收, disputed 待裁定, handling 办理中, answered 待核查,
 * checked 待结案, closed 待回访; suspended 挂起. The last four are ends: refused 不予受理, settled 办结, voided 作废, merged 并案.
 */
export const CaseState = z.enum(['received', 'filed', 'dispatched', 'disputed', 'handling', 'answered', 'checked', 'closed', 'suspended', 'refused', 'settled', 'voided', 'merged'])
export type CaseState = z.infer<typeof CaseState>

/** Where a case came from. */
export const Channel = z.enum(['portal', 'phone', 'counter', 'patrol', 'street', 'platform', 'letter', 'media', 'inspection', 'import'])
export type Channel = z.infer<typeof Channel>

/** Who asked, as far as they said. Kept apart from everything else: masked wherever it is shown. */
export const Reporter = z.object({ name: z.string().max(60).nullable(), phone: z.string().max(20).nullable(), email: z.string().max(120).nullable().optional(), confidential: z.boolean() })
export type Reporter = z.infer<typeof Reporter>

/** Where it is: the smallest unit that is known (grid, community or street), the words for it, the point (WGS84). */
export const Place = z.object({ unit: Id.nullable(), address: z.string().max(200).nullable(), point: z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }).nullable() })
export type Place = z.infer<typeof Place>

/** A file or number that shows that something was done. */
export const Evidence = z.object({ what: z.string().trim().min(1).max(200), reference: z.string().max(200).nullable() })

const FieldValue = z.union([z.string().max(4000), z.number(), z.boolean(), z.null()])
export const FieldValues = z.record(z.string().max(40), FieldValue)
export type FieldValues = z.infer<typeof FieldValues>

const Words = z.string().trim().min(1).max(2000)

/** What happened to a case. Append-only; `domain/case.ts` folds it into the present state, on the server and in the browser. */
export const CaseEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('received'), number: z.string(), type: z.string(), version: z.int(), category: z.string(), urgency: z.string(), title: z.string(), words: z.string(), place: Place, channel: Channel, fields: FieldValues, hasReporter: z.boolean() }),
  z.object({ kind: z.literal('amended'), category: z.string().optional(), urgency: z.string().optional(), title: z.string().optional(), place: Place.optional(), fields: FieldValues.optional(), reason: Words }),
  z.object({ kind: z.literal('refused'), basis: Words, words: Words }),
  z.object({ kind: z.literal('filed') }),
  z.object({ kind: z.literal('dispatched'), lead: Id, co: z.array(Id), words: z.string() }),
  z.object({ kind: z.literal('signed') }),
  z.object({ kind: z.literal('contacted'), words: Words }),
  /** 退单: not ours, with the rule that says so. */
  z.object({ kind: z.literal('returned'), basis: Words, words: Words }),
  /** 裁定: whose it is; `floor`: to the floor unit (兜底), which may not return it. */
  z.object({ kind: z.literal('arbitrated'), lead: Id, floor: z.boolean(), words: Words }),
  z.object({ kind: z.literal('transferred'), lead: Id, words: Words }),
  z.object({ kind: z.literal('co-asked'), unit: Id, words: z.string() }),
  z.object({ kind: z.literal('co-answered'), unit: Id, words: Words }),
  z.object({ kind: z.literal('co-released'), unit: Id, words: Words }),
  z.object({ kind: z.literal('delegated'), person: Id }),
  z.object({ kind: z.literal('noted'), words: Words, forReporter: z.boolean() }),
  z.object({ kind: z.literal('answered'), words: Words, result: z.string(), evidence: z.array(Evidence) }),
  z.object({ kind: z.literal('checked'), passed: z.boolean(), words: z.string() }),
  z.object({ kind: z.literal('closed') }),
  /** 回访. Excluded from the rates only with a reason that somebody approves. */
  z.object({ kind: z.literal('called-back'), reached: z.boolean(), responded: z.boolean().nullable(), solved: z.boolean().nullable(), satisfied: z.boolean().nullable(), rework: z.boolean(), words: z.string() }),
  z.object({ kind: z.literal('excluded'), reason: Words }),
  z.object({ kind: z.literal('settled') }),
  z.object({ kind: z.literal('reopened'), words: Words, byReporter: z.boolean() }),
  z.object({ kind: z.literal('rated'), score: z.int().min(1).max(5), words: z.string().max(500) }),
  z.object({ kind: z.literal('extension-asked'), limit: Limit, words: Words }),
  z.object({ kind: z.literal('extension-decided'), granted: z.boolean(), words: z.string() }),
  z.object({ kind: z.literal('suspension-asked'), until: Day.nullable(), words: Words }),
  z.object({ kind: z.literal('suspension-decided'), granted: z.boolean(), words: z.string() }),
  z.object({ kind: z.literal('resumed'), words: z.string() }),
  z.object({ kind: z.literal('merged'), into: Id }),
  z.object({ kind: z.literal('absorbed'), other: Id, number: z.string() }),
  z.object({ kind: z.literal('voided'), reason: Words }),
  /** 联合督办. */
  z.object({ kind: z.literal('jointly-supervised'), on: z.boolean(), words: Words }),
  z.object({ kind: z.literal('warned'), clock: z.string(), due: Instant }),
  z.object({ kind: z.literal('escalated'), clock: z.string(), step: z.int().min(1).max(3), to: Id, due: Instant, reason: Label }),
  /** Moved to a later version of its type (`domain/upgrade.ts`), with the keys that are called otherwise there. */
  z.object({ kind: z.literal('upgraded'), version: z.int(), category: z.string().optional(), urgency: z.string().optional() }),
])
export type CaseEvent = z.infer<typeof CaseEvent>
export type CaseEventKind = CaseEvent['kind']

/** An event with when it happened and by whom: null for the program itself, and for a reporter. */
export type Happened = { readonly seq: number; readonly at: Instant; readonly by: { readonly person: Id; readonly name: string; readonly unit: Id | null } | null; readonly event: CaseEvent }

/** Who may do something with a case, by their relation to it. */
export const Party = z.enum(['reporter', 'opener', 'desk', 'lead', 'lead-head', 'co-unit', 'arbitrator', 'checker', 'caller', 'supervisor', 'program'])
export type Party = z.infer<typeof Party>

/** A field of a case type. `personal` is masked in every answer and revealed one at a time with a reason. */
export const Field = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  name: Label,
  /** `directory`: the name of a line of a directory (名录), which `directory` names. */
  input: z.enum(['text', 'long-text', 'number', 'choice', 'day', 'yes-no', 'directory']),
  directory: z.string().optional(),
  choices: z.array(z.object({ key: z.string(), name: Label })).optional(),
  required: z.boolean(),
  personal: z.boolean(),
  /** Does the reporter fill it in, or only staff? */
  asks: z.enum(['reporter', 'staff']),
}).readonly()
export type Field = z.infer<typeof Field>

/** A kind of matter: a tree of any depth. What a branch leaves out it takes from the one above. */
export type Category = {
  readonly key: string
  readonly name: Label
  /** Words by which people call it, for search and for the classifier. */
  readonly words?: readonly string[]
  /** The unit that answers: a department by its key, or the street, community or grid of the place. */
  readonly unit?: { readonly department: string } | { readonly placeLevel: 'street' | 'community' | 'grid' }
  readonly urgency?: string
  /** Within how many metres another open case of this kind may be the same one. */
  readonly nearMetres?: number
  /** Limits of this kind where they differ from the urgency's, by clock. */
  readonly limits?: Readonly<Record<string, Limit>>
  readonly below?: readonly Category[]
}

/**
 * One of several clocks of a case. It starts with an event, stops with others, and is paused only by an approved suspension.
 * `restarts`: handing on gives the new handler the whole limit again; everything else, a comment above all, does not.
 */
export type Clock = {
  readonly key: string
  readonly name: Label
  readonly starts: readonly CaseEventKind[]
  readonly stops: readonly CaseEventKind[]
  readonly restarts: readonly CaseEventKind[]
  /** One clock for each co-unit, started when it is asked. */
  readonly perCoUnit?: boolean
  /** Limit by urgency; `*` for all that are not named. */
  readonly limit: Readonly<Record<string, Limit>>
}

/** When a clock calls: a warning at a share of the time, then up, at most three steps. */
export type Ladder = {
  readonly clock: string
  readonly warnAt: number | null
  /** Each step: how long after the limit (null: at once), and to whom: up the reporting line, or the street or district of the place. */
  readonly steps: readonly { readonly after: Limit | null; readonly to: 'superior' | 'street' | 'district' | 'supervision' }[]
}

/** On what occasion somebody is told something. */
export const Occasion = z.enum(['received', 'refused', 'dispatched', 'extended', 'suspended', 'resumed', 'answered', 'closed', 'reopened', 'merged', 'voided', 'due-soon', 'late'])
export type Occasion = z.infer<typeof Occasion>

/** What may stand in braces in a message or a letter: {number} {title} {unit} {due} {words} {result} {into}. */
export const placeholders = ['number', 'title', 'unit', 'due', 'words', 'result', 'into'] as const

/** A text that is sent on an occasion to who asked, to the unit that leads, or to each co-unit. One text for an occasion and a receiver. */
export type Message = { readonly on: Occasion; readonly to: 'reporter' | 'lead' | 'co-unit'; readonly text: Label }

/** A letter by which this type answers, with the same places as a message. */
export type Letter = { readonly key: string; readonly name: Label; readonly text: Label }

/** What the rates of a type need beside its cases. */
export type Rates = {
  /** Weights of the three rates of called-back cases in their whole, dated; they add up to 1. */
  readonly weights: readonly { readonly from: Day; readonly response: number; readonly solution: number; readonly satisfaction: number; readonly source: string }[]
  /** Grounds on which a case is left out, each time by approval and with a reason. */
  readonly exclusions: readonly { readonly key: string; readonly name: Label }[]
}

/** How cases of an earlier version are taken over: what is called otherwise now, by the old key. What is not named is called the same. */
export type Upgrade = { readonly from: number; readonly categories?: Readonly<Record<string, string>>; readonly urgencies?: Readonly<Record<string, string>> }

/** A directory (名录) as data: a list of objects that a district keeps, such as its smallest emergency units. A row is a name, the unit it belongs to, and these fields. */
export type Directory = {
  readonly key: string
  readonly name: Label
  readonly what: Label
  /** What one row is called. */
  readonly row: Label
  readonly fields: readonly Omit<Field, 'asks'>[]
}

/** A case type (事项类型) as data. What was opened under a version stays under it until an upgrade moves it. */
export type CaseType = {
  readonly key: string
  readonly version: number
  readonly name: Label
  /** Letters before its numbers: RX for the hotline. */
  readonly prefix: string
  readonly fields: readonly Field[]
  readonly categories: readonly Category[]
  readonly urgencies: readonly { readonly key: string; readonly name: Label }[]
  /** Which steps of the common life it has. Without filing what is received is dispatched at once; and so on. */
  readonly steps: { readonly file: boolean; readonly sign: boolean; readonly check: boolean; readonly callBack: boolean }
  /** Who may do what, where it differs from the usual. An empty list: nobody, the move does not exist here. */
  readonly may: Partial<Readonly<Record<CaseEventKind, readonly Party[]>>>
  /** What a move is called here, where the trade has a word of its own: 面商 for the contact before the answer to a deputy. */
  readonly names?: Partial<Readonly<Record<CaseEventKind, Label>>>
  /** What must have happened before a move, since the matter was handed over or had to be done again. Each has a name in `names`. */
  readonly before?: Partial<Readonly<Record<CaseEventKind, readonly CaseEventKind[]>>>
  /** Pairs of moves that one person may not both make: who raised something does not approve it. Each has a name in `names`. Absent: none. */
  readonly apart?: readonly (readonly [CaseEventKind, CaseEventKind])[]
  /** How long after it was handed over a unit may return a case as not its own; absent: as long as it has it. */
  readonly returnWithin?: Limit
  readonly results: readonly { readonly key: string; readonly name: Label }[]
  readonly clocks: readonly Clock[]
  readonly ladders: readonly Ladder[]
  /** How long after closing it may be reopened; null: not at all. */
  readonly reopenWithin: Limit | null
  /** How often it may be extended. */
  readonly extensions: number
  /** How many pieces of evidence an answer needs. Photographs are never demanded. */
  readonly evidence: number
  /** May residents open it, and follow it by its code? */
  readonly onPortal: boolean
  readonly messages?: readonly Message[]
  readonly letters?: readonly Letter[]
  readonly rates?: Rates
  /** Earlier versions whose open cases may be moved to this one. */
  readonly upgrades?: readonly Upgrade[]
}
