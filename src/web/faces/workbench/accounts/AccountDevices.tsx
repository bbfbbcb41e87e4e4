import { useQuery } from '@tanstack/react-query'
import { accountContract } from '../../../../server/account/contract.ts'
import { call } from '../../../client.ts'
import { instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import style from './accounts.module.css'

/** Where a person is signed in. */
export function AccountDevices({ person }: { readonly person: string }) {
  const { language, t } = useLanguage()
  const asked = useQuery({ queryKey: ['account-devices', person], queryFn: ({ signal }) => call(accountContract.sessions, { params: { person }, signal }) })
  if (asked.isPending) return <Loading lines={2} />
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  if (asked.data.items.length === 0) return <p className={style['none']}>{t({ zh: '现在没有登录。', en: 'Not signed in anywhere just now.' })}</p>
  return (
    <ul className={style['devices']}>
      {asked.data.items.map(row => <li key={row.id}><b>{row.device || t({ zh: '未知设备', en: 'Unknown device' })}</b><small>{row.address} · {t({ zh: '{since}登录，{used}还在用', en: 'since {since}, last used {used}' }, { since: instantText(row.since, language), used: instantText(row.lastUsedAt, language) })}</small></li>)}
    </ul>
  )
}
