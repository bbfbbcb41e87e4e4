import { Input } from 'antd'
import { Phase, type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { Light, lightLabels } from '../../../../../kernel/light.ts'
import { useLanguage } from '../../../../language.tsx'
import { UnitSelect } from '../../../../parts/org/UnitSelect.tsx'
import { useUnitNames } from '../../../../parts/org/use-unit-names.ts'
import { FilterSelect } from '../../../../ui/FilterSelect.tsx'
import { useUrlState } from '../../../../url-state.ts'
import style from './list.module.css'

/** Which projects to show; all of it stands in the address. */
export function ProjectFilters({ rules }: { readonly rules: ProjectRules }) {
  const { t } = useLanguage()
  const [words, setWords] = useUrlState('q'), [owner, setOwner] = useUrlState('owner'), [within, setWithin] = useUrlState('within')
  const known = useUnitNames([owner, within])
  return (
    <div className={style['filters']}>
      <Input.Search key={words} allowClear defaultValue={words} onSearch={value => setWords(value.trim())} maxLength={100} style={{ width: 200 }} aria-label={t({ zh: '按名称、编号查找', en: 'By name or code' })} placeholder={t({ zh: '名称或编号', en: 'Name or code' })} />
      <FilterSelect name="list" label={{ zh: '清单', en: 'List' }} all={rules.lists[0]?.name ?? { zh: '清单', en: 'List' }} width={190} options={[...rules.lists.slice(1).map(list => ({ value: list.key, label: t(list.name) })), { value: 'any', label: t({ zh: '全部（含未列入清单的）', en: 'All, listed or not' }) }]} />
      <FilterSelect name="light" label={{ zh: '灯', en: 'Light' }} all={{ zh: '全部灯', en: 'Any light' }} width={130} options={[{ value: 'off-pace,slipping', label: t({ zh: '红灯和黄灯', en: 'Red and yellow' }) }, ...Light.options.map(value => ({ value, label: t(lightLabels[value]) }))]} />
      <FilterSelect name="phase" label={{ zh: '阶段', en: 'Phase' }} all={{ zh: '全部阶段', en: 'Any phase' }} width={130} options={Phase.options.map(value => ({ value, label: t(rules.phases[value]) }))} />
      <FilterSelect name="of" label={{ zh: '类型', en: 'Kind' }} all={{ zh: '全部类型', en: 'Any kind' }} width={130} options={rules.kinds.map(kind => ({ value: kind.key, label: t(kind.name) }))} />
      <FilterSelect name="blocked" label={{ zh: '堵点', en: 'Blockers' }} all={{ zh: '有无堵点', en: 'Blocked or not' }} width={130} options={[{ value: 'true', label: t({ zh: '有堵点', en: 'Blocked' }) }, { value: 'false', label: t({ zh: '没有堵点', en: 'Nothing in the way' }) }]} />
      <FilterSelect name="waiting" label={{ zh: '月度投资', en: 'Months' }} all={{ zh: '月度投资不限', en: 'Any months' }} width={140} options={[{ value: 'told', label: t({ zh: '有待审核', en: 'Waiting for approval' }) }, { value: 'returned', label: t({ zh: '有被退回', en: 'Sent back' }) }]} />
      <span><UnitSelect aria-label={t({ zh: '业主单位', en: 'Owner' })} known={known} value={owner === '' ? [] : [owner]} onChange={([unit = '']) => setOwner(unit)} /></span>
      <span><UnitSelect aria-label={t({ zh: '所在街道或社区', en: 'Street or community' })} known={known} value={within === '' ? [] : [within]} onChange={([unit = '']) => setWithin(unit)} /></span>
    </div>
  )
}
