import { Button } from 'antd'
import { Link } from 'react-router'
import { type ProjectRow } from '../../../../../engines/projects/contract.ts'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { daysBetween } from '../../../../../kernel/time.ts'
import { quantityText, signedText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { today } from '../../../../today.ts'
import { LightShape } from '../../../../ui/LightShape.tsx'
import { moneyOf } from './money.ts'
import style from './list.module.css'

type ProjectCardsProps = { readonly rows: readonly ProjectRow[]; readonly total: number; readonly rules: ProjectRules; readonly loading: boolean; readonly more: () => void }

/** The projects one below the other, on a phone. */
export function ProjectCards({ rows, total, rules, loading, more }: ProjectCardsProps) {
  const { language, t } = useLanguage()
  const money = (amount: number) => quantityText(moneyOf(amount), language)
  return (
    <>
      <ul className={style['cards']}>
        {rows.map(row => (
          <li key={row.id}>
            <span><LightShape light={row.light} />{row.overridden && <small className={style['soft']}> {t({ zh: '人工', en: 'set' })}</small>}</span>
            <Link to={`/projects/${row.id}`} lang="zh-CN">{row.name}</Link>
            <span className={style['soft']}>{row.code} · <span lang="zh-CN">{row.owner.name}</span> · {t(rules.phases[row.phase])}{row.leader !== null && <> · <span lang="zh-CN">{row.leader}</span></>}</span>
            <span>{t(row.because)}</span>
            {row.planned !== null && <span>{t({ zh: '年度计划{planned}，已完成{done}', en: 'Planned {planned}, done {done}' }, { planned: money(row.planned), done: money(row.done) })}{row.lead !== null && t({ zh: '，{lead}个百分点', en: ': {lead} points' }, { lead: signedText(row.lead, 1) })}</span>}
            <span className={style['soft']}>
              {row.total !== null && t({ zh: '总投资{total} · ', en: '{total} in all · ' }, { total: money(row.total) })}
              {t({ zh: '节点{reached}/{all}', en: 'Nodes {reached}/{all}' }, row.nodes)}{row.nodes.late > 0 && t({ zh: '，逾期{n}个', en: ', {n} late' }, { n: row.nodes.late })}
              {row.blockers.oldest !== null && t({ zh: ' · 堵点{n}个，最久{days}天', en: ' · Blockers {n}, oldest {days} days' }, { n: row.blockers.open, days: daysBetween(row.blockers.oldest, today()) })}
              {row.generated && t({ zh: ' · 演示生成', en: ' · Made up for the demonstration' })}
            </span>
          </li>
        ))}
      </ul>
      {total > rows.length && <p className="unprinted"><Button onClick={more} loading={loading}>{t({ zh: '再显示一些', en: 'Show more' })}</Button></p>}
    </>
  )
}
