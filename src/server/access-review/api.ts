import { api as join } from '../../engines/api.ts'
import { type Handlers, type Tx } from '../../engines/context.ts'
import { type Cell, sheetFile } from '../../engines/indicators/index.ts'
import { verbLabels } from '../../engines/org/domain/permission.ts'
import { roleLabels } from '../../engines/org/schema.ts'
import { type District } from '../../kernel/id.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { type Day } from '../../kernel/time.ts'
import { type AccessRow, conflictLabels, contract } from './contract.ts'
import { reviewDueOn } from './domain.ts'
import { closeReview, findAccess, findVerdicts, insertReview, loadReview, saveVerdicts, waitingSince } from './store.ts'

const handlers: Handlers<typeof contract> = {
  list: async (ctx, { query }) => ctx.read(async tx => {
    const open = await loadReview(tx, ctx.district, 'open')
    const marked = new Map(open ? (await findVerdicts(tx, ctx.district, open.id)).map(({ person, verdict, note, by, at }) => [person, { verdict, note, by, at }]) : [])
    const items = await findAccess(tx, ctx.district, ctx.today(), query.dormant)
    return ok({ open, last: await loadReview(tx, ctx.district, 'last'), dueOn: reviewDueOn(await waitingSince(tx, ctx.district)), items: items.map(row => ({ ...row, marked: marked.get(row.person) ?? null })) })
  }),

  export: async (ctx, { query }) => {
    const rows = await ctx.write(async (tx, note) => {
      const found = await findAccess(tx, ctx.district, ctx.today(), query.dormant)
      await note({ verb: 'access.exported', thing: 'access-review', thingId: ctx.requestId, detail: { rows: found.length } })
      return found
    })
    return ok(await sheetFile(`权限清单 ${ctx.today()}`, query.form, [headers, ...rows.map(cellsOf)]))
  },

  open: async ctx => ctx.write(async (tx, note) => {
    const id = ctx.newId()
    if (!await insertReview(tx, ctx.district, { id, at: ctx.now(), by: ctx.actor.name })) return refuse('review-open')
    await note({ verb: 'access.review-opened', thing: 'access-review', thingId: id })
    return ok({ id, openedAt: ctx.now(), openedBy: ctx.actor.name, closedAt: null, closedBy: null })
  }),

  mark: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const review = await loadReview(tx, ctx.district, { id: params.id })
    if (!review) return refuse('unknown-review', { id: params.id })
    if (review.closedAt !== null) return refuse('review-closed', { at: review.closedAt })
    if (body.verdict === 'ends' && body.note === null) return refuse('review-why')
    const rows = new Map((await findAccess(tx, ctx.district, ctx.today(), 90)).map(row => [row.person, row]))
    const own = body.people.includes(ctx.actor.person)
    // Nobody vouches for himself; another administrator does.
    if (own) return refuse('review-self')
    const seen = body.people.flatMap(person => rows.get(person) ?? [])
    if (seen.length < body.people.length) return refuse('unknown-person', { id: body.people.find(person => !rows.has(person)) ?? '' })
    await saveVerdicts(tx, ctx.district, review.id, seen.map(row => ({ person: row.person, verdict: body.verdict, note: body.note, by: ctx.actor.name, at: ctx.now(), seen: row })))
    await note({ verb: 'access.marked', thing: 'access-review', thingId: review.id, detail: { people: body.people, verdict: body.verdict, ...(body.note !== null && { reason: body.note }) } })
    return ok({ marked: seen.length })
  }),

  close: async (ctx, { params }) => ctx.write(async (tx, note) => {
    const review = await loadReview(tx, ctx.district, { id: params.id })
    if (!review) return refuse('unknown-review', { id: params.id })
    const marked = new Set((await findVerdicts(tx, ctx.district, review.id)).map(v => v.person))
    // Who closes it cannot mark himself; where nobody else may, that one line stays open and the record shows it.
    const left = (await findAccess(tx, ctx.district, ctx.today(), 90)).filter(row => row.active && row.person !== ctx.actor.person && !marked.has(row.person))
    if (left.length > 0) return refuse('review-unfinished', { left: left.length })
    if (!await closeReview(tx, ctx.district, review.id, ctx.now(), ctx.actor.name)) return refuse('review-closed', { at: review.closedAt })
    await note({ verb: 'access.review-closed', thing: 'access-review', thingId: review.id, detail: { people: marked.size } })
    return ok({ ...review, closedAt: ctx.now(), closedBy: ctx.actor.name })
  }),

  record: async (ctx, { params }) => ctx.read(async tx => {
    const review = await loadReview(tx, ctx.district, { id: params.id })
    if (!review) return refuse('unknown-review', { id: params.id })
    return ok({ review, items: (await findVerdicts(tx, ctx.district, review.id)).map(({ seen, verdict, note, by, at }) => ({ ...seen, marked: { verdict, note, by, at } })) })
  }),
}

const headers = ['姓名', '用户名', '状态', '岗位', '权限', '接口密钥', '动态码', '最近登录', '须关注']

function cellsOf(row: AccessRow): Cell[] {
  return [
    row.name, row.account, row.active ? '在用' : '已停用', row.posts.map(p => `${p.unitName} ${p.title}（${roleLabels[p.role].zh}）${p.lentBy === null ? '' : `受${p.lentBy}委托`} ${p.from}至${p.until ?? ''}`).join('；'),
    row.verbs.map(verb => verbLabels[verb].zh).join('、'), row.keys.map(key => `${key.name}（至${key.until}）`).join('；'), row.secondFactor ? '已启用' : '未启用', row.lastSignInAt, row.conflicts.map(conflict => conflictLabels[conflict].zh).join('、'),
  ]
}

/** The day by which a review should have been closed, where that has passed. */
export async function overdueReview(tx: Tx, district: District, today: Day): Promise<Day | null> {
  const due = reviewDueOn(await waitingSince(tx, district))
  return due !== null && due < today ? due : null
}

export const api = join('access-review', contract, handlers)
