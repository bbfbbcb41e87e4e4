import { Link } from 'react-router'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { forceStates } from '../../../../../engines/projects/domain/forces/words.ts'
import { dayText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { useForcesOf } from '../../forces/use-forces.ts'
import style from './page.module.css'

/** The task force behind the project, with its plan; what to do where there is none. */
export function Team({ view: { id } }: { readonly view: ProjectView }) {
  const { language, t } = useLanguage()
  const { data } = useForcesOf(id)
  if (!data) return null
  return (
    <Panel title={t({ zh: '专班', en: 'Task force' })}>
      {data.items.length === 0 && <p>{data.one ? t({ zh: '还没有专班。本区要求一项目一方案一专班，没有专班不能转开工。', en: 'None yet. The district holds to one project, one plan, one team: building cannot begin without.' }) : t({ zh: '没有专班。', en: 'None.' })} {data.may.edit && <Link to="/task-forces">{t({ zh: '到专班中选一个接手', en: 'Choose one' })}</Link>}</p>}
      <ul className={style['steps']}>
        {data.items.map(force => (
          <li key={force.id}>
            <Link lang="zh-CN" to={`/task-forces/${force.id}`}>{force.name}</Link> {t(forceStates[force.state])}
            <p className={style['small']}>{t({ zh: '{leader}领衔，{unit}牵头，成员{n}人；方案{plan}；到{until}', en: 'Led by {leader}, {unit}, {n} members; plan: {plan}; until {until}' }, { leader: force.leader, unit: force.leadUnit.name, n: force.members, until: dayText(force.until, language), plan: force.measures.all === 0 ? t({ zh: '还没有', en: 'none yet' }) : t({ zh: '完成{done}/{all}', en: '{done} of {all} done' }, force.measures) })}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
