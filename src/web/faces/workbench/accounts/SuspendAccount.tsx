import { Input } from 'antd'
import { useState } from 'react'
import { accountContract } from '../../../../server/account/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { today } from '../../../today.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { Field } from '../../../ui/Field.tsx'
import { type AccountRow } from './account-row.ts'
import style from './accounts.module.css'

/** Suspends an account for some days, or until somebody lifts it. */
export function SuspendAccount({ account, onDone, onClose }: { readonly account: AccountRow; readonly onDone: () => Promise<unknown>; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const [from, setFrom] = useState(today)
  const [until, setUntil] = useState('')
  return (
    <ConfirmWithReason
      open onClose={onClose} title={{ zh: `暂停账户：${account.name}`, en: `Suspend the account of ${account.name}` }} act={{ zh: '暂停', en: 'Suspend' }}
      onConfirm={async reason => { await call(accountContract.suspend, { params: { person: account.person }, body: { from, until: until === '' ? null : until, reason } }); await onDone() }}
      consequence={(
        <div className={style['form']}>
          <p>{t({ zh: '暂停期间不能登录，密钥也不能用；岗位和记录都保留，到期自动恢复。', en: 'Nobody can sign in to it and its keys open nothing meanwhile. Posts and records stay; it comes back by itself on its day.' })}</p>
          <Field label={{ zh: '自哪一天起', en: 'From which day' }}>{tied => <Input {...tied} type="date" value={from} onChange={event => setFrom(event.target.value)} />}</Field>
          <Field label={{ zh: '到哪一天恢复（可不填，须人工解除）', en: 'Back on which day (empty: until it is lifted)' }}>{tied => <Input {...tied} type="date" value={until} onChange={event => setUntil(event.target.value)} />}</Field>
        </div>
      )}
    />
  )
}
