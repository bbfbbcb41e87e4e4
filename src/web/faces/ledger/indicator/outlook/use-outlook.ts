import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../../../engines/indicators/contract.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { call } from '../../../../client.ts'
import { useUrlState } from '../../../../url-state.ts'

/** The outlook of an indicator for one unit in the year that the address names, else in the latest with figures. */
export function useOutlook(id: Id, unit: Id) {
  const [year] = useUrlState('year')
  const asked = /^\d{4}$/.test(year) ? Number(year) : null
  return useQuery({
    queryKey: ['register', 'outlook', id, unit, asked],
    queryFn: ({ signal }) => call(contract.outlook, { params: { id }, query: { unit, ...(asked !== null && { year: asked }) }, signal }),
  })
}
