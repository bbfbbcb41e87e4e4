import { type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { type Label } from '../../../../kernel/label.ts'
import { periodText, quantityText, unitText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { ChartWithTable } from '../../../ui/ChartWithTable.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useUrlState } from '../../../url-state.ts'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { linesThroughYears, type YearLine } from './years.ts'

const kinds = {
  years: { zh: '各规划期', en: 'Plan periods' },
  year: { zh: '全年', en: 'Years' },
  'half-year': { zh: '半年', en: 'Half-years' },
  quarter: { zh: '季度', en: 'Quarters' },
  months: { zh: '各月累计', en: 'Months to date' },
  week: { zh: '各周', en: 'Weeks' },
  month: { zh: '各月', en: 'Months' },
  day: { zh: '各日', en: 'Days' },
} as const satisfies Record<YearLine['kind'], Label>

/** The line through the years under a sentence that says what to see in it. Which measure is drawn stands in the address. */
export function YearsChart({ page }: { readonly page: IndicatorPage }) {
  const { language, t } = useLanguage()
  const [chosen] = useUrlState('line')
  const lines = linesThroughYears(page)
  const [usual, ...others] = lines
  const line = lines.find(one => one.key === chosen) ?? usual
  if (!usual || !line) return null
  const name = (one: YearLine) => `${t(kinds[one.kind])} · ${unitText(one.unit, language) || one.unit}`
  const periods = line.periods.map(period => periodText(period, language))
  const known = line.actual.flatMap((value, i) => (value === null ? [] : [{ period: periods[i] ?? '', value: quantityText({ value, unit: line.unit }, language) }]))
  const first = known[0], last = known[known.length - 1]
  const went = first && last && first !== last
    ? t({ zh: '{from}为{a}，{to}为{b}', en: '{a} in {from}, {b} in {to}' }, { from: first.period, a: first.value, to: last.period, b: last.value })
    : first ? t({ zh: '{from}为{a}', en: '{a} in {from}' }, { from: first.period, a: first.value }) : ''
  const met = line.met.of === 0 ? '' : t({ zh: '；有目标的{of}期中{count}期达到', en: '; {count} of {of} periods with a target reached it' }, line.met)
  const series = [
    { name: t({ zh: '实际', en: 'Actual' }), unit: line.unit, values: line.actual },
    ...(line.promised.some(value => value !== null) ? [{ name: t({ zh: '目标', en: 'Target' }), unit: line.unit, values: line.promised }] : []),
  ]
  return (
    <Panel
      title={t({ zh: '历年走势', en: 'Through the years' })}
      aside={others.length > 0 && <FilterSelect name="line" label={{ zh: '看哪条线', en: 'Which line' }} all={{ zh: name(usual), en: name(usual) }} width={180} options={others.map(one => ({ value: one.key, label: name(one) }))} />}
    >
      <ChartWithTable key={line.key} finding={`${t(page.indicator.name)}${language === 'zh' ? '' : ': '}${went}${met}`} data={{ kind: 'line', categories: periods, series }} height={240} />
    </Panel>
  )
}
