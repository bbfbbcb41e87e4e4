import { type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { type Label } from '../../../../kernel/label.ts'
import { spanOf } from '../../../../kernel/period.ts'
import { type Source } from '../../../../kernel/source.ts'
import { noNumber, periodText, quantityText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Figure } from '../../../ui/Figure.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import style from './figures.module.css'
import { Folded } from './Folded.tsx'

const kinds = {
  'year-to-date': { zh: '本年累计', en: 'Year to date' },
  'year-on-year': { zh: '同比', en: 'Year on year' },
  'period-on-period': { zh: '环比', en: 'Period on period' },
  formula: { zh: '按公式', en: 'By formula' },
} as const satisfies Record<IndicatorPage['derived'][number]['kind'], Label>

/** What can be worked out from the figures, beside what papers say; where they differ it is a doubt, and nothing is changed by itself. */
export function DerivedPanel({ page: { derived, doubts, figures, indicator } }: { readonly page: IndicatorPage }) {
  const { language, t } = useLanguage()
  if (derived.length === 0 && doubts.length === 0) return null
  const name = t(indicator.name)
  // What is doubtful comes first, then the newest.
  const inOrder = [...derived].sort((a, b) => Number(b.doubt !== null) - Number(a.doubt !== null) || (spanOf(b.period)?.to ?? '').localeCompare(spanOf(a.period)?.to ?? ''))
  const known = new Map(figures.map(figure => [figure.id, figure]))
  // A value worked out answers with the figures it was worked out from.
  const sourceOf = (one: IndicatorPage['derived'][number]): Source => ({
    kind: 'formula', rule: t(kinds[one.kind]),
    inputs: one.inputs.map(id => {
      const figure = known.get(id)
      const value = figure && [figure.level && quantityText(figure.level, language), figure.change && quantityText({ value: figure.change.value, unit: figure.change.unit }, language, { signed: true })].find(part => part !== null)
      return { name: figure ? `${name} ${periodText(figure.period, language)}` : name, value: value ?? noNumber, figure: id }
    }),
  })
  return (
    <Panel title={t({ zh: '推算与核对', en: 'Worked out and compared' })}>
      {derived.length > 0 && (
        <Folded name="derived" items={inOrder} first={18}>
          {shown => (
            <div className={style['scroll']}>
              <table className={style['figures']}>
                <caption className="unseen">{t({ zh: '由数值推算的值', en: 'Values worked out from figures' })}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t({ zh: '时期', en: 'Period' })}</th>
                    <th scope="col">{t({ zh: '推算', en: 'What' })}</th>
                    <th scope="col" className={style['number']}>{t({ zh: '推算值', en: 'Worked out' })}</th>
                    <th scope="col" className={style['number']}>{t({ zh: '文件所说', en: 'As said' })}</th>
                    <th scope="col">{t({ zh: '核对', en: 'Compared' })}</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map(one => {
                    const said = one.said && known.get(one.said.figure)
                    return (
                      <tr key={`${one.kind} ${one.period} ${one.unit} ${one.inputs.join()}`}>
                        <th scope="row">{periodText(one.period, language)}</th>
                        <td>{t(kinds[one.kind])}</td>
                        <td className={style['number']}><Figure name={name} quantity={{ value: one.value, unit: one.unit }} period={one.period} showPeriod={false} source={sourceOf(one)} /></td>
                        <td className={style['number']}>{one.said && said ? <Figure name={name} quantity={{ value: one.said.value, unit: one.unit }} period={one.period} showPeriod={false} source={said.source} id={said.id} /> : noNumber}</td>
                        <td className={style['notes']}>{one.doubt ? <b className={style['doubt']}>{t({ zh: '存疑：', en: 'Doubtful: ' })}{t(one.doubt)}</b> : one.said ? t({ zh: '一致', en: 'agrees' }) : noNumber}</td>
                      </tr>
                    )
                  })}
                </tbody>
              </table>
            </div>
          )}
        </Folded>
      )}
      {doubts.length > 0 && (
        <ul aria-label={t({ zh: '文件之间不一致', en: 'Papers that contradict one another' })}>
          {doubts.map(doubt => <li key={`${doubt.a} ${doubt.b}`}><b className={style['doubt']}>{t({ zh: '存疑：', en: 'Doubtful: ' })}</b>{periodText(doubt.period, language)} {t(doubt.words)}</li>)}
        </ul>
      )}
    </Panel>
  )
}
