import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type z } from 'zod'
import { type CaseView, contract, type Move } from '../../../../../engines/cases/contract.ts'
import { caseOf, type Case } from '../../../../../engines/cases/domain/case.ts'
import { type CaseType } from '../../../../../engines/cases/schema.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { call } from '../../../../client.ts'
import { Problem } from '../../../../problem.ts'

/** A case with the version of its type that it lives under, folded here as the server folds it. */
export type Opened = { readonly view: CaseView; readonly type: CaseType; readonly present: Case }

export function useCase(id: Id) {
  const asked = useQuery({ queryKey: ['case', id], queryFn: ({ signal }) => call(contract.one, { params: { id }, signal }) })
  const of = asked.data?.type
  // A version of a type never changes.
  const type = useQuery({ queryKey: ['case-type', of?.key, of?.version], queryFn: ({ signal }) => call(contract.type, { params: { key: of?.key ?? '', version: of?.version ?? 1 }, signal }), enabled: of !== undefined, staleTime: Infinity })
  const present = asked.data && type.data ? caseOf(type.data, asked.data.events) : null
  return {
    opened: asked.data && type.data && present ? { view: asked.data, type: type.data, present } satisfies Opened : null,
    error: asked.error ?? type.error,
    refetch: async () => { await (asked.isError || !type.isError ? asked.refetch() : type.refetch()) },
  }
}

export type MoveGiven = z.input<typeof Move>

/** Does something with a case as it was last seen. Answers the case as it is then, and whether it is out of this person's sight. */
export function useAct({ id, seq }: Pick<CaseView, 'id' | 'seq'>) {
  const queries = useQueryClient()
  return async (move: MoveGiven): Promise<{ readonly view: CaseView; readonly gone: boolean }> => {
    const view = await call(contract.move, { params: { id }, body: { seq, move } })
    const gone = await call(contract.one, { params: { id } }).then(() => false, (error: unknown) => error instanceof Problem && error.status === 404)
    if (!gone) queries.setQueryData(['case', id], view)
    for (const key of ['cases', 'case-attachments', 'inbox', 'needs']) void queries.invalidateQueries({ queryKey: [key] })
    return { view, gone }
  }
}
