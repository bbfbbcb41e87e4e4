import { Button } from 'antd'
import { type OutlookPage } from '../../../../../engines/indicators/contract.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { numberText, quantityText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { useSession } from '../../../../session.tsx'
import { ChartWithTable } from '../../../../ui/ChartWithTable.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { ViewSwitch } from '../../../../ui/ViewSwitch.tsx'
import { YearSwitch } from '../../../../ui/YearSwitch.tsx'
import { useUrlState } from '../../../../url-state.ts'
import { courseLines, type CourseLines } from './course-lines.ts'
import style from './outlook.module.css'

const grounds = {
  'own-curve': { zh: '自定进度曲线', en: 'the district’s own curve' },
  'past-years': { zh: '往年同期占全年的比重', en: 'the course of past years' },
  'time-passed': { zh: '时间进度', en: 'time passed' },
} as const satisfies Record<OutlookPage['expected'][number]['how'], Label>

const views = [
  { key: 'ahead', label: { zh: '与序时之差', en: 'Against expected pace' } },
  { key: 'total', label: { zh: '累计占全年', en: 'Share of the year' } },
] as const

const monthNames: readonly Label[] = Array.from({ length: 12 }, (_, i) => ({ zh: `${i + 1}月`, en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][i] ?? '' }))
const nameOf = (month: number): Label => monthNames[month - 1] ?? { zh: '', en: '' }

/** This year's course month by month, beside what was expected and what past years did. */
export function PacePanel({ outlook }: { readonly outlook: OutlookPage }) {
  const { t } = useLanguage()
  const { may } = useSession()
  const { open } = useOpened('form')
  const [chosen] = useUrlState('course')
  const { year, years, kind, expected, curves } = outlook
  const drawn = courseLines(outlook, chosen === 'total' ? 'total' : 'ahead')
  const finding = useFinding(outlook, drawn)
  const how = expected[Math.max(drawn.month, 1) - 1]?.how
  const own = how === 'own-curve' ? curves.find(curve => curve.fromYear <= year) : undefined
  return (
    <Panel title={t({ zh: '{year}年进度', en: 'Pace of {year}' }, { year })} aside={<YearSwitch years={years.slice(0, 6)} current={year} />}>
      {drawn.month === 0
        ? <p className={style['soft']}>{t({ zh: '这一年还没有可以逐月看的数值。', en: 'There is no figure of this year to follow month by month.' })}</p>
        : (
            <>
              {drawn.view !== 'levels' && <ViewSwitch name="course" label={{ zh: '图上看什么', en: 'What the chart shows' }} views={views} current={drawn.view} />}
              <ChartWithTable key={`${year} ${drawn.view}`} finding={finding} data={{ kind: 'line', categories: drawn.months.map(month => t(nameOf(month))), series: drawn.lines.map(line => ({ name: t(line.name), unit: line.unit, values: line.values })) }} height={220} />
            </>
          )}
      <p className={style['soft']}>
        {how && t({ zh: '序时进度依据：{how}', en: 'Expected pace by {how}' }, { how: t(grounds[how]) })}
        {own && <span lang="zh-CN">{`（${own.fromYear}年起，${own.by}，${own.ground}）`}</span>}
        {kind !== 'rate' && may('register.edit') && <Button className="unprinted" size="small" onClick={() => open('curve')}>{t({ zh: '自定进度曲线', en: 'Set an own curve' })}</Button>}
      </p>
    </Panel>
  )
}

/** What the chart shows, in one sentence. */
function useFinding({ course, past, unit, year, whole, expected }: OutlookPage, { month, reached, band }: CourseLines): string {
  const { language, t } = useLanguage()
  const until = t(nameOf(month))
  const now = quantityText({ value: course.at[month - 1] ?? 0, unit }, language)
  if (reached !== null) {
    const of = whole?.from === 'forecast' ? t({ zh: '预计全年', en: 'the year as forecast' }) : whole ? t({ zh: '目标', en: 'the target' }) : t({ zh: '全年', en: 'the year' })
    const between = band ? t({ zh: '，往年同期在{low}%—{high}%之间', en: '; past years had {low} to {high} %' }, { low: numberText(band[0], 1), high: numberText(band[1], 1) }) : ''
    return t({ zh: '截至{until}累计{now}，为{of}的{share}%；序时进度{due}%{between}', en: '{now} by {until}: {share} % of {of}; {due} % expected{between}' }, { until, now, of, share: numberText(reached, 1), due: numberText((expected[month - 1]?.share ?? 0) * 100, 1), between })
  }
  const before = past.find(one => one.year === year - 1)?.at[month - 1] ?? null
  const compared = before === null ? '' : t({ zh: '，上年同期{before}', en: ', {before} a year before' }, { before: quantityText({ value: before, unit }, language) })
  return t({ zh: '截至{until}为{now}{compared}', en: '{now} by {until}{compared}' }, { until, now, compared })
}
