import { type Id } from '../../kernel/id.ts'
import { type Label } from '../../kernel/label.ts'
import { type Context, type Tx } from '../context.ts'
import { mayDo } from '../org/domain/permission.ts'
import { type CaseRowView, type CaseView } from './contract.ts'
import { branchOf, limitOf } from './domain/clocks.ts'
import { movesFor } from './domain/moves.ts'
import { masked } from './domain/open.ts'
import { partiesFor } from './domain/parties.ts'
import { type CaseLine } from './list-store.ts'
import { type CaseEvent, type CaseType, type FieldValues, type Happened } from './schema.ts'
import { findNames, type Found, loadReporter, loadType } from './store.ts'

const unnamed = (key: string): Label => ({ zh: key || '—', en: key || '—' })

/** The names from the root of the tree to a category. */
export function branchNames(type: Pick<CaseType, 'categories'>, key: string): Label[] {
  const branch = branchOf(type.categories, key)
  return branch.length > 0 ? branch.map(c => c.name) : [unnamed(key)]
}

/** Lines of a list, each with its names. */
export async function showRows(tx: Tx, ctx: Context, lines: readonly CaseLine[]): Promise<CaseRowView[]> {
  const types = new Map<Id, CaseType>()
  for (const { typeId } of lines) if (!types.has(typeId)) types.set(typeId, (await loadType(tx, ctx.district, typeId)).type)
  return lines.flatMap(line => {
    const type = types.get(line.typeId)
    return type ? [rowView(type, line)] : []
  })
}

function rowView(type: CaseType, line: CaseLine): CaseRowView {
  const clock = type.clocks.find(c => c.key === line.dueClock)
  return {
    id: line.id, number: line.number, type: { key: type.key, name: type.name }, state: line.state, category: branchNames(type, line.category), urgency: { key: line.urgency, name: type.urgencies.find(u => u.key === line.urgency)?.name ?? unnamed(line.urgency) },
    channel: line.channel, title: line.title, place: { unit: line.placeUnit === null ? null : { id: line.placeUnit, name: line.placeName ?? '—' }, address: line.address }, openedAt: line.openedAt,
    lead: line.lead === null ? null : { id: line.lead, name: line.leadName ?? '—' }, coUnits: line.co.length, handler: line.handler, asked: line.asked,
    due: line.dueAt === null ? null : { at: line.dueAt, clock: line.dueClock ?? '', name: clock?.name ?? unnamed(line.dueClock ?? ''), known: line.dueKnown, unit: (clock && limitOf(type, clock, line.category, line.urgency)?.unit) ?? 'calendar-days' }, since: line.since, step: line.step, joint: line.joint, reworks: line.reworks, generated: line.generated, seq: line.seq,
  }
}

/** A case with all that its page shows to this person. */
export async function showCase(tx: Tx, ctx: Context, found: Found): Promise<CaseView> {
  const { id, type, present, opener, events, clocks, generated } = found
  const { parties, person } = partiesFor(ctx.actor, present, opener)
  // Asked in one turn, they travel together.
  const [reporter, names] = await Promise.all([loadReporter(tx, ctx.district, id), findNames(tx, ctx.district, named(events, present.place.unit))])
  const personal = new Set(type.fields.filter(f => f.personal).map(f => f.key))
  return {
    id, number: present.number, type: { key: type.key, version: type.version }, generated, opener,
    events: events.map(happened => ({ ...happened, event: maskedIn(happened.event, personal) })), clocks: clocks.map(clock => ({ ...clock })),
    moves: [...movesFor(type, present, parties, person)], names: Object.fromEntries(names),
    reporter: reporter && { ...masked(reporter) }, mayReveal: mayReveal(ctx, found), seq: present.seq,
  }
}

/** Who asked is opened only by the desk and by those who handle it. */
export function mayReveal(ctx: Context, { present, opener }: Found): boolean {
  return [present.lead, opener, present.place.unit, null].some(unit => mayDo(ctx.actor, 'case.reveal', unit))
}

/** Personal fields never leave with a case. */
export function maskedFields(fields: FieldValues, personal: ReadonlySet<string>): FieldValues {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, personal.has(key) && value !== null && value !== '' ? '***' : value]))
}

function maskedIn(event: CaseEvent, personal: ReadonlySet<string>): CaseEvent {
  if ((event.kind === 'received' || event.kind === 'amended') && event.fields) return { ...event, fields: maskedFields(event.fields, personal) }
  return event
}

/** Every unit and person that a history names. */
function named(events: readonly Happened[], place: Id | null): Id[] {
  const ids = events.flatMap(({ by, event }) => [by?.unit, 'lead' in event ? event.lead : null, 'unit' in event ? event.unit : null, 'to' in event ? event.to : null, 'person' in event ? event.person : null, ...('co' in event ? event.co : []), 'place' in event ? event.place?.unit : null])
  return [...new Set([place, ...ids])].filter(id => id !== null && id !== undefined)
}
