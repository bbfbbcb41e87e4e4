import { useQueryClient } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { rulesContract, type RuleView } from '../../../../../engines/cases/routing/rules-contract.ts'
import { type CaseType } from '../../../../../engines/cases/schema.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { CategorySelect } from '../../../../parts/cases/CategorySelect.tsx'
import { UnitSelect } from '../../../../parts/org/UnitSelect.tsx'
import { today } from '../../../../today.ts'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import style from './rules.module.css'

type RuleFormProps = { readonly rule: RuleView | null; readonly types: readonly CaseType[]; readonly onClose: () => void }

/** Adds a rule, or changes one: from a day on a new one takes its place, so that what held before stays readable. */
export function RuleForm({ rule, types, onClose }: RuleFormProps) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const first = today()
  const [said, setSaid] = useState({ type: rule?.type.key ?? (types.length === 1 ? types[0]?.key ?? '' : ''), category: rule?.category?.key ?? '', area: rule?.area?.id ?? '', unit: rule?.unit.id ?? '', from: rule && rule.from > first ? rule.from : first, until: rule?.until ?? '', reason: '' })
  const set = (change: Partial<typeof said>) => setSaid({ ...said, ...change })
  const type = types.find(one => one.key === said.type)
  const ready = said.type !== '' && said.unit !== '' && said.from !== '' && said.reason.trim().length >= 2
  const save = async () => {
    const body = { category: said.category || null, area: said.area || null, unit: said.unit, from: said.from, until: said.until || null, reason: said.reason.trim() }
    await (rule ? call(rulesContract.changeRule, { params: { id: rule.id }, body }) : call(rulesContract.makeRule, { body: { ...body, type: said.type } }))
    for (const key of ['routing-rules', 'case-suggestion']) await queries.invalidateQueries({ queryKey: [key] })
    onClose()
  }
  const known = new Map([rule?.area, rule?.unit].flatMap(unit => (unit ? [[unit.id, unit.name] as const] : [])))
  const day = (name: 'from' | 'until') => ({ status, ...tied }: { readonly id: string; readonly 'aria-describedby': string; readonly status: '' | 'error' }) => <Input {...tied} status={status} type="date" min="2000-01-01" max="2100-12-31" value={said[name]} onChange={event => set({ [name]: event.target.value })} />
  return (
    <FormSheet open title={rule ? { zh: '变更派遣规则', en: 'Change a routing rule' } : { zh: '新增派遣规则', en: 'Add a routing rule' }} act={{ zh: '保存', en: 'Save' }} ready={ready} onSubmit={save} onClose={onClose}>
      {rule && <p className={style['aside']}>{t({ zh: '原规则用到新规则生效的前一日，仍可在沿革中查到。', en: 'The present rule holds until the day before the new one does, and stays in the history.' })}</p>}
      {rule ? <p><b>{t(rule.type.name)}</b></p> : <Field label={{ zh: '事项类型', en: 'Type' }}>{({ status, ...tied }) => <Select<string> {...tied} status={status} value={said.type || null} onChange={key => set({ type: key, category: '' })} options={types.map(one => ({ value: one.key, label: t(one.name) }))} />}</Field>}
      {type && <Field label={{ zh: '类别（不选为全部类别）', en: 'Category (none: every one)' }} hint={{ zh: '选一个大类，其下各类都适用', en: 'A branch stands for all below it' }}>{({ status: _status, ...tied }) => <CategorySelect {...tied} branches categories={type.categories} value={said.category} onChange={category => set({ category })} />}</Field>}
      <Field label={{ zh: '地点（不选为全区）', en: 'Place (none: anywhere)' }} hint={{ zh: '街道、社区或网格', en: 'A street, community or grid' }}>{({ status: _status, ...tied }) => <UnitSelect {...tied} known={known} value={said.area === '' ? [] : [said.area]} onChange={units => set({ area: units[0] ?? '' })} />}</Field>
      <Field label={{ zh: '派给', en: 'Goes to' }}>{({ status: _status, ...tied }) => <UnitSelect {...tied} known={known} value={said.unit === '' ? [] : [said.unit]} onChange={units => set({ unit: units[0] ?? '' })} />}</Field>
      <div className={style['two']}>
        <Field label={{ zh: '自何日起', en: 'From' }}>{day('from')}</Field>
        <Field label={{ zh: '至何日止（可不填）', en: 'Until (may be left empty)' }} hint={{ zh: '当日起不再适用', en: 'It no longer applies on that day' }}>{day('until')}</Field>
      </div>
      <Field label={{ zh: '理由', en: 'Reason' }} hint={{ zh: '依据的文件、会议或情况，与规则一起保存', en: 'The paper, meeting or circumstance; kept with the rule' }}>{tied => <Input {...tied} maxLength={200} value={said.reason} onChange={event => set({ reason: event.target.value })} />}</Field>
    </FormSheet>
  )
}
