import { useNavigate } from 'react-router'
import { forceContract } from '../../../../engines/projects/forces/contract.ts'
import { ForceGiven } from '../../../../engines/projects/forces/schema.ts'
import { call } from '../../../client.ts'
import { useUnitNames } from '../../../parts/org/use-unit-names.ts'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { thisYear, today } from '../../../today.ts'
import { useDraft } from '../../../ui/draft.ts'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { type FieldSpec } from '../projects/acts/act-form.ts'
import { OneField } from '../projects/acts/ActSheet.tsx'

const specs: readonly FieldSpec[] = [
  { key: 'name', label: { zh: '专班名称', en: 'Name' }, input: 'text' },
  { key: 'scope', label: { zh: '负责什么', en: 'What it is for' }, input: 'long', hint: { zh: '至少两个字', en: 'Two characters at least' } },
  { key: 'leader', label: { zh: '领衔领导', en: 'Leader' }, input: 'text' },
  { key: 'leadUnit', label: { zh: '牵头单位', en: 'Lead unit' }, input: 'unit' },
  { key: 'from', label: { zh: '自哪天起', en: 'From' }, input: 'day' },
  { key: 'until', label: { zh: '到哪天为止', en: 'Until' }, input: 'day', hint: { zh: '到期自动撤销，可以延长', en: 'It dissolves when this day is over; it can be given more time' } },
  { key: 'ground', label: { zh: '依据', en: 'By which paper' }, input: 'text' },
]

/** Sets a task force up. Members, projects and the plan are added on its page. */
export function SetUpForm({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate(), changed = useLedgerChange()
  const { fields, set, forget } = useDraft<Record<string, string>>('force-new', { name: '', scope: '', leader: '', leadUnit: '', from: today(), until: `${thisYear()}-12-31`, ground: '' })
  const known = useUnitNames([fields['leadUnit'] ?? ''])
  const given = ForceGiven.safeParse(fields).data
  const send = async () => {
    if (!given) return
    const { id } = await call(forceContract.setUp, { body: given })
    await changed()
    forget()
    await navigate(`/task-forces/${id}`)
  }
  return (
    <FormSheet open title={{ zh: '组建专班', en: 'Set up a task force' }} act={{ zh: '组建', en: 'Set it up' }} ready={given !== undefined} onSubmit={send} onClose={onClose}>
      {specs.map(spec => <OneField key={spec.key} spec={spec} value={fields[spec.key] ?? ''} known={known} not="" onChange={value => set({ [spec.key]: value })} />)}
    </FormSheet>
  )
}
