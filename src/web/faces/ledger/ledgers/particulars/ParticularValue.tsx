import { numberOf, shareOf, valueWords } from '../../../../../engines/plan/domain/ledger/particulars.ts'
import { type LedgerRow, type LineRow } from '../../../../../engines/plan/ledgers/contract.ts'
import { type Particular } from '../../../../../engines/plan/ledgers/particulars-schema.ts'
import { dayText, noNumber, shareText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Figure } from '../../../../ui/Figure.tsx'
import { sourceOf } from './value-source.ts'

type ParticularValueProps = { readonly column: Particular; readonly line: LineRow; readonly ledger: Pick<LedgerRow, 'source'>; /** Is the unit written beside the number? Not where the head of the column says it. */ readonly withUnit?: boolean }

/** What stands of one column of a line; a number opens to where it is from. A dash where nothing was told, or a share of nought. */
export function ParticularValue({ column, line, ledger, withUnit = false }: ParticularValueProps) {
  const { language, t } = useLanguage()
  if (column.kind === 'share') {
    const share = shareOf(numberOf(line.particulars, column.numerator), numberOf(line.particulars, column.denominator))
    return <>{share === null ? noNumber : shareText(share, 1, 1)}</>
  }
  const standing = line.particulars[column.key]
  if (!standing) return <>{noNumber}</>
  switch (column.kind) {
    case 'number': return typeof standing.value === 'number' ? <Figure name={`${t(line.label)} ${t(column.name)}`} quantity={{ value: standing.value, unit: withUnit ? t(column.unit) : '' }} source={sourceOf(standing, ledger)} /> : <>{noNumber}</>
    case 'choice': return <>{t(valueWords(column, standing.value))}</>
    case 'day': return <>{dayText(String(standing.value), language)}</>
    case 'text': return <span lang="zh-CN">{standing.value}</span>
  }
}
