import { Link, useLocation } from 'react-router'
import { useLanguage } from '../language.tsx'
import { useUrlState } from '../url-state.ts'
import style from './YearSwitch.module.css'

/** The years there are, as links: the chosen one stands in the address (`?year=2023`), or where `toYear` says. */
export function YearSwitch({ years, current, toYear }: { readonly years: readonly number[]; readonly current: number; readonly toYear?: (year: number) => string }) {
  const { t } = useLanguage()
  const { pathname, search } = useLocation()
  const to = (year: number) => {
    if (toYear) return toYear(year)
    const query = new URLSearchParams(search)
    query.set('year', String(year))
    return { pathname, search: `?${query.toString()}` }
  }
  return (
    <nav className={`${style['years']} unprinted`} aria-label={t({ zh: '年度', en: 'Year' })}>
      <ul>
        {years.map(year => <li key={year}><Link to={to(year)} aria-current={year === current ? 'page' : undefined}>{year}</Link></li>)}
      </ul>
    </nav>
  )
}

/** The year in the address, else the one given. */
export function useYear(otherwise: number): number {
  const [year] = useUrlState('year')
  return /^\d{4}$/.test(year) ? Number(year) : otherwise
}
