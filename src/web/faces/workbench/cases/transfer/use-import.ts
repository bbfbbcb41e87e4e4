import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { importContract, type ImportView } from '../../../../../engines/cases/transfer/import-contract.ts'
import { call } from '../../../../client.ts'

const keyOf = (id: string) => ['case-import', id]

export function useImport(id: string) {
  return useQuery({ queryKey: keyOf(id), queryFn: ({ signal }) => call(importContract.caseImport, { params: { id }, signal }) })
}

/** Work on an import that goes on piece by piece: how far it is, and what went wrong. What was done stays; going on does nothing twice. */
export function useImportWork(id: string) {
  const queries = useQueryClient()
  const [doing, setDoing] = useState<{ readonly done: number; readonly of: number } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const came = async (view: ImportView) => {
    queries.setQueryData(keyOf(id), view)
    for (const key of ['case-imports', 'case-import-rows', 'cases']) await queries.invalidateQueries({ queryKey: [key] })
  }
  const pieces = async (of: number, next: () => Promise<{ readonly done: number; readonly left: number; readonly import: ImportView }>) => {
    setError(null)
    setDoing({ done: 0, of })
    try {
      for (let left = of; left > 0;) {
        const piece = await next()
        left = piece.done === 0 ? 0 : piece.left // rows that somebody else holds are theirs
        setDoing({ done: of - left, of })
        queries.setQueryData(keyOf(id), piece.import)
        if (left === 0) await came(piece.import)
      }
    } catch (failure) {
      setError(failure)
      await queries.invalidateQueries({ queryKey: keyOf(id) })
      throw failure
    } finally {
      setDoing(null)
    }
  }
  return {
    doing, error, came,
    take: (of: number) => pieces(of, () => call(importContract.takeImport, { params: { id } })).catch(() => {}), // shown as `error`
    undo: (of: number, reason: string) => pieces(of, () => call(importContract.undoImport, { params: { id }, body: { reason } })),
  }
}
