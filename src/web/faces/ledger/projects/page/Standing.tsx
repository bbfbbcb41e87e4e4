import { Link } from 'react-router'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { nameOf } from '../../../../../engines/projects/domain/project.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { dayText, instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { LightMark } from '../../../../ui/LightMark.tsx'
import style from './page.module.css'

const parts = [['money', { zh: '投资', en: 'Money' }], ['nodes', { zh: '节点', en: 'Nodes' }], ['blockers', { zh: '堵点', en: 'Blockers' }]] as const satisfies readonly (readonly [string, Label])[]

/** The light with its reason, and what each of the three parts says. */
export function Standing({ view: { project, verdict, override, litAt, generated } }: { readonly view: ProjectView }) {
  const { language, t } = useLanguage()
  return (
    <section className={style['standing']} aria-label={t({ zh: '这个项目怎么样', en: 'How it stands' })}>
      <p className={style['first']}>
        <LightMark of={nameOf(project)} verdict={verdict.whole} override={override && { ...override, until: override.until }} />
        <span>{t(verdict.whole.because)}</span>
      </p>
      {override && <p>{t({ zh: '人工调灯：{by}，至{until}，{reason}', en: 'Set by {by} until {until}: {reason}' }, { by: override.by, until: dayText(override.until, language), reason: override.reason })}</p>}
      {project.ended && <p>{t({ zh: '已于{on}{what}：{reason}', en: '{what} on {on}: {reason}' }, { on: dayText(project.ended.on, language), what: project.ended.into === null ? t({ zh: '退库', en: 'Withdrawn' }) : t({ zh: '并入“{name}”', en: 'Merged into “{name}”' }, { name: project.ended.intoName ?? '' }), reason: project.ended.reason })}{project.ended.into !== null && <> <Link to={`/projects/${project.ended.into}`}>{t({ zh: '看并入后的项目', en: 'See what it is now' })}</Link></>}</p>}
      <dl className={style['parts']}>
        {parts.map(([key, label]) => (
          <div key={key}>
            <dt>{t(label)} <LightMark of={`${nameOf(project)} · ${t(label)}`} verdict={verdict[key]} /></dt>
            <dd>{t(verdict[key].because)}</dd>
          </div>
        ))}
      </dl>
      <p className={style['small']}>{t({ zh: '评于{at}；三项取最差，除非本区按权重评。', en: 'Worked out {at}; the worst of the three speaks, unless the district weighs them.' }, { at: instantText(litAt, language) })}{generated && t({ zh: ' 演示数据，生成，不是真实项目。', en: ' Made up for the demonstration; no real project.' })}</p>
    </section>
  )
}
