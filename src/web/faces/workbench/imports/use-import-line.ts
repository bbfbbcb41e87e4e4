import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import { contract, type Paper } from '../../../../engines/documents/contract.ts'
import { call } from '../../../client.ts'

/** A paper handed in: a file, or text that was pasted. */
export type Handed = { readonly file: File } | { readonly text: string; readonly name: string }

/** How far the import of one paper has come. `existing`: the same text was imported before, and this is that import. */
export type Line = { readonly key: number; readonly name: string; readonly size: number } & (
  | { readonly state: 'waiting' | 'reading' }
  | { readonly state: 'read'; readonly existing: boolean; readonly paper: Paper }
  | { readonly state: 'refused'; readonly error: unknown }
)

/** Imports papers one after the other; the server reads few at once, and a person sees which is being read. */
export function useImportLine(onAllRead: (papers: readonly { readonly existing: boolean; readonly paper: Paper }[]) => void) {
  const queries = useQueryClient()
  const [lines, setLines] = useState<readonly Line[]>([])
  const last = useRef(0)
  const queue = useRef<Promise<void>>(Promise.resolve())

  const take = useCallback((handed: readonly Handed[]) => {
    const batch = handed.map(one => {
      last.current += 1
      return { one, line: { key: last.current, name: nameOf(one), size: sizeOf(one), state: 'waiting' } satisfies Line }
    })
    setLines(before => [...batch.map(b => b.line), ...before.filter(line => line.state !== 'refused')])
    const became = (line: Line) => setLines(before => before.map(other => (other.key === line.key ? line : other)))
    queue.current = queue.current.then(async () => {
      const read: { existing: boolean; paper: Paper }[] = []
      for (const { one, line } of batch) {
        became({ ...line, state: 'reading' })
        try {
          const answer = await send(one)
          read.push(answer)
          became({ ...line, state: 'read', ...answer })
          void queries.invalidateQueries({ queryKey: ['papers'] })
        } catch (error) {
          became({ ...line, state: 'refused', error })
        }
      }
      if (read.length === batch.length) onAllRead(read)
    })
  }, [queries, onAllRead])

  return { lines, take, forget: (key: number) => setLines(before => before.filter(line => line.key !== key)) }
}

function send(one: Handed): Promise<{ readonly existing: boolean; readonly paper: Paper }> {
  return 'file' in one ? call(contract.importPaper, { file: one.file, body: {} }) : call(contract.importPaper, { body: { text: one.text, ...(one.name !== '' && { name: one.name }) } })
}

function nameOf(one: Handed): string {
  return 'file' in one ? one.file.name : one.name
}

function sizeOf(one: Handed): number {
  return 'file' in one ? one.file.size : new TextEncoder().encode(one.text).length
}
