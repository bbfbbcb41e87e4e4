import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { contract } from '../../../../engines/org/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'

type PersonPickerProps = { readonly id?: string; readonly value: string; readonly onChange: (person: string) => void; readonly 'aria-describedby'?: string }

/** Chooses a person by a part of the name. */
export function PersonPicker({ value, onChange, ...tied }: PersonPickerProps) {
  const { t } = useLanguage()
  const [q, setQ] = useState('')
  const asked = useDeferredValue(q.trim())
  const found = useQuery({ queryKey: ['person-picker', asked], queryFn: ({ signal }) => call(contract.people, { query: { ...(asked !== '' && { q: asked }), limit: 20 }, signal }) })
  return (
    <Select<string>
      {...tied}
      showSearch={{ filterOption: false, searchValue: q, onSearch: setQ }}
      value={value === '' ? null : value}
      placeholder={t({ zh: '输入姓名查找', en: 'Type a part of the name' })}
      notFoundContent={t(found.isFetching ? { zh: '正在查找……', en: 'Searching…' } : { zh: '没有找到', en: 'Nothing found' })}
      options={(found.data?.items ?? []).filter(person => person.active).map(person => ({ value: person.id, label: [person.name, ...person.posts.map(post => `${post.unitName} ${post.title}`)].join(' · ') }))}
      onChange={onChange}
    />
  )
}
