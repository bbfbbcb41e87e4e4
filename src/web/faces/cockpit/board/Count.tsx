import { Link } from 'react-router'
import { numberText } from '../../../format.ts'
import style from './board.module.css'

/** A number that opens to exactly its cases; nought has nothing to open. */
export function Count({ n, to, what }: { readonly n: number; readonly to: string; readonly what: string }) {
  if (n === 0) return <span className={style['none']}>0</span>
  return <Link className={style['count'] ?? ''} to={to}>{numberText(n)}<span className="unseen"> {what}</span></Link>
}
