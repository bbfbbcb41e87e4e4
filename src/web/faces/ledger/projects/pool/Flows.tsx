import { type PoolShown } from '../../../../../engines/projects/domain/pool-shown.ts'
import { type Destination } from '../../../../../engines/projects/domain/pool.ts'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { noNumber, numberText, shareText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { ChartWithTable } from '../../../../ui/ChartWithTable.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from '../page/page.module.css'
import { PoolNumber } from './PoolNumber.tsx'

/** What came into each phase in the year, what left it and where to, and how long those that are there have been. */
export function Flows({ pool: { year, phases }, rules }: { readonly pool: PoolShown; readonly rules: ProjectRules }) {
  const { t } = useLanguage()
  const into = (to: Destination) => (to === 'ended' ? t({ zh: '退库或并入', en: 'withdrawn or merged' }) : t(rules.phases[to]))
  const leftOf = (of: PoolShown['phases'][number]) => of.left.reduce((sum, one) => sum + one.projects, 0)
  const most = phases.reduce<PoolShown['phases'][number] | null>((best, one) => ((one.moved ?? 0) > (best?.moved ?? 0) ? one : best), null)
  const finding = most && most.moved !== null
    ? t({ zh: '{year}年“{phase}”转化最多：{n}/{all}个转入别的阶段', en: 'In {year} “{phase}” moved on most: {n} of {all}' }, { year, phase: t(rules.phases[most.phase]), n: leftOf(most) - (most.left.find(one => one.into === 'ended')?.projects ?? 0), all: most.before + most.came })
    : t({ zh: '{year}年没有项目转阶段', en: 'No project moved to another phase in {year}' }, { year })
  return (
    <>
      <Panel title={t({ zh: '各阶段进出与转化', en: 'Into each phase and out of it' })}>
        <ChartWithTable height={220} finding={finding} data={{ kind: 'bar', categories: phases.map(({ phase }) => t(rules.phases[phase])), series: [
          { name: t({ zh: '年初', en: 'At the beginning' }), unit: '个', values: phases.map(one => one.before) }, { name: t({ zh: '转入', en: 'Came' }), unit: '个', values: phases.map(one => one.came) },
          { name: t({ zh: '转出', en: 'Left' }), unit: '个', values: phases.map(leftOf) }, { name: t({ zh: '现有', en: 'There now' }), unit: '个', values: phases.map(one => one.there) },
        ] }} />
        <div className={style['scroll']}>
          <table className={style['table']}>
            <caption className="unseen">{t({ zh: '各阶段进出（个）', en: 'Projects by phase' })}</caption>
            <thead><tr><th scope="col">{t({ zh: '阶段', en: 'Phase' })}</th><th scope="col" className={style['number']}>{t({ zh: '年初', en: 'Beginning' })}</th><th scope="col" className={style['number']}>{t({ zh: '转入', en: 'Came' })}</th><th scope="col">{t({ zh: '转出（去向）', en: 'Left, where to' })}</th><th scope="col" className={style['number']}>{t({ zh: '现有', en: 'There now' })}</th><th scope="col" className={style['number']}>{t({ zh: '转化率', en: 'Moved on' })}</th></tr></thead>
            <tbody>
              {phases.map(({ phase, before, came, left, there, moved }) => (
                <tr key={phase}>
                  <th scope="row">{t(rules.phases[phase])}</th>
                  <td className={style['number']}><PoolNumber year={year} choice={`before.${phase}`} projects={before} /></td>
                  <td className={style['number']}><PoolNumber year={year} choice={`came.${phase}`} projects={came} /></td>
                  <td className={style['wrapping']}>{left.length === 0 ? 0 : left.map((one, i) => <span key={one.into}>{i > 0 && t({ zh: '、', en: ', ' })}{into(one.into)} <PoolNumber year={year} choice={`left.${phase}.${one.into}`} projects={one.projects} /></span>)}</td>
                  <td className={style['number']}><PoolNumber year={year} choice={`there.${phase}`} projects={there} /></td>
                  <td className={style['number']}>{moved === null ? noNumber : shareText(moved, 1, 1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <p className={style['small']}>{t({ zh: '转化率＝当年转入别的阶段的个数÷（年初＋当年转入）；退库、并入不算转化。', en: 'Moved on: those that went to another phase in the year, of those there at its beginning or that came; withdrawn and merged ones are none.' })}</p>
      </Panel>
      <Panel title={t({ zh: '库龄', en: 'Age' })}>
        <div className={style['scroll']}>
          <table className={style['table']}>
            <caption className="unseen">{t({ zh: '现有项目在本阶段的天数', en: 'Days in the present phase' })}</caption>
            <thead><tr><th scope="col">{t({ zh: '阶段', en: 'Phase' })}</th><th scope="col" className={style['number']}>{t({ zh: '中位数（天）', en: 'Median (days)' })}</th><th scope="col" className={style['number']}>{t({ zh: '最长（天）', en: 'Longest (days)' })}</th><th scope="col" className={style['number']}>{t({ zh: '界限（天）', en: 'Limit (days)' })}</th><th scope="col" className={style['number']}>{t({ zh: '超龄（个）', en: 'Older (projects)' })}</th></tr></thead>
            <tbody>
              {phases.map(({ phase, age, limit, old }) => (
                <tr key={phase}>
                  <th scope="row">{t(rules.phases[phase])}</th>
                  <td className={style['number']}>{age ? numberText(age.median) : noNumber}</td><td className={style['number']}>{age ? numberText(age.longest) : noNumber}</td><td className={style['number']}>{limit ?? noNumber}</td>
                  <td className={style['number']}>{limit === null ? noNumber : <PoolNumber year={year} choice={`old.${phase}`} projects={old} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </>
  )
}
