import { type Label } from '../../../../../kernel/label.ts'
import { useLanguage } from '../../../../language.tsx'
import { orderFrom, orderText } from '../../../../ui/table-order.ts'
import { useUrlState } from '../../../../url-state.ts'
import style from '../ledgers.module.css'

/** The head of a column by which the address can sort: upwards, downwards, then as it came. */
export function SortHead({ column, title, numeric = false }: { readonly column: string; readonly title: Label; readonly numeric?: boolean }) {
  const { t } = useLanguage()
  const [sort, setSort] = useUrlState('ledger-sort')
  const order = orderFrom(sort)
  const mine = order?.column === column ? order : null
  const next = mine === null ? { column, down: false } : mine.down ? null : { column, down: true }
  return (
    <th scope="col" className={numeric ? style['number'] : undefined} aria-sort={mine === null ? 'none' : mine.down ? 'descending' : 'ascending'}>
      <button type="button" className={style['head']} onClick={() => setSort(orderText(next))}>{t(title)}<span aria-hidden="true">{mine === null ? '' : mine.down ? ' ↓' : ' ↑'}</span></button>
    </th>
  )
}
