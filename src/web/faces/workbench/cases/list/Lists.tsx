import { Link } from 'react-router'
import { type QueueView, type SavedView } from '../../../../../engines/cases/views/contract.ts'
import { useLanguage } from '../../../../language.tsx'
import { addressOfList, type Filter, isSame } from './case-filter.ts'
import style from './list.module.css'

/** The lists one goes back to: what waits for this person with how many, and the views that were kept. */
export function Lists({ filter, queues, views }: { readonly filter: Filter; readonly queues: readonly QueueView[]; readonly views: readonly SavedView[] }) {
  const { t } = useLanguage()
  const queue = queues.find(one => isSame(one.query, filter))
  const view = queue ? undefined : views.find(one => isSame(one.query, filter))
  return (
    <div className={`${style['lists']} unprinted`}>
      <nav aria-label={t({ zh: '待办', en: 'What waits for me' })}>
        <ul>
          <li><Link to={addressOfList({})} aria-current={isSame(filter, {}) ? 'page' : undefined}>{t({ zh: '全部', en: 'All' })}</Link></li>
          {queues.map(one => <li key={one.key}><Link to={addressOfList(one.query)} aria-current={one === queue ? 'page' : undefined}>{t(one.name)} <b>{countText(one.count, one.atLeast)}</b></Link></li>)}
        </ul>
      </nav>
      {views.length > 0 && (
        <nav aria-label={t({ zh: '常用视图', en: 'Saved views' })}>
          <span aria-hidden="true" className={style['title']}>{t({ zh: '常用视图', en: 'Saved views' })}</span>
          <ul>
            {views.map(one => <li key={one.id}><Link to={addressOfList(one.query)} aria-current={one === view ? 'page' : undefined}><span lang="zh-CN">{one.name}</span>{one.unit && <span className={style['shared']}> {t({ zh: '共用', en: 'shared' })}</span>}</Link></li>)}
          </ul>
        </nav>
      )}
    </div>
  )
}

/** How many: 12, or 1000+ where counting stopped. */
export function countText(count: number, atLeast: boolean): string {
  return atLeast ? `${count}+` : String(count)
}
