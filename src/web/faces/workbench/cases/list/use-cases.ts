import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../../../engines/cases/contract.ts'
import { viewsContract } from '../../../../../engines/cases/views/contract.ts'
import { call } from '../../../../client.ts'

/** Case types in force. They change with a new version of the program only. */
export function useTypes() {
  return useQuery({ queryKey: ['case-types'], queryFn: ({ signal }) => call(contract.types, { signal }), staleTime: Infinity })
}

export function useQueues() {
  return useQuery({ queryKey: ['cases', 'queues'], queryFn: ({ signal }) => call(viewsContract.queues, { signal }) })
}

export function useViews() {
  return useQuery({ queryKey: ['case-views'], queryFn: ({ signal }) => call(viewsContract.views, { signal }) })
}
