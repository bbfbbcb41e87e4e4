import { useQuery } from '@tanstack/react-query'
import { benchmarkContract } from '../../../../../engines/indicators/benchmark-contract.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { call } from '../../../../client.ts'

/** Our district beside others for one indicator; the latest period with figures of others where none is asked for. */
export function useBenchmarks(indicator: Id, period: string) {
  return useQuery({
    queryKey: ['register', 'benchmarks', indicator, period],
    queryFn: ({ signal }) => call(benchmarkContract.benchmarks, { params: { id: indicator }, query: { ...(period !== '' && { period }) }, signal }),
  })
}
