import { unitText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { useUrlState } from '../../../../url-state.ts'
import { CellInput } from './CellInput.tsx'
import { Findings } from './Findings.tsx'
import { Beside, moved, RowName } from './RowParts.tsx'
import { type Desk } from './SheetDesk.tsx'
import style from './sheet.module.css'

/** The sheet on a phone: one cell a card. */
export function SheetCards({ desk }: { readonly desk: Desk }) {
  const { language, t } = useLanguage()
  const [marked] = useUrlState('row')
  return (
    <ul className={style['cards']}>
      {desk.sheet.rows.map(row => (
        <li key={row.key} className={`${style['card']} ${marked === row.key ? style['marked'] : ''}`}>
          <span className={style['pair']}><RowName row={row} /><small>{unitText(row.measure, language) || row.measure}</small></span>
          <CellInput desk={desk} row={row} />
          <dl>
            <dt>{t({ zh: '上期', en: 'Last period' })}</dt><dd><Beside known={row.beside.lastPeriod} row={row} /></dd>
            <dt>{t({ zh: '上年同期', en: 'A year ago' })}</dt><dd><Beside known={row.beside.lastYear} row={row} /></dd>
            <dt>{t({ zh: '较上期', en: 'Change' })}</dt><dd>{moved(desk.values.get(row.key) ?? null, row.beside.lastPeriod?.value ?? null, row.measure, language)}</dd>
          </dl>
          <Findings desk={desk} row={row} findings={desk.findings.filter(finding => finding.row === row.key)} />
        </li>
      ))}
    </ul>
  )
}
