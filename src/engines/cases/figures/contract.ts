import { z } from 'zod'
import { type Contract, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Label } from '../../../kernel/label.ts'
import { Period } from '../../../kernel/period.ts'
import { Day, Instant } from '../../../kernel/time.ts'
import { LimitUnit } from '../../../kernel/work-time.ts'
import { rateKeys } from '../domain/rates.ts'
import { CaseQuery } from '../contract.ts'

/** How many are above the line and below it. */
export const ShareView = z.object({ part: z.int(), whole: z.int() })

/** One thing's rates in a period, in the one before and in the same one last year (null where there is none such). */
const RateView = z.object({ now: ShareView, before: ShareView.nullable(), lastYear: ShareView.nullable() })

/** `filter`: what a list of cases is narrowed to in order to show these; null for the whole. `spent`: how long handling took on average, by the time in which limits are counted. */
export const RateLine = z.object({
  key: z.string(), name: Label, filter: z.record(z.string(), z.string()),
  rates: z.record(z.enum(rateKeys), RateView),
  weighted: z.object({ now: z.number().nullable(), before: z.number().nullable(), lastYear: z.number().nullable() }),
  spent: z.array(z.object({ unit: LimitUnit, cases: z.int(), average: z.number() })),
})
export type RateLine = z.infer<typeof RateLine>

export const GroupKey = z.enum(['unit', 'street', 'category', 'type', 'channel'])
export type GroupKey = z.infer<typeof GroupKey>

/** A count with the list that shows it, as the query of `/cases`. */
const Counts = { open: z.int(), late: z.int(), soon: z.int(), climbed: z.int() }
const Group = z.object({ key: z.string(), name: Label, filter: z.record(z.string(), z.string()), ...Counts })
export type BoardGroup = z.infer<typeof Group>

/** Is it of the whole district, or of the caller's own units only? `base`: what every list behind a number is narrowed to, as the query of `/cases`. */
const Sight = { whole: z.boolean(), base: z.record(z.string(), z.string()) }

export const BoardView = z.object({
  asOf: Instant, today: Day, ...Sight,
  inflow: z.object({ hours: z.array(z.int()), days: z.array(z.object({ day: Day, n: z.int() })) }),
  open: z.object({ ...Counts, suspended: z.int(), undispatched: z.int(), joint: z.int() }),
  ages: z.array(z.object({ name: Label, filter: z.record(z.string(), z.string()), ...Counts })),
  steps: z.array(z.object({ step: z.int(), open: z.int() })),
  units: z.array(Group), categories: z.array(Group),
  /** By street, or by community where a street is chosen: open ones, late ones, and what came in during the last seven days. */
  places: z.array(Group.extend({ id: Id, recent: z.int() })),
})
export type BoardView = z.infer<typeof BoardView>

const Chosen = { type: CaseQuery.shape.type, lead: Id.optional(), within: Id.optional() }

export const contract = {
  board: route({ method: 'GET', path: '/api/cases/board', permission: 'case.read', summary: { zh: '运行看板：新增、在办、超时和热点', en: 'The board: what comes in, what is open, what is late and where' }, query: z.object(Chosen), reply: BoardView }),
  rates: route({
    method: 'GET', path: '/api/cases/rates', permission: 'case.read', summary: { zh: '各项比率，分子分母可查', en: 'Rates with what they are counted from' },
    query: z.object({ ...Chosen, category: Chosen.type, period: Period.optional(), by: GroupKey.default('unit') }),
    reply: z.object({ period: Period, before: Period.nullable(), lastYear: Period.nullable(), asOf: Instant, ...Sight, weights: z.object({ response: z.number(), solution: z.number(), satisfaction: z.number(), from: Day }).nullable(), total: RateLine, lines: z.array(RateLine) }),
  }),
} satisfies Contract
