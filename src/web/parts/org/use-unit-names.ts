import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../engines/org/contract.ts'
import { type Id } from '../../../kernel/id.ts'
import { call } from '../../client.ts'

/** Names of units that a kept draft has by their ids; of those in `known` nothing is asked. */
export function useUnitNames(ids: readonly string[], known: Readonly<Record<string, string>> = {}): ReadonlyMap<Id, string> {
  const unknown = [...new Set(ids)].filter(id => id !== '' && known[id] === undefined)
  const names = useQuery({ queryKey: ['unit-names', unknown], queryFn: ({ signal }) => Promise.all(unknown.map(async id => [id, (await call(contract.unit, { params: { id }, signal })).unit.name] as const)), enabled: unknown.length > 0, staleTime: 300_000 })
  return new Map([...Object.entries(known), ...names.data ?? []])
}
