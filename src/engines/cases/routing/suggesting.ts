import { type Id } from '../../../kernel/id.ts'
import { type Context, type Tx } from '../../context.ts'
import { mayDo, permissionsOf } from '../../org/domain/permission.ts'
import { type Counts, learned, leavesOf, lessonsOf, nothingLearned, type Suggestion, suggest, telling, together, usualUrgencies } from '../domain/classifier.ts'
import { isCategory } from '../domain/moves.ts'
import { urgencyOf } from '../domain/open.ts'
import { type Answering, answering, leastLoaded, type RoutingRule } from '../domain/routing.ts'
import { type CaseType, type Place } from '../schema.ts'
import { branchNames } from '../showing.ts'
import { seeEveryCase, type TypeHere } from '../store.ts'
import { type RoutingSuggestion } from './contract.ts'
import { loadMemory } from './memory-store.ts'
import { named, type Placed, placed } from './placing.ts'
import { findHandlers, findRules, findUnitLoads } from './store.ts'

/** What is known of a case, filed or not yet. `lead`: the unit that has it; `category`: what somebody settled on. */
export type Asked = { readonly title: string; readonly words: string; readonly place: Place; readonly category: string | null; readonly lead: Id | null }

/** What a type says by its own names never changes, so it is read once. */
const ofTypes = new WeakMap<CaseType, Counts>()

function saidBy(type: CaseType): Counts {
  const known = ofTypes.get(type) ?? learned(nothingLearned, lessonsOf(type.categories))
  ofTypes.set(type, known)
  return known
}

/** What the words suggest, by the type's own names and by what was learned since. */
export async function categoriesOf(tx: Tx, ctx: Context, type: CaseType, texts: readonly string[]): Promise<Suggestion> {
  const grams = telling(texts)
  return suggest(together(saidBy(type), await loadMemory(tx, ctx.district, type.key, 'category', grams), grams, new Set(leavesOf(type.categories).map(c => c.key))), texts)
}

async function urgenciesOf(tx: Tx, ctx: Context, type: CaseType, category: string, texts: readonly string[]): Promise<Suggestion> {
  const grams = telling(texts), usual = usualUrgencies(type, category)
  const counts = together(nothingLearned, await loadMemory(tx, ctx.district, type.key, 'urgency', grams), grams, new Set(usual.keys()))
  const suggestion = suggest(counts, texts, usual)
  return suggestion.items.length > 0 ? suggestion : { sure: true, items: [{ label: urgencyOf(type, category), share: 1, because: [] }] }
}

/** Everything that helps to decide what a case is and who has it. From here on the transaction sees every case, for the load. */
export async function suggestionOf(tx: Tx, ctx: Context, { type, departments }: TypeHere, asked: Asked): Promise<RoutingSuggestion> {
  const texts = [asked.title, asked.words]
  const place = await placed(tx, ctx, asked.place, [asked.title, asked.words])
  const rules = await findRules(tx, ctx.district, { type: type.key, on: ctx.today() })
  const spoken = await categoriesOf(tx, ctx, type, texts)
  const settled = asked.category !== null && isCategory(type, asked.category) ? asked.category : spoken.items[0]?.label ?? null
  const urgency = settled === null ? { sure: false, items: [] } : await urgenciesOf(tx, ctx, type, settled, texts)
  const answers = (category: string) => answering(type, departments, category, place.found, rules, ctx.today())
  const units = (ids: readonly Id[]) => ids.flatMap(id => place.units.filter(unit => unit.id === id)).map(named)
  const handlers = asked.lead === null ? null : await handlersOf(tx, ctx, asked.lead)
  return {
    place: { unit: place.unit, by: place.by, line: [...place.line] },
    category: { sure: spoken.sure, items: spoken.items.map(({ label, share, because }) => { const { units: ids, why } = answers(label); return { key: label, names: branchNames(type, label), share, because: [...because], units: units(ids), why } }) },
    urgency: { sure: urgency.sure, items: urgency.items.map(({ label, share, because }) => ({ key: label, name: type.urgencies.find(u => u.key === label)?.name ?? { zh: label, en: label }, share, because: [...because] })) },
    chosen: settled === null ? null : { category: settled, ...await candidatesOf(tx, ctx, answers(settled), place, { type, departments }, settled) },
    handlers,
  }
}

/** Units that may have it, with what they have in hand: those that answer, and beside them the ground of the place and the department that the pack names. */
async function candidatesOf(tx: Tx, ctx: Context, answers: Answering, place: Placed, here: TypeHere, category: string) {
  const usual = answering(here.type, here.departments, category, place.found, [], ctx.today())
  const beside = [...answers.rules.length > 0 ? usual.units : [], ...place.found.filter(unit => unit.kind !== 'district').toReversed().map(unit => unit.id)].filter(id => !answers.units.includes(id))
  const ids = [...answers.units, ...new Set(beside)]
  await seeEveryCase(tx)
  const loads = await findUnitLoads(tx, ctx.district, ids, ctx.now())
  const candidates = ids.flatMap(id => {
    const unit = place.units.find(u => u.id === id)
    const eligible = answers.units.includes(id)
    return unit ? [{ unit: named(unit), eligible, why: eligible ? answers.why : usual.units.includes(id) ? usual.why : { zh: '地点在其辖区', en: 'The place is on its ground' }, open: 0, late: 0, ...loads.get(id) }] : []
  })
  return { rules: [...answers.rules], candidates, leastLoaded: leastLoaded(candidates.filter(c => c.eligible).map(c => c.unit.id), loads) }
}

const handling = Object.entries(permissionsOf).filter(([, verbs]) => 'case.handle' in verbs).map(([role]) => role)

/** Who may handle what a unit has, with their load; null for whoever does not belong to it. Units are compared, persons are not. */
export async function handlersOf(tx: Tx, ctx: Context, unit: Id) {
  if (!ctx.actor.units.includes(unit) || !mayDo(ctx.actor, 'case.handle', unit)) return null
  return [...await findHandlers(tx, ctx.district, unit, handling, ctx.today(), ctx.now())]
}

/** The unit with the least in hand of those that answer for a case; null where none does. */
export async function unitForCase(tx: Tx, ctx: Context, { type, departments }: TypeHere, asked: Asked & { readonly category: string }): Promise<Id | null> {
  const place = await placed(tx, ctx, asked.place, [asked.title, asked.words])
  const rules: readonly RoutingRule[] = await findRules(tx, ctx.district, { type: type.key, on: ctx.today() })
  const { units } = answering(type, departments, asked.category, place.found, rules, ctx.today())
  return leastLoaded(units.filter(id => place.units.some(unit => unit.id === id)), await findUnitLoads(tx, ctx.district, units, ctx.now()))
}
