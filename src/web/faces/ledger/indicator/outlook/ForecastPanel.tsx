import { type OutlookPage } from '../../../../../engines/indicators/contract.ts'
import { type Forecast } from '../../../../../engines/indicators/domain/forecast.ts'
import { methods } from '../../../../../engines/indicators/domain/forecast-methods.ts'
import { forecastWords } from '../../../../../engines/indicators/domain/outlook.ts'
import { yearsWords } from '../../../../../engines/indicators/domain/words.ts'
import { numberText, periodText, signedText, unitText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './outlook.module.css'

/** Where the year will end: value and range, how that was worked out, how wrong it was in past years, and what the rest must bring. */
export function ForecastPanel({ outlook: { level, growth: grown, targets, constantPrices, unit } }: { readonly outlook: OutlookPage }) {
  const { t } = useLanguage()
  // Growth is what is promised of sums of money; of what is counted only where a target says so.
  const growth = unit.endsWith('元') || targets.some(target => target.aspect === 'growth') ? grown : null
  const made = [level, growth].flatMap((outcome, i) => (outcome?.made ? [{ ...outcome.forecast, aspect: i === 0 ? 'level' as const : 'growth' as const }] : []))
  const [main] = made
  // Growth at constant prices has a method of its own; every other growth follows from the level's forecast.
  const explained = growth?.made && level.made && (constantPrices || growth.forecast.method !== level.forecast.method) ? made : made.slice(0, 1)
  const rests = targets.filter(target => target.rest !== null)
  return (
    <Panel title={t({ zh: '年终预测', en: 'Year-end forecast' })}>
      {main
        ? <p className={style['forecast']}>{made.map(one => t(forecastWords(one, one.aspect))).join(t({ zh: '；', en: '; ' }))}</p>
        : <p className={style['soft']}>{level.made ? '' : t(level.because)}</p>}
      {rests.length > 0 && (
        <ul className={style['rests']} aria-label={t({ zh: '余下需完成', en: 'What the rest must bring' })}>
          {rests.map(target => <li key={target.id}><span className={style['aim']}>{t(target.words)}</span>{target.rest && t(target.rest.words)}</li>)}
        </ul>
      )}
      {explained.map(one => <Explained key={one.unit} forecast={one} />)}
    </Panel>
  )
}

function Explained({ forecast }: { readonly forecast: Forecast }) {
  const { language, t } = useLanguage()
  const { method, years, revised, period, error, errorUnit, tests } = forecast
  const tested = [...new Set(tests.map(test => test.year))]
  const months = [...new Set(tests.map(test => test.month))].sort((a, b) => a - b)
  const errorText = (value: number | null) => (value === null ? '—' : `${numberText(value)}${unitText(errorUnit, language) === '%' ? '%' : ` ${unitText(errorUnit, language)}`}`)
  return (
    <div className={style['explained']}>
      <p>
        <b>{t(methods[method].label)}</b>{t({ zh: '：{how}。依据{period}数值和{years}年逐月数值。', en: ': {how}. From the figures of {period} and the months of {years}.' }, { how: t(methods[method].how), period: periodText(period, language), years: t(yearsWords(years)) })}
        {revised.length > 0 && t({ zh: '其中{years}年全年数按新基数公布，只用其月度数的比重。', en: ' The totals of {years} were told on another base; only the shares of their months are used.' }, { years: t(yearsWords(revised)) })}
      </p>
      <p>{t({ zh: '回测：以往年数值检验，本月前后平均误差{error}；括号内范围为其最大误差。', en: 'Back-test: over past years this method erred by {error} on average in this month and its neighbours; the range is its largest error.' }, { error: errorText(error) })}</p>
      <details className={style['details']}>
        <summary>{t({ zh: '回测明细与其他方法', en: 'The back-test in full, and other methods' })}</summary>
        <div className={style['scroll']}>
          <table className={style['numbers']}>
            <caption>{t({ zh: '各年各月按此方法会预测多少，与实际之差', en: 'What this method would have said in each month of past years, against what came' })}</caption>
            <thead><tr><th scope="col">{t({ zh: '月份', en: 'Month' })}</th>{tested.map(year => <th key={year} scope="col">{t({ zh: '{year}年预测', en: 'Said in {year}' }, { year })}</th>)}{tested.map(year => <th key={year} scope="col">{t({ zh: '{year}年误差', en: 'Error of {year}' }, { year })}</th>)}</tr></thead>
            <tbody>
              {months.map(month => {
                const of = (year: number) => tests.find(test => test.year === year && test.month === month)
                return <tr key={month}><th scope="row">{t({ zh: '{month}月', en: 'Month {month}' }, { month })}</th>{tested.map(year => <td key={year}>{numberText(of(year)?.said ?? null)}</td>)}{tested.map(year => <td key={year}>{signedText(of(year)?.error ?? null, 1)}</td>)}</tr>
              })}
            </tbody>
            <tfoot><tr><th scope="row">{t({ zh: '实际', en: 'Came' })}</th>{tested.map(year => <td key={year}>{numberText(tests.find(test => test.year === year)?.came ?? null)}</td>)}</tr></tfoot>
          </table>
        </div>
        <table className={style['numbers']}>
          <caption>{t({ zh: '各方法在本月前后的平均误差，用最小者', en: 'Mean error of each method in this month and its neighbours; the smallest is used' })}</caption>
          <tbody>{forecast.methods.map(one => <tr key={one.method}><th scope="row">{t(methods[one.method].label)}</th><td>{errorText(one.error)}</td></tr>)}</tbody>
        </table>
      </details>
    </div>
  )
}
