import { type Id } from '../../../kernel/id.ts'
import { dayOf, type Instant } from '../../../kernel/time.ts'
import { type Context, type Tx } from '../../context.ts'
import { knownFrom, nextDue } from '../domain/row.ts'
import { filled, hookBody, isWanted, messagesOn, occasionOf } from '../domain/sendings.ts'
import { type CaseEvent, type CaseType, type Message } from '../schema.ts'
import { findNames, type Found, loadCase, loadReporter, loadType, seeEveryCase } from '../store.ts'
import { findHooks, type Hook, insertSendings, type NewSending, takeOutbox, wasTold } from './store.ts'

const BATCH = 200
const DAY_MS = 86_400_000

/**
 * Turns what happened into what is told: to who asked, to units, and to programs of others. An event is taken from the outbox in
 * the transaction that writes what is told of it, so that nothing is told twice or never.
 */
export async function tell(ctx: Context): Promise<number> {
  let told = 0
  for (;;) {
    const done = await ctx.write(async (tx, note) => {
      await seeEveryCase(tx)
      const taken = await takeOutbox(tx, ctx.district, BATCH)
      if (taken.length === 0) return { ok: false as const, refused: 'nothing-to-do', facts: {} }
      const hooks = (await findHooks(tx, ctx.district)).filter(hook => hook.active)
      // Most events are told to nobody, and for those no case is loaded. What was made up for the demonstration is never told.
      const told = []
      for (const one of taken) if (!one.generated && isTold((await loadType(tx, ctx.district, one.typeId)).type, one.event, hooks)) told.push(one)
      let sendings = 0
      for (const [id, of] of Map.groupBy(told, one => one.caseId)) {
        const found = await loadCase(tx, ctx.district, { id })
        if (found) for (const { seq } of of) sendings += await tellOf(tx, ctx, found, seq, hooks)
      }
      await note({ verb: 'case.told', thing: 'district', thingId: String(ctx.district), detail: { events: taken.length, sendings } })
      return { ok: true as const, n: taken.length }
    })
    if (!done.ok) return told
    told += done.n
  }
}

/** Is anybody told of this? */
function isTold(type: CaseType, event: CaseEvent, hooks: readonly Hook[]): boolean {
  const occasion = occasionOf(event)
  return hooks.some(hook => isWanted(hook, type.key, event.kind)) || (occasion !== null && messagesOn(type, occasion).length > 0)
}

/** What is told of one event of a case, written down. Answers how many. */
async function tellOf(tx: Tx, ctx: Context, found: Found, seq: number, hooks: readonly Hook[]): Promise<number> {
  const happened = found.events.find(e => e.seq === seq)
  if (!happened) return 0
  const { event } = happened
  // As the case stood then, whatever has happened since.
  const then = knownFrom(found.type, found.id, found.events.filter(e => e.seq <= seq))
  const occasion = occasionOf(event)
  const base = { caseId: found.id, seq, occasion: occasion ?? event.kind, at: ctx.now() }
  const toHooks = hooks.filter(hook => isWanted(hook, found.type.key, event.kind)).map((hook): NewSending => ({ ...base, id: ctx.newId(), channel: 'hook', hook: hook.id, unit: null, recipient: null, body: hookBody(then.present, event, happened.at, seq), state: 'waiting' }))
  const messages = occasion === null ? [] : messagesOn(found.type, occasion)
  const toOthers = messages.length === 0 ? [] : await textsOf(tx, ctx, found, then, event, messages, base)
  await insertSendings(tx, ctx.district, [...toHooks, ...toOthers])
  return toHooks.length + toOthers.length
}

async function textsOf(tx: Tx, ctx: Context, found: Found, { present, clocks }: Pick<Found, 'present' | 'clocks'>, event: CaseEvent, messages: readonly Message[], base: Pick<NewSending, 'caseId' | 'seq' | 'occasion' | 'at'>): Promise<NewSending[]> {
  const into = event.kind === 'merged' ? await loadCase(tx, ctx.district, { id: event.into }) : null
  const names = await findNames(tx, ctx.district, present.lead === null ? [] : [present.lead])
  const due = clocks.findLast(clock => clock.key === 'resolve') ?? nextDue(clocks)
  const named = {
    unit: names.get(present.lead ?? '') ?? '', due: due ? spoken(due.dueAt) : '', words: 'words' in event ? event.words : 'reason' in event && typeof event.reason === 'string' ? event.reason : '',
    result: event.kind === 'answered' ? found.type.results.find(r => r.key === event.result)?.name.zh ?? '' : '', into: into?.present.number ?? '',
  }
  const sendings: NewSending[] = []
  for (const message of messages) {
    const body = filled(message.text.zh, present, named)
    if (message.to === 'reporter') for (const { channel, to } of await reachedBy(tx, ctx, { id: found.id, present })) sendings.push({ ...base, id: ctx.newId(), channel, hook: null, unit: null, recipient: to, body, state: await wasTold(tx, ctx.district, to, body, dayBefore(ctx.now())) || sendings.some(s => s.recipient === to && s.body === body) ? 'held' : 'waiting' })
    else for (const unit of message.to === 'lead' ? [present.lead] : present.co.filter(c => c.answeredAt === null).map(c => c.unit)) if (unit !== null) sendings.push({ ...base, id: ctx.newId(), channel: 'app', hook: null, unit, recipient: null, body, state: 'sent' })
  }
  return sendings
}

const dayBefore = (now: Instant) => new Date(Date.parse(now) - DAY_MS).toISOString()

/** How those who asked for this are reached, also those whose cases were merged into it: by telephone, else by e-mail, each once. */
async function reachedBy(tx: Tx, ctx: Context, { id, present }: Pick<Found, 'id' | 'present'>): Promise<readonly { readonly channel: 'sms' | 'mail'; readonly to: string }[]> {
  const reached = new Map<string, 'sms' | 'mail'>()
  for (const of of [id, ...present.absorbed.map(a => a.other)] satisfies Id[]) {
    const reporter = await loadReporter(tx, ctx.district, of)
    if (reporter?.phone) reached.set(reporter.phone, 'sms')
    else if (reporter?.email) reached.set(reporter.email, 'mail')
  }
  return [...reached].map(([to, channel]) => ({ channel, to }))
}

function spoken(at: Instant): string {
  const [year = '', month = '', day = ''] = dayOf(at).split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}
