import { Input } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../engines/org/contract.ts'
import { call } from '../../../client.ts'
import { Field } from '../../../ui/Field.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import style from './organisation.module.css'
import { useOrgChange } from './use-org-change.ts'

/** Enters a person, who then can be given posts and, by the security administrator, an account. */
export function EnrolDialog({ onClose }: { readonly onClose: () => void }) {
  const changed = useOrgChange()
  const [name, setName] = useState('')
  const [account, setAccount] = useState('')
  const fits = /^[\p{L}\p{N}._-]{1,60}$/u.test(account.trim())
  const enrol = async () => {
    await call(contract.enrol, { body: { name: name.trim(), account: account.trim() } })
    await changed()
  }
  return (
    <Confirm open title={{ zh: '登记人员', en: 'Enrol a person' }} act={{ zh: '登记', en: 'Enrol' }} mayAct={name.trim() !== '' && fits} onConfirm={enrol} onClose={onClose}>
      <div className={style['form']}>
        <Field label={{ zh: '姓名', en: 'Name' }}>{tied => <Input {...tied} maxLength={60} value={name} onChange={event => setName(event.target.value)} />}</Field>
        <Field label={{ zh: '用户名', en: 'User name' }} hint={{ zh: '登录用，登记后不能更改。登录账户由安全管理员另行开通。', en: 'For signing in; it cannot change later. The account itself is opened by the security administrator.' }} fault={account !== '' && !fits ? { zh: '只用文字、数字、点、下划线和横线，最多60个。', en: 'Letters, digits, dots, underscores and hyphens, 60 at most.' } : null}>{tied => <Input {...tied} maxLength={60} value={account} onChange={event => setAccount(event.target.value)} />}</Field>
      </div>
    </Confirm>
  )
}
