import { Button } from 'antd'
import { useState } from 'react'
import { accountContract } from '../../../../server/account/contract.ts'
import { type Label } from '../../../../kernel/label.ts'
import { call } from '../../../client.ts'
import { instantText, noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useUrlState } from '../../../url-state.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { usePages } from '../parts/use-pages.ts'
import { AccountPanel } from './AccountPanel.tsx'
import { OpenAccountDialog } from './OpenAccountDialog.tsx'
import { type AccountRow } from './account-row.ts'
import style from './accounts.module.css'

/** Accounts of the district's people, for the security administrator. */
export function AccountsPage() {
  const { language, t } = useLanguage()
  const [q] = useUrlState('q')
  const [chosen, choose] = useUrlState('person', '', 'push')
  const [opening, setOpening] = useState(false)
  const accounts = usePages(['accounts', q], ({ after, signal }) => call(accountContract.list, { query: { ...(q !== '' && { q }), ...(after && { after }) }, signal }))
  const account = accounts.rows.find(row => row.person === chosen)

  const columns: readonly Column<AccountRow>[] = [
    { key: 'name', title: { zh: '姓名', en: 'Name' }, value: row => row.name, render: row => <b lang="zh-CN">{row.name}</b>, sortable: true, width: 150 },
    { key: 'username', title: { zh: '用户名', en: 'User name' }, value: row => row.username, sortable: true, width: 160 },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => statesOf(row).map(label => t(label)).join(t({ zh: '、', en: ', ' })), width: 240 },
    { key: 'codes', title: { zh: '动态码', en: 'Codes' }, value: row => t(row.secondFactor ? { zh: '已启用', en: 'In use' } : { zh: '未启用', en: 'Not in use' }), width: 100 },
    { key: 'sessions', title: { zh: '登录设备', en: 'Devices' }, value: row => row.sessions, numeric: true, sortable: true, width: 90 },
    { key: 'used', title: { zh: '最近使用', en: 'Last used' }, value: row => row.lastUsedAt, render: row => (row.lastUsedAt ? instantText(row.lastUsedAt, language) : noNumber), sortable: true, width: 170 },
  ]
  return (
    <Page title={t({ zh: '账户管理', en: 'Accounts' })} actions={<Button type="primary" onClick={() => setOpening(true)}>{t({ zh: '开通账户', en: 'Open an account' })}</Button>}>
      {accounts.isPending && <Loading lines={8} />}
      {accounts.error && <Failure error={accounts.error} retry={accounts.retry} />}
      {!accounts.isPending && !accounts.error && (
        <div className={account ? style['two'] : undefined}>
          <DataTable
            name="accounts"
            caption={{ zh: '账户', en: 'Accounts' }}
            rows={accounts.rows}
            columns={columns}
            keyOf={row => row.person}
            onOpen={row => choose(row.person)}
            more={accounts.more}
            empty={<Empty title={{ zh: '没有账户', en: 'No accounts' }} next={{ zh: '点“开通账户”，为已登记的人员开通。', en: 'Open one for a person who is enrolled.' }} />}
            tools={<SearchField label={{ zh: '搜索姓名或用户名', en: 'Search names and user names' }} />}
          />
          {account && <AccountPanel key={account.person} account={account} onClose={() => choose('')} />}
        </div>
      )}
      {opening && <OpenAccountDialog onClose={() => setOpening(false)} />}
    </Page>
  )
}

/** What is to be known of an account at a glance. */
function statesOf(row: AccountRow): readonly Label[] {
  return [
    ...(row.active ? [] : [{ zh: '人员已停用', en: 'person deactivated' }]),
    ...(row.suspension ? [{ zh: '已暂停或将暂停', en: 'suspended' }] : []),
    ...(row.lockedUntilAt ? [{ zh: '已锁定', en: 'locked' }] : []),
    ...(row.hasPassword ? [] : [{ zh: '没有密码', en: 'no password' }]),
    ...(row.changeDue === 'temporary' ? [{ zh: '初始密码未改', en: 'first password not changed' }] : row.changeDue === 'expired' ? [{ zh: '密码到期', en: 'password too old' }] : []),
    ...(row.active && !row.lockedUntilAt && row.hasPassword && !row.changeDue && !row.suspension ? [{ zh: '正常', en: 'in order' }] : []),
  ]
}
