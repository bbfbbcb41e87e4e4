import { Button } from 'antd'
import { Link } from 'react-router'
import { type ChangeView, type TodayView } from '../../../../engines/supervision/contract.ts'
import { type Label } from '../../../../kernel/label.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { LightTurn } from '../../../parts/plan/LightTurn.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useUrlState } from '../../../url-state.ts'
import { DayFilter } from '../../workbench/parts/DayFilter.tsx'
import { useToday } from './use-dispatch.ts'
import style from './dispatch.module.css'

const kinds: Readonly<Record<ChangeView['kind'], Label>> = {
  project: { zh: '项目', en: 'Project' },
  plan: { zh: '目标与承诺', en: 'Plan' },
  decision: { zh: '决定事项逾期', en: 'Decision now late' },
  month: { zh: '月度投资未报', en: 'Month not told' },
  figures: { zh: '数值', en: 'Figures' },
}

/** The daily watch: what changed since yesterday or a day that is chosen, by the unit that answers. */
export function TodayPanel() {
  const { language, t } = useLanguage()
  const [since, setSince] = useUrlState('since')
  const today = useToday(since)
  const last = today.data?.lastMeeting ?? null
  return (
    <Panel
      title={t({ zh: '日监测', en: 'The daily watch' })}
      aside={(
        <div className={`${style['tools']} unprinted`}>
          <DayFilter name="since" label={{ zh: '自（含当日）', en: 'Since (that day included)' }} />
          {last !== null && last !== since && <Button onClick={() => setSince(last)}>{t({ zh: '上次调度会以来', en: 'Since the last meeting' })}</Button>}
          {since !== '' && <Button onClick={() => setSince('')}>{t({ zh: '昨天以来', en: 'Since yesterday' })}</Button>}
        </div>
      )}
    >
      {today.isPending && <Loading lines={4} />}
      {today.isError && <Failure error={today.error} retry={() => void today.refetch()} />}
      {today.isSuccess && (
        <>
          <p className={style['finding']}>{t({ zh: '{since}至{until}：变差{worse}项，好转{better}项。', en: '{since} to {until}: {worse} turned worse, {better} turned better.' }, { since: dayText(today.data.since, language), until: dayText(today.data.until, language), worse: today.data.worse, better: today.data.better })}</p>
          {today.data.cut && <p className={style['note']}>{t({ zh: '变化太多，只列出一部分。请选近一些的日期。', en: 'There is more than is shown. Choose a later day.' })}</p>}
          {today.data.groups.length === 0 && <Empty title={{ zh: '没有变化', en: 'Nothing changed' }} next={{ zh: '项目和计划的灯有变动、报来新数值、决定事项逾期或月度投资没有按时报时，会按责任单位列在这里。', en: 'Lights of projects and of the plan that change, new figures, decisions that become late and months that are not told in time stand here, by the unit that answers.' }} />}
          <div className={style['groups']}>{today.data.groups.map(group => <Group key={group.unit?.id ?? ''} group={group} />)}</div>
        </>
      )}
    </Panel>
  )
}

function Group({ group: { unit, worse, changes } }: { readonly group: TodayView['groups'][number] }) {
  const { language, t } = useLanguage()
  return (
    <section className={style['group']}>
      <h3>{unit ? <span lang="zh-CN">{unit.name}</span> : t({ zh: '责任单位未定', en: 'Nobody owns it yet' })} <small>{t({ zh: '变差{n}项', en: '{n} worse' }, { n: worse })}</small></h3>
      <ul>
        {changes.map(change => (
          <li key={`${change.kind} ${change.thing} ${change.on}`} className={style['change']}>
            <span className={style['kind']}>{t(kinds[change.kind])}</span>
            <div>
              <Link to={change.page}><b {...(change.title.zh === change.title.en && { lang: 'zh-CN' })}>{t(change.title)}</b></Link>
              {change.because && <p className={style['why']}>{t(change.because)}</p>}
            </div>
            <div className={style['turn']}>{change.was && change.light && <LightTurn change={{ from: change.was, to: change.light }} />}<small>{dayText(change.on, language)}</small></div>
          </li>
        ))}
      </ul>
    </section>
  )
}
