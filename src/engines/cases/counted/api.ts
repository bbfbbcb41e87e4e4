import { ok, refuse } from '../../../kernel/result.ts'
import { periodOn } from '../../../kernel/period.ts'
import { type Handlers } from '../../context.ts'
import { findIndicatorsByCode, findLastCounted } from '../../indicators/index.ts'
import { sharesOf } from '../domain/counted-figures.ts'
import { findTypes } from '../store.ts'
import { type countedContract } from './contract.ts'
import { count } from './counting.ts'
import { findCountedFigures } from './store.ts'

export const countedHandlers: Handlers<typeof countedContract> = {
  counted: async ctx => ctx.read(async tx => {
    const figures = await findCountedFigures(tx, ctx.district)
    const indicators = await findIndicatorsByCode(tx, ctx.district, figures.map(figure => figure.indicator))
    const last = await findLastCounted(tx, ctx.district, [...indicators.values()].map(({ id }) => id))
    const types = new Map((await findTypes(tx, ctx.district)).map(({ type }) => [type.key, type.name]))
    return ok({ items: figures.flatMap(({ indicator: code, type }) => {
      const indicator = indicators.get(code), figure = indicator && last.get(indicator.id)
      const share = figure && sharesOf(figure.source)
      return indicator ? [{ indicator: code, name: indicator.name, type: { key: type, name: types.get(type) ?? { zh: type, en: type } }, last: figure?.level && share ? { period: figure.period, value: figure.level.value, unit: figure.level.unit, ...share, at: figure.at } : null }] : []
    }) })
  }),

  count: async (ctx, { body: { month } }) => ctx.write(async (tx, note) => (month < periodOn('month', ctx.today()) ? ok(await count(tx, ctx, note, month)) : refuse('month-not-over', { month }))),
}
