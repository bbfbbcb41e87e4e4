import { Button } from 'antd'
import { useState } from 'react'
import { contract } from '../../../engines/indicators/contract.ts'
import { type Figure } from '../../../engines/indicators/schema.ts'
import { call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'
import { useLedgerChange } from '../../parts/plan/ledger-queries.ts'
import { useSession } from '../../session.tsx'
import { ConfirmWithReason } from '../../ui/ConfirmWithReason.tsx'
import { Refused } from '../../ui/Refused.tsx'
import style from './FigureActs.module.css'

/** The next steps of a figure on its way from draft to published; sending one back asks for the reason. */
export function FigureActs({ figure, name }: { readonly figure: Figure; readonly name: string }) {
  const { t } = useLanguage()
  const { may } = useSession()
  const changed = useLedgerChange()
  const [doing, setDoing] = useState(false)
  const [returning, setReturning] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { id, status, version } = figure
  const params = { id }

  const act = async (does: () => Promise<unknown>) => {
    setDoing(true)
    setError(null)
    try {
      await does()
      await changed()
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(false)
    }
  }
  const decide = (decision: 'approve' | 'publish') => void act(() => call(contract.decide, { params, body: { decision, version } }))
  const sendBack = async (reason: string) => {
    await call(contract.decide, { params, body: { decision: 'return', reason, version } })
    await changed()
  }
  if (figure.replacedBy !== null) return null
  const unseen = <span className="unseen"> {name}</span>
  return (
    <div className={`${style['acts']} unprinted`}>
      {status === 'draft' && may('figure.enter') && <Button size="small" loading={doing} onClick={() => void act(() => call(contract.submit, { params, body: { version } }))}>{t({ zh: '报送', en: 'Hand in' })}{unseen}</Button>}
      {status === 'submitted' && may('figure.approve') && (
        <>
          <Button size="small" loading={doing} onClick={() => decide('approve')}>{t({ zh: '审核通过', en: 'Approve' })}{unseen}</Button>
          <Button size="small" onClick={() => setReturning(true)}>{t({ zh: '退回', en: 'Return' })}{unseen}</Button>
        </>
      )}
      {status === 'approved' && may('figure.approve') && <Button size="small" loading={doing} onClick={() => decide('publish')}>{t({ zh: '发布', en: 'Publish' })}{unseen}</Button>}
      {error !== null && <Refused error={error} onReload={() => { setError(null); void changed() }} />}
      <ConfirmWithReason
        open={returning}
        title={{ zh: '退回填报单位', en: 'Return it to whoever entered it' }}
        consequence={t({ zh: '数值回到草稿，由填报人修改后再报。', en: 'It becomes a draft again, to be mended and handed in anew.' })}
        act={{ zh: '退回', en: 'Return' }}
        onConfirm={sendBack}
        onClose={() => setReturning(false)}
      />
    </div>
  )
}
