import { useQuery, useQueryClient } from '@tanstack/react-query'
import { contract } from '../../../../engines/documents/contract.ts'
import { call } from '../../../client.ts'

/** A thread with its line through the years. */
export function useThread(id: string) {
  return useQuery({ queryKey: ['threads', id], queryFn: ({ signal }) => call(contract.thread, { params: { id }, signal }) })
}

/** After a change: every list and line of threads is asked for again. */
export function useThreadChange(): () => Promise<void> {
  const client = useQueryClient()
  return async () => { await client.invalidateQueries({ queryKey: ['threads'] }) }
}
