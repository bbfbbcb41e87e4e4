import { Link } from 'react-router'
import { useLanguage } from '../language.tsx'
import { useSession } from '../session.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import style from './TopBar.module.css'

type TopBarProps = { readonly onSearch: () => void; readonly onKeys: () => void; readonly onMenu: () => void; readonly menuOpen: boolean }

const apple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The bar on top: whose district, search, keyboard help, language. */
export function TopBar({ onSearch, onKeys, onMenu, menuOpen }: TopBarProps) {
  const { t } = useLanguage()
  const { district } = useSession()
  return (
    <header className={`${style['bar']} unprinted`}>
      <button type="button" className={`${style['button']} ${style['menu']}`} aria-expanded={menuOpen} aria-label={t({ zh: '导航', en: 'Navigation' })} onClick={onMenu}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d={menuOpen ? 'm3 3 10 10M13 3 3 13' : 'M2 4h12M2 8h12M2 12h12'} /></svg>
      </button>
      <Link to="/" className={style['home']}><b>{t(district)}</b><span>OpenDistrict</span></Link>
      <button type="button" className={style['search']} onClick={onSearch}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="4.5" /><path d="m10.5 10.5 4 4" /></svg>
        <span>{t({ zh: '搜索承诺、指标、工单、单位、文件', en: 'Search promises, figures, cases, units, papers' })}</span>
        <kbd aria-hidden="true">{apple ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <button type="button" className={`${style['button']} ${style['keys']}`} onClick={onKeys} aria-label={t({ zh: '键盘帮助', en: 'Keyboard help' })}>?</button>
      <LanguageSwitch />
    </header>
  )
}
