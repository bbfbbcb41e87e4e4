import { type ThreadNumbers as Numbers } from '../../../../engines/documents/domain/threads/numbers.ts'
import { quantityText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { ChartWithTable } from '../../../ui/ChartWithTable.tsx'
import { Panel } from '../../../ui/Panel.tsx'

/** What was promised and what came of it, year by year, as a drawing and as a table. */
export function ThreadNumbers({ name, numbers }: { readonly name: string; readonly numbers: Numbers }) {
  const { language, t } = useLanguage()
  const { measure, years } = numbers
  const both = years.filter(y => y.promised !== null && y.actual !== null)
  const met = both.filter(y => (y.actual ?? 0) >= (y.promised ?? 0)).length
  const last = years.findLast(y => y.promised !== null)
  const finding = [
    last?.promised !== null && last !== undefined ? t({ zh: '{name}：{year}年承诺{value}', en: '{name}: {value} promised for {year}' }, { name, year: last.year, value: quantityText({ value: last.promised, unit: measure }, language) }) : name,
    both.length === 0 ? t({ zh: '还没有一年同时有承诺和结果', en: 'no year has both a promise and a result yet' }) : t({ zh: '有承诺又有结果的{of}年中，{met}年不低于承诺', en: 'of {of} years with both, {met} reached the number promised' }, { of: both.length, met }),
  ].join(language === 'zh' ? '；' : '; ')
  return (
    <Panel title={t(numbers.aspect === 'growth' ? { zh: '承诺与实际（增速）', en: 'Promised and actual (growth)' } : { zh: '承诺与实际', en: 'Promised and actual' })}>
      <ChartWithTable finding={finding} height={220} data={{ kind: 'bar', categories: years.map(y => String(y.year)), series: [{ name: t({ zh: '承诺', en: 'Promised' }), unit: measure, values: years.map(y => y.promised) }, { name: t({ zh: '实际', en: 'Actual' }), unit: measure, values: years.map(y => y.actual) }] }} />
    </Panel>
  )
}
