import { useEffect } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'
import { Failure } from '../ui/Failure.tsx'
import { Loading } from '../ui/Loading.tsx'
import { forgetPageOfOthers } from '../kept-page.ts'
import { signInFor } from '../next-address.ts'
import { SignedIn, type Signed, useMeQuery, useSessionState } from '../session.tsx'
import style from './Door.module.css'

/** Only who is signed in comes in; others are led to the page where they can, and come back to where they wanted to go. */
export function Door() {
  const here = useLocation()
  const state = useSessionState()
  const me = useMeQuery(state.data?.state === 'signed-in')
  const person = me.data?.person
  useEffect(() => { if (person !== undefined) void forgetPageOfOthers(person) }, [person])
  // Who was let in stays in while the server cannot be reached: what they have before them is not taken away.
  const inside = state.data?.state === 'signed-in' && me.data !== undefined
  const failed = inside ? null : state.error ?? me.error
  if (failed) return <main><Failure error={failed} size="page" retry={() => { void state.refetch(); void me.refetch() }} /></main>
  if (!state.data) return <div className={style['opening']}><Loading /></div>
  if (state.data.state === 'signed-out') return <Navigate replace to={signInFor(state.data.demonstration ? '/demo' : '/sign-in', here)} />
  if (state.data.state !== 'signed-in') return <Navigate replace to={signInFor('/sign-in', here)} />
  if (!me.data) return <div className={style['opening']}><Loading /></div>
  const { district, districts } = state.data
  const verbs = new Set(me.data.verbs)
  const signed: Signed = {
    me: me.data,
    state: state.data,
    district: districts.find(one => one.code === district)?.name ?? { zh: String(district), en: String(district) },
    may: verb => verbs.has(verb),
  }
  return <SignedIn value={signed}><Outlet /></SignedIn>
}
