import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { type PlanLine } from '../../../../engines/plan/schema.ts'
import { contract } from '../../../../server/views/contract.ts'
import { call } from '../../../client.ts'
import { noNumber, periodText, signedText, unitText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { LineFigure } from '../../../parts/plan/LineFigure.tsx'
import { LineLight } from '../../../parts/plan/LineLight.tsx'
import { LineTarget } from '../../../parts/plan/LineTarget.tsx'
import { pageOfLine } from '../../../parts/plan/line-words.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import style from './completion.module.css'

/** The headline targets and how they stand, as the annex of a plan report prints them: a dash and a note where no figure has come. */
export function Completion({ year }: { readonly year: number }) {
  const { language, t } = useLanguage()
  const cockpit = useQuery({ queryKey: ['cockpit', year], queryFn: ({ signal }) => call(contract.cockpit, { params: { year }, signal }) })
  if (cockpit.isPending) return <Loading lines={8} />
  if (cockpit.isError) return <Failure error={cockpit.error} retry={() => void cockpit.refetch()} />
  const { headline } = cockpit.data
  if (headline.length === 0) return <Empty title={{ zh: `${year}年还没有主要目标`, en: `There are no headline targets for ${year} yet` }} next={{ zh: '采纳当年的计划报告后，主要目标及完成情况会列在这里。', en: 'They stand here once the plan report of that year is accepted.' }} />

  const open = headline.filter(line => line.figure === null)
  const noteOf = (line: PlanLine) => open.indexOf(line) + 1
  return (
    <div className={style['completion']}>
      <div className={style['scroll']}>
        <table>
          <caption>{t({ zh: '{year}年主要目标完成情况表', en: 'Completion of the headline targets of {year}' }, { year })}</caption>
          <thead>
            <tr>
              <th scope="col">{t({ zh: '序号', en: 'No.' })}</th>
              <th scope="col">{t({ zh: '指标', en: 'Indicator' })}</th>
              <th scope="col">{t({ zh: '计量单位', en: 'Unit' })}</th>
              <th scope="col">{t({ zh: '目标', en: 'Target' })}</th>
              <th scope="col" className={style['number']}>{t({ zh: '完成', en: 'Actual' })}</th>
              <th scope="col">{t({ zh: '时期', en: 'Period' })}</th>
              <th scope="col" className={style['number']}>{t({ zh: '差距（百分点）', en: 'Gap (points)' })}</th>
              <th scope="col">{t({ zh: '完成情况', en: 'Standing' })}</th>
            </tr>
          </thead>
          <tbody>
            {headline.map((line, i) => (
              <tr key={line.id}>
                <td>{i + 1}</td>
                <th scope="row"><Link to={pageOfLine(line)}>{t(line.label)}</Link></th>
                <td>{unitText(line.unit, language) || line.unit}</td>
                <td className={style['target']}><LineTarget line={line} /></td>
                <td className={style['number']}>{line.figure === null ? <>{noNumber}<sup>{t({ zh: '注{n}', en: 'note {n}' }, { n: noteOf(line) })}</sup></> : <LineFigure line={line} />}</td>
                <td>{line.period ? periodText(line.period, language) : noNumber}</td>
                <td className={style['number']}>{signedText(line.gap)}</td>
                <td><LineLight line={line} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open.length > 0 && (
        <ol className={style['notes']} aria-label={t({ zh: '注', en: 'Notes' })}>
          {open.map(line => (
            <li key={line.id}>
              <b>{t({ zh: '注{n}', en: 'Note {n}' }, { n: noteOf(line) })}</b> {t(line.label)}{t({ zh: '：', en: ': ' })}{t(line.verdict.because)}
              {line.owner && <>{t({ zh: '责任单位：', en: ' Owner: ' })}<span lang="zh-CN">{line.owner}</span>{t({ zh: '。', en: '.' })}</>}
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
