import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { type z } from 'zod'
import { noticeContract, NoticeQuery } from '../../../../engines/supervision/notices/contract.ts'
import { call } from '../../../client.ts'
import { usePages } from '../../workbench/parts/use-pages.ts'

const Filter = NoticeQuery.omit({ about: true, waiting: true })
export type NoticeFilter = z.input<typeof Filter>

/** The filters that stand in the address; what does not fit there is left out. */
export function filterFrom(search: URLSearchParams): NoticeFilter {
  const given = Object.fromEntries(Object.keys(Filter.shape).flatMap(name => { const text = search.get(name); return text === null || text === '' ? [] : [[name, text]] }))
  const wrong = new Set((Filter.safeParse(given).error?.issues ?? []).map(issue => String(issue.path[0])))
  return Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))) as NoticeFilter // what was wrong is gone
}

export function useNoticeFilter(): NoticeFilter {
  const [search] = useSearchParams()
  return filterFrom(search)
}

export function useRegister(filter: NoticeFilter) {
  return usePages(['notices', 'register', filter], ({ after, signal }) => call(noticeContract.notices, { query: { ...filter, limit: 50, ...(after && { after }) }, signal }))
}

/** Counts over what the filters leave that are no place or grade themselves. */
export function useStanding({ grade: _grade, open: _open, stand: _stand, late: _late, ...asked }: NoticeFilter) {
  return useQuery({ queryKey: ['notices', 'standing', asked], queryFn: ({ signal }) => call(noticeContract.standing, { query: asked, signal }) })
}

/** Notices that wait for this person's approval. */
export function useWaiting(may: boolean) {
  return useQuery({ queryKey: ['notices', 'waiting'], queryFn: ({ signal }) => call(noticeContract.notices, { query: { waiting: 'true', limit: 20 }, signal }), enabled: may })
}
