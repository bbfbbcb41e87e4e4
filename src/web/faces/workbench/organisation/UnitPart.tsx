import { unitOn } from '../../../../engines/org/domain/tree.ts'
import { type Day } from '../../../../kernel/time.ts'
import { Link } from 'react-router'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { kindOrder, unitKind, unitKinds } from './org-words.ts'
import style from './organisation.module.css'
import { Posts } from './Posts.tsx'
import { UnitActions } from './UnitActions.tsx'
import { UnitHistory } from './UnitHistory.tsx'
import { UnitLink } from './UnitLink.tsx'
import { useUnit } from './use-units.ts'

/** One unit on a day: what it is, whom it is under, who works there, what it answers for, what happened to it. */
export function UnitPart({ id, on }: { readonly id: string; readonly on: Day }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const asked = useUnit(id, on)
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Loading lines={8} />
  const { unit, superiors, below, posts, jurisdictions, history } = asked.data
  const then = unitOn(on, history.filter(entry => entry.state !== 'withdrawn').map(entry => entry.event))
  const kinds = kindOrder.filter(kind => below.some(child => child.kind === kind))
  return (
    <div className={style['unit']}>
      <header className={style['unit-head']}>
        <div>
          <h2 lang="zh-CN">{then?.name ?? unit.name}</h2>
          <p>
            <b>{t(unitKind[unit.kind])}</b> · {t({ zh: '代码', en: 'code' })} {unit.code}
            {unit.generated && <> · {t({ zh: '演示用生成的单位，不是实际单位', en: 'made up for the demonstration, not a real unit' })}</>}
          </p>
          <p>
            {superiors.length === 0
              ? t({ zh: '本区最上级', en: 'The top of the district' })
              : <>{t({ zh: '隶属：', en: 'Under: ' })}{superiors.map((superior, i) => <span key={superior.id}>{i > 0 && ' ‹ '}<UnitLink unit={superior} /></span>)}</>}
          </p>
          <p>{then === null
            ? t({ zh: '{day}时尚未设立', en: 'It did not exist yet on {day}' }, { day: dayText(on, language) })
            : unit.until !== null && unit.until <= on
              ? t({ zh: '已于{day}撤销', en: 'It ended on {day}' }, { day: dayText(unit.until, language) })
              : unit.until !== null
                ? t({ zh: '自{day}起，{until}前', en: 'From {day} until before {until}' }, { day: dayText(unit.from, language), until: dayText(unit.until, language) })
                : t({ zh: '自{day}起', en: 'Since {day}' }, { day: dayText(unit.from, language) })}{then && then.name !== unit.name && `${t({ zh: '；现名', en: '; now named ' })}${unit.name}`}</p>
        </div>
        {may('org.edit') && <UnitActions unit={unit} />}
      </header>
      {may('plan.read') && <p><Link to={`/units/${unit.id}`}>{t({ zh: '承担的目标与任务', en: 'What it owes: targets and commitments' })}</Link></p>}
      <Panel title={t({ zh: '岗位与人员', en: 'Posts and people' })} aside={<small>{posts.length}</small>}><Posts posts={posts} /></Panel>
      {below.length > 0 && (
        <Panel title={t({ zh: '下级单位', en: 'Units below' })} aside={<small>{below.length}</small>}>
          {kinds.map(kind => {
            const units = below.filter(child => child.kind === kind)
            return (
              <section key={kind} className={style['below']}>
                <h3>{t(unitKinds[kind])} <small>{units.length}</small></h3>
                <ul>{units.map(child => <li key={child.id}><UnitLink unit={child} />{child.below > 0 && <small>{child.below}</small>}</li>)}</ul>
              </section>
            )
          })}
        </Panel>
      )}
      {jurisdictions.length > 0 && (
        <Panel title={t({ zh: '管辖', en: 'Answers for' })}>
          <ul className={style['lines']}>
            {jurisdictions.map(one => <li key={one.id}><b>{one.matter}</b> · {one.areaName} · {one.until ? `${dayText(one.from, language)} – ${dayText(one.until, language)}` : t({ zh: '{day}起', en: 'since {day}' }, { day: dayText(one.from, language) })}</li>)}
          </ul>
        </Panel>
      )}
      <Panel title={t({ zh: '沿革', en: 'History' })}><UnitHistory unit={unit} history={history} /></Panel>
    </div>
  )
}
