import { Link } from 'react-router'
import { type PlanLine } from '../../../engines/plan/schema.ts'
import { dayText, periodText, quantityText } from '../../format.ts'
import { useLanguage } from '../../language.tsx'
import { expectedBeside, pageOfLine } from '../../parts/plan/line-words.ts'
import { LineFigure } from '../../parts/plan/LineFigure.tsx'
import { LineLight } from '../../parts/plan/LineLight.tsx'
import { LineOutlook } from '../../parts/plan/LineOutlook.tsx'
import { LineTarget } from '../../parts/plan/LineTarget.tsx'
import { PaceBar } from '../../ui/PaceBar.tsx'
import style from './Headline.module.css'

/** The headline targets, a row each: light, name and target, actual, pace, gap, as of and owner. */
export function Headline({ lines }: { readonly lines: readonly PlanLine[] }) {
  const { t } = useLanguage()
  if (lines.length === 0) return null
  return (
    <section className={style['headline']} aria-labelledby="headline">
      <h2 id="headline">{t({ zh: '主要目标', en: 'Headline targets' })}</h2>
      <div className={style['head']} aria-hidden="true">
        <span>{t({ zh: '灯', en: 'Light' })}</span>
        <span>{t({ zh: '目标', en: 'Target' })}</span>
        <span className={style['number']}>{t({ zh: '实际', en: 'Actual' })}</span>
        <span>{t({ zh: '进度', en: 'Pace' })}</span>
        <span className={style['number']}>{t({ zh: '差距（百分点）', en: 'Gap (points)' })}</span>
        <span>{t({ zh: '截至与责任单位', en: 'As of, and owner' })}</span>
      </div>
      <ol>{lines.map(line => <Row key={line.id} line={line} />)}</ol>
    </section>
  )
}

function Row({ line }: { readonly line: PlanLine }) {
  const { language, t } = useLanguage()
  const name = t(line.label)
  return (
    <li className={style['row']}>
      <div className={style['light']}><LineLight line={line} /></div>
      <div className={style['name']}>
        <Link to={pageOfLine(line)}>{name}</Link>
        <div><span className="unseen">{t({ zh: '目标', en: 'Target' })} </span><LineTarget line={line} /></div>
      </div>
      {line.figure === null
        ? <p className={style['why']}>{t(line.verdict.because)}</p>
        : (
            <>
              <div className={`${style['actual']} ${style['number']}`}><LineFigure line={line} />{line.period && <span>{periodText(line.period, language)}</span>}</div>
              <div className={style['pace']}>
                {line.target === null
                  ? <p className={style['because']}>{t(line.verdict.because)}</p>
                  : <PaceBar of={name} unit={line.unit} actual={line.figure} target={line.target} stretch={line.stretch} expected={expectedBeside(line)} />}
                <LineOutlook line={line} />
              </div>
              <div className={`${style['gap']} ${style['number']}`}>
                {line.gap !== null && <><span className="unseen">{t({ zh: '差距', en: 'Gap' })} </span>{quantityText({ value: line.gap, unit: '' }, language, { signed: true })}<span className={style['points']}> {t({ zh: '个百分点', en: 'points' })}</span></>}
              </div>
            </>
          )}
      <div className={style['of']}>
        {line.asOf && <span>{dayText(line.asOf, language)}</span>}
        <span lang="zh-CN">{line.owner}</span>
      </div>
    </li>
  )
}
