import { Link } from 'react-router'
import { type ProjectRow } from '../../../../../engines/projects/contract.ts'
import { type Light, lightOrder } from '../../../../../kernel/light.ts'
import { numberText, shareText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { ChartWithTable } from '../../../../ui/ChartWithTable.tsx'
import { LightShape } from '../../../../ui/LightShape.tsx'
import style from './list.module.css'
import { byOwner } from './owners.ts'

/** Owners beside one another, each with the same small picture: planned, due and done of the year, and the lights of its projects. */
export function Owners({ rows, whole }: { readonly rows: readonly ProjectRow[]; readonly whole: number }) {
  const { t } = useLanguage()
  const owners = byOwner(rows)
  return (
    <>
      {rows.length < whole && <p className={style['soft']}>{t({ zh: '只合计了已显示的{n}个项目，共{whole}个。', en: 'Of the {n} projects shown, of {whole}.' }, { n: rows.length, whole })}</p>}
      <ul className={style['owners']}>
        {owners.map(({ owner, projects, planned, due, done, lights }) => (
          <li key={owner.id} className={style['owner']}>
            <h3><Link to={`?list=any&owner=${owner.id}`} lang="zh-CN">{owner.name}</Link> <span className={style['soft']}>{t({ zh: '{n}个项目', en: '{n} projects' }, { n: projects })}</span></h3>
            <div className={style['lights']}>{lightOrder.filter((light: Light) => (lights[light] ?? 0) > 0).map(light => <span key={light}><LightShape light={light} /> {lights[light]}</span>)}</div>
            {planned > 0
              ? <ChartWithTable height={110} finding={t({ zh: '计划{planned}万元，完成{share}', en: 'Planned {planned} (10,000 yuan), {share} done' }, { planned: numberText(planned), share: shareText(done, planned, 0) })} data={{ kind: 'rows', categories: [t({ zh: '全年计划', en: 'Planned' }), t({ zh: '应完成', en: 'Due' }), t({ zh: '已完成', en: 'Done' })], series: [{ name: t({ zh: '投资', en: 'Investment' }), unit: '万元', values: [planned, due, done] }] }} />
              : <p className={style['soft']}>{t({ zh: '本年度没有投资计划。', en: 'Nothing is planned for the year.' })}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
