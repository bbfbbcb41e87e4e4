import { Link } from 'react-router'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { daysBetween } from '../../../../../kernel/time.ts'
import { dayText, instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { today } from '../../../../today.ts'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './page.module.css'

/** What is and was in its way: since when, who is to remove it, by when. */
export function Blockers({ view: { blockers } }: { readonly view: ProjectView }) {
  const { language, t } = useLanguage()
  return (
    <Panel title={t({ zh: '堵点', en: 'Blockers' })} aside={<span className={style['soft']}>{t({ zh: '{n}个未解决', en: '{n} open' }, { n: blockers.filter(blocker => blocker.open).length })}</span>}>
      {blockers.length === 0
        ? <p className={style['soft']}>{t({ zh: '没有提出过堵点。', en: 'Nothing was ever said to be in its way.' })}</p>
        : (
            <ul className={style['steps']}>
              {blockers.map(blocker => (
                <li key={blocker.case}>
                  {blocker.seen ? <Link to={`/cases/${blocker.case}`} lang="zh-CN">{blocker.title}</Link> : <b lang="zh-CN">{blocker.title}</b>} {blocker.open ? t({ zh: '已{n}天', en: '{n} days' }, { n: daysBetween(blocker.raisedOn, today()) }) : t({ zh: '已解决', en: 'removed' })}
                  <p className={style['small']}>{[...(blocker.number === null ? [] : [blocker.number]), blocker.lead ?? t({ zh: '尚未派单', en: 'not dispatched yet' }), t({ zh: '{on}提出', en: 'raised {on}' }, { on: dayText(blocker.raisedOn, language) }), ...(blocker.open && blocker.dueAt !== null ? [t({ zh: '限{at}', en: 'due {at}' }, { at: instantText(blocker.dueAt, language) })] : [])].join(' · ')}</p>
                </li>
              ))}
            </ul>
          )}
    </Panel>
  )
}
