import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kernel/result.ts'
import { type Context, type Handlers } from '../../context.ts'
import { type Move } from '../contract.ts'
import { happen, mayHappenHere, officialAt } from '../doing.ts'
import { refusals } from '../refusals.ts'
import { loadCase } from '../store.ts'
import { type BulkResult, type bulkContract } from './contract.ts'

/** A case as the caller knew it. */
type Given = { readonly id: Id; readonly seq: number }
/** What is told of a case, also where it is refused. */
type Told = Pick<BulkResult, 'number' | 'title' | 'seq'>
const untold: Told = { number: null, title: null, seq: null }

export const bulkHandlers: Handlers<typeof bulkContract> = {
  bulk: async (ctx, { body: { cases, move, dryRun } }) => {
    const items: BulkResult[] = []
    if (dryRun) await ctx.read(async tx => { for (const given of cases) items.push(await asked(tx, ctx, given, move)) })
    // One after another: two of them may be the same unit's, and nobody else should wait for five hundred.
    else for (const given of cases) items.push(await done(ctx, given, move))
    return ok({ items })
  },
}

/** May it be done with this one? */
async function asked(tx: Parameters<typeof loadCase>[0], ctx: Context, { id, seq }: Given, move: Move): Promise<BulkResult> {
  const found = await loadCase(tx, ctx.district, { id })
  if (!found) return { id, ...untold, refused: worded(refuse('unknown-case')) }
  const may = await mayHappenHere(tx, ctx, found, move, officialAt(ctx, found.present, found.opener), seq)
  return { id, number: found.present.number, title: found.present.title, seq: found.present.seq, refused: may.ok ? null : worded(may) }
}

/** Does it with this one, in a transaction of its own that is there once however often the command comes. */
async function done(ctx: Context, { id, seq }: Given, move: Move): Promise<BulkResult> {
  let told = untold
  const result: Result<Told> = await ctx.write(async (tx, note) => {
    const found = await loadCase(tx, ctx.district, { id })
    if (!found) return refuse('unknown-case')
    told = { number: found.present.number, title: found.present.title, seq: found.present.seq }
    const happened = await happen(tx, ctx, note, found, move, officialAt(ctx, found.present, found.opener), seq)
    return happened.ok ? ok({ ...told, seq: happened.value.present.seq }) : happened
  }, id)
  return { id, ...(result.ok ? result.value : told), refused: result.ok ? null : worded(result) }
}

/** A refusal in the words that it has everywhere. */
function worded({ refused: kind, facts }: Refusal): NonNullable<BulkResult['refused']> {
  const entry = Object.entries(refusals).find(([name]) => name === kind)?.[1]
  if (!entry) throw new Error(`Cases refuse with a word that is not theirs: ${kind}`)
  const fill = (text: string) => text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '—'))
  return { kind, said: { zh: fill(entry.zh), en: fill(entry.en) } }
}
