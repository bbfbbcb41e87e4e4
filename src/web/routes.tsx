import { createBrowserRouter, Outlet, type RouteObject } from 'react-router'
import { cockpitRoutes } from './faces/cockpit/routes.ts'
import { ledgerRoutes } from './faces/ledger/routes.ts'
import { workbenchRoutes } from './faces/workbench/routes.ts'
import { Absent } from './frame/Absent.tsx'
import { Door } from './frame/Door.tsx'
import { Frame } from './frame/Frame.tsx'
import { PageFault } from './frame/PageFault.tsx'
import { Permitted } from './frame/Permitted.tsx'

/** Pages that are opened without being signed in. */
const outside: RouteObject[] = [
  { path: '/sign-in', lazy: { Component: async () => (await import('./frame/sign-in/SignInPage.tsx')).SignInPage } },
  { path: '/demo', lazy: { Component: async () => (await import('./frame/sign-in/DemonstrationPage.tsx')).DemonstrationPage } },
  { path: '/ui', lazy: { Component: async () => (await import('./style-page/StylePage.tsx')).StylePage } },
]

/** Every page is a chunk of its own; a face lists its pages in its routes.ts. */
export function makeRouter() {
  return createBrowserRouter([
    {
      Component: Outlet,
      ErrorBoundary: PageFault,
      HydrateFallback: () => null,
      children: [
        ...outside,
        {
          Component: Door,
          children: [
            {
              Component: Frame,
              children: [
                {
                  Component: Permitted,
                  ErrorBoundary: PageFault,
                  children: [
                    ...cockpitRoutes,
                    ...ledgerRoutes,
                    ...workbenchRoutes,
                    { path: '/account', lazy: { Component: async () => (await import('./frame/account/AccountPage.tsx')).AccountPage } },
                    { path: '*', Component: Absent },
                  ],
                },
              ],
            },
          ],
        },
      ],
    },
  ])
}
