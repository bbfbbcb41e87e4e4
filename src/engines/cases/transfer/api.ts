import { sql } from 'kysely'
import { type File, type Query } from '../../../kernel/contract.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Context, type Handlers } from '../../context.ts'
import { type Cell, sheetFile } from '../../indicators/index.ts'
import { mayDo } from '../../org/domain/permission.ts'
import { filterOf } from '../api.ts'
import { exportColumns } from '../domain/export-columns.ts'
import { masked } from '../domain/open.ts'
import { channelWords, stateWords } from '../domain/words.ts'
import { narrowedTo } from '../list-store.ts'
import { branchNames } from '../showing.ts'
import { findNames, findType } from '../store.ts'
import { type transferContract } from './contract.ts'
import { findWhole, type WholeCase } from './whole-store.ts'

/** Rows of a file; more than that is narrowed first. */
const MOST_EXPORTED = 20_000
const BATCH = 1000

export const transferHandlers: Handlers<typeof transferContract> = {
  exportCases: async (ctx, { query }) => exported(ctx, query, null),
  exportRevealed: async (ctx, { query, body }) => exported(ctx, query, body.reason),
}

/** What leaves the system is in the trail with its filters, without words and telephones that were looked for. */
function exported(ctx: Context, { form, columns: asked, ...query }: Query<typeof transferContract.exportCases>, reason: string | null): Promise<Result<File>> {
  return ctx.write(async (tx, note) => {
    const type = query.type === undefined ? null : await findType(tx, ctx.district, query.type)
    const own = (type?.type.fields ?? []).map(field => ({ key: `field.${field.key}`, header: field.name, usual: false }))
    const known = [...exportColumns, ...own]
    const wrong = asked?.find(key => !known.some(column => column.key === key))
    if (wrong !== undefined) return refuse('unknown-column', { column: wrong })
    const columns = asked ? asked.flatMap(key => known.filter(column => column.key === key)) : known.filter(column => column.usual)
    const cases: WholeCase[] = []
    for (let offset = 0; offset <= MOST_EXPORTED; offset += BATCH) {
      const more = await findWhole(tx, ctx.district, narrowedTo(ctx.district, filterOf(query, ctx), ctx.now()), sql`c.id desc`, BATCH, offset)
      cases.push(...more)
      if (more.length < BATCH) break
    }
    if (cases.length > MOST_EXPORTED) return refuse('too-many-cases', { most: MOST_EXPORTED })
    const names = await findNames(tx, ctx.district, [...new Set(cases.flatMap(one => one.present.co.map(co => co.unit)))])
    const rows = cases.map(one => { const open = reason !== null && mayReveal(ctx, one); const cells = cellsOf(one, open, names); return columns.map(column => cells[column.key] ?? null) })
    const { q: _, phone: __, ...filters } = query
    await note({ verb: 'case.exported', thing: 'sheet', thingId: ctx.requestId, detail: { rows: rows.length, columns: columns.map(column => column.key), filters, ...(reason !== null && { revealed: cases.filter(one => mayReveal(ctx, one)).length, reason }) } })
    return ok(await sheetFile('工单', form, [columns.map(column => column.header.zh), ...rows]))
  })
}

/** Who asked is opened only by the desk and by those who handle it, case by case. */
function mayReveal(ctx: Context, { present, opener }: WholeCase): boolean {
  return [present.lead, opener, present.place.unit, null].some(unit => mayDo(ctx.actor, 'case.reveal', unit))
}

const yes = (value: boolean | null | undefined): Cell => (value === null || value === undefined ? null : value ? '是' : '否')

/** Beijing's clock, to the minute. */
function timeOf(at: Instant | null): Cell {
  return at === null ? null : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

function cellsOf({ type, present, events, place, lead, dueAt, resolveDueAt, signedAt, reporter, generated }: WholeCase, open: boolean, names: ReadonlyMap<string, string>): Readonly<Record<string, Cell>> {
  const answer = events.findLast(({ event }) => event.kind === 'answered')?.event
  const who = reporter && (open ? reporter : masked(reporter))
  const shown = (key: string, value: string | number | boolean | null): Cell => {
    const field = type.fields.find(one => one.key === key)
    if (value === null || value === '') return null
    if (field?.personal && !open) return '***'
    return typeof value === 'boolean' ? yes(value) : field?.choices?.find(choice => choice.key === value)?.name.zh ?? value
  }
  return {
    number: present.number, type: type.name.zh, category: branchNames(type, present.category).map(name => name.zh).join('/'), urgency: type.urgencies.find(one => one.key === present.urgency)?.name.zh ?? present.urgency, state: stateWords[present.state].zh,
    title: present.title, words: present.words, channel: channelWords[present.channel].zh, openedAt: timeOf(present.openedAt), place: place?.name ?? null, placeCode: place?.code ?? null, address: present.place.address, lng: present.place.point?.lng ?? null, lat: present.place.point?.lat ?? null,
    lead, co: present.co.map(co => names.get(co.unit) ?? '—').join('、') || null, due: timeOf(dueAt), resolveDue: timeOf(resolveDueAt), signedAt: timeOf(signedAt), answeredAt: timeOf(present.answeredAt),
    answer: answer?.kind === 'answered' ? answer.words : null, result: answer?.kind === 'answered' ? type.results.find(one => one.key === answer.result)?.name.zh ?? answer.result : null, closedAt: timeOf(present.closedAt),
    step: present.step, joint: yes(present.joint), returns: present.returns, reworks: present.reworks, responded: yes(present.callBack?.responded), solved: yes(present.callBack?.solved), satisfied: yes(present.callBack?.satisfied), excluded: yes(present.excluded), rating: present.rating,
    reporterName: who?.name ?? null, reporterPhone: who?.phone ?? null, confidential: yes(reporter?.confidential), generated: yes(generated),
    ...Object.fromEntries(Object.entries(present.fields).map(([key, value]) => [`field.${key}`, shown(key, value)])),
  }
}
