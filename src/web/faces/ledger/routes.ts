import { type RouteObject } from 'react-router'
import { type RouteHandle } from '../../frame/Permitted.tsx'

const handle = { verb: 'plan.read' } satisfies RouteHandle

export const ledgerRoutes: RouteObject[] = [
  { path: '/plan', handle, lazy: { Component: async () => (await import('./plan/LatestPlan.tsx')).LatestPlan } },
  { path: '/plan/:year', handle, lazy: { Component: async () => (await import('./plan/PlanPage.tsx')).PlanPage } },
]
