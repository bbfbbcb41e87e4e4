import { useId } from 'react'
import { type RowView } from '../../../../../engines/returns/contract.ts'
import { noNumber, numberText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { typedNumber } from '../../../../parts/indicators/typed-number.ts'
import { type Desk } from './SheetDesk.tsx'
import style from './sheet.module.css'

/** A cell: a field where it is asked, a number where it is worked out, was told already, or is locked. */
export function CellInput({ desk, row }: { readonly desk: Desk; readonly row: RowView }) {
  const { t } = useLanguage()
  const fault = useId()
  if (row.held) return <>{t({ zh: '公布前保密', en: 'held back' })}</>
  if (!desk.writable(row.key)) return <b>{numberText(desk.values.get(row.key) ?? null)}</b>
  const kept = desk.sheet.standing.cells[row.key]?.value ?? null
  const text = desk.typed[row.key] ?? (kept === null ? '' : String(kept))
  const wrong = typedNumber(text) === 'wrong'
  const bad = wrong || desk.findings.some(finding => finding.row === row.key && finding.grade === 'error')
  return (
    <>
      <input
        className={style['input']} data-cell={row.key} inputMode="decimal" autoComplete="off" maxLength={24} aria-label={`${t(row.name)}${row.row.aspect === 'growth' ? t({ zh: '增速', en: ', growth' }) : ''}（${row.measure}）`}
        aria-invalid={bad} aria-describedby={fault} value={text} placeholder={noNumber} onChange={event => desk.type({ [row.key]: event.target.value })}
      />
      <small id={fault}>{wrong ? t({ zh: '应为数字', en: 'a number' }) : ''}</small>
    </>
  )
}
