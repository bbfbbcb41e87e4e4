import { Link } from 'react-router'
import { type Label } from '../../../kernel/label.ts'
import { type Cockpit, type Need } from '../../../server/views/contract.ts'
import { dayText } from '../../format.ts'
import { useLanguage } from '../../language.tsx'
import { LineLight } from '../../parts/plan/LineLight.tsx'
import { LightShape } from '../../ui/LightShape.tsx'
import style from './NeedsYou.module.css'

const acts = {
  look: { zh: '查看', en: 'Look' },
  decide: { zh: '批示', en: 'Decide' },
} as const satisfies Record<Need['action'], Label>

/** At most seven matters that wait for the leader, worst first: what, why, whose, how long, and one thing to do. */
export function NeedsYou({ cockpit: { year, needs, more, headline, panels } }: { readonly cockpit: Cockpit }) {
  const { language, t } = useLanguage()
  const lines = new Map([...headline, ...panels.flatMap(panel => panel.lines)].map(line => [line.id, line]))
  return (
    <section className={style['needs']} aria-labelledby="needs-you">
      <h2 id="needs-you">{t({ zh: '需要您关注', en: 'Needs you' })}</h2>
      {needs.length === 0 && <p className={style['none']}>{t({ zh: '没有亮黄灯、红灯或逾期的事项。', en: 'Nothing is slipping, off pace or overdue.' })}</p>}
      <ol>
        {needs.map(need => {
          const line = lines.get(need.id)
          return (
            <li key={need.id} className={style['need']}>
              <div className={style['light']}>{line ? <LineLight line={line} /> : need.light && <LightShape light={need.light} />}</div>
              <div className={style['what']}>
                <b>{line ? t(line.label) : need.name}</b>
                <p>{t(need.why)}</p>
                {need.turned && <p className={style['turned']}><Link to={`/lights?change=${need.turned.change}&year=${year}`}>{t({ zh: '{day}起', en: 'Since {day}' }, { day: dayText(need.turned.on, language) })}</Link>{t(need.turned.answers === 0 ? { zh: '，尚无回应', en: ', nobody has answered' } : { zh: '，{n}条回应', en: ', {n} answers' }, { n: need.turned.answers })}</p>}
              </div>
              <div className={style['who']}>
                <span lang="zh-CN">{need.owner ?? t({ zh: '责任单位未定', en: 'Nobody owns it yet' })}</span>
                <span className={style['days']}>{t(daysWords(need))}</span>
              </div>
              <Link className={`${style['act']} unprinted`} to={need.page}>{t(acts[need.action])}<span className="unseen"> {line ? t(line.label) : need.name}</span></Link>
            </li>
          )
        })}
      </ol>
      {more > 0 && <p className={style['more']}><Link to={`/plan/${year}?view=list`}>{t({ zh: '另有{more}项滞后，在计划清单中查看', en: '{more} more in the list of the plan' }, { more })}</Link></p>}
    </section>
  )
}

/** How long there is, or how late it is. A target's year that is over is not late: its last figure may still come. */
function daysWords({ kind, days }: Need): Label {
  if (days === null) return { zh: '未定期限', en: 'No day set' }
  if (days > 0) return { zh: `剩${days}天`, en: days === 1 ? '1 day left' : `${days} days left` }
  if (days === 0) return { zh: '今天到期', en: 'Due today' }
  return kind === 'overdue' ? { zh: `逾期${-days}天`, en: days === -1 ? '1 day late' : `${-days} days late` } : { zh: '期限已过', en: 'The period is over' }
}
