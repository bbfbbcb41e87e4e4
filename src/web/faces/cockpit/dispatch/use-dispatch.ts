import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { contract, type MeetingView } from '../../../../engines/supervision/contract.ts'
import { type MeetingAct } from '../../../../engines/supervision/schema.ts'
import { type Id } from '../../../../kernel/id.ts'
import { call } from '../../../client.ts'

export const useToday = (since: string) => useQuery({ queryKey: ['dispatch', 'today', since], queryFn: ({ signal }) => call(contract.today, { query: { ...(since !== '' && { since }) }, signal }), placeholderData: keepPreviousData })

export const useMeeting = (id: Id) => useQuery({ queryKey: ['dispatch', 'meeting', id], queryFn: ({ signal }) => call(contract.meeting, { params: { id }, signal }) })

/** Does something with a meeting as this person sees it; what is shown of meetings and of the plan is asked anew. */
export function useAct({ id, seq }: Pick<MeetingView, 'id' | 'seq'>): { readonly act: (asked: MeetingAct) => Promise<void>; readonly reload: () => void } {
  const queries = useQueryClient()
  const changed = () => Promise.all([queries.invalidateQueries({ queryKey: ['dispatch'] }), queries.invalidateQueries({ queryKey: ['plan'] })])
  return {
    act: async asked => { await call(contract.act, { params: { id }, body: { seq, act: asked } }); await changed() },
    reload: () => void queries.invalidateQueries({ queryKey: ['dispatch', 'meeting', id] }),
  }
}
