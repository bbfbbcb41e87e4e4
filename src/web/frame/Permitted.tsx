import { Navigate, Outlet, useLocation, useMatches } from 'react-router'
import { type Verb, verbLabels } from '../../engines/org/domain/permission.ts'
import { useSession } from '../session.tsx'
import { NoPermission } from '../ui/NoPermission.tsx'
import { placesFor } from './nav.ts'

/** What a route says of itself: the verb one must be allowed in order to see it. */
export type RouteHandle = { readonly verb: Verb }

/** Shows a page only to those whose posts allow it. The first page leads everybody else to the first place they have. */
export function Permitted() {
  const { may } = useSession()
  const { pathname } = useLocation()
  const asked = useMatches().map(match => verbOf(match.handle)).filter(verb => verb !== null)
  if (asked.every(may)) return <Outlet />
  const [first] = placesFor(may).flatMap(face => face.places)
  return pathname === '/' && first ? <Navigate replace to={first.to} /> : <NoPermission size="page" />
}

function verbOf(handle: unknown): Verb | null {
  const verb = typeof handle === 'object' && handle !== null && 'verb' in handle ? handle.verb : null
  return typeof verb === 'string' && isVerb(verb) ? verb : null
}

function isVerb(text: string): text is Verb {
  return text in verbLabels
}
