import { z } from 'zod'
import { type Contract, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Label, type Label as Words } from '../../../kernel/label.ts'
import { LedgerDay } from '../../indicators/contract.ts'
import { UnitKind } from '../../org/schema.ts'
import { CaseView, Key, LongText, PlaceGiven } from '../contract.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const byId = z.object({ id: Id })
export const UnitNamed = z.object({ id: Id, name: z.string(), kind: UnitKind })
/** Share: 0 to 1, all labels together make 1. Because: the words that spoke for it, the strongest first; none where it is the usual one. */
export const Spoken = { share: z.number(), because: z.array(z.string()) }

/** A unit that may have a case. `eligible`: by rule or category; the others are offered beside. Open and late: what it has in hand of all types. */
const Candidate = z.object({ unit: UnitNamed, why: Label, eligible: z.boolean(), open: z.int(), late: z.int() })

/**
 * Where a case might go and what it might be. `sure` is false where the best is only a hint. `units` of a category are those that
 * answer for it at this place; of the first category, or of the one that was asked about, `candidates` tells the load.
 */
export const RoutingSuggestion = z.object({
  /** `by`: how the place was found: the point on the map, a name in the address or in the words, the unit that was given, or not at all. */
  place: z.object({ unit: UnitNamed.nullable(), by: z.enum(['point', 'address', 'words', 'given', 'nothing']), line: z.array(UnitNamed) }),
  category: z.object({ sure: z.boolean(), items: z.array(z.object({ key: z.string(), names: z.array(Label), ...Spoken, units: z.array(UnitNamed), why: Label })) }),
  urgency: z.object({ sure: z.boolean(), items: z.array(z.object({ key: z.string(), name: Label, ...Spoken })) }),
  /** The category that the candidates are for, and the unit with the least in hand of those that are eligible. */
  chosen: z.object({ category: z.string(), /** The rules of the district by which the eligible ones are so. */ rules: z.array(Id), leastLoaded: Id.nullable(), candidates: z.array(Candidate) }).nullable(),
  /** Who of the unit may handle it, with what they have in hand; only for people of that very unit. */
  handlers: z.array(z.object({ person: Id, name: z.string(), open: z.int(), late: z.int() })).nullable(),
})
export type RoutingSuggestion = z.infer<typeof RoutingSuggestion>

/** An open case of the same branch near a point. `id`, `number` and `title` only of those that the caller may see anyway. */
export const NearbyCase = z.object({
  category: z.array(Label), openedOn: LedgerDay, metres: z.int(), street: z.string().nullable(), reporters: z.int(),
  seen: z.object({ id: Id, number: z.string(), title: z.string() }).nullable(),
})
export type NearbyCase = z.infer<typeof NearbyCase>
export const Nearby = z.object({ withinMetres: z.int(), sinceDays: z.int(), items: z.array(NearbyCase) })
export type Nearby = z.infer<typeof Nearby>

export const routingContract = {
  suggest: route({
    method: 'POST', path: '/api/cases/suggestion', permission: 'case.open', summary: words('登记前：类别、紧急程度与办理单位建议', 'Before a case is opened: what it might be and who might have it'),
    body: z.object({ type: Key, title: z.string().max(100).default(''), words: z.union([z.literal(''), LongText]).default(''), category: Key.optional(), place: PlaceGiven.default({ unit: null, address: null, point: null }) }), reply: RoutingSuggestion,
  }),
  suggestionFor: route({ method: 'GET', path: '/api/cases/:id/suggestion', permission: 'case.read', summary: words('工单的派遣建议', 'Where a case might go'), params: byId, query: z.object({ category: Key.optional() }), reply: RoutingSuggestion }),
  assign: route({
    method: 'POST', path: '/api/cases/:id/assign', permission: 'case.read', summary: words('自动派给在办最少的单位或人员', 'Give a case to the unit, or the person of the unit, with the least in hand'),
    params: byId, body: z.object({ /** Number of the last event that the caller knows of. */ seq: z.int().min(1).max(2_000_000_000), to: z.enum(['unit', 'person']) }), reply: CaseView,
  }),
  nearby: route({
    method: 'GET', path: '/api/cases/nearby', permission: 'case.read', summary: words('附近同类未结事项', 'Open cases of the same kind nearby'),
    query: z.object({ type: Key, category: Key, lng: z.coerce.number().min(-180).max(180), lat: z.coerce.number().min(-90).max(90), except: Id.optional() }), reply: Nearby,
  }),
} satisfies Contract
