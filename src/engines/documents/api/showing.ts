import writeXlsx from 'write-excel-file/node'
import { type File } from '../../../kernel/contract.ts'
import { type Id } from '../../../kernel/id.ts'
import { type Language } from '../../../kernel/label.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { mayAnywhere } from '../../org/domain/permission.ts'
import { type contract } from '../contract.ts'
import { csvFrom, safeText, tableRows } from '../domain/table.ts'
import { storableJson, wholeOffset } from '../domain/text.ts'
import { type Block, Commitment, Fact, type Reading, Term } from '../schema.ts'
import * as store from '../store.ts'
import { doubtsByFinding, findingView, given, nextOf, paperRow, paperView } from './views.ts'

/** UTF-16 units of raw text in one answer. */
const MOST_TEXT = 200_000
const MOST_PASSAGE = 2000
const PRESENT_MINUTES = 2

type Shown = 'papers' | 'paper' | 'text' | 'passage' | 'findings' | 'finding' | 'presence' | 'history' | 'original' | 'reading' | 'exportFindings' | 'terms'

export const showing: Pick<Handlers<typeof contract>, Shown> = {
  papers: async (ctx, { query }) => ctx.read(async tx => {
    const { total, rows } = await store.findPapers(tx, ctx.district, { ...given(query), limit: query.limit })
    const progress = await store.findProgress(tx, ctx.district, rows.map(row => row.id))
    return ok({ items: rows.map(row => paperRow(row, progress(row.id))), total, next: nextOf(rows, query.limit, row => row.id) })
  }),

  paper: async (ctx, { params }) => ctx.read(async tx => {
    const paper = await store.loadPaper(tx, ctx.district, params.id)
    return paper ? ok(await paperView(tx, ctx, paper)) : refuse('unknown-paper', { id: params.id })
  }),

  text: async (ctx, { params, query }) => ctx.read(async tx => {
    const paper = await store.loadPaper(tx, ctx.district, params.id)
    if (!paper) return refuse('unknown-paper', { id: params.id })
    const start = Math.min(query.start, paper.length)
    const end = Math.max(start, Math.min(query.end ?? paper.length, start + MOST_TEXT, paper.length))
    // One unit more on either side shows whether an end would cut a character in two.
    const from = Math.max(0, start - 1)
    const around = await store.loadText(tx, ctx.district, paper.id, from, end + 1)
    const first = from + wholeOffset(around, start - from), last = from + wholeOffset(around, end - from)
    return ok({ start: first, end: last, length: paper.length, text: around.slice(first - from, last - from) })
  }),

  passage: async (ctx, { params, query }) => ctx.read(async tx => {
    const paper = await store.loadPaper(tx, ctx.district, params.id)
    // Everyone who sees the ledger may see where its figures come from; papers under review are for those who review.
    if (!paper || (paper.state !== 'accepted' && !mayAnywhere(ctx.actor, 'import.read'))) return refuse('unknown-paper', { id: params.id })
    const start = Math.min(query.start, paper.length), end = Math.max(start, Math.min(query.end, paper.length, start + MOST_PASSAGE))
    const from = Math.max(0, start - query.around)
    const text = await store.loadText(tx, ctx.district, paper.id, from, end + query.around)
    return ok({
      document: paper.id, title: paper.document.title, section: sectionAt(paper.outline, start), date: paper.document.date, start, end,
      before: text.slice(0, start - from).toWellFormed(), words: text.slice(start - from, end - from).toWellFormed(), after: text.slice(end - from).toWellFormed(),
    })
  }),

  findings: async (ctx, { params, query }) => ctx.read(async tx => {
    const paper = await store.loadHead(tx, ctx.district, params.id)
    if (!paper) return refuse('unknown-paper', { id: params.id })
    const { after, ...filter } = query
    const cursor = after === undefined ? null : /^([01])\.(\d{1,9})\.([\w-]{1,60})$/.exec(after)
    if (after !== undefined && !cursor) return refuse('bad-input')
    const rows = await store.findFindings(tx, ctx.district, paper.id, { ...given(filter), limit: query.limit, ...(cursor && { after: { rank: Number(cursor[1]), start: Number(cursor[2]), key: cursor[3] ?? '' } }) })
    const doubts = doubtsByFinding(paper.doubts)
    return ok({
      items: rows.map(row => findingView(row, doubts)), total: await store.countFindings(tx, ctx.district, paper.id, given(filter)),
      next: nextOf(rows, query.limit, row => `${query.first === 'doubts' && !row.doubtful ? 1 : 0}.${row.start}.${row.key}`),
    })
  }),

  finding: async (ctx, { params }) => ctx.read(async tx => {
    const paper = await store.loadHead(tx, ctx.district, params.id)
    if (!paper) return refuse('unknown-paper', { id: params.id })
    const [finding] = await store.loadFindings(tx, ctx.district, paper.id, [params.finding])
    if (!finding) return refuse('unknown-finding', { id: params.finding })
    const steps = (await store.findSteps(tx, ctx.district, [finding.id])).get(finding.id) ?? []
    return ok({ finding: findingView(finding, doubtsByFinding(paper.doubts)), history: steps.map(({ event, by, at }, i) => ({ seq: i + 1, event, by, at })) })
  }),

  // A hint that lapses by itself and not an act on the paper: it leaves no entry in the trail, hence `read`.
  presence: async (ctx, { params }) => ctx.mark(async tx => {
    const paper = await store.loadHead(tx, ctx.district, params.id)
    if (!paper) return refuse('unknown-paper', { id: params.id })
    const since = new Date(Date.parse(ctx.now()) - PRESENT_MINUTES * 60_000).toISOString()
    return ok({ others: await store.notePresence(tx, ctx.district, paper.id, { person: ctx.actor.person, name: ctx.actor.name, at: ctx.now() }, since) })
  }),

  history: async (ctx, { params, query }) => ctx.read(async tx => {
    if (!(await store.loadHead(tx, ctx.district, params.id))) return refuse('unknown-paper', { id: params.id })
    const { total, rows } = await store.findActs(tx, ctx.district, params.id, { limit: query.limit, ...(query.after !== undefined && { after: query.after }) })
    return ok({ items: rows, total, next: nextOf(rows, query.limit, row => row.id) })
  }),

  original: async (ctx, { params }) => ctx.read(async tx => {
    const paper = await store.loadPaper(tx, ctx.district, params.id)
    const original = paper && await store.loadOriginal(tx, ctx.district, paper.id)
    // Always as a download of unknown kind: what was uploaded must never be run or shown as a page of ours.
    return original ? ok({ name: paper.name, mime: 'application/octet-stream', bytes: original.bytes }) : refuse('unknown-paper', { id: params.id })
  }),

  reading: async (ctx, { params }) => ctx.read(async tx => {
    const paper = await store.loadPaper(tx, ctx.district, params.id)
    if (!paper) return refuse('unknown-paper', { id: params.id })
    const findings = await store.findFindings(tx, ctx.district, paper.id)
    const reading: Reading = {
      document: paper.document, outline: [...paper.outline],
      facts: findings.filter(f => f.kind === 'fact').map(f => Fact.parse(f.read)), promises: findings.filter(f => f.kind === 'promise').map(f => Commitment.parse(f.read)), glossary: findings.filter(f => f.kind === 'term').map(f => Term.parse(f.read)),
      repairs: [...paper.repairs], doubts: [...paper.doubts],
    }
    return ok({ name: fileName(paper, 'json'), mime: 'application/json; charset=utf-8', bytes: new TextEncoder().encode(storableJson(reading)) })
  }),

  exportFindings: async (ctx, { params, query }) => {
    const table = await ctx.read(tx => exported(tx, ctx, params.id, query.language))
    if (!table.ok) return table
    const { paper, rows } = table.value
    if (query.format === 'csv') return ok({ name: fileName(paper, 'csv'), mime: 'text/csv; charset=utf-8', bytes: new TextEncoder().encode(csvFrom(rows)) })
    const bytes = await writeXlsx(rows.map(row => row.map(value => (typeof value === 'string' ? safeText(value) : value)))).toBuffer()
    return ok({ name: fileName(paper, 'xlsx'), mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes })
  },

  terms: async (ctx, { query }) => ctx.read(async tx => {
    const { total, rows } = await store.findTerms(tx, ctx.district, { ...given(query), limit: query.limit })
    return ok({ items: rows, total, next: nextOf(rows, query.limit, row => row.id) })
  }),
}

async function exported(tx: Tx, ctx: Context, id: Id, language: Language): Promise<Result<{ paper: store.StoredPaper; rows: ReturnType<typeof tableRows> }>> {
  const paper = await store.loadPaper(tx, ctx.district, id)
  if (!paper) return refuse('unknown-paper', { id })
  const findings = (await store.findFindings(tx, ctx.district, id)).map(finding => findingView(finding, new Map()))
  return ok({ paper, rows: tableRows(findings, language) })
}

function fileName(paper: store.StoredPaper, ending: File['name']): string {
  return `${(paper.document.title ?? paper.name.replace(/\.\w+$/, '')).replaceAll(/[\\/:*?"<>|]/g, '').slice(0, 80)}.${ending}`
}

/** The headings above a place, in words. */
function sectionAt(outline: readonly Block[], at: number): string | null {
  const block = outline.find(b => b.start <= at && at < b.end && b.heading === null) ?? outline.find(b => b.start <= at && at < b.end)
  if (!block) return null
  const headings = new Map(outline.map(b => [b.id, b]))
  const words = [...block.path, ...(block.heading === null ? [] : [block.id])].flatMap(id => { const b = headings.get(id); return b?.heading && b.level !== 0 ? [b.heading] : [] })
  return words.length > 0 ? words.join(' / ') : null
}
