import { type ReactNode } from 'react'
import style from './Panel.module.css'

/** A titled part of a page. */
export function Panel({ title, aside, children }: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className={style['panel']}>
      <div className={style['head']}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
