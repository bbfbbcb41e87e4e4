import { useSearchParams } from 'react-router'
import { providerRefusals } from '../../../server/account/contract.ts'
import { useLanguage } from '../../language.tsx'
import { Notice } from '../../ui/Notice.tsx'
import style from './steps.module.css'

/** Why somebody who came back from the identity provider was not let in, and who can help. */
export function ProviderRefusal() {
  const { t } = useLanguage()
  const [search] = useSearchParams()
  const refused = Object.entries(providerRefusals).find(([kind]) => kind === search.get('refused'))?.[1]
  const who = search.get('who')
  if (!refused) return null
  return <div className={style['refused']}><Notice role="alert" title={who ? t({ zh: '账号“{who}”未能登录', en: '“{who}” could not be signed in' }, { who: who.slice(0, 60) }) : t({ zh: '未能登录', en: 'Not signed in' })}><p>{t(refused)}</p></Notice></div>
}
