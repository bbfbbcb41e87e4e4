import { type ReactNode } from 'react'
import style from './Columns.module.css'

/** Two columns on a desk, one on a phone and on paper. `main` is the wider one. */
export function Columns({ main, aside }: { readonly main: ReactNode; readonly aside: ReactNode }) {
  return (
    <div className={style['columns']}>
      <div className={style['column']}>{main}</div>
      <div className={style['column']}>{aside}</div>
    </div>
  )
}
