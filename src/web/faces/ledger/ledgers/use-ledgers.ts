import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../../engines/plan/ledgers/contract.ts'
import { call } from '../../../client.ts'

/** The ledgers of a year; without one, of the latest year that has any. */
export function useLedgers(year: number | null) {
  return useQuery({ queryKey: ['ledgers', 'list', year], queryFn: ({ signal }) => call(contract.list, { query: year === null ? {} : { year }, signal }) })
}

export function useLedger(id: string) {
  return useQuery({ queryKey: ['ledgers', id], queryFn: ({ signal }) => call(contract.get, { params: { id }, signal }) })
}

export function useLedgerLine(id: string) {
  return useQuery({ queryKey: ['ledgers', 'line', id], queryFn: ({ signal }) => call(contract.line, { params: { id }, signal }) })
}

/** Lists that papers brought to the plan of a year, of which a ledger may be made. */
export function useOffers(year: number, may: boolean) {
  return useQuery({ queryKey: ['ledgers', 'offers', year], queryFn: ({ signal }) => call(contract.offers, { query: { year }, signal }), enabled: may })
}

export function useMidTerm(id: string, year: number | null) {
  return useQuery({ queryKey: ['ledgers', 'mid-term', id, year], queryFn: ({ signal }) => call(contract.midTerm, { params: { id }, query: year === null ? {} : { year }, signal }) })
}
