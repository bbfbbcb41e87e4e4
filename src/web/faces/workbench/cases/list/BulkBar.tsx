import { Button } from 'antd'
import { useState } from 'react'
import { type z } from 'zod'
import { type BulkKind, bulkKinds, MOST_AT_ONCE } from '../../../../../engines/cases/bulk/contract.ts'
import { type CaseRowView, contract } from '../../../../../engines/cases/contract.ts'
import { actWords } from '../../../../../engines/cases/domain/words.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { useSession } from '../../../../session.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { bulkVerbs } from './bulk-moves.ts'
import { BulkSheet } from './BulkSheet.tsx'
import style from './list.module.css'

type BulkBarProps = { readonly chosen: ReadonlyMap<Id, CaseRowView>; readonly choose: (chosen: ReadonlyMap<Id, CaseRowView>) => void; readonly query: Omit<z.input<typeof contract.cases.query>, 'limit' | 'after'>; readonly total: number; readonly atLeast: boolean }

/** What can be done with the cases that are selected, and how to select all that match. */
export function BulkBar({ chosen, choose, query, total, atLeast }: BulkBarProps) {
  const { t } = useLanguage()
  const { may } = useSession()
  const [kind, setKind] = useState<BulkKind | null>(null)
  const [error, setError] = useState<unknown>(null)
  if (chosen.size === 0 && kind === null) return null // the last results stay while their sheet is open
  const all = async () => {
    setError(null)
    try {
      const { items } = await call(contract.cases, { query: { ...query, limit: MOST_AT_ONCE } })
      choose(new Map(items.map(row => [row.id, row])))
    } catch (failure) {
      setError(failure)
    }
  }
  const most = Math.min(total, MOST_AT_ONCE)
  return (
    <section className={`${style['chosen']} unprinted`} aria-label={t({ zh: '批量办理', en: 'With those selected' })}>
      <span role="status">{t({ zh: '已选{n}件', en: '{n} selected' }, { n: chosen.size })}</span>
      {chosen.size < most && <Button onClick={() => void all()}>{t(atLeast || total > MOST_AT_ONCE ? { zh: '选择符合条件的前{n}件', en: 'Select the first {n} that match' } : { zh: '选择全部{n}件', en: 'Select all {n}' }, { n: most })}</Button>}
      {bulkKinds.filter(one => bulkVerbs[one].some(may)).map(one => <Button key={one} onClick={() => setKind(one)}>{t(actWords[one])}</Button>)}
      <Button onClick={() => choose(new Map())}>{t({ zh: '取消选择', en: 'Select none' })}</Button>
      {error !== null && <Failure error={error} />}
      {kind && <BulkSheet kind={kind} rows={[...chosen.values()]} onClose={() => setKind(null)} onDone={failed => choose(new Map([...chosen].filter(([id]) => failed.has(id))))} />}
    </section>
  )
}
