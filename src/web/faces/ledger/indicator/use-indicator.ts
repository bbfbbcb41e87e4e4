import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../../engines/indicators/contract.ts'
import { type Id } from '../../../../kernel/id.ts'
import { call } from '../../../client.ts'

/** The id behind a code: addresses name indicators by their codes, routes by their ids. Null where the register has no such code. */
export function useIndicatorId(code: string) {
  return useQuery({
    queryKey: ['register', 'code', code],
    queryFn: async ({ signal }): Promise<Id | null> => (await call(contract.indicators, { query: { q: code, limit: 500 }, signal })).items.find(entry => entry.code === code)?.id ?? null,
  })
}

/** Everything of one indicator for one unit; the whole district where none is named. */
export function useIndicator(id: Id | null | undefined, unit: string) {
  return useQuery({
    queryKey: ['register', 'entry', id, unit],
    queryFn: ({ signal }) => call(contract.indicator, { params: { id: id ?? '' }, query: { ...(unit !== '' && { unit }) }, signal }),
    enabled: typeof id === 'string',
  })
}
