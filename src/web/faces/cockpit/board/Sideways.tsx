import { type ReactNode } from 'react'
import { type Label } from '../../../../kernel/label.ts'
import { useLanguage } from '../../../language.tsx'
import { useNarrow } from '../../../ui/narrow.ts'
import style from './board.module.css'

/** A table that may be wider than its place: on a narrow window it is moved sideways, by keys too. */
export function Sideways({ name, children }: { readonly name: Label; readonly children: ReactNode }) {
  const { t } = useLanguage()
  const narrow = useNarrow()
  return <div className={style['scroll']} role="region" aria-label={t(name)} {...(narrow && { tabIndex: 0 })}>{children}</div>
}
