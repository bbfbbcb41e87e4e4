import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Note, type Tx } from '../../context.ts'
import { happen, openCase, resident } from '../doing.ts'
import { givenFrom } from '../domain/portal/answers.ts'
import { sameWords } from '../domain/portal/limits.ts'
import { loadCase, seeEveryCase } from '../store.ts'
import { codeFrom, hashOfCode, hashOfToken } from './code.ts'
import { after, blockedUntil, clockText, count, type Counted, sentLately, type Visitor } from './flood.ts'
import { type Answers } from './schema.ts'
import { loadSlip, saveSlip } from './store.ts'

/** What comes with the button “send”: that the same words are another matter all the same, and the box that people leave empty. */
export type Sending = { readonly another: boolean; readonly leftEmpty: string }

/**
 * Opens the case that a slip was written for, once however often the button is pressed. The slip then knows the case; the code
 * follows from the word in the page's address, and only its hash is kept.
 */
export async function sendReport(ctx: Context, token: string, { another, leftEmpty }: Sending, visitor: Visitor): Promise<Result<{ readonly case: Id }>> {
  if (leftEmpty !== '') return refuse('left-empty-filled')
  const { terms } = visitor
  const codeHash = await hashOfCode(codeFrom(token))
  return ctx.write(async (tx, note) => {
    const held = await loadSlip(tx, ctx.district, hashOfToken(token), ctx.now(), true)
    // Pressed twice: the first one has opened it, and nothing is written now.
    if (held?.slip.kind === 'sent') return { ok: false as const, refused: 'nothing-to-do', facts: {} }
    if (held?.slip.kind !== 'writing') return refuse('slip-over', { minutes: terms.slipMinutes })
    if (Date.parse(ctx.now()) - Date.parse(held.at) < terms.leastSeconds * 1000) return refuse('sent-too-fast')
    const { answers } = held.slip
    const given = givenFrom(answers)
    if (!given) return refuse('slip-over', { minutes: terms.slipMinutes })
    const phone = answers.phone === '' ? null : answers.phone.replaceAll(/\D/g, '')
    const counted: Counted = { address: visitor.address, words: sameWords(answers.words), ...(phone !== null && { phone }) }
    const again = await blockedUntil(tx, ctx, visitor, 'sent', counted)
    if (again !== null) return refuse('sent-too-often', { again: clockText(again) })
    const first = await sentBefore(tx, ctx, visitor, answers, phone)
    if (first && !another) return refuse('same-words', { minutes: terms.sameWordsMinutes, number: first.own ? ` ${first.number} ` : '' })
    const opened = await openCase(tx, ctx, note, given, 'reporter', { name: answers.name === '' ? null : answers.name, phone, email: answers.email === '' ? null : answers.email, confidential: answers.confidential, codeHash })
    if (!opened.ok) return opened
    const linked = await link(tx, ctx, note, opened.value.id, await linksOf(tx, ctx, first, answers))
    if (!linked.ok) return linked
    await count(tx, ctx, visitor, 'sent', counted, opened.value.id)
    await saveSlip(tx, ctx.district, hashOfToken(token), { kind: 'sent', case: opened.value.id }, ctx.now(), after(ctx.now(), terms.slipMinutes))
    return ok({ case: opened.value.id })
  })
}

type Before = { readonly number: string; readonly own: boolean }

/** The case that the same words opened lately; `own`: from the same address or telephone, so that its number may be told. */
async function sentBefore(tx: Tx, ctx: Context, visitor: Visitor, answers: Answers, phone: string | null): Promise<Before | null> {
  const minutes = visitor.terms.sameWordsMinutes
  const [latest] = await sentLately(tx, ctx, visitor, 'words', sameWords(answers.words), minutes)
  if (latest === undefined) return null
  const mine = [...await sentLately(tx, ctx, visitor, 'address', visitor.address, minutes), ...(phone === null ? [] : await sentLately(tx, ctx, visitor, 'phone', phone, minutes))]
  const found = await loadSeen(tx, ctx, latest)
  return found && { number: found.present.number, own: mine.includes(latest) }
}

/** What staff are told of other cases that this one may belong to. */
async function linksOf(tx: Tx, ctx: Context, first: Before | null, answers: Answers): Promise<readonly string[]> {
  const same = answers.same === null ? null : await loadSeen(tx, ctx, answers.same)
  return [
    ...(same ? [`反映人认为与工单${same.present.number}是同一件事，请核对后并案。`] : []),
    ...(first ? [`与工单${first.number}内容相同；反映人提交时确认是另一件事。`] : []),
  ]
}

async function link(tx: Tx, ctx: Context, note: Note, id: Id, words: readonly string[]): Promise<Result<null>> {
  for (const one of words) {
    const found = await loadSeen(tx, ctx, id)
    const noted = found && await happen(tx, ctx, note, found, { kind: 'noted', words: one, forReporter: false }, resident, found.present.seq)
    if (noted && !noted.ok) return noted
  }
  return ok(null)
}

async function loadSeen(tx: Tx, ctx: Context, id: Id) {
  await seeEveryCase(tx)
  return loadCase(tx, ctx.district, { id })
}
