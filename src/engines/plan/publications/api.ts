import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Note, type Tx } from '../../context.ts'
import { loadDistrictUnit } from '../../org/index.ts'
import { mayApprove, mayPrepare, mayReturn, mayTakeBack, mayWithdraw } from '../domain/publication/deciding.ts'
import { closedSince, differencesBetween } from '../domain/publication/differences.ts'
import { after, type Publication, type PublicationEvent, type Snapshot } from '../domain/publication/publication.ts'
import { digestOf, leavingOut, publicYear, type PublicYear } from './public-year.ts'
import { type publicationContract } from './contract.ts'
import * as store from './store.ts'
import { yearRows } from '../year.ts'

export const publicationHandlers: Handlers<typeof publicationContract> = {
  list: async (ctx, { query }) => ctx.read(async tx => {
    const { total, rows } = await store.findPublications(tx, ctx.district, { limit: query.limit, after: query.after, ...(query.year !== undefined && { year: query.year }) })
    return ok({ items: rows, total, next: rows.length === query.limit ? rows.at(-1)?.id ?? null : null, years: (await yearRows(tx, ctx.district)).map(row => row.year) })
  }),

  draft: async (ctx, { params }) => ctx.read(async tx => {
    const now = await publicYear(tx, ctx, params.year)
    const before = await publicBefore(tx, ctx, params.year)
    return ok({
      year: params.year, digest: digestOf(now.snapshot), lines: now.snapshot.lines, heldBack: [...now.heldBack], waiting: await store.findWaiting(tx, ctx.district, params.year),
      since: sinceOf(before), differences: differencesOf(before?.snapshot ?? null, now.snapshot),
    })
  }),

  prepare: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const now = await publicYear(tx, ctx, params.year)
    const kept = leavingOut(now, body.leaveOut)
    const labels = new Map(now.snapshot.lines.map(line => [line.key, line.label]))
    const allowed = mayPrepare(kept.snapshot, body.leaveOut, new Set(labels.keys()), await store.findWaiting(tx, ctx.district, params.year))
    if (!allowed.ok) return allowed
    if (digestOf(now.snapshot) !== body.digest) return refuse('changed-meanwhile', { year: params.year })
    const id = ctx.newId()
    const leftOut = body.leaveOut.flatMap(line => { const label = labels.get(line.key); return label ? [{ ...line, label }] : [] })
    const event: PublicationEvent = { kind: 'prepared', lines: kept.snapshot.lines.length, leftOut, digest: digestOf(kept.snapshot) }
    const publication = after(id, params.year, null, happening(ctx, event))
    if (!publication) throw new Error('a prepared publication has a state')
    await store.insertPublication(tx, ctx.district, { publication, snapshot: kept.snapshot, heldBack: kept.heldBack })
    await store.appendEvent(tx, ctx.district, { ...happening(ctx, event), id: ctx.newId(), publication: id, seq: 1 })
    await entry(tx, ctx, note, publication, 'publication.prepared', { lines: publication.lines, digest: publication.digest, leftOut: leftOut.map(({ key, label, reason }) => ({ key, name: label.zh, reason })) })
    return ok(publication)
  }),

  show: async (ctx, { params }) => ctx.read(async tx => {
    const kept = await store.loadPublication(tx, ctx.district, params.id)
    if (!kept) return refuse('unknown-publication', { id: params.id })
    const { publication, history, snapshot, heldBack } = kept
    const before = await publicBefore(tx, ctx, publication.year, publication)
    const { meanwhile, closed } = publication.state === 'waiting' ? await sincePrepared(tx, ctx, kept) : { meanwhile: [], closed: [] }
    return ok({
      publication, history: history.map(({ at, by, event }) => ({ at, by, event })), lines: snapshot.lines, heldBack: [...heldBack],
      since: sinceOf(before), differences: differencesOf(before?.snapshot ?? null, snapshot), meanwhile: meanwhile.map(row), closed: [...closed],
    })
  }),

  approve: async (ctx, { params, body }) => change(ctx, params.id, body.version, 'publication.approved', async (tx, kept) => {
    const { meanwhile, closed } = await sincePrepared(tx, ctx, kept)
    const allowed = mayApprove(kept.publication, ctx.actor.person, meanwhile, closed, body.knowing)
    return allowed.ok ? ok({ kind: 'approved', number: await store.nextNumber(tx, ctx.district, kept.publication.year) }) : allowed
  }),

  sendBack: async (ctx, { params, body }) => change(ctx, params.id, body.version, 'publication.returned', async (_, { publication }) => {
    const allowed = mayReturn(publication)
    return allowed.ok ? ok({ kind: 'returned', reason: body.reason }) : allowed
  }),

  takeBack: async (ctx, { params, body }) => change(ctx, params.id, body.version, 'publication.taken-back', async (_, { publication }) => {
    const allowed = mayTakeBack(publication, ctx.actor.person)
    return allowed.ok ? ok({ kind: 'taken-back', reason: body.reason }) : allowed
  }),

  withdraw: async (ctx, { params, body }) => change(ctx, params.id, body.version, 'publication.withdrawn', async (_, { publication }) => {
    const allowed = mayWithdraw(publication)
    return allowed.ok ? ok({ kind: 'withdrawn', reason: body.reason }) : allowed
  }),
}

/** One step of a publication: load, decide, fold, save with the version check, append to its history, note. */
async function change(ctx: Context, id: Id, version: number, verb: string, decide: (tx: Tx, kept: store.Kept) => Promise<Result<PublicationEvent>>): Promise<Result<Publication>> {
  return ctx.write(async (tx, note) => {
    const kept = await store.loadPublication(tx, ctx.district, id, true)
    if (!kept) return refuse('unknown-publication', { id })
    if (kept.publication.version !== version) return refuse('changed-meanwhile', { year: kept.publication.year })
    const event = await decide(tx, kept)
    if (!event.ok) return event
    const next = after(id, kept.publication.year, kept.publication, happening(ctx, event.value))
    if (!next || !(await store.savePublication(tx, ctx.district, next, version))) return refuse('changed-meanwhile', { year: kept.publication.year })
    await store.appendEvent(tx, ctx.district, { ...happening(ctx, event.value), id: ctx.newId(), publication: id, seq: next.version })
    await entry(tx, ctx, note, next, verb, { ...(next.number !== null && { number: next.number }), ...('reason' in event.value && { reason: event.value.reason }) })
    return ok(next)
  })
}

function happening(ctx: Context, event: PublicationEvent) {
  return { event, person: ctx.actor.person, by: ctx.actor.name, at: ctx.now() }
}

async function entry(tx: Tx, ctx: Context, note: Note, { id, year }: Publication, verb: string, detail: object): Promise<void> {
  await note({ verb, thing: 'publication', thingId: id, unit: (await loadDistrictUnit(tx, ctx.district))?.id ?? null, detail: { year, ...detail } })
}

/** What stands now against what was prepared, with the same promises left out. */
async function sincePrepared(tx: Tx, ctx: Context, { publication, snapshot }: store.Kept) {
  const now: PublicYear = leavingOut(await publicYear(tx, ctx, publication.year), publication.leftOut)
  return { meanwhile: differencesBetween(snapshot, now.snapshot), closed: closedSince(snapshot, now.snapshot) }
}

type Before = { readonly issue: store.Issue; readonly snapshot: Snapshot }

/** What is public of a year now; for an issue that once was public, the one before it that still stands. */
async function publicBefore(tx: Tx, ctx: Context, year: number, of: Pick<Publication, 'number'> = { number: null }): Promise<Before | null> {
  const issue = (await store.findIssues(tx, ctx.district)).find(i => i.year === year && i.state === 'public' && (of.number === null || i.number < of.number))
  const snapshot = issue && await store.loadPublicSnapshot(tx, ctx.district, issue.id)
  return issue && snapshot ? { issue, snapshot } : null
}

const sinceOf = (before: Before | null) => before && { number: before.issue.number, publicAt: before.issue.publicAt }

const row = (difference: ReturnType<typeof differencesBetween>[number]) => ({ ...difference, of: [...difference.of] })

const differencesOf = (before: Snapshot | null, now: Snapshot) => differencesBetween(before, now).map(row)
