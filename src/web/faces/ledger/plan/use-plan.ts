import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../../engines/plan/contract.ts'
import { call } from '../../../client.ts'

/** Years that have a plan, the latest first. */
export function usePlanYears() {
  return useQuery({ queryKey: ['plan', 'years'], queryFn: ({ signal }) => call(contract.years, { signal }) })
}

/** Targets and measured commitments of a year, with their lights. */
export function usePlanYear(year: number) {
  return useQuery({ queryKey: ['plan', year, 'lines'], queryFn: ({ signal }) => call(contract.year, { params: { year }, signal }) })
}

/** All commitments of a year. */
export function useCommitments(year: number) {
  return useQuery({ queryKey: ['plan', year, 'commitments'], queryFn: ({ signal }) => call(contract.commitments, { params: { year }, signal }) })
}

/** One commitment with what happened to it. */
export function useCommitment(id: string) {
  return useQuery({ queryKey: ['plan', 'commitment', id], queryFn: ({ signal }) => call(contract.commitment, { params: { id }, signal }) })
}
