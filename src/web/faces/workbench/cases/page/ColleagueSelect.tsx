import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { contract } from '../../../../../engines/org/contract.ts'
import { holdsOn } from '../../../../../engines/org/domain/tree.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { today } from '../../../../today.ts'

/** Chooses somebody who holds a post in the unit today. */
export function ColleagueSelect({ unit, value, onChange, ...tied }: { readonly id: string; readonly 'aria-describedby': string; readonly unit: Id | null; readonly value: string; readonly onChange: (person: string) => void }) {
  const { t } = useLanguage()
  const asked = useQuery({ queryKey: ['colleagues', unit], queryFn: ({ signal }) => call(contract.people, { query: { unit: unit ?? '', limit: 200 }, signal }), enabled: unit !== null })
  const people = (asked.data?.items ?? []).filter(person => person.active && person.posts.some(post => post.unit === unit && holdsOn(today(), post)))
  return <Select<string> {...tied} showSearch={{ optionFilterProp: 'label' }} value={value || null} loading={asked.isFetching} options={people.map(person => ({ value: person.id, label: person.name }))} notFoundContent={t({ zh: '本单位没有在岗人员', en: 'Nobody holds a post in this unit' })} onChange={onChange} />
}
