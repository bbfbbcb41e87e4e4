import { type RouteObject } from 'react-router'

/** Pages for staff. */
export const workbenchRoutes: RouteObject[] = []
