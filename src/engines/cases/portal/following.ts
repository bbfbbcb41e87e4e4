import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Tx } from '../../context.ts'
import { attach } from '../attachments/attaching.ts'
import { happen, resident } from '../doing.ts'
import { wasRated } from '../domain/portal/story.ts'
import { type CaseEvent } from '../schema.ts'
import { type Found, loadCase, loadReporter, seeEveryCase } from '../store.ts'
import { hashOfToken, isCode, isSame, newToken } from './code.ts'
import { after, blockedUntil, clockText, count, type Visitor } from './flood.ts'
import { loadSlip, saveSlip } from './store.ts'

/** A number as people type it. */
const plainNumber = (text: string) => text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
const digits = (text: string) => text.normalize('NFKC').replaceAll(/\D/g, '')

/**
 * Lets somebody follow a case by its number and its code, or the telephone that was left: answers the word for the page's
 * address. A wrong code and a number that is none are answered alike and take as long; both are counted, and the trail tells.
 */
export async function beginFollowing(ctx: Context, given: { readonly number: string; readonly proof: string }, visitor: Visitor): Promise<Result<{ readonly token: string }>> {
  const number = plainNumber(given.number)
  const proof = digits(given.proof)
  const tried = await ctx.write(async (tx, note) => {
    const again = await blockedUntil(tx, ctx, visitor, 'wrong', { address: visitor.address, number })
    if (again !== null) return refuse('asked-too-often', { again: clockText(again) })
    await seeEveryCase(tx)
    const found = await loadCase(tx, ctx.district, { number })
    const reporter = found?.type.onPortal ? await loadReporter(tx, ctx.district, found.id) : null
    const byCode = await isCode(proof, reporter?.codeHash ?? null)
    const byPhone = isSame(proof, reporter?.phone ?? '') && proof.length >= 7
    if (!found || !(byCode || byPhone)) {
      await count(tx, ctx, visitor, 'wrong', { address: visitor.address, number }, found?.id ?? null)
      await note({ verb: 'case.follow-failed', thing: 'case', thingId: found?.id ?? 'unknown' })
      return ok({ token: null })
    }
    const token = newToken()
    await saveSlip(tx, ctx.district, hashOfToken(token), { kind: 'following', case: found.id }, ctx.now(), after(ctx.now(), visitor.terms.slipMinutes))
    await note({ verb: 'case.followed', thing: 'case', thingId: found.id, unit: found.present.lead, detail: { number } })
    return ok({ token })
  })
  if (!tried.ok) return tried
  return tried.value.token === null ? refuse('wrong-number-or-code') : ok({ token: tried.value.token })
}

/** A case as its reporter follows it: their own, and the one in which it is dealt with where the two were put together. */
export type Followed = { readonly own: Found; readonly found: Found }

/** The case of a slip: one that is followed, or that was sent a moment ago. */
export async function loadFollowed(tx: Tx, ctx: Context, token: string, kind: 'following' | 'sent'): Promise<Followed | null> {
  const held = await loadSlip(tx, ctx.district, hashOfToken(token), ctx.now())
  if (held?.slip.kind !== kind) return null
  await seeEveryCase(tx)
  const own = await loadCase(tx, ctx.district, { id: held.slip.case })
  return own && { own, found: await loadEnd(tx, ctx, own) }
}

/** Where cases were put together, the one that goes on. */
async function loadEnd(tx: Tx, ctx: Context, own: Found): Promise<Found> {
  const gone = new Set<Id>()
  let found = own
  while (found.present.mergedInto !== null && !gone.has(found.id)) {
    gone.add(found.id)
    found = await loadCase(tx, ctx.district, { id: found.present.mergedInto }) ?? found
  }
  return found
}

/** What a reporter does with the case they follow. */
export type Doing = { readonly kind: 'rate'; readonly score: number; readonly words: string } | { readonly kind: 'reopen'; readonly words: string } | { readonly kind: 'add'; readonly words: string }

/** Does it in the reporter's name. Pressed twice it is done once. */
export async function followUp(ctx: Context, token: string, doing: Doing, visitor: Visitor): Promise<Result<{ readonly done: boolean }>> {
  return ctx.write(async (tx, note): Promise<Result<{ done: boolean }>> => {
    const followed = await loadFollowed(tx, ctx, token, 'following')
    if (!followed) return refuse('slip-over', { minutes: visitor.terms.slipMinutes })
    const { found, own } = followed
    // Who reported the same and was put together with this one says in words what is still wrong; one reporter rates.
    if (doing.kind === 'rate' && found.id !== own.id) return refuse('wrong-state', { number: own.present.number })
    if (doing.kind === 'rate' && wasRated(found.events)) return refuse('rated-already')
    if (doing.kind === 'add') {
      const last = found.events.at(-1)
      if (last?.by === null && last.event.kind === 'noted' && last.event.words === doing.words) return { ok: false, refused: 'nothing-to-do', facts: {} }
      const again = await blockedUntil(tx, ctx, visitor, 'added', { number: own.id })
      if (again !== null) return refuse('added-too-often', { again: clockText(again) })
      await count(tx, ctx, visitor, 'added', { number: own.id }, own.id)
    }
    const happened = await happen(tx, ctx, note, found, eventOf(doing), resident, found.present.seq)
    return happened.ok ? ok({ done: true }) : happened
  })
}

/** A photograph or paper of the reporter's, beside the case that was just sent or is followed. */
export async function addPhoto(ctx: Context, token: string, kind: 'sent' | 'following', file: Parameters<typeof attach>[4], visitor: Visitor): Promise<Result<{ readonly done: boolean }>> {
  return ctx.write(async (tx, note): Promise<Result<{ done: boolean }>> => {
    const followed = await loadFollowed(tx, ctx, token, kind)
    if (!followed) return refuse('slip-over', { minutes: visitor.terms.slipMinutes })
    const { found, own } = followed
    const again = await blockedUntil(tx, ctx, visitor, 'added', { number: own.id })
    if (again !== null) return refuse('added-too-often', { again: clockText(again) })
    const attached = await attach(tx, ctx, note, found, file, null)
    if (!attached.ok) return attached
    await count(tx, ctx, visitor, 'added', { number: own.id }, own.id)
    return ok({ done: true })
  })
}

function eventOf(doing: Doing): CaseEvent {
  switch (doing.kind) {
    case 'rate': return { kind: 'rated', score: doing.score, words: doing.words }
    case 'reopen': return { kind: 'reopened', words: doing.words, byReporter: true }
    case 'add': return { kind: 'noted', words: doing.words, forReporter: true }
  }
}
