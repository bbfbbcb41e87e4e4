import { Link } from 'react-router'
import { type PlanLine } from '../../../../engines/plan/schema.ts'
import { noNumber, periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { expectedBeside, pageOfLine } from '../../../parts/plan/line-words.ts'
import { LightHistory } from '../../../parts/plan/LightHistory.tsx'
import { LineFigure } from '../../../parts/plan/LineFigure.tsx'
import { LineLight } from '../../../parts/plan/LineLight.tsx'
import { LineOutlook } from '../../../parts/plan/LineOutlook.tsx'
import { LineTarget } from '../../../parts/plan/LineTarget.tsx'
import { ChainLink } from '../../../ui/ChainLink.tsx'
import { PaceBar } from '../../../ui/PaceBar.tsx'
import { ThreadLinks } from '../threads/ThreadLinks.tsx'
import style from './item.module.css'

const groups = [
  { of: 'target', label: { zh: '目标的出处（最新在前）', en: 'Where the target was said, newest first' } },
  { of: 'figure', label: { zh: '数值的出处', en: 'Where the figure was said' } },
  { of: 'commitment', label: { zh: '由它衡量的承诺事项的出处', en: 'Commitments measured by it' } },
] as const

/** A target of the year at the side: how it stands, why, and every source of it. */
export function TargetDetail({ line }: { readonly line: PlanLine }) {
  const { language, t } = useLanguage()
  return (
    <div className={style['item']}>
      <div className={style['top']}>
        <h2>{t(line.label)}</h2>
        <LineLight line={line} />
      </div>
      <dl className={style['facts']}>
        <div><dt>{t({ zh: '目标', en: 'Target' })}</dt><dd><LineTarget line={line} /></dd></div>
        <div><dt>{t({ zh: '实际', en: 'Actual' })}</dt><dd><LineFigure line={line} /> {line.period && periodText(line.period, language)}</dd></div>
        <div><dt>{t({ zh: '判定', en: 'Finding' })}</dt><dd>{t(line.verdict.because)}</dd></div>
        <div><dt>{t({ zh: '责任单位', en: 'Owner' })}</dt><dd lang="zh-CN">{line.owner ?? noNumber}</dd></div>
      </dl>
      {line.figure !== null && line.target !== null && <PaceBar of={t(line.label)} unit={line.unit} actual={line.figure} target={line.target} stretch={line.stretch} expected={expectedBeside(line)} />}
      <LineOutlook line={line} reasons />
      <p><Link to={pageOfLine(line)}>{t({ zh: '打开指标页：历年数值、历次表述、提到它的文件', en: 'Open the indicator: its years, what was said of it, papers that mention it' })}</Link></p>
      <ThreadLinks plain kind="target" id={line.id} />
      <LightHistory thing={line.id} />
      {line.target !== null && <p><Link to={`/plan/${line.targetPeriod.slice(0, 4)}/targets/${line.id}/division`}>{t({ zh: '分解到部门和街道', en: 'Its division among departments and streets' })}</Link></p>}
      {groups.map(group => {
        const sources = line.sources.filter(source => source.of === group.of)
        return sources.length > 0 && (
          <section key={group.of}>
            <h3>{t(group.label)}</h3>
            <ol>{sources.map(source => <ChainLink key={source.id} link={{ kind: 'source', source: source.source }} />)}</ol>
          </section>
        )
      })}
    </div>
  )
}
