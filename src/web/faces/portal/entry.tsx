import { renderToStaticMarkup } from 'react-dom/server'
import { type ReactNode } from 'react'
import { type PublicPage, type PublicView } from '../../../server/public/contract.ts'
import { lightLook, propertiesOf } from '../../theme.ts'
import { DataPage } from './DataPage.tsx'
import { FollowedPage } from './follow/FollowedPage.tsx'
import { FollowPage } from './follow/FollowPage.tsx'
import { FrameContext } from './frame.tsx'
import { HelpPage } from './HelpPage.tsx'
import { LinePage } from './LinePage.tsx'
import { MattersPage } from './MattersPage.tsx'
import { NoticePage } from './NoticePage.tsx'
import sheet from './portal.css?inline'
import { SentPage } from './report/SentPage.tsx'
import { StartPage } from './report/StartPage.tsx'
import { StepPage } from './report/StepPage.tsx'
import { StoppedPage } from './report/StoppedPage.tsx'
import { YearPage } from './YearPage.tsx'

/** The one style sheet of the public pages, over the same colours as the pages for staff. */
export const style = `:root{${Object.entries(propertiesOf(lightLook)).map(([name, value]) => `${name}:${value}`).join(';')}}${sheet}`

/** A public page as HTML. Drawn on the server only; no script goes with it. */
export function page({ frame, page }: PublicView): string {
  return `<!doctype html>${renderToStaticMarkup(<FrameContext value={frame}>{drawn(page)}</FrameContext>)}`
}

function drawn(page: PublicPage): ReactNode {
  switch (page.kind) {
    case 'year': return <YearPage page={page} />
    case 'line': return <LinePage page={page} />
    case 'matters': return <MattersPage page={page} />
    case 'data': return <DataPage page={page} />
    case 'help': return <HelpPage />
    case 'report': return <StartPage page={page} />
    case 'report-step': return <StepPage page={page} />
    case 'report-sent': return <SentPage page={page} />
    case 'follow': return <FollowPage page={page} />
    case 'followed': return <FollowedPage page={page} />
    case 'case-stopped': return <StoppedPage page={page} />
    case 'nothing-yet':
    case 'withdrawn':
    case 'not-found':
    case 'too-often':
    case 'fault': return <NoticePage page={page} />
  }
}
