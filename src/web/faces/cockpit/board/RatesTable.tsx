import { Select } from 'antd'
import { type ReactNode } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { dueMeans, percentOf, rateKeys, type RateKey, rates as rateWords, type Share } from '../../../../engines/cases/domain/rates.ts'
import { contract, GroupKey, type RateLine } from '../../../../engines/cases/figures/contract.ts'
import { type Label } from '../../../../kernel/label.ts'
import { periodOn, spanOf } from '../../../../kernel/period.ts'
import { call } from '../../../client.ts'
import { noNumber, numberText, periodText, signedText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { today } from '../../../today.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useUrlState } from '../../../url-state.ts'
import { listOf } from './drill.ts'
import { useFolded } from './folded.tsx'
import { Sideways } from './Sideways.tsx'
import style from './board.module.css'

const groups: Readonly<Record<GroupKey, Label>> = {
  unit: { zh: '按主办单位', en: 'By lead unit' }, street: { zh: '按街道', en: 'By street' }, category: { zh: '按类别', en: 'By category' }, type: { zh: '按事项类型', en: 'By type' }, channel: { zh: '按渠道', en: 'By channel' },
}

/** The last so many months that can be chosen. */
const MONTHS = 24

type Chosen = { readonly type?: string; readonly lead?: string; readonly within?: string }

/** The rates of a period, each with the two numbers it is made of, beside the period before and last year. */
export function RatesTable({ chosen }: { readonly chosen: Chosen }) {
  const { language, t } = useLanguage()
  const [by, setBy] = useUrlState('by', 'unit')
  const now = periodOn('month', today())
  const [asked, setPeriod] = useUrlState('period', now)
  const period = spanOf(asked) ? asked : now
  const group = GroupKey.catch('unit').parse(by)
  const query = { ...chosen, period, by: group }
  const rates = useQuery({ queryKey: ['case-rates', query], queryFn: ({ signal }) => call(contract.rates, { query, signal }), refetchInterval: 60_000 })
  const { data } = rates
  const [lines, unfold] = useFolded(data?.lines ?? [])
  const tools = (
    <div className={`${style['tools']} unprinted`}>
      <Select<string> aria-label={t({ zh: '期间', en: 'Period' })} value={period} onChange={setPeriod} popupMatchSelectWidth={false} options={periodsUntil(today(), period).map(value => ({ value, label: periodText(value, language) }))} />
      <Select<string> aria-label={t({ zh: '分组', en: 'Groups' })} value={group} onChange={setBy} popupMatchSelectWidth={false} options={Object.entries(groups).map(([value, label]) => ({ value, label: t(label) }))} />
    </div>
  )
  return (
    <Panel title={t({ zh: '{period}各项比率', en: 'Rates of {period}' }, { period: periodText(period, language) })} aside={tools}>
      {rates.isPending && <Loading lines={6} />}
      {rates.isError && <Failure error={rates.error} retry={() => void rates.refetch()} />}
      {data && (
        <>
          <Sideways name={{ zh: '各项比率', en: 'Rates' }}>
            <table className={style['groups']}>
              <caption className="unseen">{t(groups[group])}</caption>
              <thead><tr><th scope="col">{t(groups[group])}</th>{rateKeys.map(rate => <th key={rate} scope="col" title={`${t(rateWords[rate].part)} ÷ ${t(rateWords[rate].whole)}`}>{t(rateWords[rate].name)}</th>)}</tr></thead>
              <tbody>
                {[data.total, ...lines].map(line => <RateRow key={line.key} line={line} base={data.base} period={period} compared={line === data.total} />)}
              </tbody>
            </table>
          </Sideways>
          {unfold}
          {data.lines.length === 0 && <p className={style['note']}>{t({ zh: '这一期间还没有可计算的工单。可在上方换一个期间。', en: 'Nothing to count in this period yet. Choose another above.' })}</p>}
          <p className={style['note']}>{t({ zh: '每个比率下面是分子/分母，点开就是那些工单。合计行另列比上期、比去年同期的增减（百分点）。', en: 'Under each rate stand the two numbers it is made of; each opens to its cases. The total also shows the change from the period before and from last year, in points.' })}</p>
          <p className={style['note']}>{t(dueMeans)}</p>
        </>
      )}
    </Panel>
  )
}

function RateRow({ line, base, period, compared }: { readonly line: RateLine; readonly base: Readonly<Record<string, string>>; readonly period: string; readonly compared: boolean }) {
  const { t } = useLanguage()
  return (
    <tr>
      <th scope="row">{t(line.name)}</th>
      {rateKeys.map(rate => {
        const { now, before, lastYear } = line.rates[rate] ?? { now: { part: 0, whole: 0 }, before: null, lastYear: null }
        const percent = percentOf(now)
        return (
          <td key={rate}>
            <b>{percent === null ? noNumber : `${numberText(percent, 1)}%`}</b>
            {now.whole > 0 && <div><Side n={now.part} {...{ rate, line, base, period }} side="part" />/<Side n={now.whole} {...{ rate, line, base, period }} side="whole" /></div>}
            {compared && <div className={style['note']}>{t({ zh: '比上期{a}，比去年{b}', en: 'before {a}, last year {b}' }, { a: change(now, before), b: change(now, lastYear) })}</div>}
          </td>
        )
      })}
    </tr>
  )
}

type SideProps = { readonly n: number; readonly side: 'part' | 'whole'; readonly rate: RateKey; readonly line: RateLine; readonly base: Readonly<Record<string, string>>; readonly period: string }

/** One of the two numbers of a rate, with the list of exactly those cases. */
function Side({ n, side, rate, line, base, period }: SideProps): ReactNode {
  const { t } = useLanguage()
  if (n === 0) return '0'
  return <Link className={style['count'] ?? ''} to={listOf(base, line.filter, { counted: `${rate}/${side}`, countedIn: period })}>{n}<span className="unseen"> {t(line.name)} {t(rateWords[rate][side])}</span></Link>
}

/** In points, signed; a dash where one of them had nothing to count. */
function change(now: Share, then: Share | null): string {
  const [a, b] = [percentOf(now), then && percentOf(then)]
  return a === null || b === null ? noNumber : signedText(Math.round((a - b) * 10) / 10, 1)
}

/** The months up to today, the newest first, with the quarters and years they are in; and what was asked for. */
function periodsUntil(day: string, asked: string): readonly string[] {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const months = Array.from({ length: MONTHS }, (_, i) => new Date(Date.UTC(year, month - 1 - i, 1)).toISOString().slice(0, 10))
  const wider = [...new Set(months.flatMap(first => [periodOn('quarter', first), periodOn('year', first)]))]
  return [...new Set([asked, ...months.map(first => periodOn('month', first)), ...wider])]
}
