import { Button } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../engines/plan/contract.ts'
import { type CommitmentNode } from '../../../../engines/plan/schema.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useSession } from '../../../session.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { useUrlState } from '../../../url-state.ts'
import style from './item.module.css'

/** What this person may do with a commitment. Only what was entered by hand, and has nothing below it, can be removed. */
export function CommitmentActs({ commitment, below }: { readonly commitment: CommitmentNode; readonly below: number }) {
  const { t } = useLanguage()
  const { may } = useSession()
  const changed = useLedgerChange()
  const { open: openForm } = useOpened('form')
  const [, setItem] = useUrlState('item')
  const [removing, setRemoving] = useState(false)
  const { id, version } = commitment
  const edits = may('plan.edit'), enters = may('progress.enter') && commitment.target === null && below === 0
  if (!edits && !enters) return null
  const remove = async (reason: string) => {
    await call(contract.remove, { params: { id }, body: { reason, version } })
    setItem('')
    await changed()
  }
  return (
    <div className={`${style['acts']} unprinted`}>
      {enters && <Button type="primary" onClick={() => openForm(`progress:${id}`)}>{t({ zh: '填报进展', en: 'Enter progress' })}</Button>}
      {edits && (
        <>
          <Button onClick={() => openForm(`edit:${id}`)}>{t({ zh: '修改', en: 'Change' })}</Button>
          <Button onClick={() => openForm(`link:${id}`)}>{t({ zh: '挂接目标', en: 'Link a target' })}</Button>
          <Button onClick={() => openForm(`move:${id}`)}>{t({ zh: '调整位置', en: 'Move' })}</Button>
          {commitment.kind !== 'measure' && <Button onClick={() => openForm(`add:${id}`)}>{t({ zh: '在其下新增', en: 'Add below' })}</Button>}
          {commitment.origin === null && below === 0 && commitment.progress.length === 0 && <Button danger onClick={() => setRemoving(true)}>{t({ zh: '删除', en: 'Remove' })}</Button>}
        </>
      )}
      <ConfirmWithReason
        open={removing}
        title={{ zh: '删除这一事项', en: 'Remove this commitment' }}
        consequence={t({ zh: '事项将从计划中移除，沿革和审计记录仍保留。', en: 'It goes from the plan; its history and the audit trail stay.' })}
        act={{ zh: '删除', en: 'Remove' }}
        onConfirm={remove}
        onClose={() => setRemoving(false)}
      />
    </div>
  )
}
