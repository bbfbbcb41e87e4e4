import { Link, useLocation } from 'react-router'
import { type Label } from '../../kernel/label.ts'
import { useLanguage } from '../language.tsx'
import style from './ViewSwitch.module.css'

/** Views of the same thing, as links: the chosen one stands in the address (`?view=list`). */
export function ViewSwitch({ label, views, current, name = 'view' }: { readonly label: Label; readonly views: readonly { readonly key: string; readonly label: Label }[]; readonly current: string; readonly name?: string }) {
  const { t } = useLanguage()
  const { pathname, search } = useLocation()
  const to = (key: string) => {
    const query = new URLSearchParams(search)
    query.set(name, key)
    return { pathname, search: `?${query.toString()}` }
  }
  return (
    <nav className={`${style['views']} unprinted`} aria-label={t(label)}>
      <ul>
        {views.map(view => <li key={view.key}><Link to={to(view.key)} preventScrollReset aria-current={view.key === current ? 'page' : undefined}>{t(view.label)}</Link></li>)}
      </ul>
    </nav>
  )
}
