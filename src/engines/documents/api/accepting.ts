import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { loadRegisterNames, takeFigures, withdrawOrigin as withdrawFigures } from '../../indicators/index.ts'
import { loadDistrictUnit } from '../../org/index.ts'
import { takeCommitments, withdrawOrigin as withdrawCommitments } from '../../plan/index.ts'
import { type Brought, type contract, type Paper } from '../contract.ts'
import { type Progress } from '../domain/finding.ts'
import { missingFields } from '../domain/front-matter.ts'
import { askingIn, type Ledger, ledgerFromPaper } from '../domain/ledger-from-paper.ts'
import * as store from '../store.ts'
import { matchAll } from './matching.ts'
import { record } from './reviewing.ts'
import { actOf, paperView } from './views.ts'

export type Acceptance = { readonly version?: number | undefined; readonly leaveOut?: { readonly reason: string } | undefined; readonly unmatched?: 'new' | 'fact-only' | undefined }
export type Accepted = { readonly already: boolean; readonly brought: Brought; readonly paper: Paper }

const nothing: Brought = { figures: 0, targets: 0, commitments: 0, terms: 0, newIndicators: 0, leftOut: 0, factOnly: 0 }

/** Takes a paper into the ledger in one transaction. Accepting it again changes nothing and says so; the same command sent again hears what it heard first. */
export async function acceptPaper(ctx: Context, id: Id, how: Acceptance = {}): Promise<Result<Accepted>> {
  const done = await ctx.write(async (tx, note) => {
    const paper = await store.loadPaper(tx, ctx.district, id, 'locked')
    if (!paper) return refuse('unknown-paper', { id })
    if (paper.state === 'accepted') return refuse('already-accepted')
    if (how.version !== undefined && how.version !== paper.version) return refuse('changed-meanwhile')
    const missing = missingFields(paper.document)
    if (missing.length > 0) return refuse('front-matter-missing', { fields: missing.map(field => fieldNames[field] ?? field).join('、'), fieldsEn: missing.join(', ') })
    const findings = await store.findFindings(tx, ctx.district, id)
    const leftOut = findings.filter(finding => finding.state === 'open' && finding.doubtful)
    if (leftOut.length > 0 && !how.leaveOut) return refuse('doubtful-open', { count: leftOut.length })

    const certain = findings.filter(finding => finding.state === 'open' && !finding.doubtful)
    const act = actOf(ctx, 'accepted', certain.length, { reason: leftOut.length > 0 ? how.leaveOut?.reason ?? null : null })
    const { saved } = await record(tx, ctx, id, act, certain.map(finding => ({ finding, event: { kind: 'accepted', with: 'paper' } })))
    const taken = [...findings.filter(finding => finding.state === 'accepted' || finding.state === 'corrected'), ...saved]
    const ledger = await ledgerOf(tx, ctx, paper, taken, how.unmatched ?? 'new')
    const brought = { ...await write(tx, ctx, paper, ledger), leftOut: leftOut.length, factOnly: ledger.factOnly.length }
    const accepted: store.StoredPaper = { ...paper, state: 'accepted', acceptedAt: ctx.now(), accepter: ctx.actor.name, brought, version: paper.version + 1 }
    await store.savePaper(tx, ctx.district, accepted, paper.version)
    await note({ verb: 'paper.accepted', thing: 'paper', thingId: id, detail: { ...brought, ...(leftOut.length > 0 && { reason: act.reason }) } })
    return ok({ already: false, brought, paper: await paperView(tx, ctx, accepted) })
  })
  // It was accepted before, perhaps while this request waited for its turn.
  return !done.ok && done.refused === 'already-accepted' ? await alreadyAccepted(ctx, id) ?? done : done
}

/** Form fields as the page names them. */
const fieldNames: Readonly<Record<string, string>> = { title: '标题', date: '日期', year: '年度' }

async function alreadyAccepted(ctx: Context, id: Id): Promise<Result<Accepted> | null> {
  return ctx.read(async tx => {
    const paper = await store.loadPaper(tx, ctx.district, id)
    return paper?.state === 'accepted' ? ok({ already: true, brought: paper.brought ?? nothing, paper: await paperView(tx, ctx, paper) }) : null
  })
}

async function ledgerOf(tx: Tx, ctx: Context, paper: store.StoredPaper, findings: readonly store.StoredFinding[], unmatched: 'new' | 'fact-only'): Promise<Ledger> {
  const accepted = { id: paper.id, document: paper.document, outline: paper.outline, raw: await store.loadText(tx, ctx.district, paper.id, 0, paper.length), findings: findings.toSorted((a, b) => a.start - b.start) }
  const register = await loadRegisterNames(tx, ctx.district)
  return ledgerFromPaper(accepted, await matchAll(askingIn(accepted), register), register, unmatched)
}

/** Writes what the paper brings through the doors of the engines that keep it; what was not there before is counted. */
async function write(tx: Tx, ctx: Context, paper: store.StoredPaper, ledger: Ledger): Promise<Pick<Brought, 'figures' | 'targets' | 'commitments' | 'terms' | 'newIndicators'>> {
  const unit = await loadDistrictUnit(tx, ctx.district)
  if (!unit) throw new Error(`District ${ctx.district} has no unit of its own`)
  const created = new Map(ledger.indicators.map(indicator => [indicator.code, ctx.newId()]))
  const entry = (indicator: string): Id => created.get(indicator) ?? indicator
  const taken = await takeFigures(tx, ctx, {
    origin: paper.id,
    indicators: ledger.indicators.map(({ code, name, unit: measure, indicatorKind, direction }) => ({ id: entry(code), code, name, unit: measure, kind: indicatorKind, direction })),
    aliases: ledger.aliases.map(({ indicator, name, beside }) => ({ indicator, name, scope: beside })),
    figures: ledger.figures.map(figure => ({ ...figure, indicator: entry(figure.indicator), unit: unit.id })),
    targets: ledger.targets.map(target => ({ ...target, indicator: entry(target.indicator), unit: unit.id })),
  })
  const { document } = paper
  const { commitments } = document.year === null ? { commitments: 0 } : await takeCommitments(tx, ctx, {
    origin: paper.id, year: document.year,
    items: ledger.lines.map(({ key, parent, kind, title, verb, strength, dueOn, target, source }) => ({ fact: key, parent, kind, title, verb, strength, dueOn, source, target: target === null ? null : taken.targetOf.get(target) ?? null })),
  })
  const terms = await store.insertTerms(tx, ctx.district, paper.id, ledger.terms.map(({ finding, term }) => ({ id: ctx.newId(), finding, word: term.word, meaning: term.meaning, start: term.start, end: term.end })))
  return { figures: taken.figures, targets: taken.statements, commitments, terms, newIndicators: taken.indicators }
}

export const accepting: Pick<Handlers<typeof contract>, 'acceptance' | 'accept' | 'retract'> = {
  acceptance: async (ctx, { params }) => ctx.read(async tx => {
    const paper = await store.loadPaper(tx, ctx.district, params.id)
    if (!paper) return refuse('unknown-paper', { id: params.id })
    const findings = await store.findFindings(tx, ctx.district, paper.id)
    const view = await paperView(tx, ctx, paper)
    const taken = findings.filter(finding => finding.state === 'accepted' || finding.state === 'corrected' || (finding.state === 'open' && !finding.doubtful))
    const ledger = await ledgerOf(tx, ctx, paper, taken, 'new')
    const suggested = ledger.suggested
    return ok({
      mayAccept: paper.state !== 'accepted' && view.needed.length === 0 && view.progress.doubtful === 0,
      needed: view.needed, openDoubtful: view.progress.doubtful, suggested, brings: bringsOf(ledger, view.progress),
      newIndicators: ledger.indicators.map(({ code, name, unit }) => ({ code, name, unit })), factOnly: [...ledger.factOnly], warnings: view.warnings,
    })
  }),

  accept: async (ctx, { params, body }) => acceptPaper(ctx, params.id, body),

  retract: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const paper = await store.loadPaper(tx, ctx.district, params.id, 'locked')
    if (!paper) return refuse('unknown-paper', { id: params.id })
    if (paper.state !== 'accepted') return refuse('not-accepted')
    const figures = await withdrawFigures(tx, ctx, paper.id)
    const lines = await withdrawCommitments(tx, ctx, paper.id, figures.targetsGone)
    const terms = await store.deleteTerms(tx, ctx.district, paper.id)
    const removed: Brought = { ...nothing, figures: figures.figures, targets: figures.statements, commitments: lines.commitments, terms, newIndicators: figures.indicatorsGone.length }
    const retracted: store.StoredPaper = { ...paper, state: 'retracted', acceptedAt: null, accepter: null, brought: null, version: paper.version + 1 }
    await store.savePaper(tx, ctx.district, retracted, paper.version)
    await store.insertAct(tx, ctx.district, paper.id, actOf(ctx, 'retracted', 0, { reason: body.reason }))
    await note({ verb: 'paper.retracted', thing: 'paper', thingId: paper.id, detail: { ...removed, reason: body.reason } })
    const kept = [...lines.kept.map(({ title }) => ({ kind: 'commitment' as const, name: title })), ...figures.indicatorsKept.map(({ name }) => ({ kind: 'indicator' as const, name }))]
    return ok({ removed, kept, paper: await paperView(tx, ctx, retracted) })
  }),
}

function bringsOf(ledger: Ledger, progress: Progress): Brought {
  return { figures: ledger.figures.length, targets: ledger.targets.length, commitments: ledger.lines.length, terms: ledger.terms.length, newIndicators: ledger.indicators.length, leftOut: progress.doubtful, factOnly: ledger.factOnly.length }
}
