import { Input } from 'antd'
import { aboutWords, gradeWords } from '../../../../engines/supervision/domain/notice-steps.ts'
import { AboutKind, Grade } from '../../../../engines/supervision/notices/schema.ts'
import { useLanguage } from '../../../language.tsx'
import { UnitSelect } from '../../../parts/org/UnitSelect.tsx'
import { useUnitNames } from '../../../parts/org/use-unit-names.ts'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { useUrlState } from '../../../url-state.ts'
import style from './notices.module.css'

/** Which notices to show; all of it stands in the address. */
export function NoticeFilters({ years }: { readonly years: readonly number[] }) {
  const { t } = useLanguage()
  const [words, setWords] = useUrlState('q'), [unit, setUnit] = useUrlState('addressee')
  const known = useUnitNames([unit])
  return (
    <div className={`${style['filters']} unprinted`}>
      <Input.Search key={words} allowClear defaultValue={words} onSearch={value => setWords(value.trim())} maxLength={60} style={{ width: 200 }} aria-label={t({ zh: '按编号、督办对象查找', en: 'By number or what it is about' })} placeholder={t({ zh: '编号或督办对象', en: 'Number or what it is about' })} />
      <FilterSelect name="open" label={{ zh: '在办或已结', en: 'Open or closed' }} all={{ zh: '在办和已结', en: 'Open and closed' }} width={130} options={[{ value: 'true', label: t({ zh: '在办', en: 'Open' }) }, { value: 'false', label: t({ zh: '已结', en: 'Closed' }) }]} />
      <FilterSelect name="grade" label={{ zh: '等级', en: 'Grade' }} all={{ zh: '全部等级', en: 'Any grade' }} width={130} options={Grade.options.map(value => ({ value, label: t(gradeWords[value]) }))} />
      <FilterSelect name="kind" label={{ zh: '督办对象种类', en: 'What it is about' }} all={{ zh: '全部对象', en: 'About anything' }} width={130} options={AboutKind.options.map(value => ({ value, label: t(aboutWords[value]) }))} />
      <FilterSelect name="late" label={{ zh: '是否逾期', en: 'Late' }} all={{ zh: '是否逾期不限', en: 'Late or not' }} width={140} options={[{ value: 'true', label: t({ zh: '逾期未反馈', en: 'Not answered in time' }) }, { value: 'false', label: t({ zh: '没有逾期', en: 'Not late' }) }]} />
      <FilterSelect name="year" label={{ zh: '提起年度', en: 'Year raised' }} all={{ zh: '全部年度', en: 'Any year' }} width={120} options={years.map(year => ({ value: String(year), label: t({ zh: '{year}年', en: '{year}' }, { year }) }))} />
      <span style={{ minWidth: 180 }}><UnitSelect aria-label={t({ zh: '承办单位', en: 'Unit' })} known={known} value={unit === '' ? [] : [unit]} onChange={([chosen = '']) => setUnit(chosen)} /></span>
    </div>
  )
}
