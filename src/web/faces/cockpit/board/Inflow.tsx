import { type BoardView } from '../../../../engines/cases/figures/contract.ts'
import { dayText, numberText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { ChartWithTable } from '../../../ui/ChartWithTable.tsx'
import style from './board.module.css'

/** What came in: today by the hour, and day by day. */
export function Inflow({ inflow: { hours, days } }: { readonly inflow: BoardView['inflow'] }) {
  const { language, t } = useLanguage()
  const name = t({ zh: '新增', en: 'New' })
  const today = hours.reduce((sum, n) => sum + n, 0), all = days.reduce((sum, { n }) => sum + n, 0)
  const most = Math.max(...hours), at = hours.indexOf(most)
  const found = today === 0
    ? t({ zh: '今天还没有新增。', en: 'Nothing has come in today yet.' })
    : t({ zh: '今天新增{n}件，最多的是{from}—{to}时，{most}件。', en: '{n} came in today; most, {most}, from {from} to {to} o’clock.' }, { n: today, from: at, to: at + 1, most })
  return (
    <div className={style['two']}>
      <ChartWithTable finding={found} height={200} data={{ kind: 'bar', categories: hours.map((_, hour) => String(hour)), series: [{ name, unit: '件', values: hours }] }} />
      <ChartWithTable
        finding={t({ zh: '近{days}天新增{n}件，日均{mean}件。', en: '{n} came in during the last {days} days, {mean} a day.' }, { days: days.length, n: all, mean: numberText(Math.round((all / Math.max(days.length, 1)) * 10) / 10) })}
        height={200} data={{ kind: 'bar', categories: days.map(({ day }) => dayText(day, language).replace(/^\d+年|,? \d{4}$/, '')), series: [{ name, unit: '件', values: days.map(({ n }) => n) }] }}
      />
    </div>
  )
}
