import { Button } from 'antd'
import { Link } from 'react-router'
import { type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { inOrderSaid } from '../../../../engines/indicators/domain/statements.ts'
import { dayText, numberText, periodText, quantityText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { LineFigure } from '../../../parts/plan/LineFigure.tsx'
import { LineLight } from '../../../parts/plan/LineLight.tsx'
import { LineTarget } from '../../../parts/plan/LineTarget.tsx'
import { expectedBeside, targetWords } from '../../../parts/plan/line-words.ts'
import { useSession } from '../../../session.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import { PaceBar } from '../../../ui/PaceBar.tsx'
import { SourcedWords } from '../../../ui/SourcedWords.tsx'
import { lineOf } from './target-line.ts'
import { OverrideHistory } from './OverrideHistory.tsx'
import style from './targets.module.css'

type TargetRowProps = { readonly target: IndicatorPage['targets'][number]; readonly page: IndicatorPage; readonly open: boolean; readonly onOpen: () => void }

/** One target: period, words, actual and light; unfolded also its pace, its finding, its months and everything that was said of it. */
export function TargetRow({ target, page, open, onOpen }: TargetRowProps) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const form = useOpened('form')
  const line = lineOf(target, page)
  const name = t(page.indicator.name)
  const said = inOrderSaid(target.statements).toReversed()
  return (
    <li className={style['target']}>
      <div className={style['row']}>
        {open
          ? <h3>{periodText(target.period, language)}</h3>
          : <button type="button" className={style['open']} aria-expanded={false} onClick={onOpen}>{periodText(target.period, language)}</button>}
        <LineTarget line={line} />
        <span className={style['actual']}><LineFigure line={line} />{line.period && <small>{periodText(line.period, language)}</small>}</span>
        <LineLight line={line} />
      </div>
      {open && (
        <div className={style['more']}>
          {line.figure !== null && line.target !== null && <PaceBar of={name} unit={line.unit} actual={line.figure} target={line.target} stretch={line.stretch} expected={expectedBeside(line)} />}
          <p>{t(target.verdict.because)}</p>
          {target.months.length > 0 && <Months months={target.months} unit={line.unit} />}
          <h4>{t({ zh: '历次表述（最新在前）', en: 'What was said of it, newest first' })}</h4>
          <ol className={style['statements']}>
            {said.map((statement, i) => (
              <li key={statement.id}>
                <SourcedWords name={name} words={targetWords({ ...statement, kind: 'target', target: statement.value, unit: statement.measure, targetPeriod: target.period }, language)} source={statement.source} period={target.period} />
                {statement.saidOn && <span className={style['aside']}>{dayText(statement.saidOn, language)}</span>}
                {i === 0 && said.length > 1 && <b className={style['inforce']}>{t({ zh: '现用', en: 'in force' })}</b>}
                {statement.reason && <span className={style['aside']}>{t({ zh: '调整理由：', en: 'Restated because: ' })}<span lang="zh-CN">{statement.reason}</span></span>}
              </li>
            ))}
          </ol>
          {target.value !== null && target.partOf === null && <p><Link to={`/plan/${line.targetPeriod.slice(-4)}/targets/${target.id}/division`}>{t({ zh: '分解到部门和街道', en: 'Its division among departments and streets' })}</Link></p>}
          <OverrideHistory target={target.id} />
          {may('plan.edit') && <p className="unprinted"><Button onClick={() => form.open(`restate:${target.id}`)}>{t({ zh: '调整目标', en: 'Restate the target' })}</Button></p>}
        </div>
      )}
    </li>
  )
}

function Months({ months, unit }: { readonly months: IndicatorPage['targets'][number]['months']; readonly unit: string }) {
  const { language, t } = useLanguage()
  return (
    <table className={style['months']}>
      <caption>{t({ zh: '逐月进度', en: 'Month by month' })}</caption>
      <thead><tr><th scope="col">{t({ zh: '月份', en: 'Month' })}</th><th scope="col">{t({ zh: '应达', en: 'Due' })}</th><th scope="col">{t({ zh: '实际', en: 'Done' })}</th><th scope="col">{t({ zh: '灯', en: 'Light' })}</th></tr></thead>
      <tbody>
        {months.map(month => <tr key={month.period}><th scope="row">{periodText(month.period, language)}</th><td>{numberText(month.due)}</td><td>{quantityText({ value: month.done, unit }, language)}</td><td><LightShape light={month.light} /></td></tr>)}
      </tbody>
    </table>
  )
}
