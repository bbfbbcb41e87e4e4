import { z } from 'zod'
import { Id } from '../../../kernel/id.ts'
import { Day, type Instant } from '../../../kernel/time.ts'
import { LongText } from '../../cases/contract.ts'
import { LedgerDay, PlainText } from '../../indicators/contract.ts'

/** How often those on a sprint (攻坚行动) tell how far they are. */
export const Rhythm = z.enum(['day', 'week', 'two-weeks'])
export type Rhythm = z.infer<typeof Rhythm>

/** From Monday, 1, to Sunday, 7. */
export const Weekday = z.int().min(1).max(7)

/** What stands on a sprint: a thing of the program, whose light is shown as it stands, or a matter in free words. */
export const SprintThingKind = z.enum(['project', 'target', 'commitment', 'other'])
export type SprintThingKind = z.infer<typeof SprintThingKind>

/** What somebody puts on a sprint. `thing` is null, and `title` said, for a matter in free words only; the title of a thing is its own. */
export const SprintThing = z.object({ kind: SprintThingKind, thing: Id.nullable(), title: z.union([z.literal(''), PlainText(120)]), unit: Id, /** What must be reached by the end. */ reach: PlainText(300).min(2) })
  .refine(({ kind, thing, title }) => (kind === 'other' ? thing === null && title.length >= 2 : thing !== null), { error: '请选定事项，或写明事项名称 choose a thing, or say in words what it is' })
export type SprintThing = z.infer<typeof SprintThing>

/** A thing as it stands on a sprint. `page`: where the program shows it. */
export const SprintItem = z.object({ id: Id, kind: SprintThingKind, thing: Id.nullable(), title: z.string(), unit: z.object({ id: Id, name: z.string() }), reach: z.string(), page: z.string().nullable() })
export type SprintItem = z.infer<typeof SprintItem>

const Words = LongText.min(2)
/** What a unit tells of a thing for the round that runs: what was done, what remains, and whether it is reached. */
const Told = { item: Id, words: Words, remains: z.union([z.literal(''), LongText]), reached: z.boolean() }

/** Ours: a sprint is a temporary list; what runs for longer is a plan. */
export const longestSprint = 200

export const SprintFrame = z.object({ name: PlainText(60).min(2), /** The paper or decision on which it rests. */ ground: PlainText(200).min(2), from: LedgerDay, until: LedgerDay, every: Rhythm, weekday: Weekday })
export type SprintFrame = z.infer<typeof SprintFrame>

/** What supervision brings about. */
export const SprintAct = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('put'), thing: SprintThing }),
  z.object({ kind: z.literal('taken'), item: Id, reason: Words }),
  z.object({ kind: z.literal('closed'), words: Words }),
])
export type SprintAct = z.infer<typeof SprintAct>
export const SprintTelling = z.object(Told)
export type SprintTelling = z.infer<typeof SprintTelling>

/** What happened to a sprint. Append-only; `domain/sprint.ts` folds it. */
export const SprintEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('opened'), frame: z.object({ name: z.string(), ground: z.string(), from: Day, until: Day, every: Rhythm, weekday: Weekday }), items: z.array(SprintItem) }),
  z.object({ kind: z.literal('put'), item: SprintItem }),
  z.object({ kind: z.literal('taken'), item: Id, reason: z.string() }),
  z.object({ kind: z.literal('told'), round: z.int().min(1), item: Id, words: z.string(), remains: z.string(), reached: z.boolean() }),
  z.object({ kind: z.literal('closed'), words: z.string() }),
])
export type SprintEvent = z.infer<typeof SprintEvent>
export type SprintEventKind = SprintEvent['kind']

/** An event with when it happened and by whom. */
export type Happened = { readonly seq: number; readonly at: Instant; readonly by: { readonly person: Id; readonly name: string }; readonly event: SprintEvent }

/** Not begun, running, over by itself, closed by hand. */
export const SprintState = z.enum(['ahead', 'running', 'over', 'closed'])
export type SprintState = z.infer<typeof SprintState>
