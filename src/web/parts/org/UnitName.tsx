import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../engines/org/contract.ts'
import { type Id } from '../../../kernel/id.ts'
import { call } from '../../client.ts'

/** The name of a unit of which only the id is at hand. */
export function UnitName({ id }: { readonly id: Id }) {
  const name = useQuery({ queryKey: ['unit-name', id], queryFn: async ({ signal }) => (await call(contract.unit, { params: { id }, signal })).unit.name, staleTime: 300_000 })
  return <span lang="zh-CN">{name.data ?? '……'}</span>
}
