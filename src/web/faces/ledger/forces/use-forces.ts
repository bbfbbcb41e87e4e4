import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { forceContract, type ForceView } from '../../../../engines/projects/forces/contract.ts'
import { type ForceAct, ForceState } from '../../../../engines/projects/forces/schema.ts'
import { Id } from '../../../../kernel/id.ts'
import { call } from '../../../client.ts'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { usePages } from '../../workbench/parts/use-pages.ts'

export type ForceFilter = { readonly state?: ForceState; readonly unit?: Id; readonly q?: string }

/** The filters that stand in the address; what does not fit there is left out. */
export function useForceFilter(): ForceFilter {
  const [search] = useSearchParams()
  const state = ForceState.safeParse(search.get('state')).data, unit = Id.safeParse(search.get('unit')).data, q = search.get('q')?.trim().slice(0, 80)
  return { ...(state && { state }), ...(unit && { unit }), ...(q && { q }) }
}

export function useForces(filter: ForceFilter) {
  return usePages(['projects', 'forces', filter], ({ after, signal }) => call(forceContract.forces, { query: { ...filter, limit: 50, ...(after && { after }) }, signal }))
}

export function useTeamless() {
  return useQuery({ queryKey: ['projects', 'forces', 'teamless'], queryFn: ({ signal }) => call(forceContract.teamless, { signal }) })
}

/** The task forces that have a project, and whether the district asks for one. */
export function useForcesOf(project: Id) {
  return useQuery({ queryKey: ['projects', 'forces', 'of', project], queryFn: ({ signal }) => call(forceContract.forces, { query: { project, limit: 10 }, signal }) })
}

export function useForce(id: Id) {
  return useQuery({ queryKey: ['projects', 'force', id], queryFn: ({ signal }) => call(forceContract.force, { params: { id }, signal }) })
}

/** Does something with a task force as this person sees it. */
export function useForceAct({ id, seq }: Pick<ForceView, 'id' | 'seq'>): { readonly act: (act: ForceAct) => Promise<void>; readonly reload: () => void } {
  const queries = useQueryClient(), changed = useLedgerChange()
  return {
    act: async act => { await call(forceContract.actForce, { params: { id }, body: { seq, act } }); await changed() },
    reload: () => void queries.invalidateQueries({ queryKey: ['projects', 'force', id] }),
  }
}
