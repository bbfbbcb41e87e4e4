import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { contract } from '../../../../engines/projects/contract.ts'
import { noticeContract } from '../../../../engines/supervision/notices/contract.ts'
import { call } from '../../../client.ts'
import { type ProjectFilter, type ProjectOrder } from './list/project-filter.ts'

/** A project with the money of a year; of this year where none is asked for. */
export function useProject(id: string, year: number | null) {
  return useQuery({ queryKey: ['projects', 'one', id, year], queryFn: ({ signal }) => call(contract.one, { params: { id }, query: year === null ? {} : { year }, signal }), placeholderData: keepPreviousData })
}

export function useRules() {
  return useQuery({ queryKey: ['projects', 'rules'], queryFn: ({ signal }) => call(contract.rules, { signal }) })
}

/** Supervision notices about a thing, as far as one may see them. */
export function useNotices(about: string) {
  return useQuery({ queryKey: ['notices', about], queryFn: ({ signal }) => call(noticeContract.notices, { query: { about, limit: 50 }, signal }) })
}

/** The portfolio by its filters, worst first unless another order is asked for; the rest is asked for page by page. */
export function usePortfolio(filter: ProjectFilter, order: ProjectOrder, ready: boolean) {
  return useInfiniteQuery({
    queryKey: ['projects', 'list', filter, order], initialPageParam: null as string | null, // the first page has no cursor
    queryFn: ({ pageParam, signal }) => call(contract.list, { query: { ...filter, ...order, limit: 200, ...(pageParam !== null && { after: pageParam }) }, signal }),
    getNextPageParam: page => page.next, placeholderData: keepPreviousData, enabled: ready,
  })
}

/** The money of a year by month, of several projects at once. */
export function useCourses(year: number, ids: readonly string[]) {
  return useQuery({ queryKey: ['projects', 'courses', year, ids], queryFn: ({ signal }) => call(contract.courses, { query: { year, ids: [...ids] }, signal }), placeholderData: keepPreviousData, enabled: ids.length > 0 })
}

export function useMatches(list: string, year: number) {
  return useQuery({ queryKey: ['projects', 'matches', list, year], queryFn: ({ signal }) => call(contract.matches, { query: { list, year }, signal }) })
}
