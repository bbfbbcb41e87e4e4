import { type Instant } from '../../../kernel/time.ts'
import { type Context } from '../../context.ts'
import { nextTry } from '../domain/sendings.ts'
import { seeEveryCase } from '../store.ts'
import { type Channels, postToHook, type Sent, type TextChannel } from './channels.ts'
import { type DueSending, saveOutcome, takeDue } from './store.ts'

const BATCH = 50
/** So long a sending belongs to the program that took it; should that end meanwhile, it is sent again afterwards. */
const HELD_MS = 120_000

/**
 * Sends what is due. It is taken in one transaction, sent outside of any, and what came of it is written in another: a receiver may
 * hear of a thing twice (under the same id), never not at all. Answers how many were tried.
 */
export async function deliver(ctx: Context, channels: Channels): Promise<number> {
  let tried = 0
  for (;;) {
    const taken = await ctx.write(async (tx, note) => {
      await seeEveryCase(tx)
      const due = await takeDue(tx, ctx.district, ctx.now(), new Date(Date.parse(ctx.now()) + HELD_MS).toISOString(), BATCH)
      if (due.length === 0) return { ok: false as const, refused: 'nothing-to-do', facts: {} }
      await note({ verb: 'case.sending', thing: 'district', thingId: String(ctx.district), detail: { sendings: due.length } })
      return { ok: true as const, due }
    })
    if (!taken.ok) return tried
    const outcomes = await Promise.all(taken.due.map(async one => ({ one, ...outcomeOf(one, await send(ctx, channels, one), channels, ctx.now()) })))
    await ctx.write(async (tx, note) => {
      await seeEveryCase(tx)
      for (const { one, ...outcome } of outcomes) await saveOutcome(tx, ctx.district, one.id, outcome)
      await note({ verb: 'case.sent', thing: 'district', thingId: String(ctx.district), detail: { sent: outcomes.filter(o => o.state === 'sent').length, failed: outcomes.filter(o => o.fault !== null).length } })
    })
    tried += outcomes.length
  }
}

/** Null: the district has no such channel. */
async function send(ctx: Context, channels: Channels, one: DueSending): Promise<Sent | null> {
  if (one.url !== null && one.secret !== null) return postToHook(channels.fetch, { url: one.url, secret: one.secret }, one.id, one.body, ctx.now())
  const channel = textChannel(channels, one)
  return channel && one.recipient !== null ? channel.send({ id: one.id, to: one.recipient, title: `${one.number}办理情况`, text: one.body }) : null
}

const textChannel = ({ sms, mail }: Channels, { channel }: DueSending): TextChannel | null => (channel === 'sms' ? sms : channel === 'mail' ? mail : null)

function outcomeOf(one: DueSending, sent: Sent | null, channels: Channels, now: Instant): Parameters<typeof saveOutcome>[3] {
  const done = { nextAt: null, fault: null, receipt: null, sentAt: null }
  if (sent === null) return { ...done, state: 'off' }
  if (sent.ok) return { ...done, state: textChannel(channels, one)?.sendsNothing ? 'test' : 'sent', receipt: sent.receipt, sentAt: now }
  const next = sent.again ? nextTry(one.tries, now) : null
  return { ...done, state: next === null ? 'failed' : 'waiting', nextAt: next, fault: sent.fault }
}
