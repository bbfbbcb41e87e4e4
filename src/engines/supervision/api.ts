import { type Id } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../context.ts'
import { sheetFile } from '../indicators/index.ts'
import { mayDo } from '../org/domain/permission.ts'
import { loadDistrictUnit } from '../org/index.ts'
import { type contract, type DecisionView, type MeetingRow, type MeetingView } from './contract.ts'
import { act, propose } from './doing.ts'
import { decisionColumns } from './domain/decision-columns.ts'
import { meetingWords } from './domain/words.ts'
import { meetingPaper } from './paper.ts'
import { standingsOf, viewsOf } from './standing.ts'
import { findDecisions, findMeetings, findOpen, type Found, loadMeeting } from './store.ts'
import { watchToday } from './today.ts'

const mayHold = (ctx: Context) => ({ hold: mayDo(ctx.actor, 'dispatch.hold', null) })

async function viewOf(tx: Tx, ctx: Context, { id, meeting, events }: Found): Promise<MeetingView> {
  const { day, state, most, agenda, added, removed, left, workedOutAt, held, closed, withdrawn, seq } = meeting
  return {
    id, day, state, most, left: [...left], workedOutAt, held, closed, withdrawn, seq, may: mayHold(ctx),
    agenda: agenda.map(item => ({ ...item, added: added.get(item.key) ?? null })), removed: [...removed].map(([key, one]) => ({ key, ...one })),
    decisions: await viewsOf(tx, ctx, await standingsOf(tx, ctx, await findDecisions(tx, ctx.district, { meetings: [id] }))),
    history: events.map(({ seq: no, at, by, event }) => ({ seq: no, at, by: by.name, what: meetingWords[event.kind] })),
  }
}

async function shown(tx: Tx, ctx: Context, id: Id): Promise<Result<MeetingView>> {
  const found = await loadMeeting(tx, ctx.district, id)
  return found ? ok(await viewOf(tx, ctx, found)) : refuse('unknown-meeting')
}

async function rowsOf(tx: Tx, ctx: Context, page: { readonly offset: number; readonly limit: number }): Promise<{ readonly items: MeetingRow[]; readonly total: number }> {
  const { rows, total } = await findMeetings(tx, ctx.district, page)
  const taken = Map.groupBy(await standingsOf(tx, ctx, await findDecisions(tx, ctx.district, { meetings: rows.map(row => row.id) })), one => one.decision.meeting)
  const count = (id: Id, state?: string) => (taken.get(id) ?? []).filter(one => state === undefined || one.state === state).length
  return { total, items: rows.map(row => ({ ...row, decisions: { all: count(row.id), done: count(row.id, 'done'), late: count(row.id, 'late') } })) }
}

type Asked = { readonly which: 'unfinished' | 'all'; readonly meeting?: Id | undefined; readonly unit?: Id | undefined }

/** Decisions that somebody asked for: the late ones first, the latest meeting first within. */
async function decisionsOf(tx: Tx, ctx: Context, { which, meeting, unit }: Asked): Promise<readonly DecisionView[]> {
  const standing = await standingsOf(tx, ctx, await findDecisions(tx, ctx.district, { standing: which === 'unfinished', unit, ...(meeting && { meetings: [meeting] }) }))
  const chosen = which === 'all' ? standing : standing.filter(({ state }) => state === 'open' || state === 'late')
  return viewsOf(tx, ctx, chosen.toSorted((a, b) => Number(b.state === 'late') - Number(a.state === 'late')))
}

const nextAfter = (offset: number, shownNow: number, total: number) => (shownNow > 0 && offset + shownNow < total ? String(offset + shownNow) : null)

export const handlers: Handlers<typeof contract> = {
  today: async (ctx, { query: { since } }) => ctx.recall(`dispatch/today/${ctx.today()}/${since ?? ''}`, tx => watchToday(tx, ctx, since)),

  meetings: async (ctx, { query: { limit, after } }) => ctx.read(async tx => {
    const offset = Number(after ?? 0), { items, total } = await rowsOf(tx, ctx, { offset, limit })
    return ok({ items, total, next: nextAfter(offset, items.length, total), open: await findOpen(tx, ctx.district), may: mayHold(ctx) })
  }),

  propose: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const made = await propose(tx, ctx, note, body)
    return made.ok ? ok({ id: made.value.id, seq: made.value.meeting.seq }) : made
  }),

  meeting: async (ctx, { params }) => ctx.read(tx => shown(tx, ctx, params.id)),

  act: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const done = await act(tx, ctx, note, params.id, body.act, body.seq)
    return done.ok ? ok({ id: params.id, seq: done.value.meeting.seq }) : done
  }),

  paper: async (ctx, { params }) => ctx.read(async tx => {
    const view = await shown(tx, ctx, params.id)
    return view.ok ? ok(await meetingPaper(view.value, (await loadDistrictUnit(tx, ctx.district))?.name ?? '')) : view
  }),

  decisions: async (ctx, { query: { limit, after, ...asked } }) => ctx.read(async tx => {
    const all = await decisionsOf(tx, ctx, asked), offset = Number(after ?? 0), items = all.slice(offset, offset + limit)
    return ok({ items, total: all.length, next: nextAfter(offset, items.length, all.length) })
  }),

  exportDecisions: async (ctx, { query: { form, ...asked } }) => ctx.read(async tx => ok(await sheetFile('调度会决定事项', form, [decisionColumns.map(column => column.header), ...(await decisionsOf(tx, ctx, asked)).map(row => decisionColumns.map(column => column.cell(row)))]))),
}
