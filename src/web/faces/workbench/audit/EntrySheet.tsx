import { Link } from 'react-router'
import { type TrailEntry } from '../../../../server/audit/contract.ts'
import { instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { verbLabel } from './audit-verbs.ts'
import { pageOf, particularLabel, thingLabel } from './audit-words.ts'
import style from './audit.module.css'

/** One entry of the trail in full. */
export function EntrySheet({ entry }: { readonly entry: TrailEntry }) {
  const { language, t } = useLanguage()
  const page = pageOf(entry.thing, entry.thingId)
  const detail = typeof entry.detail === 'object' && entry.detail !== null ? Object.entries(entry.detail) : []
  return (
    <dl className={style['entry']}>
      <dt>{t({ zh: '何事', en: 'What' })}</dt><dd>{t(verbLabel(entry.verb))} <small>{entry.verb}</small></dd>
      <dt>{t({ zh: '何人', en: 'Who' })}</dt><dd>{entry.actor}</dd>
      <dt>{t({ zh: '何时', en: 'When' })}</dt><dd>{instantText(entry.at, language)} <small>{entry.at}</small></dd>
      <dt>{t({ zh: '对象', en: 'Thing' })}</dt><dd>{t(thingLabel(entry.thing))} {page ? <Link to={page}>{entry.thingId}</Link> : entry.thingId}</dd>
      {detail.map(([name, value]) => <div key={name} className={style['pair']}><dt>{t(particularLabel(name))}</dt><dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd></div>)}
      <dt>{t({ zh: '请求编号', en: 'Request' })}</dt><dd>{entry.requestId}</dd>
      <dt>{t({ zh: '链上位置', en: 'Place in the chain' })}</dt><dd>{entry.seq ?? t({ zh: '尚未封链', en: 'not in the chain yet' })}</dd>
      {entry.hash && <><dt>{t({ zh: '散列值', en: 'Hash' })}</dt><dd className={style['hash']}>{entry.hash}</dd></>}
    </dl>
  )
}
