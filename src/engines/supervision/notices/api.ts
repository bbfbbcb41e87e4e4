import { ok } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { findType } from '../../cases/index.ts'
import { isEnd } from '../../cases/domain/machine.ts'
import { sheetFile } from '../../indicators/index.ts'
import { mayDo } from '../../org/domain/permission.ts'
import { noticeColumns } from '../domain/notice-columns.ts'
import { noticeStands, standOf } from '../domain/notice-steps.ts'
import { silenceOf } from '../domain/silence.ts'
import { type noticeContract, type NoticeCounts, type NoticeQuery, type NoticeRow } from './contract.ts'
import { NOTICE, raiseNotice } from './raising.ts'
import { countNotices, findAnswerable, findNotices, findNoticeYears, groupNotices, type NoticeLine } from './register-store.ts'
import { findLeft, loadRule } from './store.ts'

/** The most that an export or a print takes. */
const MOST = 5000

const asking = (ctx: Context, asked: NoticeQuery) => ({ district: ctx.district, asked, now: ctx.now(), me: ctx.actor.person })

function pageOf({ kind, about, code, year }: NoticeLine): string | null {
  switch (kind) {
    case 'project': return `/projects/${about}`
    case 'case': return `/cases/${about}`
    case 'target': return code === null ? null : `/register/${code}?year=${year}`
    case 'commitment': return year === null ? null : `/plan/${year}?item=${about}`
  }
}

async function rowsOf(tx: Tx, ctx: Context, asked: NoticeQuery, page: { readonly offset: number; readonly limit: number }): Promise<NoticeRow[]> {
  const lines = await findNotices(tx, asking(ctx, asked), page)
  const stepUp = (await loadRule(tx, ctx.district))?.stepUp ?? false
  const { silent } = silenceOf(lines, ctx.now())
  const { byUnit } = silenceOf(await findAnswerable(tx, ctx.district, Number(ctx.today().slice(0, 4))), ctx.now())
  return lines.map((line): NoticeRow => {
    const silence = silent.get(line.case), { stand, done } = standOf[line.state]
    return {
      case: line.case, number: line.number, about: { kind: line.kind, id: line.about, name: line.name, page: pageOf(line) }, addressee: { id: line.unit, name: line.unitName ?? '—' }, grade: line.grade, state: line.state, open: !isEnd(line.state), stand, done,
      dueAt: line.dueAt, late: silence !== undefined, silentSince: silence?.since ?? null, next: stepUp ? silence?.next ?? null : null,
      former: line.former !== null && line.formerNumber !== null ? { case: line.former, number: line.formerNumber } : null, followedBy: line.next !== null && line.nextNumber !== null ? { case: line.next, number: line.nextNumber } : null,
      raisedAt: line.raisedAt, byRule: line.byRule, raisedBy: line.raisedBy, consequence: line.consequence, silences: byUnit.get(line.unit)?.thisYear ?? 0,
    }
  })
}

function countsOf(groups: Awaited<ReturnType<typeof groupNotices>>): NoticeCounts {
  const sum = (of: typeof groups, what: (group: (typeof groups)[number]) => number = group => group.n) => of.reduce((n, group) => n + what(group), 0)
  const grade = (key: 'blue' | 'orange' | 'red') => sum(groups.filter(group => group.grade === key))
  const stands = Object.fromEntries(noticeStands.map(stand => [stand, sum(groups.filter(group => standOf[group.state].stand === stand))])) as NoticeCounts['stands'] // one for each
  return { all: sum(groups), open: sum(groups.filter(group => !isEnd(group.state))), late: sum(groups, group => group.late), grades: { blue: grade('blue'), orange: grade('orange'), red: grade('red') }, stands }
}

export const noticeHandlers: Handlers<typeof noticeContract> = {
  notices: async (ctx, { query: { limit, after, ...asked } }) => ctx.read(async tx => {
    const offset = Number(after ?? 0)
    const items = await rowsOf(tx, ctx, asked, { offset, limit }), total = await countNotices(tx, asking(ctx, asked))
    return ok({ items, total, next: items.length > 0 && offset + items.length < total ? String(offset + items.length) : null })
  }),

  standing: async (ctx, { query }) => ctx.read(async tx => {
    const answerable = await findAnswerable(tx, ctx.district, Number(ctx.today().slice(0, 4)))
    const names = new Map(answerable.map(one => [one.unit, one.unitName ?? '—']))
    const silences = [...silenceOf(answerable, ctx.now()).byUnit].map(([id, { thisYear, now }]) => ({ unit: { id, name: names.get(id) ?? '—' }, thisYear, now }))
    const rule = await loadRule(tx, ctx.district), left = await findLeft(tx, ctx.district, ctx.today())
    const kept = await findType(tx, ctx.district, NOTICE) !== null
    return ok({
      counts: countsOf(await groupNotices(tx, asking(ctx, query))), years: [...await findNoticeYears(tx, ctx.district)],
      silences: silences.toSorted((a, b) => b.now - a.now || b.thisYear - a.thisYear || a.unit.name.localeCompare(b.unit.name, 'zh')),
      rule: rule && { rule, left: [...left.values()].reduce((a, b) => a + b, 0) }, kept, may: { raise: kept && mayDo(ctx.actor, 'case.supervise', null) },
    })
  }),

  exportNotices: async (ctx, { query: { form, ...asked } }) => ctx.read(async tx => ok(await sheetFile('督办单登记簿', form, [noticeColumns.map(column => column.header), ...(await rowsOf(tx, ctx, asked, { offset: 0, limit: MOST })).map(row => noticeColumns.map(column => column.cell(row)))]))),

  raise: async (ctx, { body }) => ctx.write((tx, note) => raiseNotice(tx, ctx, note, { ...body, former: null, by: 'person' })),
}
