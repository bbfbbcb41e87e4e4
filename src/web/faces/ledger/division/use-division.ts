import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../../engines/plan/contract.ts'
import { call } from '../../../client.ts'

/** The divisions of a target: editions, who may take a part, how parts stand. */
export function useDivisions(target: string) {
  return useQuery({ queryKey: ['plan', 'divisions', target], queryFn: ({ signal }) => call(contract.divisions, { params: { id: target }, signal }) })
}
