import { Button } from 'antd'
import { useState } from 'react'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { useLanguage } from '../../../../language.tsx'
import { useSession } from '../../../../session.tsx'
import { ConfirmWithReason } from '../../../../ui/ConfirmWithReason.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import style from './acts.module.css'
import { useAct } from './use-act.ts'

/** Approves a month that another told, or sends it back with the reason. */
export function MonthReview({ view, month }: { readonly view: ProjectView; readonly month: string }) {
  const { t } = useLanguage()
  const { me } = useSession()
  const { act } = useAct(view)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const told = view.project.months.find(one => one.month === month)
  if (!view.may.approve || told?.state !== 'told' || told.person === me.person) return null
  const approve = async () => { setError(null); try { await act({ kind: 'month-approved', month }) } catch (failure) { setError(failure) } }
  return (
    <div className={`${style['review']} unprinted`}>
      <Button size="small" type="primary" onClick={() => void approve()}>{t({ zh: '通过', en: 'Approve' })}<span className="unseen"> {month}</span></Button>
      <Button size="small" onClick={() => setAsking(true)}>{t({ zh: '退回', en: 'Send back' })}<span className="unseen"> {month}</span></Button>
      {error !== null && <Failure error={error} />}
      {asking && <ConfirmWithReason open title={{ zh: `退回${month}的投资数`, en: `Send ${month} back` }} act={{ zh: '退回', en: 'Send back' }} consequence={t({ zh: '填报人会看到退回的理由，改后重报。', en: 'Who told it sees the reason and tells it anew.' })} onConfirm={async reason => { await act({ kind: 'month-returned', month, reason }); setAsking(false) }} onClose={() => setAsking(false)} />}
    </div>
  )
}
