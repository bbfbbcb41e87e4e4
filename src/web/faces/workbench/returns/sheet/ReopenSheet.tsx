import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { contract, type SheetNow, type SheetView } from '../../../../../engines/returns/contract.ts'
import { isAsked } from '../../../../../engines/returns/domain/values.ts'
import { call } from '../../../../client.ts'
import { numberText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import style from './sheet.module.css'

/** Opens named cells of a locked sheet again; the figures they brought stay beside the new ones. */
export function ReopenSheet({ sheet, onClose, onDone }: { readonly sheet: SheetView; readonly onClose: () => void; readonly onDone: (now: SheetNow) => Promise<void> }) {
  const { t } = useLanguage()
  const [rows, setRows] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const save = async () => {
    const now = await call(contract.reopen, { params: { id: sheet.id }, body: { version: sheet.standing.version, rows: [...rows], reason: reason.trim() } })
    onClose()
    await onDone(now)
  }
  return (
    <FormSheet open title={{ zh: '重开填报项以修订', en: 'Reopen cells to revise' }} act={{ zh: '重开', en: 'Reopen' }} ready={rows.length > 0 && reason.trim().length >= 2} onSubmit={save} onClose={onClose}>
      <p>{t({ zh: '只有勾选的填报项可以改。改后仍须报送、审核、核收；新数作为后一数别与原数并存。', en: 'Only the cells ticked can be changed. They are submitted, approved and accepted again; the new figure is a later vintage beside the old one.' })}</p>
      <fieldset className={style['rows']}>
        <legend className="unseen">{t({ zh: '要重开的填报项', en: 'Cells to reopen' })}</legend>
        {sheet.rows.filter(isAsked).map(row => <Checkbox key={row.key} checked={rows.includes(row.key)} onChange={event => setRows(event.target.checked ? [...rows, row.key] : rows.filter(key => key !== row.key))}>{t(row.name)} {numberText(row.value)}{row.measure}</Checkbox>)}
      </fieldset>
      <Field label={{ zh: '理由', en: 'Reason' }} hint={{ zh: '将记入沿革和审计记录', en: 'It goes into the history and the trail' }}>
        {tied => <Input.TextArea {...tied} maxLength={500} rows={3} value={reason} onChange={event => setReason(event.target.value)} />}
      </Field>
    </FormSheet>
  )
}
