import { type ReactNode } from 'react'
import { useNarrow } from '../../../ui/narrow.ts'
import style from './ledgers.module.css'

/** A table that may be wider than a phone: there it scrolls by itself, also by keyboard. */
export function WideTable({ caption, children }: { readonly caption: string; readonly children: ReactNode }) {
  const narrow = useNarrow()
  return (
    <div className={style['scroll']} {...(narrow && { tabIndex: 0, role: 'region', 'aria-label': caption })}>
      <table className={style['table']}>
        <caption className="unseen">{caption}</caption>
        {children}
      </table>
    </div>
  )
}
