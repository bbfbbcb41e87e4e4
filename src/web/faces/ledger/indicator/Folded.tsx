import { type ReactNode } from 'react'
import { useLanguage } from '../../../language.tsx'
import { useUrlState } from '../../../url-state.ts'
import style from './figures.module.css'

type FoldedProps<T> = {
  /** Its key in the address, where several of a page may be unfolded. */
  readonly name: string
  readonly items: readonly T[]
  /** So many are seen at first. */
  readonly first: number
  readonly children: (shown: readonly T[]) => ReactNode
}

/** A long list of which the first are seen; the rest unfolds, and the address remembers it. All of it prints only where it is unfolded. */
export function Folded<T>({ name, items, first, children }: FoldedProps<T>) {
  const { t } = useLanguage()
  const [all, setAll] = useUrlState('all')
  const open = all.split(',').filter(key => key !== '')
  const unfolded = open.includes(name)
  return (
    <>
      {children(unfolded ? items : items.slice(0, first))}
      {items.length > first && (
        <p className="unprinted">
          <button type="button" className={style['fold']} aria-expanded={unfolded} onClick={() => setAll((unfolded ? open.filter(key => key !== name) : [...open, name]).join(','))}>
            {unfolded ? t({ zh: '只看前{n}项', en: 'Show the first {n}' }, { n: first }) : t({ zh: '显示全部{n}项', en: 'Show all {n}' }, { n: items.length })}
          </button>
        </p>
      )}
    </>
  )
}
