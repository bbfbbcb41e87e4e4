import { Input, Select } from 'antd'
import { useMemo } from 'react'
import { stageOf } from '../../../../../engines/plan/domain/ledger/particulars.ts'
import { headerOf } from '../../../../../engines/plan/domain/ledger/sheet-columns.ts'
import { contract, type LedgerRow, type LineRow } from '../../../../../engines/plan/ledgers/contract.ts'
import { type Particular } from '../../../../../engines/plan/ledgers/particulars-schema.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { useLedgerChange } from '../../../../parts/plan/ledger-queries.ts'
import { today } from '../../../../today.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import { faultOf, typedValues } from './typed-values.ts'

/** Tells the columns of a line as of a day: what is left as it stands is told by nobody anew. */
export function TellForm({ ledger, line, onClose }: { readonly ledger: LedgerRow; readonly line: LineRow; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  const columns = ledger.of.particulars
  const day = today()
  const first = useMemo((): Readonly<Record<string, string>> => ({ 'on-day': day, ground: '', reason: '', ...Object.fromEntries(columns.map(column => [`of:${column.key}`, String(line.particulars[column.key]?.value ?? '')])) }), [columns, line, day])
  const { fields, set, forget } = useDraft(`tell-${line.id}`, first)
  const field = (name: string) => fields[name] ?? ''
  const typed = (column: Particular) => field(`of:${column.key}`)
  const faults = new Map(columns.map(column => [column.key, faultOf(ledger.of, column, typed)]))
  const values = typedValues(columns, line, typed)
  const back = columns.some(column => column.kind === 'choice' && column.ordered && column.key in values && stageOf(column, values[column.key]) < stageOf(column, line.particulars[column.key]?.value))
  const ready = Object.keys(values).length > 0 && [...faults.values()].every(fault => fault === null) && field('ground').trim().length >= 2 && field('on-day') !== '' && (!back || field('reason').trim() !== '')
  const save = async () => {
    await call(contract.tell, { params: { id: line.id }, body: { onDay: field('on-day'), values, ground: field('ground').trim(), reason: field('reason').trim() || null, version: line.version } })
    forget()
    onClose()
    await changed()
  }
  return (
    <FormSheet open title={{ zh: '填报栏目', en: 'Tell the columns' }} act={{ zh: '报送', en: 'Tell' }} ready={ready} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <p lang="zh-CN"><b>{t(line.label)}</b></p>
      {columns.map(column => (column.kind === 'share' ? null : <Cell key={column.key} column={column} columns={columns} value={typed(column)} fault={faults.get(column.key) ?? null} onChange={value => set({ [`of:${column.key}`]: value })} />))}
      <Field label={{ zh: '截至', en: 'As of' }} hint={{ zh: '这些数说的是哪一天', en: 'The day of which the values speak' }}>
        {tied => <Input {...tied} type="date" max={day} value={field('on-day')} onChange={event => set({ 'on-day': event.target.value })} />}
      </Field>
      <Field label={{ zh: '依据', en: 'Ground' }} hint={{ zh: '如：六月进度表、批复文号', en: 'Such as: the sheet of June, the number of a paper' }}>
        {tied => <Input {...tied} maxLength={300} value={field('ground')} onChange={event => set({ ground: event.target.value })} />}
      </Field>
      {back && (
        <Field label={{ zh: '退回理由', en: 'Reason for going back' }} hint={{ zh: '阶段退回须写明为什么', en: 'A stage that goes back needs a reason' }}>
          {tied => <Input {...tied} maxLength={300} value={field('reason')} onChange={event => set({ reason: event.target.value })} />}
        </Field>
      )}
    </FormSheet>
  )
}

type CellProps = { readonly column: Exclude<Particular, { kind: 'share' }>; readonly columns: readonly Particular[]; readonly value: string; readonly fault: { readonly zh: string; readonly en: string } | null; readonly onChange: (value: string) => void }

function Cell({ column, columns, value, fault, onChange }: CellProps) {
  const { t } = useLanguage()
  const bound = column.kind === 'number' ? columns.find(one => one.key === column.atMost) : undefined
  const hint = bound ? { zh: `不超过${bound.name.zh}`, en: `not more than: ${bound.name.en}` } : column.required ? { zh: '必填', en: 'required' } : undefined
  return (
    <Field label={headerOf(column)} {...(hint && { hint })} fault={fault}>
      {tied => (column.kind === 'choice'
        ? <Select<string> {...tied} value={value} onChange={onChange} options={[{ value: '', label: t({ zh: '未填', en: 'Not told' }) }, ...column.choices.map(choice => ({ value: choice.key, label: t(choice.name) }))]} />
        : <Input {...tied} {...(column.kind === 'day' && { type: 'date' })} {...(column.kind === 'number' && { inputMode: 'decimal' as const })} maxLength={column.kind === 'text' ? column.max : 18} value={value} onChange={event => onChange(event.target.value)} />)}
    </Field>
  )
}
