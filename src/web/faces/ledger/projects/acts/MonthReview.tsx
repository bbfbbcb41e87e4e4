import { Button } from 'antd'
import { useState } from 'react'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { useLanguage } from '../../../../language.tsx'
import { Problem } from '../../../../problem.ts'
import { useSession } from '../../../../session.tsx'
import { numberText } from '../../../../format.ts'
import { ConfirmWithReason } from '../../../../ui/ConfirmWithReason.tsx'
import { Refused } from '../../../../ui/Refused.tsx'
import style from './acts.module.css'
import { useAct } from './use-act.ts'

/** Approves a month that another told, or sends it back with the reason; so is one that was approved and turns out to be wrong. */
export function MonthReview({ view, month }: { readonly view: ProjectView; readonly month: string }) {
  const { t } = useLanguage()
  const { me } = useSession()
  const { act, reload } = useAct(view)
  const [asking, setAsking] = useState(false)
  const [doing, setDoing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const told = view.project.months.find(one => one.month === month)
  if (!view.may.approve || told === undefined || told.state === 'returned' || (told.state === 'told' && told.person === me.person)) return null
  const approve = async () => {
    setDoing(true)
    setError(null)
    try {
      await act({ kind: 'month-approved', month })
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(false)
    }
  }
  const sendBack = async (reason: string) => {
    try {
      await act({ kind: 'month-returned', month, reason })
    } catch (failure) {
      // The dialog says that somebody was first and keeps the reason; what stands now is loaded beneath it.
      if (failure instanceof Problem && failure.status === 409) reload()
      throw failure
    }
    setAsking(false)
  }
  return (
    <div className={`${style['review']} unprinted`}>
      {told.state === 'told' && <Button size="small" type="primary" loading={doing} onClick={() => void approve()}>{t({ zh: '通过', en: 'Approve' })}<span className="unseen"> {month}</span></Button>}
      <Button size="small" disabled={doing} onClick={() => setAsking(true)}>{t({ zh: '退回', en: 'Send back' })}<span className="unseen"> {month}</span></Button>
      {error !== null && <Refused error={error} onReload={() => { setError(null); reload() }} />}
      {asking && (
        <ConfirmWithReason
          open
          title={{ zh: `退回${month}的投资数`, en: `Send ${month} back` }}
          act={{ zh: '退回', en: 'Send back' }}
          consequence={t({ zh: '{by}报{amount}万元。填报人会看到退回的理由，改后重报。', en: '{by} told {amount} (10,000 yuan). Who told it sees the reason and tells it anew.' }, { by: told.by, amount: numberText(told.amount) })}
          onConfirm={sendBack}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}
