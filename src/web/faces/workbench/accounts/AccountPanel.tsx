import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { accountContract } from '../../../../server/account/contract.ts'
import { type Label } from '../../../../kernel/label.ts'
import { call } from '../../../client.ts'
import { dayText, instantText, noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import { AccountDevices } from './AccountDevices.tsx'
import { type AccountRow } from './account-row.ts'
import style from './accounts.module.css'
import { OncePassword } from './OncePassword.tsx'
import { SuspendAccount } from './SuspendAccount.tsx'

type Act = 'first' | 'reset' | 'unlock' | 'revoke' | 'codes' | 'lift'

const acts = {
  first: { title: { zh: '生成初始密码', en: 'Make a first password' }, what: { zh: '此账户还没有密码。会生成一个初始密码，只显示一次；首次登录后必须改密码。', en: 'This account has no password yet. One is made and shown once; it must be changed at the first sign-in.' } },
  reset: { title: { zh: '重置密码', en: 'Reset the password' }, what: { zh: '会生成一个新密码，只显示一次；此人在所有设备上退出，下次登录后必须改密码。', en: 'A new password is made and shown once. The person is signed out everywhere and must change it at the next sign-in.' } },
  unlock: { title: { zh: '解除锁定', en: 'Unlock the account' }, what: { zh: '请先确认是本人多次输错，而不是有人在猜密码。', en: 'Make sure first that it was the person who mistyped, not somebody guessing.' } },
  revoke: { title: { zh: '在所有设备上退出', en: 'Sign out everywhere' }, what: { zh: '此人的所有设备随即退出登录；未保存的内容会丢失。', en: 'All devices of the person are signed out at once; what is not saved there is lost.' } },
  codes: { title: { zh: '停用动态码', en: 'Stop codes' }, what: { zh: '只在此人遗失手机时使用。之后仅凭密码即可登录，请提醒其尽快重新启用。', en: 'Only where the phone is lost. From then on the password alone lets the person in: have codes set up again soon.' } },
  lift: { title: { zh: '解除暂停', en: 'Lift the suspension' }, what: { zh: '此人随即可以登录，密钥也恢复。', en: 'The person can sign in at once, and keys open again.' } },
} as const satisfies Record<Act, { readonly title: Label; readonly what: Label }>

/** One account: its state, its devices, and what the security administrator can do with it. */
export function AccountPanel({ account, onClose }: { readonly account: AccountRow; readonly onClose: () => void }) {
  const { language, t } = useLanguage()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<Act | null>(null)
  const [made, setMade] = useState<string | null>(null)
  const [suspending, setSuspending] = useState(false)
  const params = { person: account.person }
  const run = async () => {
    switch (asking) {
      case 'first': setMade((await call(accountContract.create, { body: params })).initialPassword); break
      case 'reset': setMade((await call(accountContract.resetPassword, { params, body: {} })).initialPassword); break
      case 'unlock': await call(accountContract.unlock, { params, body: {} }); break
      case 'revoke': await call(accountContract.revokeSessions, { params, body: {} }); break
      case 'codes': await call(accountContract.removeCodes, { params, body: {} }); break
      case 'lift': await call(accountContract.lift, { params, body: {} }); break
      case null: return
    }
    await refresh()
  }
  const refresh = async () => {
    await Promise.all([queries.invalidateQueries({ queryKey: ['accounts'] }), queries.invalidateQueries({ queryKey: ['account-devices', account.person] })])
  }
  const when = (at: string | null) => (at ? instantText(at, language) : noNumber)
  return (
    <Panel title={account.name} aside={<Button size="small" onClick={onClose}>{t({ zh: '收起', en: 'Close' })}</Button>}>
      <dl className={style['facts']}>
        <dt>{t({ zh: '用户名', en: 'User name' })}</dt><dd>{account.username}</dd>
        <dt>{t({ zh: '密码设于', en: 'Password set' })}</dt><dd>{when(account.passwordSetAt)}</dd>
        <dt>{t({ zh: '最近使用', en: 'Last used' })}</dt><dd>{when(account.lastUsedAt)}</dd>
        {account.suspension && <><dt>{t({ zh: '暂停', en: 'Suspended' })}</dt><dd><b>{dayText(account.suspension.from, language)} – {account.suspension.until ? dayText(account.suspension.until, language) : t({ zh: '人工解除', en: 'until lifted' })}</b><br /><span lang="zh-CN">{account.suspension.by}：{account.suspension.reason}</span></dd></>}
        {account.lockedUntilAt && <><dt>{t({ zh: '锁定至', en: 'Locked until' })}</dt><dd><b>{when(account.lockedUntilAt)}</b></dd></>}
      </dl>
      <div className={style['acts']}>
        {account.hasPassword ? <Button onClick={() => setAsking('reset')}>{t(acts.reset.title)}</Button> : account.active && <Button onClick={() => setAsking('first')}>{t(acts.first.title)}</Button>}
        {account.lockedUntilAt && <Button onClick={() => setAsking('unlock')}>{t(acts.unlock.title)}</Button>}
        {account.sessions > 0 && <Button onClick={() => setAsking('revoke')}>{t(acts.revoke.title)}</Button>}
        {account.suspension ? <Button onClick={() => setAsking('lift')}>{t(acts.lift.title)}</Button> : <Button onClick={() => setSuspending(true)}>{t({ zh: '暂停账户', en: 'Suspend' })}</Button>}
        {account.secondFactor && <Button onClick={() => setAsking('codes')}>{t(acts.codes.title)}</Button>}
      </div>
      {made !== null && <OncePassword username={account.username} password={made} onDone={() => setMade(null)} />}
      {suspending && <SuspendAccount account={account} onDone={refresh} onClose={() => setSuspending(false)} />}
      <h3>{t({ zh: '登录设备', en: 'Signed in at' })}</h3>
      <AccountDevices person={account.person} />
      {asking && (
        <Confirm open onClose={() => setAsking(null)} onConfirm={run} title={{ zh: `${acts[asking].title.zh}：${account.name}`, en: `${acts[asking].title.en}: ${account.name}` }} act={acts[asking].title}>
          <p>{t(acts[asking].what)}</p>
        </Confirm>
      )}
    </Panel>
  )
}
