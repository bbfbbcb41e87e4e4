import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { contract, type SheetRowView } from '../../../../engines/returns/contract.ts'
import { SheetState } from '../../../../engines/returns/schema.ts'
import { call } from '../../../client.ts'
import { dayText, periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { UnitName } from '../../../parts/org/UnitName.tsx'
import { useSession } from '../../../session.tsx'
import { useUrlState } from '../../../url-state.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { usePages } from '../parts/use-pages.ts'
import { BulkAccept } from './BulkAccept.tsx'
import { punctualityLabel, stateLabels } from './returns-words.ts'
import style from './returns.module.css'
import { useForms, useSheetFilter } from './use-sheets.ts'

/** Sheets by form, state and punctuality; several that are approved can be accepted at once. */
export function SheetsTable({ whose }: { readonly whose: 'mine' | 'all' }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const navigate = useNavigate()
  const filter = useSheetFilter()
  const forms = useForms()
  const [, setUnit] = useUrlState('unit')
  const [chosen, choose] = useState<readonly string[]>([])
  const [accepting, setAccepting] = useState(false)
  const sheets = usePages(['return-sheets', whose, filter], ({ after, signal }) => call(contract.sheets, { query: { ...filter, whose, limit: 100, ...(after && { after }) }, signal }))
  if (sheets.isPending) return <Loading lines={8} />
  if (sheets.error) return <Failure error={sheets.error} retry={sheets.retry} />
  const ready = sheets.rows.filter(row => chosen.includes(row.id) && row.state === 'approved')
  const columns: readonly Column<SheetRowView>[] = [
    { key: 'form', title: { zh: '报表', en: 'Form' }, value: row => t(row.form.name), render: row => <Link to={`/returns/${row.id}`}>{t(row.form.name)}</Link>, sortable: true, width: 200 },
    { key: 'unit', title: { zh: '单位', en: 'Unit' }, value: row => row.unit.name, render: row => <span lang="zh-CN">{row.unit.name}</span>, sortable: true, width: 190 },
    { key: 'period', title: { zh: '时期', en: 'Period' }, value: row => row.period, render: row => periodText(row.period, language), sortable: true, width: 120 },
    { key: 'due', title: { zh: '截止', en: 'Due' }, value: row => row.dueOn, render: row => <span className={style['name']}>{dayText(row.dueOn, language)}{!row.dueKnown && <small>{t({ zh: '次年放假安排未公布', en: 'holidays not published yet' })}</small>}</span>, sortable: true, width: 140 },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => t(stateLabels[row.state]), render: row => <span className={style['name']}><b>{t(stateLabels[row.state])}</b>{row.sentBack && <small>{t({ zh: '已退回', en: 'Sent back' })}</small>}</span>, sortable: true, width: 110 },
    { key: 'punctuality', title: { zh: '是否按时', en: 'In time' }, value: row => t(punctualityLabel(row.punctuality)), render: row => <span className={row.punctuality.is === 'missing' || row.punctuality.is === 'late' ? style['late'] : ''}>{t(punctualityLabel(row.punctuality))}</span>, sortable: true, width: 170 },
  ]
  return (
    <>
      {ready.length > 0 && (
        <div className={style['chosen']}>
          <span>{t({ zh: '已选{n}张待核收的填报表', en: '{n} approved sheets chosen' }, { n: ready.length })}</span>
          <Button type="primary" onClick={() => setAccepting(true)}>{t({ zh: '核收所选', en: 'Accept these' })}</Button>
          <Button onClick={() => choose([])}>{t({ zh: '取消选择', en: 'Choose none' })}</Button>
        </div>
      )}
      <DataTable
        name="sheets"
        caption={{ zh: '填报表', en: 'Sheets' }}
        rows={sheets.rows}
        columns={columns}
        keyOf={row => row.id}
        onOpen={row => void navigate(`/returns/${row.id}`)}
        {...(may('return.accept') && { chosen: { keys: chosen, choose } })}
        more={sheets.more}
        tools={(
          <>
            <FilterSelect name="form" label={{ zh: '报表', en: 'Form' }} all={{ zh: '全部报表', en: 'Any form' }} width={190} options={(forms.data?.items ?? []).map(form => ({ value: form.id, label: t(form.name) }))} />
            <FilterSelect name="state" label={{ zh: '状态', en: 'State' }} all={{ zh: '全部状态', en: 'Any state' }} width={120} options={SheetState.options.map(value => ({ value, label: t(stateLabels[value]) }))} />
            <FilterSelect name="only" label={{ zh: '只看', en: 'Only' }} all={{ zh: '不限', en: 'All of them' }} width={120} options={[{ value: 'late', label: t({ zh: '逾期未报', en: 'Missing' }) }, { value: 'sent-back', label: t({ zh: '退回的', en: 'Sent back' }) }]} />
            {filter.unit && <button type="button" className={style['pinned']} onClick={() => setUnit('')}><UnitName id={filter.unit} /> <span aria-hidden="true">✕</span><span className="unseen"> {t({ zh: '取消只看这个单位', en: 'show all units' })}</span></button>}
          </>
        )}
        empty={<Empty title={{ zh: '没有要报的填报表', en: 'No sheets here' }} next={{ zh: '一期结束后，系统按报表自动开表，列在这里和收件箱里。', en: 'When a period is over its sheets open by themselves and stand here and in the inbox.' }} />}
      />
      <BulkAccept open={accepting} sheets={ready} onClose={() => setAccepting(false)} onDone={() => choose([])} />
    </>
  )
}
