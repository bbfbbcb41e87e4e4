import { type RouteObject } from 'react-router'
import { type RouteHandle } from '../../frame/Permitted.tsx'

/** Pages for staff. */
export const workbenchRoutes: RouteObject[] = [
  { path: '/imports', handle: { verb: 'import.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./imports/ImportsPage.tsx')).ImportsPage } },
  { path: '/imports/:id', handle: { verb: 'import.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./review/ReviewPage.tsx')).ReviewPage } },
]
