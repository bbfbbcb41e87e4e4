import { balanceOf, type Balance } from '../../../../engines/plan/domain/parts.ts'
import { type DivisionTerms } from '../../../../engines/plan/schema.ts'
import { type Label } from '../../../../kernel/label.ts'
import { noNumber, quantityText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import style from './division.module.css'

/** What the parts come to and what is left of the whole, always in sight: 还有12个未分解. */
export function BalanceLine({ terms, whole, measure }: { readonly terms: DivisionTerms; readonly whole: number | null; readonly measure: string }) {
  const { language, t } = useLanguage()
  const balance = balanceOf(terms, whole)
  const { total, rest, fits } = balance
  const amount = (value: number | null) => (value === null ? noNumber : quantityText({ value, unit: measure }, language))
  return (
    <p className={`${style['balance']} ${fits ? '' : style['open']}`} role="status">
      <span>{t({ zh: '目标', en: 'Target' })} <b>{amount(whole)}</b></span>
      {terms.check !== 'none' && <span>{t(terms.check === 'sum' ? { zh: '各单位合计', en: 'Parts together' } : { zh: '各单位加权平均', en: 'Weighted mean of the parts' })} <b>{amount(total)}</b></span>}
      <strong>{t(restWords(terms, balance, amount(rest === null ? null : Math.abs(rest))))}</strong>
      {terms.tolerance > 0 && <span>{t({ zh: '允许误差', en: 'Tolerance' })} {amount(terms.tolerance)}</span>}
    </p>
  )
}

function restWords(terms: DivisionTerms, { rest, fits }: Balance, amount: string): Label {
  if (terms.check === 'none') return { zh: '本版不核对合计', en: 'Nothing is checked' }
  if (rest === null) return { zh: '权重未填，无法核对', en: 'No weights, so nothing can be checked' }
  if (rest === 0) return { zh: '正好分完', en: 'Exactly divided' }
  if (fits) return { zh: '在允许误差之内', en: 'Within the tolerance' }
  if (terms.check === 'weighted-mean') return rest > 0 ? { zh: `加权平均低${amount}`, en: `The mean is ${amount} short` } : { zh: `加权平均高${amount}`, en: `The mean is ${amount} over` }
  return rest > 0 ? { zh: `还有${amount}未分解`, en: `${amount} not divided yet` } : { zh: `多分了${amount}`, en: `${amount} too many` }
}
