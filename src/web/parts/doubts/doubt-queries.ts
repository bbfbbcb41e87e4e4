import { type QueryClient, useQuery } from '@tanstack/react-query'
import { contract } from '../../../engines/documents/contract.ts'
import { type Id } from '../../../kernel/id.ts'
import { call } from '../../client.ts'

/** Milliseconds between looks while the checks have not yet run over what was entered last. */
const whileStale = 5000

/** When the checks last ran, over how much; asked again while they still have to. */
export function useLastCheck() {
  return useQuery({ queryKey: ['doubts', 'last-check'], queryFn: ({ signal }) => call(contract.lastCheck, { signal }), refetchInterval: query => (query.state.data?.stale === true ? whileStale : false) })
}

/** Doubts of one paper, the gravest first. `at`: the run of the checks that they are of. */
export function usePaperDoubts(paper: Id, at: string | null) {
  return useQuery({ queryKey: ['doubts', 'paper', paper, at], queryFn: ({ signal }) => call(contract.doubts, { query: { paper, limit: 200 }, signal }) })
}

export function useDoubt(id: Id) {
  return useQuery({ queryKey: ['doubts', 'one', id], queryFn: ({ signal }) => call(contract.doubt, { params: { id }, signal }) })
}

/** After a doubt was settled or reopened: every list of doubts, and the inbox that counts them. */
export async function doubtsChanged(cache: QueryClient): Promise<void> {
  await Promise.all([cache.invalidateQueries({ queryKey: ['doubts'] }), cache.invalidateQueries({ queryKey: ['inbox'] })])
}
