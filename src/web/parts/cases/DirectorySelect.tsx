import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { directoryContract, type EntryRow } from '../../../engines/cases/directories/contract.ts'
import { type Label } from '../../../kernel/label.ts'
import { call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'

type DirectorySelectProps = {
  readonly id?: string
  readonly 'aria-describedby'?: string
  readonly status?: '' | 'error'
  /** Key of the directory. */
  readonly directory: string
  /** The unit of the place: lines of its community and street come first. */
  readonly near: string
  /** The name of the chosen line. */
  readonly value: string
  readonly onChange: (name: string) => void
}

const nearness = [{ zh: '', en: '' }, { zh: '，同街道', en: ', same street' }, { zh: '，同社区', en: ', same community' }] as const satisfies readonly Label[]

/** Chooses a line of a directory by a part of its name, those nearest to the place first. */
export function DirectorySelect({ directory, near, value, onChange, ...tied }: DirectorySelectProps) {
  const { t } = useLanguage()
  const [q, setQ] = useState('')
  const asked = useDeferredValue(q.trim())
  const found = useQuery({ queryKey: ['directory', directory, 'search', asked, near], queryFn: ({ signal }) => call(directoryContract.entries, { params: { key: directory }, query: { limit: 20, ...(asked !== '' && { q: asked }), ...(near !== '' && { near }) }, signal }), staleTime: 60_000 })
  const told = (row: EntryRow) => `${row.name}（${row.unit.street ?? row.unit.name}${near === '' ? '' : t(nearness[row.near] ?? nearness[0])}）`
  const offers = (found.data?.items ?? []).map(row => ({ value: row.name, label: told(row) }))
  return (
    <Select<string>
      {...tied}
      showSearch={{ filterOption: false, searchValue: q, onSearch: setQ }}
      allowClear
      value={value || null}
      placeholder={t({ zh: '输入名称查找', en: 'Type a part of the name' })}
      notFoundContent={t(found.isFetching ? { zh: '正在查找……', en: 'Searching…' } : { zh: '名录中没有找到', en: 'Nothing found in the directory' })}
      options={value !== '' && !offers.some(offer => offer.value === value) ? [{ value, label: value }, ...offers] : offers}
      onChange={(name: string | undefined) => { setQ(''); onChange(name ?? '') }}
    />
  )
}
