import { lightLabels } from '../../../kernel/light.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { type Handlers } from '../../context.ts'
import { sheetFile, type Cell } from '../../indicators/index.ts'
import { mayDo } from '../../org/domain/permission.ts'
import { type contract } from '../contract.ts'
import { findAnswers, findLightChanges, findSeen, hasSeen, insertAnswer, insertSeen, loadLightChange } from './store.ts'
import { type LightAnswer, type LightChange } from '../schema.ts'

type Lights = Pick<Handlers<typeof contract>, 'lightChanges' | 'exportLightChanges' | 'lightChange' | 'seeLight' | 'answerLight'>

const MOST_EXPORTED = 20_000

export const lightHandlers: Lights = {
  lightChanges: async (ctx, { query }) => ctx.read(async tx => {
    const { total, rows } = await findLightChanges(tx, ctx.district, query)
    const last = rows.at(-1)
    return ok({ items: rows, total, next: rows.length === query.limit && last ? `${last.judgedOn}/${last.id}` : null })
  }),

  exportLightChanges: async (ctx, { query: { form, ...filter } }) => ctx.read(async tx => {
    const { rows } = await findLightChanges(tx, ctx.district, { ...filter, limit: MOST_EXPORTED })
    return ok(await sheetFile('亮灯变动', form, [headers, ...rows.map(cells)]))
  }),

  lightChange: async (ctx, { params }) => ctx.read(async tx => {
    const change = await loadLightChange(tx, ctx.district, params.id)
    return change ? ok({ change, seen: await findSeen(tx, ctx.district, params.id), answers: await findAnswers(tx, ctx.district, params.id) }) : refuse('unknown-light-change', { id: params.id })
  }),

  // Who looks again leaves no second trace.
  seeLight: async (ctx, { params }) => {
    const before = await ctx.read(async tx => ({ change: await loadLightChange(tx, ctx.district, params.id), seen: await hasSeen(tx, ctx.district, params.id, ctx.actor.person) }))
    const { change } = before
    if (!change) return refuse('unknown-light-change', { id: params.id })
    if (before.seen) return ok({ seen: change.seen })
    return ctx.write(async (tx, note) => {
      const isNew = await insertSeen(tx, ctx.district, change.id, { person: ctx.actor.person, name: ctx.actor.name, at: ctx.now() })
      await note({ verb: 'light.seen', thing: change.kind, thingId: change.thing, unit: change.unit, detail: { change: change.id } })
      return ok({ seen: change.seen + (isNew ? 1 : 0) })
    })
  },

  answerLight: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const change = await loadLightChange(tx, ctx.district, params.id)
    if (!change) return refuse('unknown-light-change', { id: params.id })
    if (!mayDo(ctx.actor, 'light.answer', change.unit)) return refuse('not-permitted', { permission: 'light.answer' })
    const answer: LightAnswer = { id: ctx.newId(), ...body, name: ctx.actor.name, at: ctx.now() }
    await insertSeen(tx, ctx.district, change.id, { person: ctx.actor.person, name: ctx.actor.name, at: answer.at })
    await insertAnswer(tx, ctx.district, change.id, ctx.actor.person, answer)
    await note({ verb: 'light.answered', thing: change.kind, thingId: change.thing, unit: change.unit, detail: { change: change.id, kind: body.kind, words: body.words } })
    return ok(answer)
  }),
}

const headers: Cell[] = ['判定日', '代码', '名称', '年度', '责任单位', '原灯', '现灯', '差距（百分点）', '说明', '人工调灯', '看过人数', '回应次数']

function cells(change: LightChange): Cell[] {
  return [change.judgedOn, change.code, change.name.zh, change.year, change.unitName, lightLabels[change.from].zh, lightLabels[change.to].zh, change.verdict.gap, change.verdict.because.zh, change.overriddenBy, change.seen, change.answers]
}
