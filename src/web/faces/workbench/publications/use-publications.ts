import { useQuery, useQueryClient } from '@tanstack/react-query'
import { publicationContract } from '../../../../engines/plan/publications/contract.ts'
import { call } from '../../../client.ts'

/** What could be published of a year now. */
export function useDraft(year: number) {
  return useQuery({ queryKey: ['publications', 'draft', year], queryFn: ({ signal }) => call(publicationContract.draft, { params: { year }, signal }), staleTime: 0 })
}

export function usePublication(id: string) {
  return useQuery({ queryKey: ['publications', 'one', id], queryFn: ({ signal }) => call(publicationContract.show, { params: { id }, signal }), staleTime: 0 })
}

/** To be called after a step: everything about publications is asked again, and so is the inbox. */
export function usePublicationChange(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: ['publications'] })
    await queries.invalidateQueries({ queryKey: ['inbox'] })
  }
}
