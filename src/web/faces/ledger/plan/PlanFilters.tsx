import { lightLabels, lightOrder } from '../../../../kernel/light.ts'
import { useLanguage } from '../../../language.tsx'
import { lineKinds } from '../../../parts/plan/plan-words.ts'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { SearchField } from '../../workbench/parts/SearchField.tsx'

/** What of the plan to show; all of it stands in the address and holds for the tree and the list alike. */
export function PlanFilters({ owners, kinds = false }: { readonly owners: readonly (string | null)[]; readonly kinds?: boolean }) {
  const { t } = useLanguage()
  const known = [...new Set(owners)].filter(owner => owner !== null).sort((a, b) => a.localeCompare(b, 'zh-CN'))
  return (
    <>
      <SearchField label={{ zh: '搜索名称', en: 'Search names' }} />
      <FilterSelect name="light" label={{ zh: '灯', en: 'Light' }} all={{ zh: '全部灯', en: 'All lights' }} width={130} options={lightOrder.map(light => ({ value: light, label: t(lightLabels[light]) }))} />
      <FilterSelect name="owner" label={{ zh: '责任单位', en: 'Owner' }} all={{ zh: '全部责任单位', en: 'All owners' }} width={200} options={known.map(owner => ({ value: owner, label: owner }))} />
      {kinds && <FilterSelect name="kind" label={{ zh: '类别', en: 'Kind' }} all={{ zh: '目标与承诺', en: 'Targets and commitments' }} width={150} options={[{ value: 'target', label: t(lineKinds.target) }, { value: 'commitment', label: t(lineKinds.commitment) }]} />}
    </>
  )
}
