import { type RouteObject } from 'react-router'
import { type RouteHandle } from '../../frame/Permitted.tsx'

const cockpit = { handle: { verb: 'plan.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./CockpitPage.tsx')).CockpitPage } }

/** Pages for leaders. */
export const cockpitRoutes: RouteObject[] = [{ path: '/', ...cockpit }, { path: '/cockpit', ...cockpit }]
