import { type Id } from '../../kernel/id.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { addDays, type Instant } from '../../kernel/time.ts'
import { type Context, type Handlers, type Tx } from '../context.ts'
import { scopeOf } from '../org/domain/permission.ts'
import { type CaseQuery, type contract } from './contract.ts'
import { happen, officialAt, openCase } from './doing.ts'
import { branchOf, keysFrom } from './domain/clocks.ts'
import { gramsSought } from './domain/grams.ts'
import { soonUntil } from './domain/queues.ts'
import { countedFilter, startOf } from './domain/spans.ts'
import { type CaseFilter, type CaseLine, type CaseOrder, countCases, findCases, MOST_COUNTED } from './list-store.ts'
import { mayReveal, showCase, showRows } from './showing.ts'
import { findType, findTypes, loadCase, loadReporter } from './store.ts'

/** What looks like a number of a case as people write it: letters, then a day and more digits. */
const isNumber = (text: string) => /^[A-Z]{1,6}\d{8,}$/.test(text)
/** A telephone as it is kept and looked for. */
export const digits = (text: string) => text.replaceAll(/\D/g, '')

/** The filter that a query of a list means to who asks. `q` is a whole number where it looks like one, words otherwise. */
export function filterOf({ q, phone, openedFrom, openedTo, soon, dueIn, counted, countedIn, ...rest }: CaseQuery, ctx: Pick<Context, 'now' | 'actor'>): CaseFilter {
  const now = ctx.now(), scope = scopeOf(ctx.actor, 'case.read')
  const sought = q?.trim().toUpperCase() ?? ''
  return {
    ...rest, ...(scope !== 'district' && { seenBy: [...scope] }), ...(sought !== '' && (isNumber(sought) ? { number: sought } : { words: sought })), ...(phone !== undefined && { phone: digits(phone) }),
    ...(counted !== undefined && { counted: countedFilter(counted, countedIn, now) }), ...(soon === true && { dueBy: soonUntil(now) }), ...(dueIn !== undefined && { dueBy: new Date(Date.parse(now) + dueIn * 3_600_000).toISOString() }),
    ...(openedFrom !== undefined && { openedFrom: startOf(openedFrom) }), ...(openedTo !== undefined && { openedTo: startOf(addDays(openedTo, 1)) }),
  }
}

/** The same, in which a category stands for all below it, in the types as they are today. */
export async function filterFor(tx: Tx, ctx: Context, query: CaseQuery): Promise<CaseFilter> {
  const filter = filterOf(query, ctx)
  if (!filter.category) return filter
  const types = (await findTypes(tx, ctx.district)).filter(({ type }) => query.type === undefined || type.key === query.type)
  const below = filter.category.flatMap(key => types.flatMap(({ type }) => branchOf(type.categories, key).slice(-1).flatMap(keysFrom)))
  return { ...filter, category: [...new Set([...filter.category, ...below])] }
}

/** The newest cases of this number or with these words, for a search over everything; nothing where there is no word in it. */
export async function searchCases(tx: Tx, ctx: Context, q: string, most: number): Promise<readonly CaseLine[]> {
  return gramsSought(q).length === 0 ? [] : findCases(tx, ctx.district, filterOf({ q }, ctx), { order: 'newest', limit: most }, ctx.now())
}

function cursorOf(after: string | undefined): { readonly id: Id; readonly dueAt: Instant | null } | undefined {
  const [due = '', id = ''] = after?.split('/') ?? []
  return after === undefined ? undefined : { id, dueAt: due === '' ? null : due }
}

const nextOf = (order: CaseOrder, last: { readonly id: Id; readonly dueAt: Instant | null }) => `${order === 'due' && last.dueAt !== null ? last.dueAt : ''}/${last.id}`

/** Loads a case, does something with it, and answers how it is then. */
export async function changing(ctx: Context, id: Id, work: (found: NonNullable<Awaited<ReturnType<typeof loadCase>>>, ...of: Parameters<Parameters<Context['write']>[0]>) => ReturnType<typeof happen>) {
  return ctx.write(async (tx, note) => {
    const found = await loadCase(tx, ctx.district, { id })
    if (!found) return refuse('unknown-case')
    const result = await work(found, tx, note)
    return result.ok ? ok(await showCase(tx, ctx, result.value)) : result
  })
}

export const handlers: Handlers<typeof contract> = {
  types: async ctx => ctx.read(async tx => ok({ items: (await findTypes(tx, ctx.district)).map(here => here.type) })),

  type: async (ctx, { params }) => ctx.read(async tx => {
    const here = await findType(tx, ctx.district, params.key, params.version)
    return here ? ok(here.type) : refuse('unknown-case-type', { type: params.key })
  }),

  cases: async (ctx, { query: { limit, order, after, ...query } }) => ctx.read(async tx => {
    const filter = await filterFor(tx, ctx, query)
    const lines = await findCases(tx, ctx.district, filter, { order, after: cursorOf(after), limit }, ctx.now())
    const last = lines.at(-1)
    const more = lines.length === limit
    // To count everything with certain words would take longer than to find the first of it.
    const total = (!more && after === undefined) || filter.words !== undefined ? lines.length : await countCases(tx, ctx.district, filter, ctx.now())
    return ok({ items: await showRows(tx, ctx, lines), total, atLeast: total >= MOST_COUNTED || (more && total === lines.length), next: more && last ? nextOf(order, last) : null })
  }),

  open: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const reporter = body.reporter && { ...body.reporter, phone: body.reporter.phone === null ? null : digits(body.reporter.phone), codeHash: null }
    const result = await openCase(tx, ctx, note, body, 'staff', reporter)
    return result.ok ? ok({ id: result.value.id, number: result.value.present.number, seq: result.value.present.seq }) : result
  }),

  one: async (ctx, { params }) => ctx.read(async tx => {
    const found = await loadCase(tx, ctx.district, params)
    return found ? ok(await showCase(tx, ctx, found)) : refuse('unknown-case')
  }),

  byNumber: async (ctx, { params }) => ctx.read(async tx => {
    const found = await loadCase(tx, ctx.district, params)
    return found ? ok({ id: found.id }) : refuse('unknown-case')
  }),

  move: async (ctx, { params, body }) => changing(ctx, params.id, (found, tx, note) => happen(tx, ctx, note, found, body.move, officialAt(ctx, found.present, found.opener), body.seq)),

  reveal: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const found = await loadCase(tx, ctx.district, params)
    if (!found) return refuse('unknown-case')
    if (!mayReveal(ctx, found)) return refuse('not-permitted', { permission: 'case.reveal' })
    const reporter = await loadReporter(tx, ctx.district, found.id)
    await note({ verb: 'case.revealed', thing: 'case', thingId: found.id, unit: found.present.lead, detail: { number: found.present.number, reason: body.reason } })
    const personal = found.type.fields.filter(f => f.personal).map(f => [f.key, found.present.fields[f.key] ?? null] as const)
    return ok({ name: reporter?.name ?? null, phone: reporter?.phone ?? null, email: reporter?.email ?? null, confidential: reporter?.confidential ?? false, fields: Object.fromEntries(personal) })
  }),
}
