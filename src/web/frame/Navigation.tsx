import { Link, useLocation } from 'react-router'
import { useLanguage } from '../language.tsx'
import { useSession } from '../session.tsx'
import { isAt, placesFor } from './nav.ts'
import style from './Navigation.module.css'

/** The places this person may go to, by face. `onGo` closes the folded navigation of a phone. */
export function Navigation({ onGo }: { readonly onGo?: () => void }) {
  const { t } = useLanguage()
  const { may } = useSession()
  const { pathname } = useLocation()
  return (
    <nav className={style['nav']} aria-label={t({ zh: '主导航', en: 'Main navigation' })}>
      {placesFor(may).map(face => (
        <section key={face.places[0]?.to}>
          {face.label && <h2>{t(face.label)}</h2>}
          <ul>
            {face.places.map(place => (
              <li key={place.to}>
                <Link to={place.to} aria-current={isAt(place, pathname) ? 'page' : undefined} {...(onGo && { onClick: onGo })}>{t(place.label)}</Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
