import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Note, type Tx } from '../../context.ts'
import { digits } from '../api.ts'
import { wordsOf } from '../domain/refused.ts'
import { happen, openCase, resident } from '../doing.ts'
import { loadCase, seeEveryCase } from '../store.ts'
import { type contract, type InboundItem, type Outcome } from './contract.ts'
import { countWaiting, keepWaiting, saveStream, type Stream, takeStream, takeWaiting } from './store.ts'

/** So many items of a platform may wait for others; more are sent back until the gaps are filled. */
export const MOST_WAITING = 2000

export const handlers: Handlers<typeof contract> = {
  inbound: async (ctx, { params: { source }, body }) => {
    const before = await ctx.read(tx => countWaiting(tx, ctx.district, source))
    if (before >= MOST_WAITING) return refuse('too-much-waiting', { source, waiting: before })
    const items: Outcome[] = []
    // Each in a transaction of its own: what was taken stays taken, whatever becomes of those after it.
    for (const item of body.items) items.push(await take(ctx, source, item))
    return ok({ items, waiting: await ctx.read(tx => countWaiting(tx, ctx.district, source)) })
  },
}

/** Takes an item and then those that waited for it. The stream is held meanwhile, so that two deliveries of one matter go one after the other. */
async function take(ctx: Context, source: string, item: InboundItem): Promise<Outcome> {
  const { number, sequence } = item
  const result = await ctx.write(async (tx, note) => {
    let stream = await takeStream(tx, ctx.district, source, number)
    await seeEveryCase(tx)
    const known = async () => (stream.caseId === null ? null : (await loadCase(tx, ctx.district, { id: stream.caseId }))?.present.number ?? null)
    const noted = (outcome: Outcome['outcome']) => note({ verb: 'case.inbound', thing: 'inbound', thingId: `${source}/${number}`, detail: { sequence, outcome } })
    if (sequence <= stream.taken) { await noted('known'); return ok({ outcome: 'known' as const, case: await known() }) }
    if (sequence > stream.taken + 1) { await keepWaiting(tx, ctx.district, source, item, ctx.now()); await noted('waiting'); return ok({ outcome: 'waiting' as const, case: await known() }) }
    const first = await apply(tx, ctx, note, stream, item, source)
    if (!first.ok) return first
    stream = first.value
    for (let next = await takeWaiting(tx, ctx.district, source, number, stream.taken + 1); next; next = await takeWaiting(tx, ctx.district, source, number, stream.taken + 1)) {
      const after = await apply(tx, ctx, note, stream, next, source)
      if (!after.ok) { await keepWaiting(tx, ctx.district, source, next, ctx.now()); break }
      stream = after.value
    }
    await saveStream(tx, ctx.district, source, number, stream)
    await noted('taken')
    return ok({ outcome: 'taken' as const, case: await known() })
  })
  if (result.ok) return { number, sequence, ...result.value, because: null }
  return { number, sequence, outcome: 'refused', case: null, because: wordsOf(result) }
}

/** What an item makes of its matter. A withdrawal there is told to the desk; to void a case is a person's decision. */
async function apply(tx: Tx, ctx: Context, note: Note, stream: Stream, { said, sequence }: InboundItem, source: string): Promise<Result<Stream>> {
  if (said.kind === 'opened') {
    if (stream.caseId !== null) return refuse('opened-twice', { source })
    const reporter = said.reporter && { ...said.reporter, phone: said.reporter.phone === null ? null : digits(said.reporter.phone), codeHash: null }
    const opened = await openCase(tx, ctx, note, { ...said, channel: 'platform' }, 'staff', reporter)
    return opened.ok ? ok({ taken: sequence, caseId: opened.value.id }) : opened
  }
  const found = stream.caseId === null ? null : await loadCase(tx, ctx.district, { id: stream.caseId })
  if (!found) return refuse('not-opened-yet', { source })
  const prefix = { noted: '', urged: '【平台催办】', withdrawn: '【平台撤回】' }[said.kind]
  const told = await happen(tx, ctx, note, found, { kind: 'noted', words: `${prefix}${said.words}`.slice(0, 2000), forReporter: false }, resident, found.present.seq)
  return told.ok ? ok({ ...stream, taken: sequence }) : told
}
