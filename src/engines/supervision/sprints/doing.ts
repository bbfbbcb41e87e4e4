import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Note, type Tx } from '../../context.ts'
import { loadUnit } from '../../org/index.ts'
import { speaksFor } from '../domain/answering.ts'
import { mayAct, mayOpen, mayTell, sprintAfter, sprintFrom, twinOf } from '../domain/sprint.ts'
import { sprintDone } from '../domain/sprint-words.ts'
import { type Happened, type SprintAct, type SprintEvent, type SprintFrame, type SprintItem, type SprintTelling, type SprintThing } from './schema.ts'
import { standingOf } from './standing.ts'
import { type Found, insertSprint, loadSprint, saveSprint } from './store.ts'

const by = (ctx: Context): Happened['by'] => ({ person: ctx.actor.person, name: ctx.actor.name })
type Done = Result<{ readonly id: Id; readonly seq: number }>

/** Opens a sprint with what stands on it from the first. */
export async function openSprint(tx: Tx, ctx: Context, note: Note, { things, ...frame }: SprintFrame & { readonly things: readonly SprintThing[] }): Promise<Done> {
  const may = mayOpen(frame, ctx.today())
  if (!may.ok) return may
  const items: SprintItem[] = []
  for (const thing of things) {
    const twin = twinOf(items, thing)
    if (twin !== null) return refuse('sprint-thing-twice', { title: twin })
    const item = await itemOf(tx, ctx, thing, frame.until)
    if (!item.ok) return item
    items.push(item.value)
  }
  const events: Happened[] = [{ seq: 1, at: ctx.now(), by: by(ctx), event: { kind: 'opened', frame, items } }], sprint = sprintFrom(events), id = ctx.newId()
  if (!sprint) throw new Error('A sprint begins with being opened')
  await insertSprint(tx, ctx.district, { id, events, sprint })
  await note({ verb: 'sprint.opened', thing: 'sprint', thingId: id, detail: { name: frame.name, from: frame.from, until: frame.until, items: items.length } })
  return ok({ id, seq: 1 })
}

/** A thing as it is put on: its title and page are its own, not what the caller says. */
async function itemOf(tx: Tx, ctx: Context, { kind, thing, title, unit, reach }: SprintThing, until: string): Promise<Result<SprintItem>> {
  const answers = await loadUnit(tx, ctx.district, unit)
  if (!answers) return refuse('unknown-unit', { id: unit })
  const item = { id: ctx.newId(), kind, thing, unit: { id: answers.id, name: answers.name }, reach }
  if (thing === null) return ok({ ...item, title, page: null })
  const found = (await standingOf(tx, ctx, [{ kind, thing }], Number(until.slice(0, 4)))).get(thing)
  return found ? ok({ ...item, title: found.title, page: found.page }) : refuse('unknown-sprint-thing')
}

/** What supervision does with a sprint. `seen` is the last event that it knew of. */
export async function act(tx: Tx, ctx: Context, note: Note, id: Id, asked: SprintAct, seen: number): Promise<Done> {
  // What units told meanwhile changes nothing for supervision.
  const held = await asSeen(tx, ctx, id, seen, event => event.kind !== 'told')
  if (!held.ok) return held
  const may = mayAct(held.value.sprint, asked, ctx.today())
  if (!may.ok) return may
  if (asked.kind !== 'put') return happens(tx, ctx, note, held.value, asked)
  const item = await itemOf(tx, ctx, asked.thing, held.value.sprint.until)
  return item.ok ? happens(tx, ctx, note, held.value, { kind: 'put', item: item.value }) : item
}

/** The responsible unit tells how far a thing is, for the round that runs. */
export async function tell(tx: Tx, ctx: Context, note: Note, id: Id, telling: SprintTelling, seen: number): Promise<Done> {
  // On the last day of a round many units tell at once: only what happened to this very thing stands in the way.
  const held = await asSeen(tx, ctx, id, seen, event => event.kind === 'closed' || ('item' in event && event.item === telling.item))
  if (!held.ok) return held
  const may = mayTell(held.value.sprint, telling.item, ctx.today())
  if (!may.ok) return may
  const { unit, title } = may.value.item
  if (!speaksFor(ctx.actor, unit.id)) return refuse('not-your-round', { title, unit: unit.name })
  return happens(tx, ctx, note, held.value, { kind: 'told', round: may.value.round, ...telling }, unit.id)
}

/** The sprint, held until the transaction ends; refused where something that concerns the caller happened since he looked. */
async function asSeen(tx: Tx, ctx: Context, id: Id, seen: number, concerns: (event: SprintEvent) => boolean): Promise<Result<Found>> {
  const found = await loadSprint(tx, ctx.district, id, 'held')
  if (!found) return refuse('unknown-sprint')
  const since = found.events.filter(({ seq, event }) => seq > seen && concerns(event))
  if (since.length === 0) return ok(found)
  const done = since.map(({ event }) => sprintDone[event.kind])
  return refuse('sprint-changed', { name: found.sprint.name, by: since.at(-1)?.by.name ?? '—', done: done.map(l => l.zh).join('、') || '—', doneEn: done.map(l => l.en).join(', ') || '—' })
}

async function happens(tx: Tx, ctx: Context, note: Note, { id, sprint: before }: Found, event: SprintEvent, unit: Id | null = null): Promise<Done> {
  const happened: Happened = { seq: before.seq + 1, at: ctx.now(), by: by(ctx), event }, sprint = sprintAfter(before, happened)
  if (!sprint) throw new Error('A sprint stays a sprint')
  await saveSprint(tx, ctx.district, { id, sprint }, happened)
  await note({ verb: `sprint.${event.kind}`, thing: 'sprint', thingId: id, unit, detail: { name: before.name, seq: happened.seq } })
  return ok({ id, seq: happened.seq })
}
