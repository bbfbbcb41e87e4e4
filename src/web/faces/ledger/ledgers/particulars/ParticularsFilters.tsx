import { useSearchParams } from 'react-router'
import { groupsOf } from '../../../../../engines/plan/domain/ledger/sums.ts'
import { type LineRow } from '../../../../../engines/plan/ledgers/contract.ts'
import { type LedgerKind, ledgerNeedLabels } from '../../../../../engines/plan/ledgers/schema.ts'
import { lightLabels, lightOrder } from '../../../../../kernel/light.ts'
import { useLanguage } from '../../../../language.tsx'
import { FilterSelect } from '../../../../ui/FilterSelect.tsx'
import style from '../ledgers.module.css'
import { filterColumns, isChosen } from './table-rows.ts'

type Kind = Pick<LedgerKind, 'particulars' | 'groupBy' | 'needs'>

/** Lines that the filters in the address leave. */
export function useChosenLines(kind: Kind, lines: readonly LineRow[]): readonly LineRow[] {
  const [search] = useSearchParams()
  const light = search.get('light') ?? '', lack = search.get('lack') ?? ''
  const chosen = new Map(filterColumns(kind).map(column => [column.key, search.get(`of-${column.key}`) ?? '']))
  return lines.filter(line => (light === '' || line.light === light) && (lack === '' || line.lacks.some(need => need === lack)) && isChosen(line, chosen))
}

/** Filters of a ledger with columns of its own: by light, by what is lacking, and by each of its choices and groups. */
export function ParticularsFilters({ kind, lines }: { readonly kind: Kind; readonly lines: readonly LineRow[] }) {
  const { t } = useLanguage()
  return (
    <div className={`${style['filters']} unprinted`}>
      <FilterSelect name="light" label={{ zh: '按灯筛选', en: 'By light' }} all={{ zh: '全部灯', en: 'All lights' }} options={lightOrder.map(one => ({ value: one, label: t(lightLabels[one]) }))} />
      {filterColumns(kind).map(column => {
        const groups = groupsOf({ ...kind, groupBy: column.key }, lines).flatMap(group => (group.key === null ? [] : [{ value: group.key, label: t(group.name) }]))
        return <FilterSelect key={column.key} name={`of-${column.key}`} label={{ zh: `按${column.name.zh}筛选`, en: `By: ${column.name.en}` }} all={{ zh: `全部${column.name.zh}`, en: `${column.name.en}: all` }} options={groups} />
      })}
      {kind.needs.length > 0 && <FilterSelect name="lack" label={{ zh: '按尚缺筛选', en: 'By what is lacking' }} all={{ zh: '不限要件', en: 'Complete or not' }} options={kind.needs.map(need => ({ value: need, label: t({ zh: '缺{need}', en: 'without {need}' }, { need: t(ledgerNeedLabels[need]) }) }))} />}
    </div>
  )
}
