import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearchParams } from 'react-router'
import { demoContract } from '../../../server/account/contract.ts'
import { call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'
import { nextAddress } from '../../next-address.ts'
import { useSessionChange, useSessionState } from '../../session.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { useUrlState } from '../../url-state.ts'
import style from './DemonstrationPage.module.css'
import { EntryPage } from './EntryPage.tsx'

/** The roles of the demonstration, one click each. Outside demonstration mode the server has no such door. */
export function DemonstrationPage() {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [chosen, choose] = useUrlState('district')
  const change = useSessionChange()
  const state = useSessionState()
  const roles = useQuery({ queryKey: ['demo', chosen], queryFn: ({ signal }) => call(demoContract.roles, { query: chosen === '' ? {} : { district: chosen }, signal }) })
  const enter = useMutation({
    mutationFn: (role: string) => call(demoContract.signIn, { body: { role, ...(roles.data && { district: roles.data.district }) } }),
    onSuccess: async () => {
      await change()
      await navigate(nextAddress(search.get('next')), { replace: true })
    },
  })
  const failed = roles.error ?? enter.error
  return (
    <EntryPage district={null} wide title={{ zh: '演示：选一个角色进入', en: 'Demonstration: choose a role' }}>
      <p className={style['lead']}>{t({ zh: '公开发布的数据均注明出处；人员、事项等为生成数据。任何人都可以进入，请勿录入真实信息。', en: 'Published figures carry their sources; people and matters are made up. Anybody may enter: do not type anything real.' })}</p>
      {state.data && state.data.districts.length > 1 && roles.data && (
        <ul className={style['districts']} aria-label={t({ zh: '区', en: 'District' })}>
          {state.data.districts.map(({ code, name }) => (
            <li key={code}><button type="button" aria-pressed={code === roles.data.district} onClick={() => choose(String(code))}>{t(name)}</button></li>
          ))}
        </ul>
      )}
      {failed && <Failure error={failed} retry={() => void roles.refetch()} />}
      {roles.isPending && <Loading lines={6} />}
      {roles.data && (
        <ul className={style['roles']}>
          {roles.data.items.map(({ role, label, does, unit }) => (
            <li key={role}>
              <button type="button" disabled={enter.isPending} onClick={() => enter.mutate(role)}>
                <b>{t(label)}</b>
                <span className={style['unit']}>{t(unit)}</span>
                <span>{t(does)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </EntryPage>
  )
}
