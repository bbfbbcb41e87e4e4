import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { contract, type FigureRow } from '../../../../engines/indicators/contract.ts'
import { statusWords, vintageWords } from '../../../../engines/indicators/domain/sheet-columns.ts'
import { call } from '../../../client.ts'
import { dayText, instantText, noNumber, periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useSession } from '../../../session.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { usePages } from '../../workbench/parts/use-pages.ts'
import { FigureActs } from '../FigureActs.tsx'
import { FigureNumbers } from '../FigureNumbers.tsx'
import { BulkApproval } from './BulkApproval.tsx'
import { FigureFilters } from './FigureFilters.tsx'
import { useFigureFilter } from './register-filter.ts'
import style from './register.module.css'

/** Figures by status, unit and year, with the next step of each; several that are handed in can be approved at once. */
export function FiguresTable() {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const changed = useLedgerChange()
  const filter = useFigureFilter()
  const [chosen, choose] = useState<readonly string[]>([])
  const [approving, setApproving] = useState(false)
  const figures = usePages(['figures', filter], ({ after, signal }) => call(contract.figures, { query: { ...filter, limit: 100, ...(after && { after }) }, signal }))
  if (figures.isPending) return <Loading lines={8} />
  if (figures.error) return <Failure error={figures.error} retry={figures.retry} />

  const ready = figures.rows.filter(row => chosen.includes(row.id) && row.status === 'submitted')
  const columns: readonly Column<FigureRow>[] = [
    { key: 'indicator', title: { zh: '指标', en: 'Indicator' }, value: row => row.indicatorName, render: row => <span className={style['name']}><Link to={`/register/${row.indicatorCode}?unit=${row.unit}`} lang="zh-CN">{row.indicatorName}</Link><small>{row.indicatorCode}</small></span>, sortable: true, width: 210 },
    { key: 'unit', title: { zh: '单位', en: 'Unit' }, value: row => row.unitName, render: row => <span lang="zh-CN">{row.unitName ?? noNumber}</span>, sortable: true, width: 120 },
    { key: 'period', title: { zh: '时期', en: 'Period' }, value: row => row.period, render: row => periodText(row.period, language), sortable: true, width: 120 },
    { key: 'value', title: { zh: '数值', en: 'Value' }, value: row => row.level?.value ?? null, render: row => <FigureNumbers figure={row} name={row.indicatorName} of="level" />, numeric: true, width: 120 },
    { key: 'change', title: { zh: '变动', en: 'Change' }, value: row => row.change?.value ?? null, render: row => <FigureNumbers figure={row} name={row.indicatorName} of="change" />, numeric: true, width: 90 },
    { key: 'vintage', title: { zh: '数别', en: 'Vintage' }, value: row => t(vintageWords[row.vintage]), sortable: true, width: 90 },
    { key: 'status', title: { zh: '状态', en: 'Status' }, value: row => t(statusWords[row.status]), render: row => <b>{row.replacedBy === null ? t(statusWords[row.status]) : t({ zh: '已被更正', en: 'Corrected' })}{row.heldBack && t({ zh: '，未公布', en: ', held back' })}</b>, sortable: true, width: 90 },
    { key: 'entered', title: { zh: '录入', en: 'Entered' }, value: row => row.at, render: row => <span className={style['name']}>{row.source.kind === 'hand' && <span lang="zh-CN">{row.source.name}</span>}<small>{row.saidOn ? dayText(row.saidOn, language) : instantText(row.at, language)}</small></span>, sortable: true, width: 130 },
    { key: 'acts', title: { zh: '办理', en: 'Next' }, value: () => null, render: row => <FigureActs figure={row} name={row.indicatorName} />, width: 150 },
  ]
  return (
    <>
      {ready.length > 0 && (
        <div className={style['chosen']}>
          <span>{t({ zh: '已选{n}个待审核数值', en: '{n} handed-in figures chosen' }, { n: ready.length })}</span>
          <Button type="primary" onClick={() => setApproving(true)}>{t({ zh: '审核通过所选', en: 'Approve these' })}</Button>
          <Button onClick={() => choose([])}>{t({ zh: '取消选择', en: 'Choose none' })}</Button>
        </div>
      )}
      <DataTable
        name="figures"
        caption={{ zh: '数值清单', en: 'Figures' }}
        rows={figures.rows}
        columns={columns}
        keyOf={row => row.id}
        {...(may('figure.approve') && { chosen: { keys: chosen, choose } })}
        more={figures.more}
        ownSheet={false}
        unprinted={row => row.heldBack}
        tools={<FigureFilters />}
        empty={filter.status === 'submitted'
          ? <Empty title={{ zh: '没有待审核的数值', en: 'Nothing waits to be approved' }} next={{ zh: '单位报送后会出现在这里和您的收件箱里。', en: 'What units hand in stands here and in your inbox.' }} />
          : <Empty title={{ zh: '没有符合条件的数值', en: 'No figure matches' }} next={{ zh: '放宽上面的条件；数值来自采纳的文件、单位报送和表格导入。', en: 'Widen the filters. Figures come with accepted papers, returns of units and imported sheets.' }} />}
      />
      <BulkApproval open={approving} figures={ready} onClose={() => setApproving(false)} onDone={() => { choose([]); void changed() }} />
    </>
  )
}
