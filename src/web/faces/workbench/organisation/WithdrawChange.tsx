import { Button } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../engines/org/contract.ts'
import { type Unit } from '../../../../engines/org/schema.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { useOrgChange } from './use-org-change.ts'

/** Withdraws a change of a unit before its day. */
export function WithdrawChange({ unit, seq }: { readonly unit: Pick<Unit, 'id' | 'version'>; readonly seq: number }) {
  const { t } = useLanguage()
  const changed = useOrgChange()
  const [open, setOpen] = useState(false)
  const withdraw = async (reason: string) => {
    await call(contract.withdrawChange, { params: { id: unit.id, seq }, body: { version: unit.version, reason } })
    await changed()
  }
  return (
    <>
      <Button className="unprinted" size="small" onClick={() => setOpen(true)}>{t({ zh: '撤回', en: 'Withdraw' })}</Button>
      <ConfirmWithReason open={open} onClose={() => setOpen(false)} onConfirm={withdraw} title={{ zh: '撤回尚未生效的变更', en: 'Withdraw the planned change' }} act={{ zh: '撤回', en: 'Withdraw' }} consequence={t({ zh: '这项变更不再生效，安排与撤回都保留在沿革中。', en: 'The change will not happen. That it was planned and withdrawn stays in the history.' })} />
    </>
  )
}
