import { Segmented } from 'antd'
import { type Density, useDensity } from '../density.tsx'
import { useLanguage } from '../language.tsx'

/** Roomy or close rows, for every table at once. */
export function DensitySwitch() {
  const { t } = useLanguage()
  const { density, choose } = useDensity()
  return (
    <Segmented<Density>
      aria-label={t({ zh: '表格行距', en: 'Row height of tables' })}
      value={density}
      onChange={choose}
      options={[{ value: 'roomy', label: t({ zh: '宽松', en: 'Roomy' }) }, { value: 'close', label: t({ zh: '紧凑', en: 'Close' }) }]}
    />
  )
}
