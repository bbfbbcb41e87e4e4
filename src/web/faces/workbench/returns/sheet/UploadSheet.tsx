import { Button, Drawer } from 'antd'
import { useRef, useState } from 'react'
import { type SheetReply } from '../../../../../engines/indicators/contract.ts'
import { contract, type SheetView } from '../../../../../engines/returns/contract.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { useReturnsChange } from '../use-sheets.ts'
import style from './sheet.module.css'

/** Takes a filled template: everything or nothing, each cell that is wrong by row and column. */
export function UploadSheet({ sheet, onClose }: { readonly sheet: SheetView; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const changed = useReturnsChange()
  const field = useRef<HTMLInputElement>(null)
  const [reply, setReply] = useState<SheetReply | null>(null)
  const [doing, setDoing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    setDoing(true)
    setError(null)
    try {
      const answer = await call(contract.upload, { params: { id: sheet.id }, query: { check: 'false' }, file })
      setReply(answer)
      if (answer.faults.length === 0) await changed()
    } catch (failure) {
      setReply(null)
      setError(failure)
    } finally {
      setDoing(false)
    }
  }
  return (
    <Drawer open onClose={onClose} title={t({ zh: '上传填好的模板', en: 'Upload a filled spreadsheet' })} size="min(640px, 100vw)">
      <p>{t({ zh: '在“填报数”一列填写，“说明”一列可写理由；空格不改动已填内容。全部合格才写入。', en: 'Fill the column of values and, where needed, of reasons; empty cells change nothing. Everything is taken or nothing.' })}</p>
      <p><Button type="primary" loading={doing} onClick={() => field.current?.click()}>{t({ zh: '选择 xlsx 或 CSV', en: 'Choose xlsx or CSV' })}</Button></p>
      <input ref={field} className="unseen" type="file" tabIndex={-1} accept=".xlsx,.csv" aria-label={t({ zh: '填好的模板', en: 'Filled spreadsheet' })} onChange={event => { void take(event.target.files?.[0]); event.target.value = '' }} />
      {error !== null && <Failure error={error} />}
      <div aria-live="polite">
        {reply && reply.faults.length === 0 && <p>{t({ zh: '已写入{n}项，其余与原来相同。请在表中核对校核提示后报送。', en: '{n} cells taken, the rest was there already. Look at the findings in the sheet, then submit.' }, { n: reply.taken })}</p>}
        {reply && reply.faults.length > 0 && (
          <>
            <p role="alert">{t({ zh: '有{n}处不合格，没有写入任何数据。请改正后再选一次。', en: '{n} cells do not fit and nothing was taken. Mend them and choose the file again.' }, { n: reply.faults.length })}</p>
            <table className={style['grid']}>
              <thead><tr><th scope="col">{t({ zh: '行', en: 'Row' })}</th><th scope="col">{t({ zh: '列', en: 'Column' })}</th><th scope="col">{t({ zh: '内容', en: 'Cell' })}</th><th scope="col">{t({ zh: '应为', en: 'Expected' })}</th></tr></thead>
              <tbody>{reply.faults.map(fault => <tr key={`${fault.row}-${fault.column}`}><td>{fault.row}</td><td lang="zh-CN">{fault.column}</td><td lang="zh-CN">{fault.value}</td><td>{t(fault.message)}</td></tr>)}</tbody>
            </table>
          </>
        )}
      </div>
    </Drawer>
  )
}
