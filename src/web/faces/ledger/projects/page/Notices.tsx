import { Link } from 'react-router'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { gradeWords, standWords } from '../../../../../engines/supervision/domain/notice-steps.ts'
import { instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { useNotices } from '../use-project.ts'
import style from './page.module.css'

/** Supervision notices about the project, the newest first; nothing where there is none. */
export function Notices({ view: { id } }: { readonly view: ProjectView }) {
  const { language, t } = useLanguage()
  const { data } = useNotices(id)
  if (!data || data.items.length === 0) return null
  return (
    <Panel title={t({ zh: '督办单', en: 'Supervision notices' })}>
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
