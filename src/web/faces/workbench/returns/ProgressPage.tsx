import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { contract, type Progress } from '../../../../engines/returns/contract.ts'
import { punctualityWords } from '../../../../engines/returns/domain/lateness.ts'
import { Period } from '../../../../kernel/period.ts'
import { addressOf, call } from '../../../client.ts'
import { dayText, instantText, noNumber, periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useUrlState } from '../../../url-state.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { punctualityLabel, stateLabels } from './returns-words.ts'
import style from './returns.module.css'

type Line = Progress['units'][number]
/** One sign a period, so that a year of them can be seen at a glance; the words stand beside for those who do not see it. */
const signs = { 'on-time': '●', late: '▲', missing: '■', 'not-due': '○' } as const

/** How a form stands for a period, unit by unit, and in the twelve periods up to it. Units, never persons. */
export function ProgressPage() {
  const { language, t } = useLanguage()
  const { id = '' } = useParams()
  const [inUrl] = useUrlState('period')
  const period = Period.safeParse(inUrl).data
  const asked = useQuery({ queryKey: ['return-progress', id, period], queryFn: ({ signal }) => call(contract.progress, { params: { id }, query: { ...(period && { period }) }, signal }) })
  if (asked.isPending) return <Loading lines={8} />
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} size="page" />
  const { form, counts, units, periods } = asked.data
  const sheetFile = (as: 'csv' | 'xlsx') => addressOf(contract.exportProgress, { params: { id }, query: { form: as, ...(period && { period }) } })
  const columns: readonly Column<Line>[] = [
    { key: 'unit', title: { zh: '单位', en: 'Unit' }, value: line => line.unit.name, render: line => (line.sheet ? <Link to={`/returns/${line.sheet.id}`} lang="zh-CN">{line.unit.name}</Link> : <span lang="zh-CN">{line.unit.name}</span>), sortable: true, width: 210 },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: line => (line.sheet ? t(stateLabels[line.sheet.state]) : null), render: line => (line.sheet ? <span className={style['name']}><b>{t(stateLabels[line.sheet.state])}</b>{line.sheet.sentBack && <small>{t({ zh: '已退回', en: 'Sent back' })}</small>}</span> : t({ zh: '未开表', en: 'Not opened' })), sortable: true, width: 110 },
    { key: 'due', title: { zh: '截止', en: 'Due' }, value: line => line.sheet?.dueOn ?? null, render: line => (line.sheet ? dayText(line.sheet.dueOn, language) : noNumber), sortable: true, width: 130 },
    { key: 'punctuality', title: { zh: '是否按时', en: 'In time' }, value: line => (line.sheet ? t(punctualityLabel(line.sheet.punctuality)) : null), render: line => (line.sheet ? <span className={line.sheet.punctuality.is === 'missing' || line.sheet.punctuality.is === 'late' ? style['late'] : ''}>{t(punctualityLabel(line.sheet.punctuality))}</span> : noNumber), sortable: true, width: 170 },
    { key: 'submitted', title: { zh: '首次报送', en: 'First submitted' }, value: line => line.sheet?.firstSubmittedAt ?? null, render: line => (line.sheet?.firstSubmittedAt ? instantText(line.sheet.firstSubmittedAt, language) : noNumber), sortable: true, width: 170 },
    { key: 'sent-back', title: { zh: '退回', en: 'Sent back' }, value: line => line.sheet?.timesSentBack ?? null, numeric: true, sortable: true, width: 80 },
    { key: 'run', title: { zh: '近{n}期，左新右旧', en: 'The last {n}, newest first' }, value: line => line.history.map(one => (one.punctuality ? t(punctualityWords[one.punctuality.is]) : noNumber)).join(' '), render: line => <Run line={line} />, width: 300 },
  ]
  return (
    <Page
      title={t(form.name)}
      where={<Breadcrumbs sentence={{ zh: '{returns}里{forms}的报送进度', en: 'How a form of {forms} in {returns} stands' }} crumbs={{ returns: { text: { zh: '报送', en: 'Returns' }, to: '/returns' }, forms: { text: { zh: '报表', en: 'the forms' }, to: '/returns/forms' } }} />}
      printable
      actions={<><DownloadLink to={sheetFile('xlsx')}>{t({ zh: '导出 xlsx', en: 'xlsx' })}</DownloadLink><DownloadLink to={sheetFile('csv')}>{t({ zh: '导出 CSV', en: 'CSV' })}</DownloadLink></>}
    >
      <dl className={style['counts']}>
        <div><dt>{t({ zh: '应报单位', en: 'Units' })}</dt><dd>{counts.units}</dd></div>
        <div><dt>{t(punctualityWords['on-time'])}</dt><dd>{counts['on-time']}</dd></div>
        <div><dt>{t(punctualityWords.late)}</dt><dd>{counts.late}</dd></div>
        <div><dt>{t(punctualityWords.missing)}</dt><dd>{counts.missing}</dd></div>
        <div><dt>{t(punctualityWords['not-due'])}</dt><dd>{counts['not-due']}</dd></div>
        <div><dt>{t({ zh: '退回待改', en: 'Sent back' })}</dt><dd>{counts.sentBack}</dd></div>
        <div><dt>{t({ zh: '已核收', en: 'Accepted' })}</dt><dd>{counts.accepted}</dd></div>
      </dl>
      <p className={style['links']}>{t({ zh: '● 按时　▲ 逾期报送　■ 逾期未报　○ 未到期　– 未开表', en: '● on time  ▲ late  ■ missing  ○ not due yet  – not opened' })}</p>
      <DataTable
        name="progress"
        caption={{ zh: '报送进度', en: 'How the form stands' }}
        rows={units}
        columns={columns.map(column => (column.key === 'run' ? { ...column, title: { zh: column.title.zh.replace('{n}', String(periods.length)), en: column.title.en.replace('{n}', String(periods.length)) } } : column))}
        keyOf={line => line.unit.id}
        ownSheet={false}
        tools={<FilterSelect name="period" label={{ zh: '时期', en: 'Period' }} all={{ zh: `最近一期（${periodText(periods[0] ?? '', 'zh')}）`, en: `The latest (${periodText(periods[0] ?? '', 'en')})` }} width={220} options={periods.slice(1).map(value => ({ value, label: periodText(value, language) }))} />}
        empty={<Empty title={{ zh: '这一期还没有开表', en: 'No sheets of this period' }} next={{ zh: '一期结束后系统自动开表；也可以换一期查看。', en: 'Sheets open when the period is over; or look at another period.' }} />}
      />
    </Page>
  )
}

function Run({ line }: { readonly line: Line }) {
  const { language, t } = useLanguage()
  return (
    <span className={style['run']}>
      {line.history.map(({ period, punctuality, timesSentBack }) => {
        const words = `${periodText(period, language)} ${punctuality ? t(punctualityLabel(punctuality)) : t({ zh: '未开表', en: 'not opened' })}${timesSentBack > 0 ? t({ zh: `，退回${timesSentBack}次`, en: `, sent back ${timesSentBack} times` }) : ''}`
        return <span key={period} title={words}><span aria-hidden="true">{punctuality ? signs[punctuality.is] : '–'}</span><span className="unseen">{words}</span></span>
      })}
    </span>
  )
}
