import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { contract, type PostRow } from '../../../engines/org/contract.ts'
import { holdsOn } from '../../../engines/org/domain/tree.ts'
import { roleLabels } from '../../../engines/org/schema.ts'
import { type Id } from '../../../kernel/id.ts'
import { type z } from 'zod'
import { call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'
import { today } from '../../today.ts'

export type Post = z.infer<typeof PostRow>

type PostSelectProps = {
  readonly id?: string
  readonly 'aria-describedby'?: string
  readonly value: readonly Id[]
  /** Names of posts that are chosen already. */
  readonly known?: ReadonlyMap<Id, string>
  readonly several?: boolean
  readonly onChange: (posts: readonly Id[], chosen: readonly Post[]) => void
}

const none: ReadonlyMap<Id, string> = new Map()

/** Chooses a post that holds today, or several, by the name of who has it. */
export function PostSelect({ value, known = none, several = false, onChange, ...tied }: PostSelectProps) {
  const { t } = useLanguage()
  const [q, setQ] = useState('')
  const [seen, setSeen] = useState<ReadonlyMap<Id, Post>>(new Map())
  const asked = useDeferredValue(q.trim())
  const found = useQuery({ queryKey: ['post-search', asked], queryFn: ({ signal }) => call(contract.people, { query: { ...(asked !== '' && { q: asked }), limit: 20 }, signal }), staleTime: 300_000 })
  const posts = (found.data?.items ?? []).filter(person => person.active).flatMap(person => person.posts).filter(post => holdsOn(today(), post))
  const nameOf = (post: Post) => `${post.personName} · ${post.unitName} ${post.title}（${t(roleLabels[post.role])}）`
  const chosenOf = (ids: readonly Id[]) => ids.flatMap(id => posts.find(post => post.id === id) ?? seen.get(id) ?? [])
  const offers = posts.map(post => ({ value: post.id, label: nameOf(post) }))
  const kept = value.filter(id => !posts.some(post => post.id === id)).map(id => { const post = seen.get(id); return { value: id, label: post ? nameOf(post) : known.get(id) ?? id } })
  return (
    <Select<Id | Id[]>
      {...tied}
      showSearch={{ filterOption: false, searchValue: q, onSearch: setQ }}
      {...(several && { mode: 'multiple' as const })}
      allowClear
      value={several ? [...value] : value[0] ?? null}
      placeholder={t({ zh: '输入姓名查找', en: 'Type a part of the name' })}
      notFoundContent={t(found.isFetching ? { zh: '正在查找……', en: 'Searching…' } : { zh: '没有找到', en: 'Nothing found' })}
      options={[...kept, ...offers]}
      onChange={(next: Id | Id[] | undefined) => {
        const ids = next === undefined ? [] : [next].flat()
        setSeen(before => new Map([...before, ...posts.map((post): [Id, Post] => [post.id, post])]))
        setQ('')
        onChange(ids, chosenOf(ids))
      }}
    />
  )
}
