import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { dayText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './page.module.css'

/** What people saw on the site, the newest first; nothing where nobody went. */
export function Visits({ view: { project } }: { readonly view: ProjectView }) {
  const { language, t } = useLanguage()
  if (project.visits.length === 0) return null
  return (
    <Panel title={t({ zh: '现场查看', en: 'Visits to the site' })}>
      <ol className={style['steps']}>
        {project.visits.toSorted((a, b) => b.on.localeCompare(a.on) || b.at.localeCompare(a.at)).map(({ on, by, at, words }) => <li key={at}><span lang="zh-CN">{words}</span><p className={style['small']}><span lang="zh-CN">{by}</span> · {dayText(on, language)}</p></li>)}
      </ol>
    </Panel>
  )
}
