import { contract as documents } from '../../engines/documents/contract.ts'
import { contract as indicators } from '../../engines/indicators/contract.ts'
import { type Figure, type Vintage } from '../../engines/indicators/schema.ts'
import { type Label } from '../../kernel/label.ts'
import { call } from '../client.ts'
import { type ChainLoading } from './chain.ts'
import { historyOf, quantityOf } from './figure-history.ts'

const vintageLabels = {
  quick: { zh: '快报数', en: 'Quick' },
  first: { zh: '初核数', en: 'First check' },
  final: { zh: '核定数', en: 'Final' },
  published: { zh: '公布数', en: 'As published' },
} as const satisfies Record<Vintage, Label>

/** Asks the indicators engine for a figure with its vintages and history, and the documents engine for a paper's words. */
export const loadChain: ChainLoading = {
  async chain(id, unit, signal) {
    const { figure, vintages } = await call(indicators.figure, { params: { id }, signal })
    const { items } = await call(indicators.figures, { query: { indicator: figure.indicator, unit: figure.unit, limit: 200 }, signal })
    const measured = (one: Pick<Figure, 'level' | 'change'>) => quantityOf(one, unit)
    const quantity = measured(figure)
    return {
      name: figure.indicatorName,
      quantity,
      period: figure.period,
      source: figure.source,
      links: [{ kind: 'source', source: figure.source }],
      vintages: [figure, ...vintages.filter(other => other.id !== figure.id)].flatMap(one => {
        const said = measured(one)
        return said ? [{ id: one.id, vintage: vintageLabels[one.vintage], quantity: said, saidOn: one.saidOn, source: one.source, current: one.id === figure.id }] : []
      }),
      history: quantity ? historyOf(items, figure.period, quantity.unit) : [],
    }
  },
  async passage(id, start, end, signal) {
    return call(documents.passage, { params: { id }, query: { start, end }, signal })
  },
  async doubts({ finding, figure }, signal) {
    const on = finding === null ? figure === null ? null : { figure } : { finding }
    return on === null ? [] : (await call(documents.doubts, { query: { ...on, state: 'open', limit: 5 }, signal })).items
  },
}
