import { randomInt } from 'node:crypto'
import { type Id } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { dayOf, type Instant } from '../../kernel/time.ts'
import { type Context, type Note, type Tx } from '../context.ts'
import { findPosts } from '../org/index.ts'
import { type CaseGiven } from './contract.ts'
import { holdsOn } from '../org/domain/tree.ts'
import { isEnd } from './domain/machine.ts'
import { mayHappen } from './domain/moves.ts'
import { mayOpen, numberFor } from './domain/open.ts'
import { openerOf, partiesFor, type Standing } from './domain/parties.ts'
import { knownFrom, type Known } from './domain/row.ts'
import { doneWords } from './domain/words.ts'
import { learnFrom } from './routing/learning.ts'
import { withUnit } from './routing/placing.ts'
import { type CaseEvent, type CaseType, type Happened } from './schema.ts'
import { findNoUnits, findType, type Found, insertCase, loadCase, type ReporterKept, saveCase, seeEveryCase, type TypeHere } from './store.ts'

/** On whose behalf something is done: an official in their own name, a resident, or the program itself. */
export type Doer = { readonly by: Happened['by']; readonly standing: Standing }

/** The signed-in person as the doer of something with a case. */
export function officialAt(ctx: Context, present: Parameters<typeof partiesFor>[1], opener: Id | null): Doer {
  const standing = partiesFor(ctx.actor, present, opener)
  // The unit in whose name it is done: the lead's, a co-unit's, else the first of the person's own.
  const unit = [present.lead, ...standing.units].find(u => u !== null && ctx.actor.units.includes(u)) ?? ctx.actor.units[0] ?? null
  return { by: { person: ctx.actor.person, name: ctx.actor.name, unit }, standing }
}

/** A resident, known by a code or a telephone alone. */
export const resident: Doer = { by: null, standing: { parties: new Set(['reporter']), units: [] } }

/** So often another number is drawn where one is taken. */
const DRAWS = 8

/** Who opens a case: an official, a resident, a resident through the system of a unit, which then sees what becomes of it, or the program by a rule. */
export type Opening = 'staff' | 'reporter' | 'app' | 'program'

/** What is settled before a case is opened: its id, and when another system received it; its clocks run from then. */
export type KnownBefore = { readonly id?: Id; readonly receivedAt?: Instant }

/** Opens a case, with the whole of it in one statement. The caller has asked whether it may be opened here at all. */
export async function openCase(tx: Tx, ctx: Context, note: Note, { dispatch, ...asked }: Omit<CaseGiven, 'reporter'>, by: Opening, reporter: ReporterKept | null, known: KnownBefore = {}): Promise<Result<Known>> {
  const here = await findType(tx, ctx.district, asked.type)
  if (!here) return refuse('unknown-case-type', { type: asked.type })
  const given = { ...asked, place: await withUnit(tx, ctx, asked.place) }
  const { type } = here
  if ((by === 'reporter' || by === 'app') && !type.onPortal) return refuse('not-asked-here', { type: type.name.zh })
  const may = mayOpen(type, given, by === 'staff' || by === 'program' ? 'staff' : 'reporter')
  if (!may.ok) return may
  const opener = by === 'reporter' || by === 'program' ? null : openerOf(ctx.actor)
  const wrong = await findNoUnits(tx, ctx.district, [given.place.unit, dispatch?.lead ?? null, ...(dispatch?.co ?? [])].filter(id => id !== null), ctx.today())
  if (wrong.length > 0) return refuse('no-such-unit', { unit: wrong[0] ?? '' })
  const { id = ctx.newId(), receivedAt = ctx.now() } = known
  await seeEveryCase(tx)
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const number = numberFor(type, dayOf(receivedAt), randomInt(1_000_000))
    const happened = opening(ctx, type, id, receivedAt, { kind: 'received', number, type: type.key, version: type.version, category: given.category, urgency: may.value.urgency, title: given.title, words: given.words, place: given.place, channel: given.channel, fields: given.fields, hasReporter: reporter !== null }, opener, by, dispatch)
    if (!happened.ok) return happened
    const made = knownFrom(type, id, happened.value)
    if (!await insertCase(tx, ctx.district, made, reporter, false)) continue
    if (dispatch) await learnFrom(tx, ctx.district, id, made.present, { kind: 'dispatched', ...dispatch })
    await note({ verb: 'case.received', thing: 'case', thingId: id, unit: made.present.lead ?? given.place.unit, detail: { number, type: type.key, ...(dispatch && { dispatched: dispatch.lead }) } })
    return ok(made)
  }
  throw new Error(`Of ${DRAWS} numbers drawn for ${type.key} none was free`)
}

/** What happens when a case is opened: it is received; and filed and dispatched, where that was asked in the same act and may be done. */
function opening(ctx: Context, type: CaseType, id: Id, receivedAt: Instant, received: Extract<CaseEvent, { kind: 'received' }>, opener: Id | null, by: Opening, dispatch: CaseGiven['dispatch']): Result<readonly Happened[]> {
  const at = ctx.now()
  const who = by === 'staff' || by === 'app' ? { person: ctx.actor.person, name: ctx.actor.name, unit: opener } : null
  const events: Happened[] = [{ seq: 1, at: receivedAt, by: who, event: received }]
  const next: readonly CaseEvent[] = dispatch ? [...(type.steps.file ? [{ kind: 'filed' } as const] : []), { kind: 'dispatched', ...dispatch }] : []
  for (const event of next) {
    const { present } = knownFrom(type, id, events)
    const may = mayHappen(type, id, present, event, partiesFor(ctx.actor, present, opener), at)
    if (!may.ok) return may
    events.push({ seq: events.length + 1, at, by: who, event })
  }
  return ok(events)
}

/** Units that an event hands a case to. */
function unitsIn(event: CaseEvent): readonly Id[] {
  switch (event.kind) {
    case 'dispatched': return [event.lead, ...event.co]
    case 'arbitrated':
    case 'transferred': return [event.lead]
    case 'co-asked': return [event.unit]
    case 'amended': return event.place?.unit ? [event.place.unit] : []
    default: return []
  }
}

/**
 * The one way in which something happens to a case: `seen` is the last event the doer knew of. Refused where somebody acted in
 * between, where it may not happen now or not by them. Answers the case as it is then.
 */
export async function happen(tx: Tx, ctx: Context, note: Note, found: Found, event: CaseEvent, doer: Doer, seen: number): Promise<Result<Found>> {
  const may = await mayHappenHere(tx, ctx, found, event, doer, seen)
  if (!may.ok) return may
  return event.kind === 'merged' ? merge(tx, ctx, note, found, event, doer) : append(tx, ctx, note, found, event, doer.by)
}

/** May it happen? The rules, and what only the tables know: units that live, colleagues. Writes nothing, so that it can be asked beforehand. */
export async function mayHappenHere(tx: Tx, ctx: Context, found: Found, event: CaseEvent, doer: Doer, seen: number): Promise<Result<CaseEvent>> {
  if (seen !== found.present.seq) return changed(found, seen)
  const may = mayHappen(found.type, found.id, found.present, event, doer.standing, ctx.now())
  if (!may.ok) return may
  const wrong = await findNoUnits(tx, ctx.district, unitsIn(event), ctx.today())
  if (wrong.length > 0) return refuse('no-such-unit', { unit: wrong[0] ?? '' })
  if (event.kind === 'delegated' && !await isColleague(tx, ctx, found, event.person)) return refuse('not-a-colleague')
  return may
}

/** Something that the program does by itself, in the order of its timers; nothing comes in between, since the row is held. */
export async function programHappens(tx: Tx, ctx: Context, note: Note, found: Found, event: CaseEvent): Promise<Result<Found>> {
  return happen(tx, ctx, note, found, event, { by: null, standing: { parties: new Set(['program']), units: [] } }, found.present.seq)
}

/** Moves a case to a later version of its type, by which its whole history is folded from then on. The caller holds the row and has asked whether it may. */
export async function moveToVersion(tx: Tx, ctx: Context, note: Note, found: Found, here: TypeHere, event: Extract<CaseEvent, { kind: 'upgraded' }>): Promise<Result<Found>> {
  return append(tx, ctx, note, { ...found, ...here }, event, null, found)
}

async function append(tx: Tx, ctx: Context, note: Note, found: Found, event: CaseEvent, by: Happened['by'], before: Known = found): Promise<Result<Found>> {
  const happened: Happened = { seq: found.present.seq + 1, at: ctx.now(), by, event }
  const known = knownFrom(found.type, found.id, [...found.events, happened])
  await seeEveryCase(tx)
  if (!await saveCase(tx, ctx.district, known, before)) return changed(await loadCase(tx, ctx.district, found) ?? found, found.present.seq)
  await learnFrom(tx, ctx.district, found.id, known.present, event)
  await note({ verb: `case.${event.kind}`, thing: 'case', thingId: found.id, unit: known.present.lead ?? known.present.place.unit, detail: { number: known.present.number, seq: happened.seq, ...handedTo(event) } })
  return ok({ ...known, departments: found.departments, generated: found.generated })
}

function handedTo(event: CaseEvent): Readonly<Record<string, unknown>> {
  const to = unitsIn(event)
  return to.length > 0 ? { to } : event.kind === 'excluded' || event.kind === 'voided' ? { reason: event.reason } : {}
}

/** 并案: the one ends in the other, and the other knows of it. The row with the smaller id is saved first, so that two merges never wait for each other. */
async function merge(tx: Tx, ctx: Context, note: Note, found: Found, event: Extract<CaseEvent, { kind: 'merged' }>, doer: Doer): Promise<Result<Found>> {
  const into = await loadCase(tx, ctx.district, { id: event.into })
  if (!into) return refuse('unknown-case')
  if (into.present.type !== found.present.type || isEnd(into.present.state)) return refuse('cannot-merge', { number: into.present.number })
  const ended = () => append(tx, ctx, note, found, event, doer.by)
  const told = () => append(tx, ctx, note, into, { kind: 'absorbed', other: found.id, number: found.present.number }, doer.by)
  if (found.id < into.id) {
    const result = await ended()
    const other = result.ok ? await told() : result
    return other.ok ? result : other
  }
  const other = await told()
  return other.ok ? ended() : other
}

/** Does this person hold a post in the unit that handles the case, today? */
async function isColleague(tx: Tx, ctx: Context, found: Found, person: Id): Promise<boolean> {
  const posts = found.present.lead === null ? [] : await findPosts(tx, ctx.district, { unit: found.present.lead })
  return posts.some(post => post.person === person && holdsOn(ctx.today(), post))
}

/** What somebody else did since: the answer to a command that came too late. */
function changed(found: Found, seen: number): Result<never> {
  const since = found.events.filter(({ seq }) => seq > seen)
  const done = since.map(({ event }) => found.type.names?.[event.kind] ?? doneWords[event.kind])
  const by = since.at(-1)?.by?.name
  return refuse('case-changed', { number: found.present.number, by: by ?? '系统', byEn: by ?? 'The program', what: since.map(({ event }) => event.kind).join('、') || '—', done: done.map(label => label.zh).join('、') || '—', doneEn: done.map(label => label.en).join(', ') || '—', seq: found.present.seq })
}
