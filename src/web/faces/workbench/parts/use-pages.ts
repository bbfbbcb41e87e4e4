import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'

type Page = { readonly items: readonly unknown[]; readonly total: number; readonly next: string | null }

/** A paged list that grows on demand: what has come so far, how many there are, and how to get more. `load` is given the cursor. */
export function usePages<P extends Page>(key: readonly unknown[], load: (page: { readonly after?: string; readonly signal: AbortSignal }) => Promise<P>) {
  const asked = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load({ signal, ...(pageParam !== '' && { after: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: last => last.next,
    placeholderData: keepPreviousData,
  })
  const rows = asked.data?.pages.flatMap((page): readonly P['items'][number][] => page.items) ?? []
  return {
    rows,
    first: asked.data?.pages[0] ?? null,
    total: asked.data?.pages[0]?.total ?? 0,
    isPending: asked.isPending,
    error: asked.error,
    retry: () => void asked.refetch(),
    more: { total: asked.hasNextPage ? asked.data?.pages[0]?.total ?? 0 : rows.length, load: () => void asked.fetchNextPage(), loading: asked.isFetchingNextPage },
  }
}
