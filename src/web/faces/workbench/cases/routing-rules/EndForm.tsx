import { useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useState } from 'react'
import { rulesContract, type RuleView } from '../../../../../engines/cases/routing/rules-contract.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { today } from '../../../../today.ts'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import { scopeText } from './rule-words.ts'

/** Ends a rule from a day on, with the reason. */
export function EndForm({ rule, onClose }: { readonly rule: RuleView; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const first = today()
  const [on, setOn] = useState(rule.from > first ? rule.from : first)
  const [reason, setReason] = useState('')
  const save = async () => {
    await call(rulesContract.endRule, { params: { id: rule.id }, body: { on, reason: reason.trim() } })
    for (const key of ['routing-rules', 'case-suggestion']) await queries.invalidateQueries({ queryKey: [key] })
    onClose()
  }
  return (
    <FormSheet open title={{ zh: '终止派遣规则', en: 'End a routing rule' }} act={{ zh: '终止', en: 'End it' }} ready={on !== '' && reason.trim().length >= 2} onSubmit={save} onClose={onClose}>
      <p lang="zh-CN">{scopeText(rule, t)} → <b>{rule.unit.name}</b></p>
      <p>{t({ zh: '终止后，这类工单由其他规则，或按类别的主管部门和属地派遣。已派出的工单不变。', en: 'After that, other rules apply, or the department of the category and the ground of the place. Cases that were dispatched stay where they are.' })}</p>
      <Field label={{ zh: '自何日起不再适用', en: 'No longer from' }}>{({ status, ...tied }) => <Input {...tied} status={status} type="date" min={rule.from} max="2100-12-31" value={on} onChange={event => setOn(event.target.value)} />}</Field>
      <Field label={{ zh: '理由', en: 'Reason' }}>{tied => <Input {...tied} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />}</Field>
    </FormSheet>
  )
}
