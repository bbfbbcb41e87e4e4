import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { contract } from '../../../engines/documents/contract.ts'
import { type DoubtRow } from '../../../engines/documents/doubt-contract.ts'
import { kindWords } from '../../../engines/documents/domain/checks/doubt.ts'
import { settledWords } from '../../../engines/documents/domain/checks/settling.ts'
import { type Id } from '../../../kernel/id.ts'
import { call } from '../../client.ts'
import { instantText } from '../../format.ts'
import { useLanguage } from '../../language.tsx'
import { useSession } from '../../session.tsx'
import { ConfirmWithReason } from '../../ui/ConfirmWithReason.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { doubtsChanged, useDoubt } from './doubt-queries.ts'
import { DoubtHistory } from './DoubtHistory.tsx'
import { DoubtSides } from './DoubtSides.tsx'
import { DoubtSign } from './DoubtSign.tsx'
import { SettleForm } from './SettleForm.tsx'
import style from './doubts.module.css'

type DoubtDetailProps = { readonly id: Id; readonly settling: boolean; readonly onSettling: (open: boolean) => void }

/** One doubt: the arithmetic in words, its sayings beside one another, and what a person found. */
export function DoubtDetail({ id, settling, onSettling }: DoubtDetailProps) {
  const { t } = useLanguage()
  const asked = useDoubt(id)
  if (asked.isPending) return <Loading lines={8} />
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  const { doubt, history } = asked.data
  return (
    <div className={style['detail']}>
      <p className={style['line']}><DoubtSign severity={doubt.severity} state={doubt.state} /> <span>{t(kindWords[doubt.kind])}</span></p>
      <h2 lang="zh-CN">{doubt.name}</h2>
      <p className={style['words']}>{t(doubt.words)}</p>
      <DoubtActs doubt={doubt} onSettle={() => onSettling(true)} />
      <DoubtSides doubt={doubt} />
      <section>
        <h3>{t({ zh: '经过', en: 'History' })}</h3>
        <DoubtHistory steps={history} />
      </section>
      <SettleForm doubt={doubt} open={settling} onClose={() => onSettling(false)} />
    </div>
  )
}

function DoubtActs({ doubt, onSettle }: { readonly doubt: DoubtRow; readonly onSettle: () => void }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const cache = useQueryClient()
  const [reopening, setReopening] = useState(false)
  const { settlement } = doubt
  const reopen = async (reason: string) => {
    await call(contract.reopenDoubt, { params: { id: doubt.id }, body: { version: doubt.version, reason } })
    await doubtsChanged(cache)
  }
  return (
    <div className={style['acts']}>
      {settlement && doubt.state === 'settled' && <p><b>{t(settledWords[settlement.how])}</b> <span lang="zh-CN">{settlement.reason}</span> <small>{settlement.by} · {instantText(settlement.at, language)}</small></p>}
      {doubt.state === 'open' && may('import.review') && <Button type="primary" className="unprinted" onClick={onSettle}>{t({ zh: '销号', en: 'Settle' })}</Button>}
      {doubt.state === 'settled' && may('import.review') && <Button className="unprinted" onClick={() => setReopening(true)}>{t({ zh: '重开', en: 'Reopen' })}</Button>}
      <ConfirmWithReason open={reopening} title={{ zh: '重开疑点', en: 'Reopen the doubt' }} consequence={t({ zh: '疑点回到待销号，原来的认定留在经过里。', en: 'It is open again; what was found before stays in its history.' })} act={{ zh: '重开', en: 'Reopen' }} onConfirm={reopen} onClose={() => setReopening(false)} />
    </div>
  )
}
