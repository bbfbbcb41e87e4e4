import { roleLabels } from '../../../engines/org/schema.ts'
import { useLanguage } from '../../language.tsx'
import { useSession } from '../../session.tsx'
import { Columns } from '../../ui/Columns.tsx'
import { Page } from '../../ui/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Devices } from './Devices.tsx'
import { MyKeys } from './MyKeys.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { SecondFactor } from './SecondFactor.tsx'

/** My account: who I am here, where I am signed in, my password, my codes. */
export function AccountPage() {
  const { t } = useLanguage()
  const { me, state } = useSession()
  return (
    <Page title={t({ zh: '账户', en: 'Account' })}>
      <p><b>{me.name}</b>{state.account && `（${state.account}）`} · {me.units.map(unit => unit.name).join('、')} · {me.roles.map(role => t(roleLabels[role])).join('、')}</p>
      <Columns
        main={(
          <>
            <Panel title={t({ zh: '登录设备', en: 'Where I am signed in' })}><Devices /></Panel>
            <Panel title={t({ zh: '接口密钥', en: 'Keys of my unit’s systems' })}><MyKeys /></Panel>
          </>
        )}
        aside={(
          <>
            <Panel title={t({ zh: '修改密码', en: 'Change my password' })}><PasswordForm account={state.account ?? ''} /></Panel>
            <Panel title={t({ zh: '动态码', en: 'Codes from my phone' })}><SecondFactor /></Panel>
          </>
        )}
      />
    </Page>
  )
}
