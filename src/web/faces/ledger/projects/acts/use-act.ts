import { useQueryClient } from '@tanstack/react-query'
import { contract, type ProjectView } from '../../../../../engines/projects/contract.ts'
import { type ProjectAct } from '../../../../../engines/projects/schema.ts'
import { call } from '../../../../client.ts'
import { useLedgerChange } from '../../../../parts/plan/ledger-queries.ts'

/** Does something with a project as this person sees it; what is shown of projects and of the cockpit is asked anew. */
export function useAct({ id, seq }: Pick<ProjectView, 'id' | 'seq'>): { /** Answers the number of the event that it became. */ readonly act: (act: ProjectAct) => Promise<number>; readonly changed: () => Promise<void>; readonly reload: () => void } {
  const queries = useQueryClient(), changed = useLedgerChange()
  return {
    act: async act => { const done = await call(contract.act, { params: { id }, body: { seq, act } }); await changed(); return done.seq },
    changed,
    reload: () => void queries.invalidateQueries({ queryKey: ['projects', 'one', id] }),
  }
}
