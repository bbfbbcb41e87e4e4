import { type DivisionPage, type DivisionRow } from '../../../../engines/plan/contract.ts'
import { paceOfParts } from '../../../../engines/plan/domain/parts.ts'
import { numberText, periodText, quantityText, signedText, unitText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import style from './division.module.css'

/** The district's figure beside what its units report together, with what explains the difference. */
export function PartsPace({ edition, page }: { readonly edition: DivisionRow; readonly page: DivisionPage }) {
  const { language, t } = useLanguage()
  const of = (line: DivisionPage['line']) => (line.figure === null || line.period === null ? null : { period: line.period, value: line.figure })
  const pace = paceOfParts(edition.terms, of(page.line), new Map(page.standing.flatMap(({ unit, line }) => { const figure = of(line); return figure ? [[unit, figure] as const] : [] })))
  if (!pace) return null
  const names = new Map(page.units.map(unit => [unit.id, unit.name]))
  const amount = (value: number) => quantityText({ value, unit: page.line.unit }, language)
  return (
    <Panel title={t({ zh: '全区数与各单位数', en: 'The district and its units' })}>
      <dl className={style['whole']}>
        <div><dt>{t({ zh: '全区{period}', en: 'District, {period}' }, { period: periodText(pace.period, language) })}</dt><dd>{amount(pace.whole)}</dd></div>
        <div><dt>{t(edition.terms.check === 'sum' ? { zh: '各单位合计', en: 'Units together' } : { zh: '各单位加权平均', en: 'Weighted mean of the units' })}</dt><dd>{pace.parts === null ? t({ zh: '尚无同期数', en: 'no figures yet' }) : amount(pace.parts)}</dd></div>
        {pace.difference !== null && <div><dt>{t({ zh: '相差', en: 'Difference' })}</dt><dd>{pace.difference === 0 ? numberText(0) : `${signedText(pace.difference)}${unitText(page.line.unit, language)}`}</dd></div>}
      </dl>
      <p>{pace.missing.length === 0
        ? t(pace.difference === 0 ? { zh: '各单位都有同期数，且与全区数一致。', en: 'Every unit has a figure for the period, and they agree with that of the district.' } : { zh: '各单位都有同期数；相差的部分不在各单位之内，或口径不同。', en: 'Every unit has a figure for the period; the difference lies outside the units or in how they count.' })
        : <>{t({ zh: '{n}个单位尚无同期数：', en: '{n} units have no figure for the period yet: ' }, { n: pace.missing.length })}<span lang="zh-CN">{pace.missing.map(unit => names.get(unit) ?? '').join('、')}</span></>}
      </p>
    </Panel>
  )
}
