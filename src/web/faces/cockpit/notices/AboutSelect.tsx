import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { aboutWords } from '../../../../engines/supervision/domain/notice-steps.ts'
import { AboutKind } from '../../../../engines/supervision/notices/schema.ts'
import { contract as views } from '../../../../server/views/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'

export type About = { readonly kind: AboutKind; readonly id: string; readonly name: string }

type AboutSelectProps = { readonly id: string; readonly 'aria-describedby': string; readonly value: About | null; readonly onChange: (about: About | null) => void }

const textOf = ({ kind, id }: About) => `${kind}/${id}`

/** A project, target, commitment or case, found by its words. */
export function AboutSelect({ value, onChange, ...tied }: AboutSelectProps) {
  const { t } = useLanguage()
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useQuery({ queryKey: ['search', 'notice', q], queryFn: ({ signal }) => call(views.search, { query: { q }, signal }), enabled: q !== '', placeholderData: keepPreviousData })
  const offers = (found.data?.items ?? []).flatMap(({ kind, id, name, detail }): (About & { readonly detail: string })[] => { const known = AboutKind.safeParse(kind); return known.success ? [{ kind: known.data, id, name, detail }] : [] }).toSorted((a, b) => AboutKind.options.indexOf(a.kind) - AboutKind.options.indexOf(b.kind))
  const chosen = value !== null && !offers.some(offer => textOf(offer) === textOf(value)) ? [{ ...value, detail: '' }] : []
  const all = [...chosen, ...(q === '' ? [] : offers)]
  return (
    <Select<string>
      {...tied}
      allowClear
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      placeholder={t({ zh: '输入名称或编号查找', en: 'Type a name or a number' })}
      notFoundContent={t(q === '' ? { zh: '输入项目、目标、承诺事项或工单的名称', en: 'Type the name of a project, target, commitment or case' } : found.isFetching ? { zh: '正在查找……', en: 'Searching…' } : { zh: '没有找到', en: 'Nothing found' })}
      value={value === null ? null : textOf(value)}
      onChange={(next: string | undefined) => { const one = all.find(offer => textOf(offer) === next); setTyped(''); onChange(one ? { kind: one.kind, id: one.id, name: one.name } : null) }}
      options={all.map(offer => ({ value: textOf(offer), label: [`${t(aboutWords[offer.kind])}：${offer.name}`, offer.detail].filter(part => part !== '').join(' · ') }))}
    />
  )
}
