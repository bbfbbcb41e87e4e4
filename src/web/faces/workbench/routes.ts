import { type RouteObject } from 'react-router'
import { type RouteHandle } from '../../frame/Permitted.tsx'

/** Pages for staff. */
export const workbenchRoutes: RouteObject[] = [
  { path: '/inbox', lazy: { Component: async () => (await import('./inbox/InboxPage.tsx')).InboxPage } },
  { path: '/returns', handle: { verb: 'figure.unpublished' } satisfies RouteHandle, lazy: { Component: async () => (await import('./returns/ReturnsPage.tsx')).ReturnsPage } },
  { path: '/returns/forms', handle: { verb: 'plan.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./returns/forms/FormsPage.tsx')).FormsPage } },
  { path: '/returns/progress/:id', handle: { verb: 'figure.unpublished' } satisfies RouteHandle, lazy: { Component: async () => (await import('./returns/ProgressPage.tsx')).ProgressPage } },
  { path: '/returns/:id', handle: { verb: 'figure.unpublished' } satisfies RouteHandle, lazy: { Component: async () => (await import('./returns/sheet/SheetPage.tsx')).SheetPage } },
  { path: '/imports', handle: { verb: 'import.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./imports/ImportsPage.tsx')).ImportsPage } },
  { path: '/imports/:id', handle: { verb: 'import.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./review/ReviewPage.tsx')).ReviewPage } },
  { path: '/doubts', handle: { verb: 'plan.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./doubts/DoubtsPage.tsx')).DoubtsPage } },
  { path: '/publications', handle: { verb: 'publication.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./publications/PublicationsPage.tsx')).PublicationsPage } },
  { path: '/publications/prepare/:year', handle: { verb: 'publication.prepare' } satisfies RouteHandle, lazy: { Component: async () => (await import('./publications/PreparePage.tsx')).PreparePage } },
  { path: '/publications/:id', handle: { verb: 'publication.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./publications/PublicationPage.tsx')).PublicationPage } },
  { path: '/organisation', handle: { verb: 'org.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./organisation/OrganisationPage.tsx')).OrganisationPage } },
  { path: '/audit', handle: { verb: 'audit.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./audit/AuditPage.tsx')).AuditPage } },
  { path: '/accounts', handle: { verb: 'account.manage' } satisfies RouteHandle, lazy: { Component: async () => (await import('./accounts/AccountsPage.tsx')).AccountsPage } },
  { path: '/access-review', handle: { verb: 'account.manage' } satisfies RouteHandle, lazy: { Component: async () => (await import('./access-review/AccessReviewPage.tsx')).AccessReviewPage } },
  { path: '/keys', handle: { verb: 'account.manage' } satisfies RouteHandle, lazy: { Component: async () => (await import('./keys/KeysPage.tsx')).KeysPage } },
  { path: '/systems', lazy: { Component: async () => (await import('./systems/SystemsPage.tsx')).SystemsPage } },
]
