import { Link } from 'react-router'
import { useLanguage } from '../../../../language.tsx'
import { Chain } from '../../../../parts/cases/Chain.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { type Opened } from './use-case.ts'

/** What happened, the latest first; what was merged links to where it went. */
export function History({ opened: { view, type } }: { readonly opened: Opened }) {
  const { t } = useLanguage()
  return (
    <Panel title={t({ zh: '经过', en: 'History' })}>
      <Chain type={type} events={view.events} names={view.names} more={({ event }) => (event.kind === 'merged' ? <p><Link to={`/cases/${event.into}`}>{t({ zh: '打开并入的工单', en: 'Open the case it went into' })}</Link></p> : null)} />
    </Panel>
  )
}
