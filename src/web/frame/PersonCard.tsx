import { useMutation } from '@tanstack/react-query'
import { Link } from 'react-router'
import { roleLabels } from '../../engines/org/schema.ts'
import { sessionContract } from '../../server/account/contract.ts'
import { call } from '../client.ts'
import { useLanguage } from '../language.tsx'
import { forgetPage } from '../kept-page.ts'
import { useSession, useSessionChange } from '../session.tsx'
import style from './PersonCard.module.css'

/** Who is signed in and as what; the way to the account and out. */
export function PersonCard() {
  const { t } = useLanguage()
  const { me } = useSession()
  const change = useSessionChange()
  const leave = useMutation({ mutationFn: () => call(sessionContract.signOut, {}), onSuccess: async ({ leave: to }) => {
    if (to === null) return change()
    await forgetPage()
    window.location.assign(to)
  } })
  return (
    <section className={style['card']} aria-label={t({ zh: '当前用户', en: 'Signed in as' })}>
      <p><b>{me.name}</b></p>
      <p className={style['posts']}>{me.units.map(unit => unit.name).join('、')} {me.roles.map(role => t(roleLabels[role])).join('、')}</p>
      <p className={style['links']}>
        <Link to="/account">{t({ zh: '账户', en: 'Account' })}</Link>
        <button type="button" disabled={leave.isPending} onClick={() => leave.mutate()}>{t({ zh: '退出', en: 'Sign out' })}</button>
      </p>
    </section>
  )
}
