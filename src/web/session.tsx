import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, use } from 'react'
import { type Verb } from '../engines/org/domain/permission.ts'
import { contract as org, type Me } from '../engines/org/contract.ts'
import { type Label } from '../kernel/label.ts'
import { sessionContract, type SessionState } from '../server/account/contract.ts'
import { call } from './client.ts'
import { forgetPage } from './kept-page.ts'

/** How far this browser is signed in. */
export function useSessionState() {
  return useQuery({ queryKey: ['session', 'state'], queryFn: ({ signal }) => call(sessionContract.state, { signal }), staleTime: 60_000 })
}

/** Who is signed in, with what they may do; asked only when somebody is. */
export function useMeQuery(signedIn: boolean) {
  return useQuery({ queryKey: ['session', 'me'], queryFn: ({ signal }) => call(org.me, { signal }), enabled: signedIn, staleTime: 60_000 })
}

/** Takes over a session state that an act of signing in or out replied, and forgets everything that was seen as somebody else. */
export function useSessionChange(): (state?: SessionState) => Promise<void> {
  const queries = useQueryClient()
  return async state => {
    await forgetPage()
    queries.removeQueries({ predicate: query => query.queryKey[0] !== 'session' })
    queries.removeQueries({ queryKey: ['session', 'me'] })
    if (state) queries.setQueryData(['session', 'state'], state)
    else await queries.refetchQueries({ queryKey: ['session', 'state'] })
  }
}

export type Signed = { readonly me: Me; readonly state: SessionState; readonly district: Label; readonly may: (verb: Verb) => boolean }

/** The person before the screen; set by the door, so that every page inside has it. */
export const SignedIn = createContext<Signed | null>(null)

export function useSession(): Signed {
  const signed = use(SignedIn)
  if (!signed) throw new Error('useSession outside the door')
  return signed
}
