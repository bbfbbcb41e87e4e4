import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { directoryContract, type EntryView } from '../../../../../engines/cases/directories/contract.ts'
import { type Directory } from '../../../../../engines/cases/schema.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { textsFrom, valuesFrom } from '../../../../parts/cases/field-text.ts'
import { UnitSelect } from '../../../../parts/org/UnitSelect.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import { TypeField } from '../open/TypeField.tsx'
import style from './directories.module.css'

type EntryFormProps = { readonly directory: Directory; readonly entry: EntryView | null; readonly onClose: () => void; readonly onReload?: () => void }

/** Adds a line to a directory or changes it, with a reason. A personal field that is left masked stays as it is. */
export function EntryForm({ directory, entry, onClose, onReload }: EntryFormProps) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const [said, setSaid] = useState({ name: entry?.name ?? '', unit: entry?.unit.id ?? '', until: entry?.until ?? '', reason: '' })
  const [typed, setTyped] = useState(() => textsFrom(entry?.fields ?? {}))
  const set = (change: Partial<typeof said>) => setSaid({ ...said, ...change })
  const ready = said.name.trim() !== '' && said.unit !== '' && said.reason.trim().length >= 4 && directory.fields.every(field => !field.required || (typed[field.key] ?? '').trim() !== '')
  const save = async () => {
    const body = { name: said.name.trim(), unit: said.unit, fields: valuesFrom(directory.fields, typed), until: said.until || null, reason: said.reason.trim() }
    if (entry) await call(directoryContract.changeEntry, { params: { key: directory.key, id: entry.id }, body: { ...body, version: entry.version } })
    else await call(directoryContract.addEntry, { params: { key: directory.key }, body })
    for (const key of ['directory', 'directories']) await queries.invalidateQueries({ queryKey: [key] })
    onClose()
  }
  return (
    <FormSheet open title={entry ? { zh: '修改名录', en: 'Change a line' } : { zh: '增加一条', en: 'Add a line' }} act={{ zh: '保存', en: 'Save' }} ready={ready} onSubmit={save} onClose={onClose} {...(onReload && { onReload })}>
      {directory.fields.some(field => field.personal) && entry && <p className={style['aside']}>{t({ zh: '显示为***的个人信息不改就保持原样。', en: 'What is shown as *** stays as it is unless you change it.' })}</p>}
      <Field label={{ zh: '名称', en: 'Name' }}>{tied => <Input {...tied} maxLength={100} autoComplete="off" value={said.name} onChange={event => set({ name: event.target.value })} />}</Field>
      <Field label={{ zh: '所属单位', en: 'Unit' }}>{({ status: _status, ...tied }) => <UnitSelect {...tied} value={said.unit === '' ? [] : [said.unit]} known={new Map(entry ? [[entry.unit.id, entry.unit.name]] : [])} onChange={units => set({ unit: units[0] ?? '' })} />}</Field>
      {directory.fields.map(field => <TypeField key={field.key} field={{ ...field, asks: 'staff' }} text={typed[field.key] ?? ''} set={text => setTyped({ ...typed, [field.key]: text })} fault={null} />)}
      <Field label={{ zh: '停用日期（在用的不填）', en: 'Not in use from (empty while it is)' }}>{({ status, ...tied }) => <Input {...tied} status={status} type="date" value={said.until} onChange={event => set({ until: event.target.value })} />}</Field>
      <Field label={{ zh: '理由', en: 'Reason' }} hint={{ zh: '至少4个字，与变动一起保存', en: 'At least 4 characters; kept with the change' }}>{tied => <Input {...tied} maxLength={200} value={said.reason} onChange={event => set({ reason: event.target.value })} />}</Field>
    </FormSheet>
  )
}
