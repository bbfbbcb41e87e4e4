import { Button } from 'antd'
import { useState } from 'react'
import { contract, type DelegationRow } from '../../../../engines/org/contract.ts'
import { type z } from 'zod'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import { useOrgChange } from './use-org-change.ts'

/** Takes a delegated post back before its days are over. */
export function WithdrawDelegation({ delegation }: { readonly delegation: z.infer<typeof DelegationRow> }) {
  const { t } = useLanguage()
  const changed = useOrgChange()
  const [open, setOpen] = useState(false)
  const withdraw = async () => {
    await call(contract.withdraw, { params: { id: delegation.id }, body: {} })
    await changed()
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={t({ zh: '撤回委托给{name}的{post}', en: 'Withdraw {post} from {name}' }, { name: delegation.toName, post: delegation.postTitle })}>{t({ zh: '撤回', en: 'Withdraw' })}</Button>
      <Confirm open={open} onClose={() => setOpen(false)} onConfirm={withdraw} title={{ zh: '撤回委托', en: 'Withdraw the delegation' }} act={{ zh: '撤回', en: 'Withdraw' }}>
        <p>{t({ zh: '{to}即刻不能再以{unit}{post}的身份办事，已办理的事项不受影响。', en: '{to} can no longer act as {post} of {unit}, at once. What was done stays done.' }, { to: delegation.toName, unit: delegation.unitName, post: delegation.postTitle })}</p>
      </Confirm>
    </>
  )
}
