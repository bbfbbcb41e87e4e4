import { type Label } from '../kernel/label.ts'
import { type LagBands } from '../kernel/light.ts'
import { type CaseEvent, type CaseEventKind, type CaseType, type Directory, type FieldValues, type Party } from '../engines/cases/schema.ts'
import { type CountedFigure } from '../engines/cases/domain/counted-figures.ts'
import { type PackForm } from '../engines/returns/schema.ts'
import { type DivisionTerms } from '../engines/plan/schema.ts'
import { type LedgerKindGiven, type YearlyPath, type YearValue } from '../engines/plan/ledgers/schema.ts'
import { type LightRule, type Phase, type ProjectRules } from '../engines/projects/schema.ts'
import { type WorkAct } from '../engines/projects/works-schema.ts'
import { type FeedbackGiven } from '../engines/supervision/domain/feedback-sheet.ts'
import { type ToldRounds } from '../engines/supervision/domain/rounds.ts'
import { type NoticeRule } from '../engines/supervision/notices/schema.ts'
import { type SprintFrame } from '../engines/supervision/sprints/schema.ts'

/** One of the 292 systems, mechanisms and ledgers that the districts' own documents name (`S001` …). */
export type SystemId = `S${string}`

/** Where in the districts' documents, or in a law, a pack finds what it carries. */
export type Origin = { readonly document: string; readonly section: string }

/** An indicator a pack brings to the register. Codes are unique across packs: `GDP`, `FAI`, `RETAIL`. */
export type PackIndicator = {
  readonly code: string
  readonly name: Label
  /** Names under which papers speak of the same thing. Never a near name that is another indicator. */
  readonly aliases: readonly string[]
  /** Names too short to stand alone, which mean this only where certain words stand in the same sentence: 完成投资 beside 区重点建设项目. */
  readonly aliasesBeside?: readonly { readonly name: string; readonly beside: string }[]
  /** Near names that are other things, which the machine must not merge. */
  readonly not?: readonly string[]
  readonly unit: string
  readonly nature: 'binding' | 'expected'
  readonly direction: 'up' | 'down'
  readonly frequency: 'month' | 'quarter' | 'half-year' | 'year'
  readonly kind: 'flow' | 'stock' | 'rate'
  readonly aggregation: 'sum' | 'mean' | 'weighted-mean' | 'last' | 'none'
  readonly basis?: string
  /** Key of the department that keeps the figure, as `districts/departments.ts` lists them. */
  readonly ownerUnit?: string
  readonly bands?: LagBands
  /** Codes of the indicators it is made of, none of which overlaps another: the sectors of a gross product. What each contributes to its growth is shown. */
  readonly parts?: readonly string[]
}

/**
 * Given, when, then in the district's words: a test, demo data and documentation at once.
 * `reading`: `then` are all facts read from the text, in its order, each with the fields that matter; `words` are the
 * terms it explains, where that is the point. `match`: the code of the indicator meant beyond doubt, null for none; `beside` are words of the same sentence.
 * `return`: what is typed into a sheet of the pack's form, beside what is on file, and everything that its checks then find.
 * `ledger`: a list of the pack's kind, and what becomes of its lines, of the whole, or of what somebody asks. `division`: what is left to divide, why it may not be put before the units (null: it may), and whether it still adds up to what the target says later. `path`: an indicator of a five-year plan at the end of a year.
 * `case`: a case of the pack's type from its opening to a moment, and what somebody wants of it then.
 * `notice-rule`: something red or late, and the grade of the notice that it brings by the pack’s rule on a day; null for none.
 * `project`: where a project stands with money, nodes and blockers on a day, and the light it then has.
 * `start`: what stands behind a project when building is to begin, and the refusal, or null.
 * `rounds`: a thing on a sprint, and which rounds of it were missed by a day. `feedback`: what a unit hears of a month.
 */
export type Example =
  | { readonly kind: 'light'; readonly name: Label; readonly given: LightGiven; readonly then: { readonly light: string; readonly gap?: number | null } }
  | { readonly kind: 'reading'; readonly name: Label; readonly given: { readonly text: string; readonly resultsPeriod: string; readonly planPeriod: string }; readonly then: readonly Readonly<Record<string, string | number | null>>[]; readonly words?: readonly string[] }
  | { readonly kind: 'match'; readonly name: Label; readonly given: { readonly name: string; readonly unit: string; readonly beside?: string }; readonly then: { readonly indicator: string | null } }
  | { readonly kind: 'ledger'; readonly name: Label; readonly given: LedgerGiven; readonly then: LedgerThen }
  | { readonly kind: 'return'; readonly name: Label; readonly given: ReturnGiven; readonly then: { readonly findings: readonly { readonly row: string; readonly grade: 'error' | 'warning'; readonly zh: string }[]; readonly values?: Readonly<Record<string, number | null>>; readonly dueOn?: string } }
  | { readonly kind: 'division'; readonly name: Label; readonly given: DivisionGiven; readonly then: { readonly rest?: number | null; readonly refused: string | null; readonly stillAddsUp?: boolean } }
  | { readonly kind: 'path'; readonly name: Label; readonly given: PathExample; readonly then: { readonly method: string; readonly verdict: string; readonly expected?: number | null; readonly gap?: number | null } }
  | { readonly kind: 'benchmark'; readonly name: Label; readonly given: BenchmarkGiven; readonly then: { readonly rank: number | null; readonly of: number; readonly verdict: string } }
  | { readonly kind: 'case'; readonly name: Label; readonly given: CaseExample; readonly then: CaseExampleThen }
  | { readonly kind: 'notice-rule'; readonly name: Label; readonly given: NoticeRuleExample; readonly then: { readonly grade: 'blue' | 'orange' | 'red' | null } }
  | { readonly kind: 'project'; readonly name: Label; readonly given: ProjectExample; readonly then: ProjectExampleThen }
  | { readonly kind: 'start'; readonly name: Label; readonly given: StartExample; readonly then: { readonly refused: string | null } }
  | { readonly kind: 'rounds'; readonly name: Label; readonly given: RoundsExample; readonly then: { /** Last day of the round that is to be told; null where none is. */ readonly tell: string | null; readonly missed: readonly string[] } }
  | { readonly kind: 'feedback'; readonly name: Label; readonly given: FeedbackExample; readonly then: { readonly good: readonly string[]; readonly behind: readonly string[]; readonly next: readonly string[] } | null }

/** How many nodes a project has, and how many measures the plan of its task force; null: it has no task force. */
export type StartExample = { readonly measures: number | null; readonly nodes: number }

/** A sprint, and a thing that was put on it on a day, with the rounds that were told. */
export type RoundsExample = Pick<SprintFrame, 'from' | 'until' | 'every' | 'weekday'> & ToldRounds & { readonly on: string }
/** What is known of a unit for a month, on a day; `then` names the lines by their titles, null where there is nothing to say. */
export type FeedbackExample = Partial<FeedbackGiven> & { readonly month: string; readonly on: string }

/** Red, or late, since a day; its lead in points (negative: behind), and the last notice about it. `rule`: what the district sets otherwise than the pack. */
export type NoticeRuleExample = { readonly since: string; readonly lead: number | null; readonly last?: { readonly open: boolean; readonly raisedOn: string }; readonly on: string; readonly rule?: Partial<NoticeRule> }

/**
 * A project on a day, in the year of that day. Money in 10 000 yuan: `months` is the plan by month (null: none, so that the time passed
 * stands for it), `done` the approved amounts from January on, null where none is approved. `rule`: what the district sets otherwise than the pack.
 */
export type ProjectExample = {
  readonly year?: { readonly total: number; readonly months: readonly number[] | null; readonly done: readonly (number | null)[] }
  readonly nodes?: readonly { readonly name: string; readonly planned: string; readonly reached?: string }[]
  readonly blockers?: readonly { readonly title: string; readonly raisedOn: string; readonly open?: boolean }[]
  readonly over?: 'operating' | 'ended'
  readonly on: string
  /** Works with a total of 10 000, and what happened to their contracts, land and approvals; `asked`: what somebody wants at the end, and may be refused. */
  readonly acts?: readonly WorkAct[]
  readonly asked?: WorkAct
  /** A library of projects: the phases of each with their days, and its total. */
  readonly library?: readonly { readonly total: number; readonly phases: readonly (readonly [phase: Phase, on: string])[] }[]
  readonly rule?: Partial<LightRule>
}

/** `gap`: how far its money is ahead, in points of the year's plan. `parts`: the lights of which the whole is made. */
export type ProjectExampleThen = { readonly light?: string; readonly gap?: number | null; readonly parts?: { readonly money?: string; readonly nodes?: string; readonly blockers?: string }
  /** What was asked is refused, or null. Contracts now, and what is left of the total; rates of land by measure; approvals as `running 2025-03-17 late 1`. */
  readonly refused?: string | null
  readonly contracts?: { readonly now: number; readonly left: number | null }
  readonly rates?: Readonly<Record<string, number | null>>
  readonly approvals?: Readonly<Record<string, string>>
  /** Of the year of the day: the share of each phase that moved on, how many are too old, and whether the reserve suffices by number and by money. */
  readonly library?: { readonly moved?: Readonly<Record<string, number | null>>; readonly old?: Readonly<Record<string, number>>; readonly suffices?: readonly [number: boolean | null, money: boolean | null] }
}

/** When, in Beijing (`2025-03-03 09:00`), who by what they are to the case, and what. Units are named as in the pack: `water`. */
export type CaseStep = readonly [when: string, by: Party, event: CaseEvent]

/** A case from its opening: every step is one that may be made then. `asked`: what somebody wants at the end, who may be refused. */
export type CaseExample = {
  readonly type: string
  readonly category: string
  readonly urgency?: string
  readonly fields?: FieldValues
  readonly openedAt: string
  readonly by?: 'reporter' | 'staff'
  /** Who among the parties opened it, where it matters that it is the same person. */
  readonly openedBy?: Party
  readonly steps: readonly CaseStep[]
  readonly asked?: CaseStep
  readonly on: string
}

/**
 * What of the case matters, at `on`. `clocks`: the end of each clock in Beijing, with `late`, `stopped` or `paused` behind it where it is so;
 * a co-unit's is called `co:water`. `ladder`: what is still to happen by itself, in order: `resolve/1 2025-03-10 23:59 superior`. `moves`: what `who` may do.
 */
export type CaseExampleThen = { readonly refused?: string | null; readonly state?: string; readonly lead?: string | null; readonly urgency?: string; readonly clocks?: Readonly<Record<string, string>>; readonly ladder?: readonly string[]; readonly moves?: { readonly who: Party; readonly may: readonly CaseEventKind[] } }

/** Growth of our district and of others by their area codes, and a claimed place in the words of a paper. */
export type BenchmarkGiven = { readonly own: string; readonly ours: number; readonly peers: Readonly<Record<string, number>>; readonly claim: string }

/** A sheet of a form for a period: what is typed, and by row what last period, last year and the year so far say. */
export type ReturnGiven = { readonly form: string; readonly period: string; readonly typed: Readonly<Record<string, number>>; readonly lastPeriod?: Readonly<Record<string, number>>; readonly lastYear?: Readonly<Record<string, number>>; readonly before?: Readonly<Record<string, number>>; readonly below?: Readonly<Record<string, number>> }

/** A target that is divided: the parts as a planner gave them, the reason for a rest, and what the target says later. */
export type DivisionGiven = { readonly terms: DivisionTerms; readonly measure: string; readonly reason?: string; readonly later?: number | null }

export type LightGiven = {
  readonly indicator: string
  readonly target: { readonly operator: '=' | '>=' | '<=' | '~'; readonly value: number; readonly unit: string; readonly measure: 'level' | 'growth'; readonly period: string }
  readonly figure: { readonly value: number | null; readonly change: number | null; readonly period: string } | null
  readonly on: string
}

/** A line of an example list: its parts with the share done (null: nothing reported), its evidence, and what happened of acceptance, in order. */
export type LedgerLineGiven = { readonly parts: readonly { readonly share: number | null }[]; readonly led?: boolean; readonly evidence?: number; readonly weight?: number; readonly acceptance?: readonly ('proposed' | 'accepted' | 'partly' | 'refused')[]; readonly told?: readonly LedgerTold[] }

/** What was told of the columns of a line on a day. Where the kind is measured by a column, the share of the line follows from it. */
export type LedgerTold = { readonly onDay: string; readonly values: Readonly<Record<string, number | string | null>>; readonly reason?: string }

/** `asked`: what somebody wants of the first line or of the list. `by` is their role; `ownUnit` says that their unit answers for the line. */
export type LedgerGiven = {
  readonly ledger: string
  readonly span: string
  readonly on: string
  readonly cap?: number
  readonly lines: readonly LedgerLineGiven[]
  readonly asked?: { readonly what: 'propose' } | { readonly what: 'accept'; readonly by: string; readonly ownUnit: boolean } | { readonly what: 'add'; readonly lines: number } | (LedgerTold & { readonly what: 'tell' })
}

export type LedgerThen = { readonly lines?: readonly { readonly light?: string; readonly share?: number | null; readonly lacks?: readonly string[] }[]; readonly whole?: string; readonly refused?: string | null; /** Sums of columns by their keys; shares to six decimals. */ readonly sums?: Readonly<Record<string, number | null>>; /** Keys of the groups in their order; null for lines without one. */ readonly groups?: readonly (string | null)[] }

export type PathExample = {
  readonly target: { readonly operator: '=' | '>=' | '<=' | '~' | 'pending'; readonly value: number | null; readonly unit: string; readonly measure: 'level' | 'growth'; readonly period: string }
  readonly indicator: { readonly kind: 'flow' | 'stock' | 'rate'; readonly direction: 'up' | 'down' }
  readonly span: string
  readonly set?: YearlyPath
  readonly figures: readonly YearValue[]
  readonly year: number
}

/** A capability of the district as data. A pack contributes to engines and nothing else; it holds no SQL, HTTP or React. */
export type Pack = {
  readonly id: string
  readonly version: number
  readonly name: Label
  readonly what: Label
  readonly origins: readonly Origin[]
  /**
   * What of `systems.csv` works through this pack: which example proves it (by its zh name) and on which page it is seen.
   * `extent` is there when only part of the system works, and says which part.
   */
  readonly systems: readonly { readonly id: SystemId; readonly example: string; readonly page: string; readonly extent?: Label }[]
  readonly indicators?: readonly PackIndicator[]
  /** Codes of the indicators with which a leader's year opens, in this order. */
  readonly headline?: readonly string[]
  /** Kinds of ledger the district can keep with it. */
  readonly ledgers?: readonly LedgerKindGiven[]
  /** Forms (报表) on which units report; codes are unique across packs. */
  readonly forms?: readonly PackForm[]
  /** Case types (事项类型) that the district can take with it; keys are unique across packs. */
  readonly caseTypes?: readonly CaseType[]
  /** Numbers of cases that the register of indicators is told every month. */
  readonly countedFigures?: readonly CountedFigure[]
  /** Directories (名录) that the district can keep with it. */
  readonly directories?: readonly Directory[]
  /** How projects are kept: phases, kinds with their nodes, yearly lists, and the rule of their lights. One pack of a district brings it. */
  readonly projects?: ProjectRules
  /** When notices are raised by themselves, and what follows upon silence. One pack of a district brings it. */
  readonly notices?: NoticeRule
  readonly words?: readonly { readonly zh: string; readonly en: string; readonly meaning: Label }[]
  readonly examples: readonly Example[]
}
