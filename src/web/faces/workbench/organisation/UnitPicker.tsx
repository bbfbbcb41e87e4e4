import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { contract } from '../../../../engines/org/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { unitKind } from './org-words.ts'

type UnitPickerProps = { readonly id?: string; readonly value: readonly string[]; readonly onChange: (units: readonly string[]) => void; readonly several?: boolean; readonly 'aria-describedby'?: string }

/** Chooses a unit, or several, by a part of the name. */
export function UnitPicker({ value, onChange, several = false, ...tied }: UnitPickerProps) {
  const { t } = useLanguage()
  const [q, setQ] = useState('')
  const asked = useDeferredValue(q.trim())
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  const found = useQuery({ queryKey: ['unit-picker', asked], queryFn: ({ signal }) => call(contract.units, { query: { ...(asked !== '' && { q: asked }), limit: 20 }, signal }) })
  const offers = (found.data?.items ?? []).map(unit => ({ value: unit.id, label: `${unit.name} · ${t(unitKind[unit.kind])}${unit.parentName ? ` · ${unit.parentName}` : ''}` }))
  const kept = value.filter(id => !offers.some(offer => offer.value === id)).map(id => ({ value: id, label: names.get(id) ?? id }))
  return (
    <Select<string | string[]>
      {...tied}
      showSearch={{ filterOption: false, searchValue: q, onSearch: setQ }}
      {...(several && { mode: 'multiple' as const })}
      value={several ? [...value] : value[0] ?? null}
      placeholder={t({ zh: '输入名称查找', en: 'Type a part of the name' })}
      notFoundContent={t(found.isFetching ? { zh: '正在查找……', en: 'Searching…' } : { zh: '没有找到', en: 'Nothing found' })}
      options={[...kept, ...offers]}
      onChange={next => {
        setNames(before => new Map([...before, ...offers.map((offer): [string, string] => [offer.value, offer.label])]))
        onChange([next].flat())
      }}
    />
  )
}
