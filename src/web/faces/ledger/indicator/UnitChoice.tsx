import { type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { FilterSelect } from '../../workbench/parts/FilterSelect.tsx'

/** Whose figures to show, where units have their own beside the district's. */
export function UnitChoice({ page: { units, unit } }: { readonly page: Pick<IndicatorPage, 'units' | 'unit'> }) {
  const others = units.filter(other => other.id !== unit.id)
  if (others.length === 0) return null
  return <FilterSelect name="unit" label={{ zh: '哪个单位的数值', en: 'Whose figures' }} all={{ zh: '全区', en: 'The whole district' }} options={units.map(one => ({ value: one.id, label: one.name }))} />
}
