import { Button, Checkbox } from 'antd'
import { Link } from 'react-router'
import { type CaseRowView } from '../../../../../engines/cases/contract.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { useDensity } from '../../../../density.tsx'
import { useLanguage } from '../../../../language.tsx'
import { CategoryPath } from '../../../../parts/cases/CategoryPath.tsx'
import { Due } from '../../../../parts/cases/Due.tsx'
import { StateTag } from '../../../../parts/cases/StateTag.tsx'
import { CaseMarks } from './CaseMarks.tsx'
import style from './list.module.css'

type CaseCardsProps = {
  readonly rows: readonly CaseRowView[]
  /** The one that lies open beside the list. */
  readonly opened: Id | ''
  readonly chosen: ReadonlySet<Id>
  readonly onChoose: (row: CaseRowView) => void
  /** Opens a case here; null where its page is opened. */
  readonly onOpen: ((row: CaseRowView) => void) | null
  readonly more: { readonly total: number; readonly load: () => void; readonly loading: boolean }
}

/** Cases one below the other: on a phone, and beside a case that lies open. */
export function CaseCards({ rows, opened, chosen, onChoose, onOpen, more }: CaseCardsProps) {
  const { t } = useLanguage()
  const { density } = useDensity()
  return (
    <div>
      <ul className={`${style['cards']} ${density === 'close' ? style['close'] : ''}`}>
        {rows.map(row => (
          <li key={row.id} data-row-key={row.id} aria-current={row.id === opened ? 'true' : undefined}>
            <Checkbox checked={chosen.has(row.id)} onChange={() => onChoose(row)} aria-label={t({ zh: '选择{number}', en: 'Select {number}' }, { number: row.number })} />
            <div>
              <Link to={`/cases/${row.id}`} onClick={event => { if (onOpen && !event.ctrlKey && !event.metaKey) { event.preventDefault(); onOpen(row) } }}><span lang="zh-CN">{row.title}</span></Link>
              <span><StateTag state={row.state} /> <CaseMarks row={row} /></span>
              {row.due && <Due deadline={row.due} />}
              <span className={style['aside']}>{row.number} · <CategoryPath path={row.category} />{row.lead && <> · <span lang="zh-CN">{row.lead.name}</span></>}</span>
            </div>
          </li>
        ))}
      </ul>
      {more.total > rows.length && <p className={style['end']}><Button onClick={more.load} loading={more.loading}>{t({ zh: '再显示一些', en: 'Show more' })}</Button></p>}
    </div>
  )
}
