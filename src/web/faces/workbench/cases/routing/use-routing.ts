import { useQuery, useQueryClient } from '@tanstack/react-query'
import { routingContract } from '../../../../../engines/cases/routing/contract.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { call } from '../../../../client.ts'

/** Where a case might go and what it might be, as it stands after its last event. `category`: asked about instead of its own. */
export function useSuggestion({ id, seq, category }: { readonly id: Id; readonly seq: number; readonly category?: string | undefined }) {
  return useQuery({ queryKey: ['case-suggestion', id, seq, category ?? null], queryFn: ({ signal }) => call(routingContract.suggestionFor, { params: { id }, query: { ...(category !== undefined && category !== '' && { category }) }, signal }) })
}

/** Open cases of the same branch near a point. */
export function useNearby({ type, category, point, except }: { readonly type: string; readonly category: string; readonly point: { readonly lng: number; readonly lat: number }; readonly except?: Id | undefined }) {
  return useQuery({ queryKey: ['cases-nearby', type, category, point.lng, point.lat, except ?? null], queryFn: ({ signal }) => call(routingContract.nearby, { query: { type, category, lng: point.lng, lat: point.lat, ...(except !== undefined && { except }) }, signal }) })
}

/** Gives a case to whoever has least in hand. */
export function useAssign({ id, seq }: { readonly id: Id; readonly seq: number }) {
  const queries = useQueryClient()
  return async (to: 'unit' | 'person'): Promise<void> => {
    const view = await call(routingContract.assign, { params: { id }, body: { seq, to } })
    queries.setQueryData(['case', id], view)
    for (const key of ['cases', 'inbox', 'needs', 'case-suggestion']) void queries.invalidateQueries({ queryKey: [key] })
  }
}
