import { type Id } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Context, type Note, type Tx } from '../context.ts'
import { loadUnit } from '../org/index.ts'
import { makeCommitment } from '../plan/index.ts'
import { groundOf } from './domain/decision.ts'
import { applied, meetingOf } from './domain/meeting.ts'
import { mayHappen } from './domain/moves.ts'
import { meetingWords } from './domain/words.ts'
import { type Happened, type MeetingAct, type MeetingEvent } from './schema.ts'
import { findOpen, type Found, hasMeetingOn, holdMeeting, insertMeeting, loadMeeting, saveMeeting } from './store.ts'
import { workOutAgenda } from './working-out.ts'

const by = (ctx: Context): Happened['by'] => ({ person: ctx.actor.person, name: ctx.actor.name })

/** Proposes a meeting for a day, with an agenda as of today. */
export async function propose(tx: Tx, ctx: Context, note: Note, { day, most }: { readonly day: string; readonly most: number }): Promise<Result<Found>> {
  if (day < ctx.today()) return refuse('meeting-day-past', { day })
  const taken = await takenBy(tx, ctx, day)
  if (!taken.ok) return taken
  const events: Happened[] = [{ seq: 1, at: ctx.now(), by: by(ctx), event: { kind: 'proposed', day, most, ...await worked(tx, ctx, most, new Set()) } }]
  const meeting = meetingOf(events)
  if (!meeting) throw new Error('A meeting begins with being proposed')
  const found: Found = { id: ctx.newId(), events, meeting }
  if (!await insertMeeting(tx, ctx.district, found)) {
    const now = await takenBy(tx, ctx, day) // somebody was quicker
    return now.ok ? refuse('meeting-that-day', { day }) : now
  }
  await note({ verb: 'meeting.proposed', thing: 'meeting', thingId: found.id, detail: { day, items: meeting.agenda.length } })
  return ok(found)
}

async function takenBy(tx: Tx, ctx: Context, day: string): Promise<Result<null>> {
  const open = await findOpen(tx, ctx.district)
  if (open) return refuse(open.day === day ? 'meeting-that-day' : 'meeting-open', { day: open.day })
  return await hasMeetingOn(tx, ctx.district, day) ? refuse('meeting-that-day', { day }) : ok(null)
}

async function worked(tx: Tx, ctx: Context, most: number, except: ReadonlySet<string>) {
  const { agenda, left } = await workOutAgenda(tx, ctx, most, except)
  return { agenda: [...agenda], left: [...left] }
}

/** The one way in which people change a meeting: `seen` is the last event they knew of. */
export async function act(tx: Tx, ctx: Context, note: Note, id: Id, asked: MeetingAct, seen: number): Promise<Result<Found>> {
  await holdMeeting(tx, ctx.district, id)
  const found = await loadMeeting(tx, ctx.district, id)
  if (!found) return refuse('unknown-meeting')
  if (found.meeting.seq !== seen) return changed(found, seen)
  const may = mayHappen(found.meeting, asked, ctx.today())
  if (!may.ok) return may
  const event = await eventOf(tx, ctx, note, found, asked)
  if (!event.ok) return event
  const happened: Happened = { seq: found.meeting.seq + 1, at: ctx.now(), by: by(ctx), event: event.value }
  const meeting = applied(found.meeting, happened)
  if (!meeting) throw new Error('A meeting stays a meeting')
  if (!await saveMeeting(tx, ctx.district, { id, meeting }, happened)) return changed(found, seen)
  await note({ verb: `meeting.${event.value.kind}`, thing: 'meeting', thingId: id, detail: { day: meeting.day, seq: happened.seq, ...('reason' in event.value && { reason: event.value.reason }), ...('no' in event.value && { no: event.value.no }) } })
  return ok({ id, events: [...found.events, happened], meeting })
}

/** What is written down of an act: an agenda worked out anew, a matter with its unit, a decision with the commitment that it became. */
async function eventOf(tx: Tx, ctx: Context, note: Note, { meeting }: Found, asked: MeetingAct): Promise<Result<MeetingEvent>> {
  switch (asked.kind) {
    case 'renewed': return ok({ ...asked, ...await worked(tx, ctx, asked.most, new Set(meeting.removed.keys())) })
    case 'item-added': {
      const unit = asked.unit === null ? null : await loadUnit(tx, ctx.district, asked.unit)
      if (asked.unit !== null && !unit) return refuse('unknown-unit', { id: asked.unit })
      const item = { key: `other/${ctx.newId()}`, kind: 'other' as const, thing: null, title: { zh: asked.title, en: asked.title }, unit: unit && { id: unit.id, name: unit.name }, why: { zh: asked.why, en: asked.why }, since: null, light: null, page: null }
      return ok({ kind: 'item-added', item, reason: asked.reason })
    }
    case 'decided': {
      const no = meeting.decisions.length + 1, ground = groundOf(meeting.day, no)
      // A measure of the plan under no parent: its light is looked at by itself, and its unit tells its progress there.
      const made = await makeCommitment(tx, ctx, note, { year: Number(asked.dueOn.slice(0, 4)), parent: null, kind: 'measure', title: asked.words, verb: null, strength: 'complete', dueOn: asked.dueOn, leadUnit: asked.lead, coUnits: asked.co, source: { kind: 'hand', person: ctx.actor.person, name: ctx.actor.name, at: ctx.now(), ground } }, ground)
      return made.ok ? ok({ ...asked, no, commitment: made.value.id }) : made
    }
    default: return ok(asked)
  }
}

/** What somebody else did since: the answer to an act that came too late. */
function changed({ meeting, events }: Found, seen: number): Result<never> {
  const since = events.filter(({ seq }) => seq > seen)
  const done = since.map(({ event }) => meetingWords[event.kind])
  return refuse('meeting-changed', { day: meeting.day, by: since.at(-1)?.by.name ?? '—', done: done.map(l => l.zh).join('、') || '—', doneEn: done.map(l => l.en).join(', ') || '—', seq: meeting.seq })
}
