import { type RouteObject } from 'react-router'
import { type RouteHandle } from '../../frame/Permitted.tsx'

const handle = { verb: 'plan.read' } satisfies RouteHandle

/** Pages of the ledger: the plan of a year, the register of indicators. */
export const ledgerRoutes: RouteObject[] = [
  { path: '/plan', handle, lazy: { Component: async () => (await import('./plan/LatestPlan.tsx')).LatestPlan } },
  { path: '/plan/:year', handle, lazy: { Component: async () => (await import('./plan/PlanPage.tsx')).PlanPage } },
  { path: '/lights', handle, lazy: { Component: async () => (await import('./lights/LightsPage.tsx')).LightsPage } },
  { path: '/threads', handle, lazy: { Component: async () => (await import('./threads/ThreadsPage.tsx')).ThreadsPage } },
  { path: '/threads/suggestions', handle, lazy: { Component: async () => (await import('./threads/SuggestionsPage.tsx')).SuggestionsPage } },
  { path: '/threads/:id', handle, lazy: { Component: async () => (await import('./threads/ThreadPage.tsx')).ThreadPage } },
  { path: '/ledgers', handle, lazy: { Component: async () => (await import('./ledgers/LedgersPage.tsx')).LedgersPage } },
  { path: '/ledgers/:id', handle, lazy: { Component: async () => (await import('./ledgers/LedgerPage.tsx')).LedgerPage } },
  { path: '/projects', handle, lazy: { Component: async () => (await import('./projects/ProjectsPage.tsx')).ProjectsPage } },
  { path: '/projects/pool', handle, lazy: { Component: async () => (await import('./projects/pool/PoolPage.tsx')).PoolPage } },
  { path: '/projects/:id', handle, lazy: { Component: async () => (await import('./projects/ProjectPage.tsx')).ProjectPage } },
  { path: '/task-forces', handle, lazy: { Component: async () => (await import('./forces/ForcesPage.tsx')).ForcesPage } },
  { path: '/task-forces/:id', handle, lazy: { Component: async () => (await import('./forces/ForcePage.tsx')).ForcePage } },
  { path: '/plan/:year/targets/:id/division', handle, lazy: { Component: async () => (await import('./division/DivisionPage.tsx')).DivisionPage } },
  { path: '/units/:id', handle, lazy: { Component: async () => (await import('./unit/UnitPage.tsx')).UnitPage } },
  { path: '/register', handle, lazy: { Component: async () => (await import('./register/RegisterPage.tsx')).RegisterPage } },
  { path: '/register/figures', handle, lazy: { Component: async () => (await import('./register/FiguresPage.tsx')).FiguresPage } },
  { path: '/register/:code', handle, lazy: { Component: async () => (await import('./indicator/IndicatorPage.tsx')).IndicatorPage } },
]
