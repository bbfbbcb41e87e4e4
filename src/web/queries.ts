import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { Problem } from './problem.ts'

/** What was asked of the server and not yet changed: kept for half a minute, asked again when the window comes back to front. */
export function makeQueryClient(): QueryClient {
  // A session that ended, or a password that must be changed first, shows itself in any answer: then the door is asked again.
  const hear = (error: unknown) => {
    if (error instanceof Problem && (error.status === 401 || error.kind === 'password-change-due')) void client.invalidateQueries({ queryKey: ['session'] })
  }
  const client = new QueryClient({
    queryCache: new QueryCache({ onError: hear }),
    mutationCache: new MutationCache({ onError: hear }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A browser that thinks itself offline may still be answered, by what it keeps or by a server on the same machine; silence is said after the same tries.
        networkMode: 'always',
        refetchOnReconnect: true,
        // An answer that says no will say no again; only silence and faults are worth asking twice.
        retry: (count, error) => count < 2 && !(error instanceof Problem && error.status >= 400 && error.status < 500),
      },
    },
  })
  return client
}
