import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../../engines/projects/contract.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'

/** Another project, found by its name or code. */
export function OtherProject({ value, not, onChange, ...tied }: { readonly id: string; readonly 'aria-describedby': string; readonly value: string; readonly not: string; readonly onChange: (value: string) => void }) {
  const { t } = useLanguage()
  const [words, setWords] = useState('')
  const { data } = useQuery({ queryKey: ['projects', 'found', words], queryFn: ({ signal }) => call(contract.list, { query: { limit: 20, order: 'name', ...(words !== '' && { q: words }) }, signal }), placeholderData: keepPreviousData })
  return <Select<string> {...tied} showSearch filterOption={false} placeholder={t({ zh: '输入名称或编号查找', en: 'Type a name or a code' })} value={value === '' ? null : value} onSearch={setWords} onChange={onChange} options={(data?.items ?? []).filter(one => one.id !== not).map(one => ({ value: one.id, label: `${one.name} ${one.code}` }))} />
}
