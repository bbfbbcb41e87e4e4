import { useEffect, useMemo, useRef, useState } from 'react'
import { Outlet, ScrollRestoration, useLocation } from 'react-router'
import { useLanguage } from '../language.tsx'
import { useSession } from '../session.tsx'
import { useShortcuts } from '../shortcuts.tsx'
import { SheetProvider } from '../ui/SheetProvider.tsx'
import { DemonstrationStrip } from './DemonstrationStrip.tsx'
import style from './Frame.module.css'
import { KeyboardHelp } from './KeyboardHelp.tsx'
import { Navigation } from './Navigation.tsx'
import { PersonCard } from './PersonCard.tsx'
import { SearchPalette } from './SearchPalette.tsx'
import { TopBar } from './TopBar.tsx'

type Opened = 'search' | 'keys' | 'menu'

/** The shell around every page of staff and leaders: bar, navigation, page; search and keyboard help over it. */
export function Frame() {
  const { t } = useLanguage()
  const { state } = useSession()
  const { pathname } = useLocation()
  const main = useRef<HTMLElement>(null)
  const at = useRef(pathname)
  const [last, setLast] = useState<{ readonly what: Opened; readonly on: string } | null>(null)
  // What was opened on another page is closed on this one.
  const opened = last?.on === pathname ? last.what : null
  const open = (what: Opened) => setLast({ what, on: pathname })
  const close = () => setLast(null)

  // A new page begins at its title, for eyes and for screen readers.
  useEffect(() => {
    if (at.current === pathname) return
    at.current = pathname
    const title = main.current?.querySelector('h1') ?? main.current
    title?.focus({ preventScroll: true })
  }, [pathname])
  useShortcuts(useMemo(() => [
    { key: 'k', mod: true, does: { zh: '搜索', en: 'Search' }, run: () => setLast({ what: 'search', on: pathname }) },
    { key: '?', does: { zh: '键盘帮助', en: 'Keyboard help' }, run: () => setLast({ what: 'keys', on: pathname }) },
  ], [pathname]))

  return (
    <SheetProvider>
      <div className={style['frame']}>
        <a className={style['skip']} href="#main">{t({ zh: '跳到正文', en: 'Skip to the page' })}</a>
        <TopBar onSearch={() => open('search')} onKeys={() => open('keys')} onMenu={() => (opened === 'menu' ? close() : open('menu'))} menuOpen={opened === 'menu'} />
        <div className={style['below']}>
          <div className={`${style['side']} ${opened === 'menu' ? style['unfolded'] : ''} unprinted`}>
            <Navigation onGo={close} />
            <PersonCard />
          </div>
          <div>
            {state.demonstration && <DemonstrationStrip />}
            <main ref={main} id="main" className={style['main']} tabIndex={-1}><Outlet /></main>
          </div>
        </div>
      </div>
      <SearchPalette open={opened === 'search'} onClose={close} />
      <KeyboardHelp open={opened === 'keys'} onClose={close} />
      <ScrollRestoration />
    </SheetProvider>
  )
}
