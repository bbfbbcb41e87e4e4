import { useNavigate } from 'react-router'
import { forceContract } from '../../../../engines/projects/forces/contract.ts'
import { ForceGiven } from '../../../../engines/projects/forces/schema.ts'
import { call } from '../../../client.ts'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { thisYear, today } from '../../../today.ts'
import { type FieldSpec } from '../projects/acts/act-form.ts'
import { SpecSheet } from '../projects/acts/SpecSheet.tsx'

const specs = (): readonly FieldSpec[] => [
  { key: 'name', label: { zh: '专班名称', en: 'Name' }, input: 'text' },
  { key: 'scope', label: { zh: '负责什么', en: 'What it is for' }, input: 'long', hint: { zh: '至少两个字', en: 'Two characters at least' } },
  { key: 'leader', label: { zh: '领衔领导', en: 'Leader' }, input: 'text' },
  { key: 'leadUnit', label: { zh: '牵头单位', en: 'Lead unit' }, input: 'unit' },
  { key: 'from', label: { zh: '自哪天起', en: 'From' }, input: 'day', initial: today() },
  { key: 'until', label: { zh: '到哪天为止', en: 'Until' }, input: 'day', initial: `${thisYear()}-12-31`, hint: { zh: '到期自动撤销，可以延长', en: 'It dissolves when this day is over; it can be given more time' } },
  { key: 'ground', label: { zh: '依据', en: 'By which paper' }, input: 'text' },
]

/** Sets a task force up. Members, projects and the plan are added on its page. */
export function SetUpForm({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate(), changed = useLedgerChange()
  const send = async (given: ForceGiven) => {
    const { id } = await call(forceContract.setUp, { body: given })
    await changed()
    await navigate(`/task-forces/${id}`)
  }
  return <SpecSheet kept="force-new" title={{ zh: '组建专班', en: 'Set up a task force' }} act={{ zh: '组建', en: 'Set it up' }} specs={specs()} make={fields => ForceGiven.safeParse(fields).data ?? null} send={send} onClose={onClose} />
}
