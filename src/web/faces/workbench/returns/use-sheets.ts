import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { contract } from '../../../../engines/returns/contract.ts'
import { SheetState } from '../../../../engines/returns/schema.ts'
import { Id } from '../../../../kernel/id.ts'
import { Period } from '../../../../kernel/period.ts'
import { call } from '../../../client.ts'

/** What of the address filters the list; what is none is left out. */
export function useSheetFilter() {
  const [search] = useSearchParams()
  const form = Id.safeParse(search.get('form')).data, unit = Id.safeParse(search.get('unit')).data, period = Period.safeParse(search.get('period')).data, state = SheetState.safeParse(search.get('state')).data
  const only = search.get('only') === 'late' ? 'late' as const : search.get('only') === 'sent-back' ? 'sent-back' as const : undefined
  return { ...(form && { form }), ...(unit && { unit }), ...(period && { period }), ...(state && { state }), ...(only && { only }) }
}

export function useForms() {
  return useQuery({ queryKey: ['return-forms'], queryFn: ({ signal }) => call(contract.forms, { signal }) })
}

/** After a step everything that shows sheets is asked again: lists, progress, the inbox, and the ledger that an accepted sheet fed. */
export function useReturnsChange(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => { await queries.invalidateQueries({ predicate: query => query.queryKey[0] !== 'session' }) }
}
