import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Refusal } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { type contract } from '../contract.ts'
import { type FindingEvent } from '../domain/finding.ts'
import { advanced, foldFinding, lastDecision, mayDecide, type Step } from '../domain/review.ts'
import * as store from '../store.ts'
import { actOf, doubtsByFinding, findingView } from './views.ts'

/** Findings that an answer carries at most; a page that has more asks for its list again. */
const MOST_ANSWERED = 200

export const reviewing: Pick<Handlers<typeof contract>, 'decide' | 'acceptCertain' | 'undo'> = {
  decide: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const paper = await store.loadHead(tx, ctx.district, params.id, 'shared')
    if (!paper) return refuse('unknown-paper', { id: params.id })
    if (paper.state === 'accepted') return refuse('already-accepted')
    const [finding] = await store.loadFindings(tx, ctx.district, paper.id, [params.finding])
    if (!finding || finding.gone) return refuse('unknown-finding', { id: params.finding })
    if (finding.version !== body.version) return decidedMeanwhile(finding)
    const event = mayDecide(finding.kind, finding, body)
    if (!event.ok) return event
    const act = actOf(ctx, 'decided', 1, body.decision === 'reject' ? { reason: body.reason } : {})
    const { saved } = await record(tx, ctx, paper.id, act, [{ finding, event: event.value }])
    if (!saved[0]) {
      const [now] = await store.loadFindings(tx, ctx.district, paper.id, [finding.id])
      return decidedMeanwhile(now ?? finding)
    }
    await note({ verb: `finding.${event.value.kind}`, thing: 'paper', thingId: paper.id, detail: { finding: finding.key, ...(event.value.kind === 'corrected' && { fields: Object.keys(event.value.after) }) } })
    return ok({ finding: findingView(saved[0], doubtsByFinding(paper.doubts)), progress: await progressOf(tx, ctx, paper.id) })
  }),

  acceptCertain: async (ctx, { params }) => ctx.write(async (tx, note) => {
    const paper = await store.loadHead(tx, ctx.district, params.id, 'locked')
    if (!paper) return refuse('unknown-paper', { id: params.id })
    if (paper.state === 'accepted') return refuse('already-accepted')
    const certain = await store.findFindings(tx, ctx.district, paper.id, { state: 'open', doubtful: false })
    const act = actOf(ctx, 'accepted-certain', certain.length)
    await record(tx, ctx, paper.id, act, certain.map(finding => ({ finding, event: { kind: 'accepted', with: 'certain' } })))
    await note({ verb: 'findings.accepted', thing: 'paper', thingId: paper.id, detail: { findings: certain.length } })
    return ok({ accepted: certain.length, progress: await progressOf(tx, ctx, paper.id) })
  }),

  undo: async (ctx, { params }) => ctx.write(async (tx, note) => {
    const paper = await store.loadHead(tx, ctx.district, params.id, 'locked')
    if (!paper) return refuse('unknown-paper', { id: params.id })
    if (paper.state === 'accepted') return refuse('already-accepted')
    const last = await store.loadLastAct(tx, ctx.district, paper.id, ctx.actor.person)
    if (!last) return refuse('nothing-to-undo')
    const findings = await store.loadFindings(tx, ctx.district, paper.id, await store.findDecidedBy(tx, ctx.district, last.id))
    const steps = await store.findSteps(tx, ctx.district, findings.map(finding => finding.id))
    // What somebody decided since stays as they decided it.
    const mine = findings.filter(finding => lastDecision(steps.get(finding.id) ?? [])?.act === last.id)
    if (mine.length === 0 && findings.length > 0) return refuse('undo-overtaken')
    const act = actOf(ctx, 'undone', mine.length, { undoes: last.id })
    const { saved } = await record(tx, ctx, paper.id, act, mine.map(finding => ({ finding, event: { kind: 'undone' }, before: steps.get(finding.id) ?? [] })))
    await note({ verb: 'findings.undone', thing: 'paper', thingId: paper.id, detail: { undoes: last.id, findings: saved.length } })
    const doubts = doubtsByFinding(paper.doubts)
    return ok({ act: last.act, undone: mine.length, kept: findings.length - mine.length, findings: saved.slice(0, MOST_ANSWERED).map(finding => findingView(finding, doubts)), progress: await progressOf(tx, ctx, paper.id) })
  }),
}

/** A decision on a finding; `before` is its history, which only taking back needs. */
export type Decided = { readonly finding: store.StoredFinding; readonly event: FindingEvent; readonly before?: readonly Step[] }

/** Saves one decision on each of these findings as one act; findings that somebody saved meanwhile are not among `saved`, nor is anything then written. */
export async function record(tx: Tx, ctx: Context, paper: Id, act: store.StoredAct, decided: readonly Decided[]): Promise<{ readonly saved: readonly store.StoredFinding[] }> {
  const next = decided.map(({ finding, event, before }) => {
    const step: Step = { event, act: act.id, by: act.by, at: act.at }
    const standing = before ? foldFinding([...before, step]) ?? finding : advanced(finding, step)
    return { seen: finding.version, finding: { ...finding, ...standing }, event }
  })
  const written = await store.saveFindings(tx, ctx.district, paper, next)
  if (written < next.length) return { saved: [] }
  await store.insertAct(tx, ctx.district, paper, act)
  await store.appendEvents(tx, ctx.district, act.id, next.map(({ finding, event }) => ({ finding: finding.id, seq: finding.version, event })))
  return { saved: next.map(n => n.finding) }
}

async function progressOf(tx: Tx, ctx: Context, paper: Id) {
  return (await store.findProgress(tx, ctx.district, [paper]))(paper)
}

/** What the person who comes second needs to know: who decided, and what now stands. */
function decidedMeanwhile(now: store.StoredFinding): { readonly ok: false } & Refusal<'decided-meanwhile'> {
  const value: Readonly<Record<string, unknown>> = now.value
  const shown = Object.fromEntries(['name', 'object', 'word', 'period', 'value', 'unit'].flatMap(field => {
    const is = value[field]
    return typeof is === 'string' || typeof is === 'number' ? [[field, is]] : []
  }))
  return refuse('decided-meanwhile', { ...shown, finding: now.id, state: now.state, version: now.version, by: now.by ?? '—', at: now.at })
}
