import { periodText, quantityText } from '../format.ts'
import { useLanguage } from '../language.tsx'
import { type HistoryPoint } from './chain.ts'
import { ChartWithTable } from './ChartWithTable.tsx'

/** The same indicator through the years, under a sentence that says from where to where it went. */
export function HistoryLine({ name, unit, history }: { readonly name: string; readonly unit: string; readonly history: readonly HistoryPoint[] }) {
  const { language, t } = useLanguage()
  const known = history.filter(point => point.value !== null)
  const [first] = known
  const last = known[known.length - 1]
  if (!first || !last || first === last) return null
  const said = (point: HistoryPoint) => ({ period: periodText(point.period, language), value: quantityText({ value: point.value ?? 0, unit }, language) })
  const finding = t({ zh: '{name}：{from}为{a}，{to}为{b}', en: '{name}: {a} in {from}, {b} in {to}' }, { name, from: said(first).period, a: said(first).value, to: said(last).period, b: said(last).value })
  return <ChartWithTable finding={finding} height={180} data={{ kind: 'line', categories: history.map(point => periodText(point.period, language)), series: [{ name, unit, values: history.map(point => point.value) }] }} />
}
