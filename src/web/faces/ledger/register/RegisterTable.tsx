import { useQuery } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from 'react-router'
import { contract, type IndicatorRow } from '../../../../engines/indicators/contract.ts'
import { frequencyWords, kindWords, natureWords } from '../../../../engines/indicators/domain/sheet-columns.ts'
import { contract as org } from '../../../../engines/org/contract.ts'
import { call } from '../../../client.ts'
import { noNumber, periodText, quantityText, unitText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { SearchField } from '../../workbench/parts/SearchField.tsx'
import { usePages } from '../../workbench/parts/use-pages.ts'
import { useRegisterFilter } from './register-filter.ts'
import style from './register.module.css'

/** Entries of the register in the order of their codes, filtered by the address. */
export function RegisterTable() {
  const { language, t } = useLanguage()
  const navigate = useNavigate()
  const filter = useRegisterFilter()
  const entries = usePages(['register', 'list', filter], ({ after, signal }) => call(contract.indicators, { query: { ...filter, limit: 100, ...(after && { after }) }, signal }))
  const departments = useQuery({ queryKey: ['departments'], queryFn: ({ signal }) => call(org.units, { query: { kind: 'department', limit: 200 }, signal }), staleTime: 300_000 })
  if (entries.isPending) return <Loading lines={8} />
  if (entries.error) return <Failure error={entries.error} retry={entries.retry} />

  const words = (of: Readonly<Record<string, { readonly zh: string; readonly en: string }>>) => Object.entries(of).map(([value, label]) => ({ value, label: t(label) }))
  const columns: readonly Column<IndicatorRow>[] = [
    { key: 'name', title: { zh: '指标', en: 'Indicator' }, value: row => t(row.name), render: row => <span className={style['name']}><Link to={`/register/${row.code}`}><b>{t(row.name)}</b></Link><small>{row.code}</small></span>, sortable: true, width: 260 },
    { key: 'unit', title: { zh: '计量单位', en: 'Unit' }, value: row => row.unit, render: row => unitText(row.unit, language) || row.unit, width: 100 },
    { key: 'nature', title: { zh: '属性', en: 'Nature' }, value: row => t(natureWords[row.nature]), sortable: true, width: 90 },
    { key: 'kind', title: { zh: '类型', en: 'Kind' }, value: row => t(kindWords[row.kind]), sortable: true, width: 80 },
    { key: 'frequency', title: { zh: '频率', en: 'Frequency' }, value: row => t(frequencyWords[row.frequency]), sortable: true, width: 90 },
    { key: 'owner', title: { zh: '责任单位', en: 'Owner' }, value: row => row.ownerName, render: row => <span lang="zh-CN">{row.ownerName ?? noNumber}</span>, sortable: true, width: 180 },
    { key: 'latest', title: { zh: '最新数值', en: 'Newest figure' }, value: row => row.latest?.level?.value ?? row.latest?.change?.value ?? null, render: row => <Latest row={row} />, numeric: true, width: 220 },
  ]
  return (
    <DataTable
      name="register"
      caption={{ zh: '指标台账', en: 'Indicator register' }}
      rows={entries.rows}
      columns={columns}
      keyOf={row => row.id}
      onOpen={row => void navigate(`/register/${row.code}`)}
      more={entries.more}
      ownSheet={false}
      empty={Object.keys(filter).length > 0
        ? <Empty title={{ zh: '没有符合条件的指标', en: 'No indicator matches' }} next={{ zh: '放宽上面的条件，或清空搜索；确是新指标的，点“新增指标”。', en: 'Widen the filters or clear the search; add it if it is new.' }} />
        : <Empty title={{ zh: '台账还是空的', en: 'The register is empty' }} next={{ zh: '新增指标，或导入已有的指标表。', en: 'Add indicators, or import a sheet you have.' }} />}
      tools={(
        <>
          <SearchField label={{ zh: '搜索名称、别名或代码', en: 'Search names, aliases, codes' }} />
          <FilterSelect name="nature" label={{ zh: '属性', en: 'Nature' }} all={{ zh: '全部属性', en: 'Any nature' }} width={120} options={words(natureWords)} />
          <FilterSelect name="kind" label={{ zh: '类型', en: 'Kind' }} all={{ zh: '全部类型', en: 'Any kind' }} width={120} options={words(kindWords)} />
          <FilterSelect name="owner" label={{ zh: '责任单位', en: 'Owner' }} all={{ zh: '全部责任单位', en: 'Any owner' }} width={190} options={(departments.data?.items ?? []).map(unit => ({ value: unit.id, label: unit.name }))} />
          <FilterSelect name="embargoed" label={{ zh: '公布前保密', en: 'Held back until published' }} all={{ zh: '保密与否', en: 'Held back or not' }} width={150} options={[{ value: 'true', label: t({ zh: '公布前保密', en: 'Held back' }) }, { value: 'false', label: t({ zh: '不保密', en: 'Not held back' }) }]} />
        </>
      )}
    />
  )
}

/** The newest figure; its source opens by the address, since the list does not carry it. */
function Latest({ row: { latest } }: { readonly row: IndicatorRow }) {
  const { language } = useLanguage()
  const { pathname, search } = useLocation()
  if (!latest) return noNumber
  const query = new URLSearchParams(search)
  query.set('figure', latest.id)
  const { level, change } = latest
  const parts = [level && quantityText(level, language), change && quantityText({ value: change.value, unit: change.unit }, language, { signed: true })].filter(part => part !== null)
  return (
    <span className={style['latest']}>
      <Link to={{ pathname, search: `?${query.toString()}` }} preventScrollReset>{parts.join(language === 'zh' ? '，' : ', ') || noNumber}</Link>
      <span className={style['period']}>{periodText(latest.period, language)}</span>
    </span>
  )
}
