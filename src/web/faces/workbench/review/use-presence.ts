import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../../engines/documents/contract.ts'
import { call } from '../../../client.ts'

/** Seconds between two notes that this page is open; the server forgets after two minutes. */
const every = 45_000

/** Who else has the paper open. Asking is also what tells the others that I have. */
export function usePresence(paper: string): readonly string[] {
  const asked = useQuery({ queryKey: ['presence', paper], queryFn: ({ signal }) => call(contract.presence, { params: { id: paper }, body: {}, signal }), refetchInterval: every, staleTime: every, retry: false })
  return asked.data?.others.map(other => other.name) ?? []
}
