import { z } from 'zod'
import { type Contract, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Label, type Label as Words } from '../../../kernel/label.ts'
import { Instant } from '../../../kernel/time.ts'
import { LedgerDay, PlainText } from '../../indicators/contract.ts'
import { Key, LongText, PlaceGiven } from '../contract.ts'
import { RoutingSuggestion, Spoken, UnitNamed } from './contract.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const byId = z.object({ id: Id })
const Reason = PlainText(200).min(2)

/** A rule as it is kept. It holds from a day until (not including) another. `replaces`: the rule whose place it took. */
export const RuleView = z.object({
  id: Id, type: z.object({ key: z.string(), name: Label }), category: z.object({ key: z.string(), names: z.array(Label) }).nullable(), area: UnitNamed.nullable(), unit: UnitNamed, from: LedgerDay, until: LedgerDay.nullable(),
  at: Instant, by: z.string(), reason: z.string(), ended: z.object({ at: Instant.nullable(), by: z.string().nullable(), reason: z.string() }).nullable(), replaces: Id.nullable(),
})
export type RuleView = z.infer<typeof RuleView>

/** What a rule says and how long; a change says the same anew, from a day on. */
const said = { category: Key.nullable().default(null), area: Id.nullable().default(null), unit: Id, from: LedgerDay, until: LedgerDay.nullable().default(null), reason: Reason }
export const RuleGiven = z.object({ type: Key, ...said })
export type RuleGiven = z.infer<typeof RuleGiven>

/**
 * Where a case would go, and by which rule. `tried` has every rule of the type, in the order in which they are tried, with what
 * became of it; where none applies, the category itself says who answers (`why`).
 */
export const RuleTrial = z.object({
  place: RoutingSuggestion.shape.place, on: LedgerDay,
  /** The category that was given, or what the words suggest; null where neither was. */
  category: z.object({ key: z.string(), names: z.array(Label), given: z.boolean(), sure: z.boolean(), ...Spoken }).nullable(),
  units: z.array(UnitNamed), why: Label,
  tried: z.array(z.object({ rule: RuleView, verdict: z.enum(['applies', 'passed-over', 'other-day', 'other-category', 'other-place']) })),
})
export type RuleTrial = z.infer<typeof RuleTrial>

const Flag = z.enum(['true', 'false']).transform(value => value === 'true').optional()

export const rulesContract = {
  rules: route({ method: 'GET', path: '/api/cases/routing-rules', permission: 'case.read', summary: words('派遣规则，按适用先后', 'Routing rules in the order in which they are tried'), query: z.object({ type: Key.optional(), on: LedgerDay.optional(), /** Those that were over on that day, instead of those that hold then or later. */ over: Flag }), reply: z.object({ items: z.array(RuleView) }) }),
  rule: route({ method: 'GET', path: '/api/cases/routing-rules/:id', permission: 'case.read', summary: words('派遣规则及其沿革', 'A routing rule, with those before and after it'), params: byId, reply: z.object({ rule: RuleView, /** The rules whose place it took, the latest first, and those that took its own. */ before: z.array(RuleView), after: z.array(RuleView) }) }),
  makeRule: route({ method: 'POST', path: '/api/cases/routing-rules', permission: 'case.route', summary: words('新增派遣规则', 'Make a routing rule'), body: RuleGiven, reply: RuleView }),
  changeRule: route({ method: 'POST', path: '/api/cases/routing-rules/:id/change', permission: 'case.route', summary: words('变更派遣规则（自某日起由新规则接替）', 'Change a routing rule: from a day on a new one takes its place'), params: byId, body: z.object(said), reply: RuleView }),
  endRule: route({ method: 'POST', path: '/api/cases/routing-rules/:id/end', permission: 'case.route', summary: words('终止派遣规则', 'End a routing rule'), params: byId, body: z.object({ on: LedgerDay, reason: Reason }), reply: RuleView }),
  tryRules: route({
    method: 'POST', path: '/api/cases/routing-rules/try', permission: 'case.read', summary: words('试算：这样的工单会派给谁', 'Where a case like this would go'),
    body: z.object({ type: Key, words: z.union([z.literal(''), LongText]).default(''), category: Key.optional(), place: PlaceGiven.default({ unit: null, address: null, point: null }), on: LedgerDay.optional() }), reply: RuleTrial,
  }),
} satisfies Contract
