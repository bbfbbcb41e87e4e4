import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { type ProjectRow } from '../../../../../engines/projects/contract.ts'
import { type Light, lightOrder } from '../../../../../kernel/light.ts'
import { numberText, shareText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { ChartWithTable } from '../../../../ui/ChartWithTable.tsx'
import { LightShape } from '../../../../ui/LightShape.tsx'
import style from './list.module.css'
import { byOwner } from './owners.ts'

/** In 亿元, as papers print totals. */
const large = (amount: number) => Math.round(amount / 100) / 100

/** Owners beside one another, each with the same small picture: planned, due and done of the year, and the lights of its projects. */
export function Owners({ rows, whole, loading, more }: { readonly rows: readonly ProjectRow[]; readonly whole: number; readonly loading: boolean; readonly more: () => void }) {
  const { t } = useLanguage()
  const [search] = useSearchParams()
  const owners = byOwner(rows)
  const narrowed = (owner: string) => { const after = new URLSearchParams(search); after.set('owner', owner); after.delete('view'); return `?${after.toString()}` }
  return (
    <>
      {rows.length < whole && <p className={style['soft']}>{t({ zh: '只合计了已显示的{n}个项目，共{whole}个。', en: 'Of the {n} projects shown, of {whole}.' }, { n: rows.length, whole })} <Button size="small" className="unprinted" onClick={more} loading={loading}>{t({ zh: '再计入一些', en: 'Add more' })}</Button></p>}
      <ul className={style['owners']}>
        {owners.map(({ owner, projects, planned, due, done, lights }) => (
          <li key={owner.id} className={style['owner']}>
            <h2><Link to={narrowed(owner.id)} lang="zh-CN">{owner.name}</Link> <span className={style['soft']}>{t({ zh: '{n}个项目', en: '{n} projects' }, { n: projects })}</span></h2>
            <div className={style['lights']}>{lightOrder.filter((light: Light) => (lights[light] ?? 0) > 0).map(light => <span key={light}><LightShape light={light} /> {lights[light]}</span>)}</div>
            {planned > 0
              ? <ChartWithTable height={110} finding={t({ zh: '计划{planned}亿元，完成{share}', en: 'Planned {planned} (100 million yuan), {share} done' }, { planned: numberText(large(planned)), share: shareText(done, planned, 0) })} data={{ kind: 'rows', categories: [t({ zh: '全年计划', en: 'Planned' }), t({ zh: '应完成', en: 'Due' }), t({ zh: '已完成', en: 'Done' })], series: [{ name: t({ zh: '投资', en: 'Investment' }), unit: '亿元', values: [planned, due, done].map(large) }] }} />
              : <p className={style['soft']}>{t({ zh: '本年度没有投资计划。', en: 'Nothing is planned for the year.' })}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}
