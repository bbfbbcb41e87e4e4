import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Day, dayOf } from '../../../kernel/time.ts'
import { type Context, type Note, type Tx } from '../../context.ts'
import { findUnitNames } from '../../org/index.ts'
import { speaksFor } from '../domain/answering.ts'
import { acknowledgeBy, feedbackAfter, feedbackFrom, isLateOn } from '../domain/feedback.ts'
import { emptySheet, feedbackOf } from '../domain/feedback-sheet.ts'
import { feedbackDone } from '../domain/feedback-words.ts'
import { gatherFeedback } from './gathering.ts'
import { type FeedbackEvent, type FeedbackSheet, type Happened } from './schema.ts'
import { findPagesOf, type Found, holdMonth, insertFeedback, loadFeedback, saveFeedback, saveMonth } from './store.ts'

export type Generated = { readonly month: string; readonly made: number; readonly renewed: number; readonly kept: number; readonly silent: number }

/** Works out the pages of all units for a month. What was sent stays as it is; what was not is worked out anew. */
export async function generate(tx: Tx, ctx: Context, note: Note, month: string): Promise<Result<Generated>> {
  if (month > ctx.today().slice(0, 7)) return refuse('feedback-month-ahead', { month })
  await holdMonth(tx, ctx.district, month)
  const there = await findPagesOf(tx, ctx.district, month), silent: Id[] = []
  const count = { made: 0, renewed: 0, kept: 0 }
  for (const { unit, given } of await gatherFeedback(tx, ctx, month)) {
    const page = there.get(unit), sheet = feedbackOf(given, month, ctx.today())
    if (page && page.state !== 'generated') { count.kept += 1; continue }
    if (!page && !sheet) { silent.push(unit); continue }
    if (page) await renew(tx, ctx, page.id, sheet ?? emptySheet(ctx.today()))
    else if (sheet) await make(tx, ctx, month, unit, sheet)
    count[page ? 'renewed' : 'made'] += 1
  }
  await saveMonth(tx, ctx.district, { month, at: ctx.now(), by: ctx.actor.name, silent })
  await note({ verb: 'feedback.generated', thing: 'feedback-month', thingId: month, detail: { ...count, silent: silent.length } })
  return ok({ month, ...count, silent: silent.length })
}

async function make(tx: Tx, ctx: Context, month: string, unit: Id, sheet: FeedbackSheet): Promise<void> {
  const events = [happenedNow(ctx, 1, { kind: 'generated', month, unit, sheet })], feedback = feedbackFrom(events)
  if (!feedback) throw new Error('A page begins with being generated')
  await insertFeedback(tx, ctx.district, { id: ctx.newId(), events, feedback })
}

async function renew(tx: Tx, ctx: Context, id: Id, sheet: FeedbackSheet): Promise<void> {
  const found = await loadFeedback(tx, ctx.district, id, 'held')
  if (found) await happens(tx, ctx, found, { kind: 'renewed', sheet })
}

const happenedNow = (ctx: Context, seq: number, event: FeedbackEvent): Happened => ({ seq, at: ctx.now(), by: { person: ctx.actor.person, name: ctx.actor.name }, event })

async function happens(tx: Tx, ctx: Context, { id, feedback: before }: Found, event: FeedbackEvent): Promise<number> {
  const happened = happenedNow(ctx, before.seq + 1, event), feedback = feedbackAfter(before, happened)
  if (!feedback) throw new Error('A page stays a page')
  await saveFeedback(tx, ctx.district, { id, feedback }, happened, sentOn(feedback.sent))
  return feedback.seq
}

const sentOn = (sent: { readonly at: string } | null): Day | null => (sent ? dayOf(sent.at) : null)

type Seen = { readonly id: Id; readonly seq: number }

/** A page as the caller saw it, held until the transaction ends, with what a refusal names. */
async function held(tx: Tx, ctx: Context, { id, seq }: Seen): Promise<Result<{ readonly found: Found; readonly facts: { readonly unit: string; readonly month: string } }>> {
  const found = await loadFeedback(tx, ctx.district, id, 'held')
  if (!found) return refuse('unknown-feedback')
  const { feedback, events } = found, facts = { unit: (await findUnitNames(tx, ctx.district, [feedback.unit])).get(feedback.unit) ?? '—', month: feedback.month }
  if (feedback.seq === seq) return ok({ found, facts })
  const since = events.filter(one => one.seq > seq), done = since.map(({ event }) => feedbackDone[event.kind])
  return refuse('feedback-changed', { ...facts, by: since.at(-1)?.by.name ?? '—', done: done.map(l => l.zh).join('、') || '—', doneEn: done.map(l => l.en).join(', ') || '—' })
}

/** Puts supervision's own words on a page that was not sent yet. */
export async function addWords(tx: Tx, ctx: Context, note: Note, seen: Seen, words: string): Promise<Result<Seen>> {
  const page = await held(tx, ctx, seen)
  if (!page.ok) return page
  const { found, facts } = page.value
  if (found.feedback.state !== 'generated') return refuse('feedback-sent', facts)
  const seq = await happens(tx, ctx, found, { kind: 'words-added', words })
  await note({ verb: 'feedback.words-added', thing: 'feedback', thingId: seen.id, unit: found.feedback.unit, detail: { month: facts.month } })
  return ok({ id: seen.id, seq })
}

/** Sends these pages, all or none. From now on they stay as they are. */
export async function sendPages(tx: Tx, ctx: Context, note: Note, pages: readonly Seen[]): Promise<Result<{ readonly sent: number; readonly dueOn: Day }>> {
  const dueOn = acknowledgeBy(ctx.today())
  // In the order of ids, so that two who send at once do not wait for each other.
  for (const seen of pages.toSorted((a, b) => a.id.localeCompare(b.id))) {
    const page = await held(tx, ctx, seen)
    if (!page.ok) return page
    const { found, facts } = page.value
    if (found.feedback.state !== 'generated') return refuse('feedback-sent', facts)
    await happens(tx, ctx, found, { kind: 'sent', dueOn })
    await note({ verb: 'feedback.sent', thing: 'feedback', thingId: seen.id, unit: found.feedback.unit, detail: { month: facts.month, dueOn } })
  }
  return ok({ sent: pages.length, dueOn })
}

/** A person of the unit says that the unit has it, and may reply. */
export async function acknowledge(tx: Tx, ctx: Context, note: Note, seen: Seen, reply: string): Promise<Result<Seen>> {
  const page = await held(tx, ctx, seen)
  // Whose page it is comes first: to others it is told neither that it was changed nor how it stands.
  const whose = page.ok ? page.value.found : await loadFeedback(tx, ctx.district, seen.id, 'read')
  if (whose && !speaksFor(ctx.actor, whose.feedback.unit)) return refuse('not-your-feedback', { unit: (await findUnitNames(tx, ctx.district, [whose.feedback.unit])).get(whose.feedback.unit) ?? '—' })
  if (!page.ok) return page
  const { found, facts } = page.value, { sent, acknowledged } = found.feedback
  if (acknowledged) return refuse('feedback-acknowledged', { ...facts, by: acknowledged.by })
  if (!sent) return refuse('feedback-not-sent', facts)
  const late = isLateOn(sent.dueOn, ctx.now())
  const seq = await happens(tx, ctx, found, { kind: 'acknowledged', reply, late })
  await note({ verb: 'feedback.acknowledged', thing: 'feedback', thingId: seen.id, unit: found.feedback.unit, detail: { month: facts.month, late, replied: reply !== '' } })
  return ok({ id: seen.id, seq })
}
