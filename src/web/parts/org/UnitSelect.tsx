import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { contract } from '../../../engines/org/contract.ts'
import { type Id } from '../../../kernel/id.ts'
import { call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'

type UnitSelectProps = {
  readonly id?: string
  readonly 'aria-describedby'?: string
  readonly 'aria-label'?: string
  readonly value: readonly Id[]
  /** Names of units that are chosen already, so that a form that is filled in shows them and not their ids. */
  readonly known?: ReadonlyMap<Id, string>
  readonly several?: boolean
  readonly onChange: (units: readonly Id[]) => void
}

const none: ReadonlyMap<Id, string> = new Map()

/** Chooses a unit, or several, by a part of the name. */
export function UnitSelect({ value, known = none, several = false, onChange, ...tied }: UnitSelectProps) {
  const { t } = useLanguage()
  const [q, setQ] = useState('')
  const [names, setNames] = useState(known)
  const asked = useDeferredValue(q.trim())
  const found = useQuery({ queryKey: ['unit-search', asked], queryFn: ({ signal }) => call(contract.units, { query: { ...(asked !== '' && { q: asked }), limit: 20 }, signal }), staleTime: 300_000 })
  const offers = (found.data?.items ?? []).map(unit => ({ value: unit.id, label: unit.parentName ? `${unit.name}（${unit.parentName}）` : unit.name }))
  const chosen = value.filter(id => !offers.some(offer => offer.value === id)).map(id => ({ value: id, label: names.get(id) ?? known.get(id) ?? id }))
  return (
    <Select<Id | Id[]>
      style={{ width: '100%', minWidth: 180 }}
      {...tied}
      showSearch={{ filterOption: false, searchValue: q, onSearch: setQ }}
      {...(several && { mode: 'multiple' as const })}
      allowClear
      value={several ? [...value] : value[0] ?? null}
      placeholder={tied['aria-label'] ?? t({ zh: '输入名称查找', en: 'Type a part of the name' })}
      notFoundContent={t(found.isFetching ? { zh: '正在查找……', en: 'Searching…' } : { zh: '没有找到', en: 'Nothing found' })}
      options={[...chosen, ...offers]}
      onChange={(next: Id | Id[] | undefined) => {
        setNames(before => new Map([...before, ...offers.map((offer): [Id, string] => [offer.value, offer.label])]))
        setQ('')
        onChange(next === undefined ? [] : [next].flat())
      }}
    />
  )
}
