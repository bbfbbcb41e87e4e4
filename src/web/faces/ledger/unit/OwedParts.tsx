import { Link } from 'react-router'
import { type UnitPage } from '../../../../engines/plan/contract.ts'
import { shareOf } from '../../../../engines/plan/domain/parts.ts'
import { noNumber, numberText, periodText, quantityText, signedText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { LineFigure } from '../../../parts/plan/LineFigure.tsx'
import { LineLight } from '../../../parts/plan/LineLight.tsx'
import { LineTarget } from '../../../parts/plan/LineTarget.tsx'
import style from './unit.module.css'

type Owed = UnitPage['parts'][number]

/** Each part of a divided target: what it owes, how it stands, and how it adds up with the others to the district's number. */
export function OwedParts({ page }: { readonly page: UnitPage }) {
  return <ul className={style['parts']}>{page.parts.map(part => <OwedPart key={part.line.id} part={part} page={page} />)}</ul>
}

function OwedPart({ part: { line, whole, division, shares }, page: { unit, year } }: { readonly part: Owed; readonly page: UnitPage }) {
  const { language, t } = useLanguage()
  const signed = division.signatures.find(one => one.unit === unit.id)
  const share = shareOf(division.terms, line.target ?? 0, whole.target)
  return (
    <li className={style['part']}>
      <div className={style['row']}>
        <h3><Link to={`/plan/${year}/targets/${division.target}/division`}>{t(line.label)}</Link></h3>
        <LineTarget line={line} />
        <span><LineFigure line={line} /> {line.period && <small className={style['aside']}>{periodText(line.period, language)}</small>}</span>
        <span>{t({ zh: '差距', en: 'gap' })} {signedText(line.gap)}</span>
        <LineLight line={line} />
      </div>
      <p>{t(line.verdict.because)}</p>
      <p className={style['aside']}>
        {share === null ? t({ zh: '全区目标{whole}', en: 'Target of the district: {whole}' }, { whole: whole.words }) : t({ zh: '占全区{whole}的{share}%', en: '{share}% of {whole} for the district' }, { whole: quantityText(whole.target === null ? null : { value: whole.target, unit: whole.unit }, language), share: numberText(share) })}
        {' · '}{signed ? t({ zh: '{by}签认', en: 'signed by {by}' }, { by: signed.by }) : t({ zh: '未签认即生效：{reason}', en: 'in force unsigned: {reason}' }, { reason: division.unsignedReason ?? noNumber })}
      </p>
      {division.terms.check === 'sum' && <Bar shares={shares} unit={unit.id} whole={whole.target ?? 0} measure={line.unit} />}
    </li>
  )
}

/** The parts of all units as one bar in their order, this unit's filled; what nobody took stays empty. The table beside it has the same numbers. */
function Bar({ shares, unit, whole, measure }: { readonly shares: Owed['shares']; readonly unit: string; readonly whole: number; readonly measure: string }) {
  const { language, t } = useLanguage()
  const total = shares.reduce((sum, share) => sum + share.value, 0)
  const scale = Math.max(total, whole, Number.MIN_VALUE)
  const own = shares.find(share => share.unit === unit)
  const amount = (value: number) => quantityText({ value: Number(value.toFixed(2)), unit: measure }, language)
  const pieces = shares.map((share, i) => ({ ...share, from: shares.slice(0, i).reduce((sum, one) => sum + one.value, 0) }))
  return (
    <div>
      <svg className={style['bar']} role="img" aria-label={t({ zh: '本单位{own}，各单位合计{total}，全区{whole}', en: 'This unit {own}, all units {total}, the district {whole}' }, { own: amount(own?.value ?? 0), total: amount(total), whole: amount(whole) })}>
        <rect className={style['track']} x="0" y="2" width="100%" height="16" />
        {pieces.map(piece => <rect key={piece.unit} className={piece.unit === unit ? style['own'] : style['other']} x={`${(piece.from / scale) * 100}%`} y="2" width={`${(piece.value / scale) * 100}%`} height="16" />)}
      </svg>
      <details className={style['others']}>
        <summary>{t({ zh: '{n}个单位合计{total}，全区{whole}', en: '{n} units together {total}; the district {whole}' }, { n: shares.length, total: amount(total), whole: amount(whole) })}</summary>
        <table>
          <caption className="unseen">{t({ zh: '各单位分解数', en: 'Parts of the units' })}</caption>
          <tbody>{shares.map(share => <tr key={share.unit} {...(share.unit === unit && { className: style['mine'] ?? '' })}><th scope="row" lang="zh-CN">{share.name}</th><td>{amount(share.value)}</td></tr>)}</tbody>
        </table>
      </details>
    </div>
  )
}
