import { useQuery, useQueryClient } from '@tanstack/react-query'
import { sprintContract, type SprintView } from '../../../../engines/supervision/sprints/contract.ts'
import { type SprintAct, type SprintTelling } from '../../../../engines/supervision/sprints/schema.ts'
import { type Id } from '../../../../kernel/id.ts'
import { call } from '../../../client.ts'

export const useSprints = () => useQuery({ queryKey: ['sprints', 'list'], queryFn: ({ signal }) => call(sprintContract.sprints, { signal }) })

export const useSprint = (id: Id) => useQuery({ queryKey: ['sprints', 'one', id], queryFn: ({ signal }) => call(sprintContract.sprint, { params: { id }, signal }) })

/** The reds of the year; asked anew each time the form is opened. */
export const useProposed = () => useQuery({ queryKey: ['sprints', 'proposed'], queryFn: ({ signal }) => call(sprintContract.proposed, { signal }), gcTime: 0 })

/** Does something with a sprint as this person sees it; what is shown of sprints and the inbox is asked anew. */
export function useSprintAct({ id, seq }: Pick<SprintView, 'id' | 'seq'>): { readonly act: (asked: SprintAct) => Promise<void>; readonly tell: (telling: SprintTelling) => Promise<void>; readonly reload: () => void } {
  const queries = useQueryClient()
  const changed = () => Promise.all([queries.invalidateQueries({ queryKey: ['sprints'] }), queries.invalidateQueries({ queryKey: ['inbox'] })])
  return {
    act: async asked => { await call(sprintContract.act, { params: { id }, body: { seq, act: asked } }); await changed() },
    tell: async telling => { await call(sprintContract.tell, { params: { id }, body: { seq, telling } }); await changed() },
    reload: () => void queries.invalidateQueries({ queryKey: ['sprints', 'one', id] }),
  }
}
