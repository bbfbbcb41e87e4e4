import { type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { useSession } from '../../../session.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'

/** Whose figures to show, where units have their own beside the district's. */
export function UnitChoice({ page: { units, unit } }: { readonly page: Pick<IndicatorPage, 'units' | 'unit'> }) {
  const { district } = useSession()
  // The district itself is what is shown where no unit is named.
  const others = units.filter(other => other.name !== district.zh)
  if (others.length === 0 && unit.name === district.zh) return null
  return <FilterSelect name="unit" label={{ zh: '哪个单位的数值', en: 'Whose figures' }} all={{ zh: '全区', en: 'The whole district' }} options={others.map(one => ({ value: one.id, label: one.name }))} />
}
