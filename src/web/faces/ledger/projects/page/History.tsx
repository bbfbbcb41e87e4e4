import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { toldEvent } from '../../../../../engines/projects/domain/telling.ts'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { dayText, instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Columns } from '../../../../ui/Columns.tsx'
import { LightShape } from '../../../../ui/LightShape.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './page.module.css'

/** Everything that happened to it, the newest first, and how its light changed. */
export function History({ view: { project, names, events, lights }, rules }: { readonly view: ProjectView; readonly rules: ProjectRules }) {
  const { language, t } = useLanguage()
  const telling = { rules, nodeName: (key: string) => project.nodes.find(node => node.key === key)?.name ?? key, unitName: (id: string) => names[id] ?? '—' }
  return (
    <Columns
      main={(
        <Panel title={t({ zh: '经过', en: 'What happened' })}>
          <ol className={style['steps']}>{events.toReversed().map(({ seq, at, by, event }) => <li key={seq}>{t(toldEvent(event, telling))}<p className={style['small']}>{by?.name ?? t({ zh: '系统', en: 'The program' })} · {instantText(at, language)}</p></li>)}</ol>
        </Panel>
      )}
      aside={(
        <Panel title={t({ zh: '亮灯变化', en: 'Changes of the light' })}>
          <ol className={style['steps']}>{lights.map(({ on, light, because }) => <li key={`${on} ${light}`}><LightShape light={light} /> {dayText(on, language)}<p className={style['small']}>{t(because)}</p></li>)}</ol>
        </Panel>
      )}
    />
  )
}
