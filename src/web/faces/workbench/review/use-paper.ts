import { keepPreviousData, type QueryClient, useQuery } from '@tanstack/react-query'
import { contract, type FindingMatch, type Paper } from '../../../../engines/documents/contract.ts'
import { type Finding, type Progress } from '../../../../engines/documents/domain/finding.ts'
import { type Span } from '../../../../engines/documents/schema.ts'
import { call } from '../../../client.ts'

/** Milliseconds between looks at what others have decided, while others are at the same paper. */
const whileOthers = 20_000

export function usePaper(id: string, others: boolean) {
  return useQuery({ queryKey: paperKey(id), queryFn: ({ signal }) => call(contract.paper, { params: { id }, signal }), refetchInterval: others && whileOthers })
}

/** All findings of a paper, as they stand in it. They are a few hundred; the text needs all of their places. */
export function useFindings(id: string, others: boolean) {
  return useQuery({
    queryKey: findingsKey(id),
    queryFn: ({ signal }) => all(after => call(contract.findings, { params: { id }, query: { limit: 500, ...(after !== null && { after }) }, signal })),
    refetchInterval: others && whileOthers,
  })
}

/** Which indicators the facts speak of, by finding. */
export function useMatches(id: string) {
  return useQuery({
    queryKey: ['matches', id],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, FindingMatch>> => new Map((await all(after => call(contract.matches, { params: { id }, query: { limit: 500, ...(after !== null && { after }) }, signal }))).map(match => [match.finding, match])),
    placeholderData: keepPreviousData,
  })
}

/** A page of the raw text; it never changes. */
export function usePageText(id: string, page: Span, near: boolean) {
  return useQuery({ queryKey: ['paper-text', id, page.start, page.end], queryFn: ({ signal }) => call(contract.text, { params: { id }, query: { start: page.start, end: page.end }, signal }), enabled: near, staleTime: Infinity })
}

export const paperKey = (id: string) => ['paper', id] as const
export const findingsKey = (id: string) => ['findings', id] as const

/** Puts findings in the place of those that are known, by id. */
export function putFindings(queries: QueryClient, paper: string, changed: readonly Finding[]): void {
  const byId = new Map(changed.map(finding => [finding.id, finding]))
  queries.setQueryData<readonly Finding[]>(findingsKey(paper), known => known?.map(finding => byId.get(finding.id) ?? finding))
}

export function putProgress(queries: QueryClient, paper: string, progress: Progress): void {
  queries.setQueryData<Paper>(paperKey(paper), known => known && { ...known, progress })
}

/** Asks for page after page until there are no more. */
async function all<T>(load: (after: string | null) => Promise<{ readonly items: readonly T[]; readonly next: string | null }>): Promise<readonly T[]> {
  const items: T[] = []
  let after: string | null = null
  do {
    const page: { readonly items: readonly T[]; readonly next: string | null } = await load(after)
    items.push(...page.items)
    after = page.next
  } while (after !== null)
  return items
}
