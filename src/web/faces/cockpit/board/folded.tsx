import { type ReactNode, useState } from 'react'
import { useLanguage } from '../../../language.tsx'
import style from './board.module.css'

/** So many rows of a table are seen before it is unfolded. */
const atFirst = 10

/** The first rows of a long table, and the button that shows the rest. */
export function useFolded<Row>(rows: readonly Row[]): readonly [readonly Row[], ReactNode] {
  const { t } = useLanguage()
  const [whole, setWhole] = useState(false)
  if (rows.length <= atFirst + 2) return [rows, null]
  const button = <button type="button" className={`${style['fold']} unprinted`} aria-expanded={whole} onClick={() => setWhole(!whole)}>{whole ? t({ zh: '只看前{n}行', en: 'Show the first {n}' }, { n: atFirst }) : t({ zh: '显示全部{n}行', en: 'Show all {n}' }, { n: rows.length })}</button>
  return [whole ? rows : rows.slice(0, atFirst), button]
}
