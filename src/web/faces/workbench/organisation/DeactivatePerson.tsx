import { Button } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../engines/org/contract.ts'
import { type Person } from '../../../../engines/org/schema.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { useOrgChange } from './use-org-change.ts'

/** Ends everything a person may do, with the reason. What they did stays. */
export function DeactivatePerson({ person }: { readonly person: Person }) {
  const { t } = useLanguage()
  const changed = useOrgChange()
  const [open, setOpen] = useState(false)
  const deactivate = async (reason: string) => {
    await call(contract.deactivate, { params: { id: person.id }, body: { version: person.version, reason } })
    await changed()
  }
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)} aria-label={t({ zh: '停用{name}', en: 'Deactivate {name}' }, { name: person.name })}>{t({ zh: '停用', en: 'Deactivate' })}</Button>
      <ConfirmWithReason
        open={open} onClose={() => setOpen(false)} onConfirm={deactivate} title={{ zh: `停用${person.name}`, en: `Deactivate ${person.name}` }} act={{ zh: '停用', en: 'Deactivate' }}
        consequence={t({ zh: '此人即刻不能再登录和办理任何事项；以往办理的记录都保留。', en: 'This person can no longer sign in or do anything, at once. What was done before stays on record.' })}
      />
    </>
  )
}
