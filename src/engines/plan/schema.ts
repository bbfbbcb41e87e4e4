import { z } from 'zod'
import { Id } from '../../kernel/id.ts'
import { Label } from '../../kernel/label.ts'
import { Light, Verdict } from '../../kernel/light.ts'
import { Source } from '../../kernel/source.ts'
import { Day, Instant } from '../../kernel/time.ts'
import { Outlook } from '../indicators/domain/outlook.ts'
import { Operator, Override } from '../indicators/schema.ts'

/** The tree of a plan year: chapter (章), task (任务), measure (举措). */
export const CommitmentKind = z.enum(['chapter', 'task', 'measure'])
export type CommitmentKind = z.infer<typeof CommitmentKind>

export const Strength = z.enum(['ensure', 'complete', 'at-least', 'strive', 'advance', 'explore', 'plain'])
export type Strength = z.infer<typeof Strength>

/** Progress entered by hand where no indicator measures it, always with its evidence. */
export const Progress = z.object({ id: Id, at: Instant, by: z.string(), onDay: Day, share: z.number().min(0).max(1), note: z.string().trim().min(2).max(1000), evidence: z.string().trim().max(500).nullable() })
export type Progress = z.infer<typeof Progress>

/** A commitment (承诺事项): someone owes something to somebody by a date. */
export const Commitment = z.object({
  id: Id,
  year: z.int(),
  parent: Id.nullable(),
  kind: CommitmentKind,
  /** Number within its parent, 1, 2, 3 …: the order of the paper. */
  position: z.int().min(1),
  title: z.string().trim().min(1).max(300),
  verb: z.string().max(20).nullable(),
  strength: Strength,
  dueOn: Day,
  leadUnit: Id.nullable(),
  coUnits: z.array(Id),
  /** The target that measures it, of the indicators engine; null where progress is entered by hand. */
  target: Id.nullable(),
  progress: z.array(Progress),
  source: Source,
  origin: Id.nullable(),
  version: z.int().min(1),
})
export type Commitment = z.infer<typeof Commitment>

/** What may be set of a commitment. */
const settable = { title: Commitment.shape.title, verb: Commitment.shape.verb, strength: Strength, dueOn: Day, leadUnit: Id.nullable(), coUnits: z.array(Id) }

/** What happened to a commitment: the history its present state is folded from. */
export const CommitmentEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('made'), commitment: Commitment.omit({ progress: true, version: true }) }),
  z.object({ kind: z.literal('edited'), set: z.object(settable).partial() }),
  z.object({ kind: z.literal('moved'), parent: Id.nullable(), position: z.int().min(1) }),
  z.object({ kind: z.literal('linked'), target: Id.nullable() }),
  z.object({ kind: z.literal('progressed'), progress: Progress }),
  z.object({ kind: z.literal('removed'), reason: z.string().nullable() }),
])
export type CommitmentEvent = z.infer<typeof CommitmentEvent>

/** A commitment in the tree of its year, with what follows from it and from those below it. */
export const CommitmentNode = Commitment.extend({
  /** Share done, 0 to 1: its own progress, its target's, or the mean of what is measured below it. Null where nothing is. */
  share: z.number().nullable(),
  light: Light,
  verdict: Verdict,
  override: Override.nullable(),
  leadName: z.string().nullable(),
  targetWords: z.string().nullable(),
})
export type CommitmentNode = z.infer<typeof CommitmentNode>

/** One line of the year as leaders read it, and as `opendistrict plan YEAR --json` prints it. */
export const PlanLine = z.object({
  id: Id,
  code: z.string(),
  name: z.string(),
  /** The name in both languages; a commitment's title is a paper's own words and is not translated. */
  label: Label,
  kind: z.enum(['target', 'commitment']),
  /** The register entry of a target; null for a commitment. */
  indicator: Id.nullable(),
  /** The unit whose target or commitment it is; null where it is nobody's yet. */
  place: z.string().nullable(),
  /** Unit of measure of target and figure: %, 个, 亿元. */
  unit: z.string(),
  operator: Operator.nullable(),
  target: z.number().nullable(),
  stretch: z.number().nullable(),
  words: z.string(),
  figure: z.number().nullable(),
  /** Period the figure speaks of: 2023H1. Null where there is none. */
  period: z.string().nullable(),
  targetPeriod: z.string(),
  /** Where the figure should stand at the end of its period, in `unit`. */
  expected: z.number().nullable(),
  /** Share of a level target reached, 0.75 for 209 of 280. */
  share: z.number().nullable(),
  /** Where the year will end, with its range and method, or why that is not told; what its rest must bring. */
  ...Outlook.shape,
  /** Percentage points ahead (+) or behind (-). */
  gap: z.number().nullable(),
  /** What is shown: the override's while one holds, else the verdict's. */
  light: Light,
  because: z.string(),
  verdict: Verdict,
  /** The stretch judged apart from the floor; null where there is none. */
  stretchVerdict: Verdict.nullable(),
  override: Override.nullable(),
  /** In how many papers or entries the target was said. */
  statements: z.int(),
  owner: z.string().nullable(),
  asOf: Day.nullable(),
  sources: z.array(z.object({ of: z.enum(['target', 'figure', 'commitment']), id: Id, source: Source })),
})
export type PlanLine = z.infer<typeof PlanLine>

/** A year of the plan as it stands on a day, with the papers it was read from. */
export const PlanYear = z.object({
  year: z.int(),
  on: Day,
  lines: z.array(PlanLine),
  papers: z.array(z.object({ document: Id.nullable(), title: z.string(), saidOn: Day.nullable() })),
  /** Commitments of the year: all measures, those with a target or progress, those done; of those whose day has passed, the ones not done and the ones of which nothing was reported. */
  commitments: z.object({ measures: z.int(), measured: z.int(), done: z.int(), late: z.int(), unreported: z.int() }),
})
export type PlanYear = z.infer<typeof PlanYear>

/** What was done about a light that changed: 说明原因 explained, 批示 instructed, 采取措施 acted. */
export const LightAnswerKind = z.enum(['explained', 'instructed', 'acted'])
export type LightAnswerKind = z.infer<typeof LightAnswerKind>

/** A change of a light (亮灯变动): what it was of, from what to what, why, and whether anybody has said what was done. */
export const LightChange = z.object({
  id: Id,
  thing: Id,
  kind: PlanLine.shape.kind,
  year: z.int(),
  code: z.string(),
  name: Label,
  unit: Id.nullable(),
  unitName: z.string().nullable(),
  from: Light,
  to: Light,
  turn: z.enum(['worse', 'better', 'other']),
  verdict: Verdict,
  /** Whose override made it. */
  overriddenBy: z.string().nullable(),
  /** The day for which it was judged. */
  judgedOn: Day,
  at: Instant,
  seen: z.int(),
  answers: z.int(),
})
export type LightChange = z.infer<typeof LightChange>

export const LightSeen = z.object({ name: z.string(), at: Instant })
export const LightAnswer = z.object({ id: Id, kind: LightAnswerKind, words: z.string(), name: z.string(), at: Instant })
export type LightAnswer = z.infer<typeof LightAnswer>
/** How a target is divided (目标分解): by shares of its number, by values that are weighed (growth, rates), or by each unit's own value. */
export const DivisionMethod = z.enum(['share', 'weight', 'own'])
export type DivisionMethod = z.infer<typeof DivisionMethod>

/** By what it is checked that the parts make up the whole: their sum, their weighted mean, or nothing (then the ground says why). */
export const DivisionCheck = z.enum(['sum', 'weighted-mean', 'none'])
export type DivisionCheck = z.infer<typeof DivisionCheck>

/** A part (分解数): what one unit owes of a divided target. `share` in per cent where shares are the method, `weight` where values are weighed. */
export const Part = z.object({ unit: Id, share: z.number().nullable(), weight: z.number().nullable(), value: z.number() })
export type Part = z.infer<typeof Part>

/** What an edition of a division says: the number that was divided, how, and the parts. */
export const DivisionTerms = z.object({
  method: DivisionMethod,
  check: DivisionCheck,
  /** By how much parts may miss the whole, in its measure. */
  tolerance: z.number().min(0),
  /** Decimals to which parts are rounded: as many as numbers are printed with. */
  digits: z.int().min(0).max(2),
  whole: z.number(),
  /** On what it rests: the meeting, the weights' year, why nothing is checked. */
  ground: z.string().max(300).nullable(),
  parts: z.array(Part),
})
export type DivisionTerms = z.infer<typeof DivisionTerms>

export const DivisionState = z.enum(['draft', 'proposed', 'in-force', 'superseded', 'withdrawn'])
export type DivisionState = z.infer<typeof DivisionState>

/** What happened to an edition of a division: the history its present state is folded from. */
export const DivisionEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('drafted'), id: Id, target: Id, edition: z.int(), terms: DivisionTerms }),
  z.object({ kind: z.literal('revised'), terms: DivisionTerms }),
  /** The planner's signature for the district. `reason`: why a rest stays undivided. */
  z.object({ kind: z.literal('proposed'), reason: z.string().nullable() }),
  z.object({ kind: z.literal('signed'), unit: Id, value: z.number() }),
  z.object({ kind: z.literal('returned'), unit: Id, value: z.number(), reason: z.string(), counter: z.number().nullable() }),
  z.object({ kind: z.literal('reopened'), reason: z.string() }),
  /** `reason`: why it holds although not every unit has signed. */
  z.object({ kind: z.literal('enforced'), on: Day, reason: z.string().nullable() }),
  z.object({ kind: z.literal('superseded'), on: Day, by: Id }),
  z.object({ kind: z.literal('withdrawn'), reason: z.string() }),
])
export type DivisionEvent = z.infer<typeof DivisionEvent>

/** An event with who and when, as the history is kept and shown. */
export const DivisionStep = z.object({ at: Instant, by: z.string(), event: DivisionEvent })
export type DivisionStep = z.infer<typeof DivisionStep>

/** A unit's yes to its part, or its no with a reason and, where it has one, a number of its own. Either holds only for the number that was said. */
const Answer = z.object({ unit: Id, value: z.number(), by: z.string(), at: Instant })
export const Signature = Answer
export const Objection = Answer.extend({ reason: z.string(), counter: z.number().nullable() })

/** An edition (版次) of the division of a target. */
export const Division = z.object({
  id: Id,
  target: Id,
  edition: z.int().min(1),
  state: DivisionState,
  terms: DivisionTerms,
  /** Who signed for the district by proposing it. */
  proposed: z.object({ by: z.string(), at: Instant, reason: z.string().nullable() }).nullable(),
  /** Signatures (签认) of units to the parts as they now stand. */
  signatures: z.array(Signature),
  objections: z.array(Objection),
  inForceOn: Day.nullable(),
  /** Why it was put in force without all signatures. */
  unsignedReason: z.string().nullable(),
  version: z.int().min(1),
})
export type Division = z.infer<typeof Division>
