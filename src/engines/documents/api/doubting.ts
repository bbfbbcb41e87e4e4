import { type Language } from '../../../kernel/label.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { sheetFile, type Cell } from '../../indicators/index.ts'
import { mayAnywhere } from '../../org/domain/permission.ts'
import { kindWords, severityWords } from '../domain/checks/doubt.ts'
import { type DoubtEvent, mayStep, settledWords, stateWords } from '../domain/checks/settling.ts'
import { type doubtRoutes, type DoubtRow, type LastCheck } from '../doubt-contract.ts'
import * as store from '../doubt-store.ts'
import { checksStamp, runChecks } from './checking.ts'
import { nextOf } from './views.ts'

const MOST_EXPORTED = 2000

export const doubting: Handlers<typeof doubtRoutes> = {
  doubts: async (ctx, { query }) => ctx.read(async tx => {
    const { total, rows } = await store.findDoubts(tx, ctx.district, { ...query, underReview: seesReviews(ctx) })
    return ok({ items: rows.map(rowFrom), total, next: nextOf(rows, query.limit, row => `${gravity[row.doubt.severity]}/${row.id}`) })
  }),

  lastCheck: async ctx => ctx.read(async tx => ok(await lastCheck(tx, ctx))),

  exportDoubts: async (ctx, { query: { form, language, ...filter } }) => ctx.read(async tx => {
    const { rows } = await store.findDoubts(tx, ctx.district, { ...filter, limit: MOST_EXPORTED, underReview: seesReviews(ctx) })
    return ok(await sheetFile(language === 'zh' ? '疑点清单' : 'doubts', form, [headers[language], ...rows.map(row => cells(rowFrom(row), language))]))
  }),

  doubt: async (ctx, { params }) => ctx.read(async tx => {
    const doubt = await store.loadDoubt(tx, ctx.district, params.id)
    if (!doubt || !await isSeen(tx, ctx, doubt)) return refuse('unknown-doubt', { id: params.id })
    return ok({ doubt: rowFrom(doubt), history: await store.findSteps(tx, ctx.district, doubt.id) })
  }),

  settleDoubt: async (ctx, { params, body: { version, side, ...settled } }) => {
    const { how, reason } = settled
    return stepTaken(ctx, params.id, 'settle', version, doubt => (side !== null && !doubt.doubt.sides.some(each => each.key === side) ? refuse('not-a-side', { side }) : ok({ kind: 'settled', how, reason, side })))
  },

  reopenDoubt: async (ctx, { params, body }) => stepTaken(ctx, params.id, 'reopen', body.version, () => ok({ kind: 'reopened', reason: body.reason })),

  runChecks: async ctx => {
    const ran = await runChecks(ctx, true)
    return ran.ok ? ctx.read(async tx => ok(await lastCheck(tx, ctx))) : ran
  },
}

/** Papers under review are for those who review; a doubt of accepted papers is open to everyone who sees the ledger. */
const seesReviews = (ctx: Context): boolean => mayAnywhere(ctx.actor, 'import.read')

async function isSeen(tx: Tx, ctx: Context, doubt: store.StoredDoubt): Promise<boolean> {
  return seesReviews(ctx) || await store.isOfAccepted(tx, ctx.district, doubt.id)
}

async function stepTaken(ctx: Context, id: string, act: 'settle' | 'reopen', seen: number, event: (doubt: store.StoredDoubt) => Result<DoubtEvent>): Promise<Result<{ doubt: DoubtRow }>> {
  return ctx.write(async (tx, note) => {
    const before = await store.loadDoubt(tx, ctx.district, id, 'locked')
    if (!before) return refuse('unknown-doubt', { id })
    const may = mayStep(before, act, seen)
    if (!may.ok) return may
    const made = event(before)
    if (!made.ok) return made
    const standing = await store.saveStep(tx, ctx.district, before, before.doubt, { event: made.value, by: ctx.actor.name, at: ctx.now() })
    if (!standing) return refuse('changed-meanwhile')
    const { kind, ...detail } = made.value
    await note({ verb: `doubt.${kind}`, thing: 'doubt', thingId: id, detail: { check: before.doubt.kind, name: before.doubt.name, ...detail } })
    return ok({ doubt: rowFrom({ ...before, ...standing }) })
  })
}

const gravity = { contradiction: 0, question: 1, note: 2 } as const

function rowFrom({ id, doubt, state, settlement, foundAt, version }: store.StoredDoubt): DoubtRow {
  const { kind, severity, name, words, sides } = doubt
  return { id, kind, severity, name, words, state, settlement, foundAt, version, sides: sides.map(side => ({ ...side, ...store.sideIds(side) })) }
}

async function lastCheck(tx: Tx, ctx: Context): Promise<LastCheck> {
  const run = await store.loadRun(tx, ctx.district)
  const counts = await store.countDoubts(tx, ctx.district, seesReviews(ctx))
  const sum = (of: (count: store.DoubtCount) => boolean) => counts.filter(of).reduce((all, count) => all + count.n, 0)
  const open = (severity: store.DoubtCount['severity']) => sum(count => count.state === 'open' && count.severity === severity)
  return {
    at: run?.at ?? null, stale: run?.stamp !== await checksStamp(tx, ctx), papers: run?.papers ?? 0,
    compared: run?.compared ?? store.noneCompared,
    open: { contradiction: open('contradiction'), question: open('question'), note: open('note') }, settled: sum(count => count.state === 'settled'), lapsed: sum(count => count.state === 'lapsed'),
  }
}

const headers: Readonly<Record<Language, Cell[]>> = {
  zh: ['程度', '检查', '名称', '说明', '状态', '处理', '理由', '处理人', '各处说法'],
  en: ['Gravity', 'Check', 'Name', 'Words', 'State', 'Settled as', 'Reason', 'By', 'Sayings'],
}

function cells(row: DoubtRow, language: Language): Cell[] {
  const { settlement } = row
  const places = row.sides.map(side => `${side.part[language]}: ${side.says[language]}${'title' in side.source ? ` (${side.source.title} · ${side.source.section})` : ''}`)
  return [severityWords[row.severity][language], kindWords[row.kind][language], row.name, row.words[language], stateWords[row.state][language], settlement ? settledWords[settlement.how][language] : null, settlement?.reason ?? null, settlement?.by ?? null, places.join('\n')]
}
