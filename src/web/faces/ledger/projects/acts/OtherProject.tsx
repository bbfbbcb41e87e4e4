import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { contract } from '../../../../../engines/projects/contract.ts'
import { nameOf } from '../../../../../engines/projects/domain/project.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'

/** Another project, found by its name or code. */
export function OtherProject({ value, not, onChange, ...tied }: { readonly id: string; readonly 'aria-describedby': string; readonly value: string; readonly not: string; readonly onChange: (value: string) => void }) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim())
  const found = useQuery({ queryKey: ['projects', 'found', words], queryFn: ({ signal }) => call(contract.list, { query: { limit: 10, order: 'name', ...(words !== '' && { q: words }) }, signal }), placeholderData: keepPreviousData })
  const offers = (found.data?.items ?? []).filter(one => one.id !== not).map(one => ({ value: one.id, label: `${one.name} ${one.code}` }))
  const offered = value === '' || offers.some(offer => offer.value === value)
  // Chosen before, and not among those found: a kept draft, or the words changed since.
  const chosen = useQuery({ queryKey: ['projects', 'one', value, null], queryFn: ({ signal }) => call(contract.one, { params: { id: value }, query: {}, signal }), enabled: !offered })
  const name = chosen.data ? `${nameOf(chosen.data.project)} ${chosen.data.project.code}` : '…'
  return (
    <Select<string>
      {...tied}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      placeholder={t({ zh: '输入名称或编号查找', en: 'Type a name or a code' })}
      notFoundContent={t(found.isFetching ? { zh: '正在查找……', en: 'Searching…' } : { zh: '没有找到', en: 'Nothing found' })}
      value={value === '' ? null : value}
      onChange={next => { setTyped(''); onChange(next) }}
      options={offered ? offers : [{ value, label: name }, ...offers]}
    />
  )
}
