import { Link } from 'react-router'
import { pathMethodLabels } from '../../../../engines/plan/domain/ledger/path.ts'
import { type LineRow } from '../../../../engines/plan/ledgers/contract.ts'
import { noNumber, numberText, shareText, signedText, unitText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { ChartWithTable } from '../../../ui/ChartWithTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Figure } from '../../../ui/Figure.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import style from './ledgers.module.css'
import { WideTable } from './WideTable.tsx'

/** Each indicator of a five-year plan: its path and its figures, year by year. */
export function PathView({ lines }: { readonly lines: readonly LineRow[] }) {
  const withPath = lines.filter(line => line.path !== null)
  if (withPath.length === 0) return <Empty title={{ zh: '还没有指标', en: 'No indicator yet' }} next={{ zh: '由计划员把规划目标列入台账。', en: 'A planner puts the plan’s targets in.' }} />
  return <div className={style['list']}>{withPath.map(line => <OnePath key={line.id} line={line} />)}</div>
}

function OnePath({ line }: { readonly line: LineRow }) {
  const { language, t } = useLanguage()
  const { path } = line
  const measured = line.parts[0]?.line
  if (!path) return null
  const unit = measured?.unit ?? ''
  const { base } = path
  const categories = [...(base ? [String(base.year)] : []), ...path.years.map(y => String(y.year))]
  const lead = base ? [base.value] : []
  return (
    <Panel title={t(line.label)} aside={<LightShape light={line.light} />}>
      <p className={style['aside']}>
        {t({ zh: '目标：', en: 'Target: ' })}<span lang="zh-CN">{measured?.words ?? noNumber}</span>{line.nature === 'binding' && t({ zh: ' · 约束性', en: ' · binding' })} · {t(pathMethodLabels[path.method])}
        {base && t({ zh: ' · 基期{year}年{value}{unit}', en: ' · base {value} {unit} in {year}' }, { year: base.year, value: numberText(base.value), unit: unitText(unit, language) })}
        {line.set?.ground && <> · {t({ zh: '依据：', en: 'ground: ' })}<span lang="zh-CN">{line.set.ground}</span></>}
      </p>
      <ChartWithTable
        finding={t(line.because)}
        data={{ kind: 'line', categories, series: [
          { name: t({ zh: '路径', en: 'Path' }), unit, values: [...lead, ...path.years.map(y => y.expected)] },
          { name: t({ zh: '实际', en: 'Actual' }), unit, values: [...lead, ...path.years.map(y => y.actual)] },
        ] }}
        height={220}
      />
      <WideTable caption={t({ zh: '{name}逐年', en: '{name} by year' }, { name: t(line.label) })}>
        <thead>
          <tr>
            <th scope="col">{t({ zh: '年度', en: 'Year' })}</th>
            <th scope="col" className={style['number']}>{t({ zh: '应达到', en: 'Due' })}</th>
            <th scope="col" className={style['number']}>{t({ zh: '实际', en: 'Actual' })}</th>
            <th scope="col" className={style['number']}>{t({ zh: '完成增量', en: 'Way gone' })}</th>
            <th scope="col" className={style['number']}>{t({ zh: '差距（百分点）', en: 'Gap (points)' })}</th>
            <th scope="col">{t({ zh: '灯', en: 'Light' })}</th>
            <th scope="col">{t({ zh: '年度计划目标', en: "That year's plan" })}</th>
          </tr>
        </thead>
        <tbody>
          {path.years.map(year => (
            <tr key={year.year}>
              <th scope="row">{year.year}</th>
              <td className={style['number']}>{numberText(year.expected)}</td>
              <td className={style['number']}>{year.actual === null ? noNumber : <Figure name={`${t(line.label)} ${year.year}`} quantity={{ value: year.actual, unit }} source={year.source} id={year.figure} period={String(year.year)} showPeriod={false} />}</td>
              <td className={style['number']}>{year.reached === null ? noNumber : shareText(year.reached, 1, 1)}</td>
              <td className={style['number']}>{signedText(year.gap)}</td>
              <td><LightShape light={year.light} /></td>
              <td>{path.annual.filter(a => a.year === year.year).map(a => <div key={a.aspect}><Link to={`/register/${line.code ?? ''}?year=${a.year}`} lang="zh-CN">{a.words}</Link></div>)}</td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}
