import { type ClipboardEvent, type KeyboardEvent } from 'react'
import { unitText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { useUrlState } from '../../../../url-state.ts'
import { CellInput } from './CellInput.tsx'
import { Findings } from './Findings.tsx'
import { pastedColumn } from './pasted.ts'
import { Beside, moved, RowName } from './RowParts.tsx'
import { type Desk } from './SheetDesk.tsx'
import style from './sheet.module.css'

/** The sheet as a spreadsheet: Enter and the arrows go down and up, Tab goes on, a copied column is pasted downwards. */
export function SheetGrid({ desk }: { readonly desk: Desk }) {
  const { language, t } = useLanguage()
  const [marked] = useUrlState('row')
  const { sheet, values, findings } = desk
  const writable = sheet.rows.filter(row => desk.writable(row.key)).map(row => row.key)
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'Enter' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || event.nativeEvent.isComposing || !(event.target instanceof HTMLInputElement) || event.target.dataset['cell'] === undefined) return
    event.preventDefault()
    const all = [...event.currentTarget.querySelectorAll<HTMLInputElement>('input[data-cell]')]
    const next = all[all.indexOf(event.target) + (event.shiftKey ? -step : step)]
    next?.focus()
    next?.select()
  }
  const paste = (event: ClipboardEvent<HTMLElement>) => {
    const key = event.target instanceof HTMLInputElement ? event.target.dataset['cell'] : undefined
    const lines = pastedColumn(event.clipboardData.getData('text'))
    if (key === undefined || lines === null) return
    event.preventDefault()
    const from = writable.indexOf(key)
    desk.type(Object.fromEntries(lines.flatMap((line, i) => { const row = writable[from + i]; return row === undefined ? [] : [[row, line]] })))
  }
  return (
    // The keys of a spreadsheet belong to all its cells at once.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble up from the cells within
    <table className={style['grid']} onKeyDown={walk} onPaste={paste}>
      <caption className="unseen">{t({ zh: '填报项', en: 'Cells' })}</caption>
      <thead>
        <tr>
          <th scope="col">{t({ zh: '指标', en: 'Indicator' })}</th><th scope="col" className={style['number']}>{t({ zh: '本期', en: 'Now' })}</th><th scope="col">{t({ zh: '计量单位', en: 'Unit' })}</th>
          <th scope="col" className={style['number']}>{t({ zh: '上期', en: 'Last period' })}</th><th scope="col" className={style['number']}>{t({ zh: '上年同期', en: 'A year ago' })}</th><th scope="col" className={style['number']}>{t({ zh: '较上期', en: 'Change' })}</th><th scope="col">{t({ zh: '来源与校核', en: 'Source and checks' })}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.rows.map(row => (
          <tr key={row.key} className={[desk.writable(row.key) ? style['asked'] : '', marked === row.key ? style['marked'] : ''].join(' ')}>
            <th scope="row"><RowName row={row} /></th>
            <td className={style['number']}><CellInput desk={desk} row={row} /></td>
            <td>{unitText(row.measure, language) || row.measure}</td>
            <td className={style['number']}><Beside known={row.beside.lastPeriod} row={row} /></td>
            <td className={style['number']}><Beside known={row.beside.lastYear} row={row} /></td>
            <td className={style['number']}>{moved(values.get(row.key) ?? null, row.beside.lastPeriod?.value ?? null, row.measure, language)}</td>
            <td><Findings desk={desk} row={row} findings={findings.filter(finding => finding.row === row.key)} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
