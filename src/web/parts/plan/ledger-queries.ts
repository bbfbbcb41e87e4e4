import { useQueryClient } from '@tanstack/react-query'

/** First words of the keys under which pages keep what they asked of the ledger. */
export type LedgerKey = 'cockpit' | 'plan' | 'ledgers' | 'register' | 'figures'

const keys: readonly unknown[] = ['cockpit', 'plan', 'ledgers', 'register', 'figures', 'figure-chain', 'projects'] satisfies readonly (LedgerKey | 'figure-chain' | 'projects')[]

/** To be called after something of the ledger was changed: lights, figures and targets hang together, so all of it is asked again. */
export function useLedgerChange(): () => Promise<void> {
  const queries = useQueryClient()
  return async () => queries.invalidateQueries({ predicate: query => keys.includes(query.queryKey[0]) })
}
