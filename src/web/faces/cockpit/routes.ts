import { type RouteObject } from 'react-router'
import { type RouteHandle } from '../../frame/Permitted.tsx'

/** Pages for leaders. */
export const cockpitRoutes: RouteObject[] = [
  { path: '/', handle: { verb: 'plan.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./CockpitPage.tsx')).CockpitPage } },
]
