import { type RouteObject } from 'react-router'
import { type RouteHandle } from '../../frame/Permitted.tsx'

const cockpit = { handle: { verb: 'plan.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./CockpitPage.tsx')).CockpitPage } }

const board = { path: '/cases/board', handle: { verb: 'case.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./board/BoardPage.tsx')).BoardPage } }

const clusters = { path: '/cases/clusters', handle: { verb: 'case.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./clusters/ClustersPage.tsx')).ClustersPage } }

const dispatch = { path: '/dispatch', handle: { verb: 'dispatch.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./dispatch/DispatchPage.tsx')).DispatchPage } }

const meeting = { path: '/dispatch/:id', handle: { verb: 'dispatch.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./dispatch/MeetingPage.tsx')).MeetingPage } }

const notices = { path: '/notices', handle: { verb: 'case.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./notices/NoticesPage.tsx')).NoticesPage } }

const feedback = { path: '/feedback', handle: { verb: 'dispatch.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./feedback/FeedbackPage.tsx')).FeedbackPage } }

const oneFeedback = { path: '/feedback/:id', handle: { verb: 'dispatch.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./feedback/OneFeedbackPage.tsx')).OneFeedbackPage } }

const sprints = { path: '/sprints', handle: { verb: 'dispatch.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./sprints/SprintsPage.tsx')).SprintsPage } }

const sprint = { path: '/sprints/:id', handle: { verb: 'dispatch.read' } satisfies RouteHandle, lazy: { Component: async () => (await import('./sprints/SprintPage.tsx')).SprintPage } }

/** Pages for leaders. */
export const cockpitRoutes: RouteObject[] = [{ path: '/', ...cockpit }, { path: '/cockpit', ...cockpit }, board, clusters, dispatch, meeting, notices, feedback, oneFeedback, sprints, sprint]
