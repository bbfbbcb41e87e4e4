import { Link } from 'react-router'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { nameOf } from '../../../../../engines/projects/domain/project.ts'
import { gradeWords, standWords } from '../../../../../engines/supervision/domain/notice-steps.ts'
import { instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { useSession } from '../../../../session.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { useNotices } from '../use-project.ts'
import style from './page.module.css'

/** Supervision notices about the project, the newest first; nothing where there is none, and none may be raised. */
export function Notices({ view: { id, project } }: { readonly view: ProjectView }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const { data } = useNotices(id)
  const mayRaise = may('case.supervise') && project.ended === null
  if (!data || (data.items.length === 0 && !mayRaise)) return null
  return (
    <Panel title={t({ zh: '督办单', en: 'Supervision notices' })} aside={mayRaise && <Link className="unprinted" to="/notices?form=raise" state={{ about: { kind: 'project', id, name: nameOf(project) }, unit: project.owner }}>{t({ zh: '提起督办单', en: 'Raise a notice' })}</Link>}>
      {data.items.length === 0 && <p className={style['small']}>{t({ zh: '没有督办单。', en: 'None.' })}</p>}
      <ul className={style['steps']}>
        {data.items.map(notice => (
          <li key={notice.case}>
            <Link to={`/cases/${notice.case}`}>{t(gradeWords[notice.grade])} {notice.number}</Link>
            <p className={style['small']}>{[t(standWords[notice.stand]), notice.addressee.name, instantText(notice.raisedAt, language), ...(notice.late ? [t({ zh: '逾期未反馈', en: 'not answered in time' })] : []), ...(notice.byRule ? [t({ zh: '按规则提起', en: 'raised by the rule' })] : [])].join(' · ')}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
