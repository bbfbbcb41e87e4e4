import { Link } from 'react-router'
import { type RowView } from '../../../../../engines/returns/contract.ts'
import { type Known } from '../../../../../engines/returns/schema.ts'
import { isRate } from '../../../../../kernel/quantity.ts'
import { type Language } from '../../../../../kernel/label.ts'
import { noNumber, numberText, periodText, signedText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import style from './sheet.module.css'

/** What a row asks for: the indicator, whether its growth, and of which period where that is not the sheet's own. */
export function RowName({ row }: { readonly row: RowView }) {
  const { language, t } = useLanguage()
  return (
    <span className={style['name']}>
      <span><Link to={`/register/${row.indicator.code}`} tabIndex={-1}>{t(row.name)}</Link>{row.row.aspect === 'growth' && t({ zh: '增速', en: ', growth' })}</span>
      <small>{row.row.reach === 'to-date' ? periodText(row.figurePeriod, language) : row.key}{row.row.by === 'typed' && !row.row.required && t({ zh: ' · 可不填', en: ' · optional' })}</small>
    </span>
  )
}

/** A number on file beside the cell. */
export function Beside({ known, row }: { readonly known: Known | null; readonly row: RowView }) {
  const { language } = useLanguage()
  return known === null ? <>{noNumber}</> : <span title={periodText(known.period, language)}>{numberText(known.value)}<span className="unseen"> {row.measure}</span></span>
}

/** How far the cell has moved since last period: per cent, or points for a rate. */
export function moved(value: number | null, before: number | null, measure: string, language: Language): string {
  if (value === null || before === null) return noNumber
  if (isRate(measure)) return `${signedText(Number((value - before).toFixed(2)))}${language === 'zh' ? '个百分点' : ' points'}`
  return before === 0 ? noNumber : `${signedText(Number(((value / before - 1) * 100).toFixed(1)))}%`
}
