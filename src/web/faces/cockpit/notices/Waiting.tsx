import { Link } from 'react-router'
import { type NoticeRow } from '../../../../engines/supervision/notices/contract.ts'
import { dayOf } from '../../../../kernel/time.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { GradeMark } from './GradeMark.tsx'
import style from './notices.module.css'

/** Notices that wait for this person's approval; those that they raised themselves wait for somebody else. */
export function Waiting({ rows, total }: { readonly rows: readonly NoticeRow[]; readonly total: number }) {
  const { language, t } = useLanguage()
  return (
    <Panel title={t({ zh: '待您批准', en: 'Wait for your approval' })} aside={<small>{total}</small>}>
      <ul className={style['waiting']}>
        {rows.map(row => (
          <li key={row.case}>
            <GradeMark grade={row.grade} />
            <Link to={`/cases/${row.case}`}><b lang="zh-CN">{row.about.name}</b></Link>
            <span lang="zh-CN">{row.addressee.name}</span>
            <small>{dayText(dayOf(row.raisedAt), language)} {row.byRule ? t({ zh: '按规则提起', en: 'raised by the rule' }) : <span lang="zh-CN">{row.raisedBy}</span>}</small>
          </li>
        ))}
      </ul>
      {total > rows.length && <p><Link to="/notices?stand=to-approve">{t({ zh: '全部{n}张待批准', en: 'All {n} that wait' }, { n: total })}</Link></p>}
    </Panel>
  )
}
