import { statusWords } from '../../../../engines/indicators/domain/sheet-columns.ts'
import { useLanguage } from '../../../language.tsx'
import { UnitName } from '../../../parts/org/UnitName.tsx'
import { useUrlState } from '../../../url-state.ts'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { SearchField } from '../../workbench/parts/SearchField.tsx'
import { useFigureFilter } from './register-filter.ts'
import style from './register.module.css'
import { thisYear } from '../../../today.ts'

/** Which figures to show; all of it stands in the address. A unit comes from the inbox and is only taken away here. */
export function FigureFilters() {
  const { t } = useLanguage()
  const [, setUnit] = useUrlState('unit')
  const { unit } = useFigureFilter()
  const now = thisYear()
  return (
    <>
      <SearchField label={{ zh: '搜索指标', en: 'Search indicators' }} />
      <FilterSelect name="status" label={{ zh: '状态', en: 'Status' }} all={{ zh: '全部状态', en: 'Any status' }} width={120} options={Object.entries(statusWords).map(([value, label]) => ({ value, label: t(label) }))} />
      <FilterSelect name="year" label={{ zh: '年度', en: 'Year' }} all={{ zh: '全部年度', en: 'Any year' }} width={110} options={Array.from({ length: 12 }, (_, i) => String(now - i)).map(year => ({ value: year, label: year }))} />
      {unit && (
        <button type="button" className={style['pinned']} onClick={() => setUnit('')}>
          <UnitName id={unit} /> <span aria-hidden="true">✕</span><span className="unseen"> {t({ zh: '取消只看这个单位', en: 'show all units' })}</span>
        </button>
      )}
    </>
  )
}
