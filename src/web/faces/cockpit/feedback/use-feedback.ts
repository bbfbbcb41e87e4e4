import { useQuery, useQueryClient } from '@tanstack/react-query'
import { feedbackContract } from '../../../../engines/supervision/feedback/contract.ts'
import { type Id } from '../../../../kernel/id.ts'
import { call } from '../../../client.ts'

export const useMonths = () => useQuery({ queryKey: ['feedback', 'months'], queryFn: ({ signal }) => call(feedbackContract.months, { signal }) })

export const useMonth = (month: string) => useQuery({ queryKey: ['feedback', 'month', month], queryFn: ({ signal }) => call(feedbackContract.month, { params: { month }, signal }) })

export const useOne = (id: Id) => useQuery({ queryKey: ['feedback', 'one', id], queryFn: ({ signal }) => call(feedbackContract.feedback, { params: { id }, signal }) })

/** Asks anew for all that is shown of feedback, and for the inbox. */
export function useFeedbackChanged(): () => Promise<unknown> {
  const queries = useQueryClient()
  return () => Promise.all([queries.invalidateQueries({ queryKey: ['feedback'] }), queries.invalidateQueries({ queryKey: ['inbox'] })])
}
