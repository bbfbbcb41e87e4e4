import { Select } from 'antd'
import { type Label } from '../../kernel/label.ts'
import { useLanguage } from '../language.tsx'
import { useUrlState } from '../url-state.ts'

type FilterSelectProps = {
  /** Name in the address. */
  readonly name: string
  readonly label: Label
  /** The choice that filters nothing: 全部状态. */
  readonly all: Label
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly width?: number
  readonly small?: boolean
}

/** A filter of a list that lives in the address. */
export function FilterSelect({ name, label, all, options, width = 150, small = false }: FilterSelectProps) {
  const { t } = useLanguage()
  const [chosen, choose] = useUrlState(name)
  return <Select<string> size={small ? 'small' : 'middle'} aria-label={t(label)} value={chosen} onChange={choose} style={{ width, maxWidth: '100%' }} popupMatchSelectWidth={false} options={[{ value: '', label: t(all) }, ...options]} />
}
