import { Link } from 'react-router'
import { type CommitmentNode, type PlanYear } from '../../../../engines/plan/schema.ts'
import { type Light, lightOrder } from '../../../../kernel/light.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import style from './plan.module.css'

/** A year in two lines: how many show each light, how far the commitments are, and the papers it was read from. */
export function PlanSummary({ plan, nodes }: { readonly plan: PlanYear; readonly nodes: readonly CommitmentNode[] }) {
  const { language, t } = useLanguage()
  const lights = new Map<Light, number>()
  for (const line of plan.lines) lights.set(line.light, (lights.get(line.light) ?? 0) + 1)
  const { measures, measured, done, late } = plan.commitments
  return (
    <div className={style['summary']}>
      <ul className={style['counts']}>
        <li>{t({ zh: '有目标或进展的共{n}项：', en: '{n} with a target or progress:' }, { n: plan.lines.length })}</li>
        {lightOrder.filter(light => lights.has(light)).map(light => <li key={light}><LightShape light={light} /> {lights.get(light)}</li>)}
      </ul>
      {nodes.length > 0 && (
        <p>{t({ zh: '承诺事项{all}项，其中举措{measures}项：已有目标或进展{measured}项，完成{done}项，逾期{late}项。', en: '{all} commitments, {measures} of them measures: {measured} with a target or progress, {done} done, {late} late.' }, { all: nodes.length, measures, measured, done, late })}</p>
      )}
      {plan.papers.length > 0 && (
        <p className={style['papers']}>
          {t({ zh: '依据：', en: 'Read from: ' })}
          {plan.papers.map((paper, i) => (
            <span key={paper.title}>
              {i > 0 && t({ zh: '；', en: '; ' })}
              <span lang="zh-CN">{paper.document ? <Link to={`/imports/${paper.document}`}>{paper.title}</Link> : paper.title}</span>
              {paper.saidOn && ` (${dayText(paper.saidOn, language)})`}
            </span>
          ))}
        </p>
      )}
    </div>
  )
}
