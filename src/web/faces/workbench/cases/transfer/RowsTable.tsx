import { Link } from 'react-router'
import { importContract, type ImportRow, type ImportView, RowOutcome } from '../../../../../engines/cases/transfer/import-contract.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { useUrlState } from '../../../../url-state.ts'
import { FilterSelect } from '../../../../ui/FilterSelect.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { outcomeWords } from './import-words.ts'

/** The rows of an import: what is wrong with each, or the case that it became. */
export function RowsTable({ of }: { readonly of: ImportView }) {
  const { t } = useLanguage()
  const [asked] = useUrlState('outcome')
  const outcome = RowOutcome.options.find(one => one === asked)
  const rows = usePages(['case-import-rows', of.id, outcome], ({ after, signal }) => call(importContract.importRows, { params: { id: of.id }, query: { limit: 50, ...(outcome && { outcome }), ...(after && { after: Number(after) }) }, signal }))
  const columns: readonly Column<ImportRow>[] = [
    { key: 'row', title: { zh: '行', en: 'Row' }, value: row => row.row, numeric: true, width: 70 },
    { key: 'outcome', title: { zh: '结果', en: 'Outcome' }, value: row => t(outcomeWords[row.outcome]), width: 120 },
    { key: 'what', title: { zh: '工单或原因', en: 'Case or reason' }, value: row => row.case?.number ?? row.faults.map(fault => `${fault.column}：${t(fault.expected)}`).join('；'), render: row => <What row={row} /> },
  ]
  return (
    <>
      {rows.isPending && <Loading lines={4} />}
      {rows.error && <Failure error={rows.error} retry={rows.retry} />}
      {rows.first && (
        <DataTable name="case-import-rows" caption={{ zh: '各行的结果', en: 'What came of the rows' }} rows={rows.rows} columns={columns} keyOf={row => String(row.row)} more={rows.more} ownSheet={false}
          empty={<Empty title={{ zh: '没有这样的行', en: 'No such rows' }} next={{ zh: '可放宽筛选再看。', en: 'Widen the filter to see others.' }} />}
          tools={<FilterSelect name="outcome" label={{ zh: '结果', en: 'Outcome' }} all={{ zh: '全部行', en: 'All rows' }} options={RowOutcome.options.filter(one => of.counts[one] > 0 || one === outcome).map(one => ({ value: one, label: `${t(outcomeWords[one])}（${of.counts[one]}）` }))} />} />
      )}
    </>
  )
}

function What({ row }: { readonly row: ImportRow }) {
  const { t } = useLanguage()
  if (row.case) return <><Link to={`/cases/${row.case.id}`}>{row.case.number}</Link> <span lang="zh-CN">{row.case.title}</span></>
  return <>{row.faults.map(fault => <p key={fault.column}><b lang="zh-CN">{fault.column}</b>{fault.value !== '' && <span lang="zh-CN">“{fault.value}”</span>} {t(fault.expected)}</p>)}</>
}
