import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { contract } from '../../../engines/indicators/contract.ts'
import { type Id } from '../../../kernel/id.ts'
import { call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'

type IndicatorSelectProps = {
  readonly id?: string
  readonly 'aria-describedby'?: string
  readonly value: readonly Id[]
  /** Names of entries that are chosen already. */
  readonly known?: ReadonlyMap<Id, string>
  /** Entries that may not be chosen: the one the form is about. */
  readonly not?: readonly Id[]
  readonly several?: boolean
  readonly onChange: (indicators: readonly Id[]) => void
}

const none: ReadonlyMap<Id, string> = new Map()

/** Chooses an entry of the register, or several, by a part of its name or its code. */
export function IndicatorSelect({ value, known = none, not = [], several = false, onChange, ...tied }: IndicatorSelectProps) {
  const { t } = useLanguage()
  const [q, setQ] = useState('')
  const [names, setNames] = useState(known)
  const asked = useDeferredValue(q.trim())
  const found = useQuery({ queryKey: ['register', 'search', asked], queryFn: ({ signal }) => call(contract.indicators, { query: { ...(asked !== '' && { q: asked }), limit: 20 }, signal }) })
  const offers = (found.data?.items ?? []).filter(entry => !not.includes(entry.id)).map(entry => ({ value: entry.id, label: `${t(entry.name)} ${entry.code}` }))
  // What a form comes with is named by the register itself.
  const unnamed = value.some(id => !names.has(id) && !known.has(id) && !offers.some(offer => offer.value === id))
  const register = useQuery({ queryKey: ['register', 'names'], queryFn: ({ signal }) => call(contract.indicators, { query: { limit: 500 }, signal }), enabled: unnamed && found.isSuccess })
  const nameOf = (id: Id) => { const entry = register.data?.items.find(one => one.id === id); return entry ? `${t(entry.name)} ${entry.code}` : '…' }
  const chosen = value.filter(id => !offers.some(offer => offer.value === id)).map(id => ({ value: id, label: names.get(id) ?? known.get(id) ?? nameOf(id) }))
  return (
    <Select<Id | Id[]>
      {...tied}
      showSearch={{ filterOption: false, searchValue: q, onSearch: setQ }}
      {...(several && { mode: 'multiple' as const })}
      allowClear
      value={several ? [...value] : value[0] ?? null}
      placeholder={t({ zh: '输入名称或代码查找', en: 'Type a part of the name or the code' })}
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
