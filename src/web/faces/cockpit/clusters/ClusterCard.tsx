import { Button } from 'antd'
import { Link } from 'react-router'
import { type ClusterView } from '../../../../engines/cases/clusters/contract.ts'
import { dayText, instantText, shareText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Weeks } from './Weeks.tsx'
import style from './clusters.module.css'

const states = { offered: { zh: '待处理', en: 'To be decided' }, taken: { zh: '已立治本任务', en: 'Root-cause task' }, dismissed: { zh: '不立任务', en: 'No task' } } as const

/** One matter: what, where, how often, in which words, and what was decided. */
export function ClusterCard({ cluster, onTake, onDismiss }: { readonly cluster: ClusterView; readonly onTake: () => void; readonly onDismiss: () => void }) {
  const { language, t } = useLanguage()
  const { category, street, community, cases, open, firstOn, lastOn, words, decided, commitment, mayDecide } = cluster
  const cause = category.map(part => t(part)).join(' / ')
  return (
    <li className={style['card']}>
      <div className={style['what']}>
        <h2><span lang="zh-CN">{street.name}{community?.name}</span>{t({ zh: '：', en: ': ' })}{cause}</h2>
        <span className={style['state']} data-state={cluster.state}>{t(states[cluster.state])}</span>
      </div>
      <p className={style['count']}>
        <Link to={`/cases?cluster=${cluster.id}`}>{t({ zh: '{n}件工单', en: '{n} cases' }, { n: cases })}</Link>
        {t({ zh: '，在办{open}件', en: ', {open} open' }, { open })}
        {firstOn !== null && lastOn !== null && t({ zh: '，{from}至{to}', en: ', {from} to {to}' }, { from: dayText(firstOn, language), to: dayText(lastOn, language) })}
      </p>
      {words.length > 0 && <p className={style['note']}>{t({ zh: '标题中常见：', en: 'Common in their titles: ' })}<span lang="zh-CN">{words.map(word => `“${word}”`).join('')}</span></p>}
      <Weeks weeks={cluster.weeks} />
      {commitment && (
        <p>{t({ zh: '治本任务：', en: 'Root-cause task: ' })}<Link lang="zh-CN" to={`/plan/${commitment.year}?item=${commitment.id}`}>{commitment.title}</Link>{t({ zh: '，{unit}牵头，{day}前完成，进展{share}', en: ', led by {unit}, due {day}, progress {share}' }, { unit: commitment.lead?.name ?? '—', day: dayText(commitment.dueOn, language), share: commitment.share === null ? t({ zh: '未填报', en: 'not entered' }) : shareText(commitment.share, 1, 0) })}</p>
      )}
      {decided && <p className={style['note']}>{t({ zh: '{by}于{at}决定：{reason}', en: 'Decided by {by} on {at}: {reason}' }, { by: decided.by, at: instantText(decided.at, language), reason: decided.reason ?? '' })}</p>}
      {mayDecide && (
        <div className={`${style['acts']} unprinted`}>
          <Button type="primary" onClick={onTake}>{t({ zh: '立为治本任务', en: 'Make it a root-cause task' })}</Button>
          <Button onClick={onDismiss}>{t({ zh: '不立任务', en: 'No task' })}</Button>
        </div>
      )}
    </li>
  )
}
