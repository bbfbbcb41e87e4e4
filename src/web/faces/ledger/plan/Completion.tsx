import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link } from 'react-router'
import { type CompletionRow } from '../../../../engines/plan/domain/completion.ts'
import { contract } from '../../../../server/views/contract.ts'
import { addressOf, call } from '../../../client.ts'
import { noNumber, periodText, signedText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { LineLight } from '../../../parts/plan/LineLight.tsx'
import { LineTarget } from '../../../parts/plan/LineTarget.tsx'
import { useSession } from '../../../session.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Figure } from '../../../ui/Figure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { SourcedWords } from '../../../ui/SourcedWords.tsx'
import { AwaitedForm } from './AwaitedForm.tsx'
import style from './completion.module.css'

/**
 * The headline targets and how they were kept, as a plan report prints them: the target in its own words, the result, the next
 * year's target beside it, and a dash with a note where the result is still to be published.
 */
export function Completion({ year }: { readonly year: number }) {
  const { t } = useLanguage()
  const { what: form, close } = useOpened('awaited')
  const asked = useQuery({ queryKey: ['plan', year, 'completion'], queryFn: ({ signal }) => call(contract.completion, { params: { year }, signal }) })
  if (asked.isPending) return <Loading lines={8} />
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  const { rows } = asked.data
  if (rows.length === 0) return <Empty title={{ zh: `${year}年还没有主要目标`, en: `There are no headline targets for ${year} yet` }} next={{ zh: '采纳当年或次年的计划报告后，主要目标及完成情况会列在这里。', en: 'They stand here once the plan report of that year or of the next is accepted.' }} />

  const open = rows.filter(row => row.note !== null)
  const editing = rows.find(row => row.indicator === form && row.result?.period !== String(year))
  const sheet = (as: 'docx' | 'xlsx') => addressOf(contract.exportCompletion, { params: { year }, query: { form: as } })
  return (
    <div className={style['completion']}>
      <p className={`${style['files']} unprinted`}>
        <DownloadLink to={sheet('docx')}>{t({ zh: '导出 Word', en: 'Word' })}</DownloadLink>
        <DownloadLink to={sheet('xlsx')}>{t({ zh: '本表 xlsx', en: 'This table as xlsx' })}</DownloadLink>
      </p>
      {rows.every(row => row.line === null) && <p>{t({ zh: '{year}年的目标还没有入账；下面按次年主要目标的同名指标列出{year}年结果，与报告的写法相同。', en: 'The targets of {year} are not on file. Below are the results of {year} for the indicators of the next year’s headline targets, as reports print them.' }, { year })}</p>}
      <div className={style['scroll']}>
        <table>
          <caption>{t({ zh: '{year}年主要指标完成情况', en: 'Completion of the headline targets of {year}' }, { year })}</caption>
          <thead>
            <tr>
              <th scope="col">{t({ zh: '序号', en: 'No.' })}</th>
              <th scope="col">{t({ zh: '指标', en: 'Indicator' })}</th>
              <th scope="col">{t({ zh: '{year}年目标', en: 'Target of {year}' }, { year })}</th>
              <th scope="col" className={style['number']}>{t({ zh: '{year}年完成', en: 'Result of {year}' }, { year })}</th>
              <th scope="col" className={style['number']}>{t({ zh: '差距（百分点）', en: 'Gap (points)' })}</th>
              <th scope="col">{t({ zh: '完成情况', en: 'Standing' })}</th>
              <th scope="col">{t({ zh: '{year}年目标', en: 'Target of {year}' }, { year: year + 1 })}</th>
            </tr>
          </thead>
          <tbody>{rows.map((row, i) => <Row key={row.line?.id ?? row.code} row={row} year={year} number={i + 1} note={open.length === 1 ? null : open.indexOf(row) + 1} />)}</tbody>
        </table>
      </div>
      {open.length > 0 && <ol className={style['notes']} aria-label={t({ zh: '注', en: 'Notes' })}>{open.map((row, i) => <Note key={row.line?.id ?? row.code} row={row} number={open.length === 1 ? null : i + 1} />)}</ol>}
      {editing && <AwaitedForm row={editing} year={year} onClose={close} />}
    </div>
  )
}

function Row({ row, year, number, note }: { readonly row: CompletionRow; readonly year: number; readonly number: number; readonly note: number | null }) {
  const { language, t } = useLanguage()
  const { line, result, next, label } = row
  const mark = <sup>{note === null ? t({ zh: '注', en: 'note' }) : t({ zh: '注{n}', en: 'note {n}' }, { n: note })}</sup>
  return (
    <tr>
      <td>{number}</td>
      <th scope="row"><Link to={`/register/${row.code}?year=${year}`}>{t(label)}</Link></th>
      <td className={style['target']}>{line ? <LineTarget line={line} /> : noNumber}</td>
      <td className={style['number']}>
        {result
          ? <>{result.period !== String(year) && <small>{periodText(result.period, language)} </small>}{result.basis !== null && <small lang="zh-CN">{result.basis} </small>}<Figure name={t(label)} quantity={result.quantity} source={result.source} id={result.id} period={result.period} showPeriod={false} signed={result.grown} />{row.note && mark}</>
          : <>{noNumber}{mark}</>}
      </td>
      <td className={style['number']}>{line ? signedText(line.gap) : noNumber}</td>
      <td>{line ? <LineLight line={line} /> : noNumber}</td>
      <td className={style['target']}>{next ? <LineTarget line={next} /> : noNumber}</td>
    </tr>
  )
}

/** What stands below the table: who publishes the figure and when. It opens to its ground; a planner enters or mends it here. */
function Note({ row, number }: { readonly row: CompletionRow; readonly number: number | null }) {
  const { t } = useLanguage()
  const { may } = useSession()
  const { open } = useOpened('awaited')
  if (!row.note) return null
  const { words, source, late } = row.note
  return (
    <li>
      <b>{number === null ? t({ zh: '注', en: 'Note' }) : t({ zh: '注{n}', en: 'Note {n}' }, { n: number })}</b> {t(row.label)}{t({ zh: '：', en: ': ' })}
      {source ? <SourcedWords name={t(row.label)} words={t(words)} source={source} period={null} /> : t(words)}
      {late && <b>{t({ zh: ' 请催报或改期。', en: ' Ask for it, or set another time.' })}</b>}
      {row.line?.owner && <> {t({ zh: '责任单位：', en: 'Owner: ' })}<span lang="zh-CN">{row.line.owner}</span></>}
      {may('plan.edit') && <Button type="link" size="small" className="unprinted" onClick={() => open(row.indicator)}>{row.awaited ? t({ zh: '修改待公布说明', en: 'Change who publishes it' }) : t({ zh: '登记由谁、何时公布', en: 'Say who publishes it, and when' })}<span className="unseen"> {t(row.label)}</span></Button>}
    </li>
  )
}
