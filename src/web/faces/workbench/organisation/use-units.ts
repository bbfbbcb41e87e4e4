import { useQuery } from '@tanstack/react-query'
import { contract, type UnitRow } from '../../../../engines/org/contract.ts'
import { type UnitKind } from '../../../../engines/org/schema.ts'
import { type Day } from '../../../../kernel/time.ts'
import { call } from '../../../client.ts'

/** The units directly below one, or those of a kind. All at once: a unit has a few hundred below it at most. */
export function useUnits(of: { readonly parent: string } | { readonly kind: UnitKind }, on: Day, enabled = true) {
  return useQuery({
    queryKey: ['units', of, on],
    queryFn: async ({ signal }): Promise<readonly UnitRow[]> => (await call(contract.units, { query: { ...of, on, limit: 500 }, signal })).items,
    enabled,
    staleTime: 300_000,
  })
}

export function useUnit(id: string, on: Day) {
  return useQuery({ queryKey: ['unit', id, on], queryFn: ({ signal }) => call(contract.unit, { params: { id }, query: { on }, signal }), enabled: id !== '' })
}
