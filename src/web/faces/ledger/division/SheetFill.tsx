import { Button } from 'antd'
import { useRef, useState } from 'react'
import { type SheetReply } from '../../../../engines/indicators/contract.ts'
import { contract, type DivisionRow } from '../../../../engines/plan/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { Failure } from '../../../ui/Failure.tsx'
import style from './division.module.css'

/** Fills a draft from a sheet such as the export gives: every part is taken, or none and each cell that is wrong is named. */
export function SheetFill({ edition, onTaken }: { readonly edition: DivisionRow; readonly onTaken: () => void }) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  const field = useRef<HTMLInputElement>(null)
  const [doing, setDoing] = useState(false)
  const [faults, setFaults] = useState<SheetReply['faults']>([])
  const [error, setError] = useState<unknown>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    setDoing(true)
    setError(null)
    setFaults([])
    try {
      const reply = await call(contract.importDivision, { params: { id: edition.id }, query: { version: edition.version }, file })
      setFaults(reply.faults)
      if (reply.faults.length === 0) { onTaken(); await changed() }
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(false)
    }
  }
  return (
    <div>
      <Button loading={doing} onClick={() => field.current?.click()}>{t({ zh: '从表格填入（xlsx、CSV，表头同导出）', en: 'Fill from a sheet (xlsx or CSV, headed as exported)' })}</Button>
      <input ref={field} className="unseen" type="file" tabIndex={-1} accept=".xlsx,.csv" aria-label={t({ zh: '分解表文件', en: 'File of the division' })} onChange={event => { void take(event.target.files?.[0]); event.target.value = '' }} />
      {error !== null && <Failure error={error} kept={{ zh: '草案没有改动。', en: 'The draft is as it was.' }} />}
      {faults.length > 0 && (
        <div role="alert" className={style['warning']}>
          <p>{t({ zh: '有{n}处不合格，没有填入。请在文件中改正后再选一次。', en: '{n} cells do not fit and nothing was filled in. Mend them in the file and choose it again.' }, { n: faults.length })}</p>
          <ul>{faults.map(fault => <li key={`${fault.row}-${fault.column}`}>{t({ zh: '第{row}行', en: 'row {row}' }, { row: fault.row })} <span lang="zh-CN">{fault.column}{fault.value && `“${fault.value}”`}</span>{t({ zh: '：', en: ': ' })}{t(fault.message)}</li>)}</ul>
        </div>
      )}
    </div>
  )
}
