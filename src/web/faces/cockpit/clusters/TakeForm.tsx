import { Input } from 'antd'
import { useState } from 'react'
import { clusterContract, type ClusterView } from '../../../../engines/cases/clusters/contract.ts'
import { Day } from '../../../../kernel/time.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { UnitSelect } from '../../../parts/org/UnitSelect.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { today } from '../../../today.ts'

/** Makes a root-cause task of the plan: what is to be done for good, by whom, by when. */
export function TakeForm({ cluster, onClose, onDone }: { readonly cluster: ClusterView; readonly onClose: () => void; readonly onDone: () => Promise<void> }) {
  const { t } = useLanguage()
  const where = `${cluster.street.name}${cluster.community?.name ?? ''}`
  const [said, setSaid] = useState({ title: `治理${where}${cluster.category.at(-1)?.zh ?? ''}反复问题`, leadUnit: '', coUnits: [cluster.street.id] as readonly string[], dueOn: `${today().slice(0, 4)}-12-31`, ground: t({ zh: '近期同类工单{n}件', en: '{n} cases of the same kind lately' }, { n: cluster.cases }) })
  const set = (change: Partial<typeof said>) => setSaid({ ...said, ...change })
  const ready = said.title.trim().length >= 4 && said.leadUnit !== '' && Day.safeParse(said.dueOn).success && said.ground.trim().length >= 4
  const save = async () => {
    await call(clusterContract.take, { params: { id: cluster.id }, body: { version: cluster.version, title: said.title.trim(), leadUnit: said.leadUnit, coUnits: said.coUnits.filter(unit => unit !== said.leadUnit), dueOn: said.dueOn, ground: said.ground.trim() } })
    await onDone()
    onClose()
  }
  return (
    <FormSheet open title={{ zh: '立为治本任务，列入年度计划', en: 'Make it a root-cause task of the plan' }} act={{ zh: '列入计划', en: 'Put it into the plan' }} ready={ready} onSubmit={save} onClose={onClose} onReload={() => void onDone().then(onClose)}>
      <Field label={{ zh: '要做到什么', en: 'What is to be done' }}>{tied => <Input {...tied} maxLength={300} value={said.title} onChange={event => set({ title: event.target.value })} />}</Field>
      <Field label={{ zh: '牵头单位', en: 'Lead unit' }}>{({ status: _status, ...tied }) => <UnitSelect {...tied} value={said.leadUnit === '' ? [] : [said.leadUnit]} onChange={units => set({ leadUnit: units[0] ?? '' })} />}</Field>
      <Field label={{ zh: '配合单位', en: 'Co-units' }}>{({ status: _status, ...tied }) => <UnitSelect {...tied} several value={said.coUnits} known={new Map([[cluster.street.id, cluster.street.name]])} onChange={coUnits => set({ coUnits })} />}</Field>
      <Field label={{ zh: '完成时限', en: 'Due' }}>{tied => <Input {...tied} type="date" value={said.dueOn} onChange={event => set({ dueOn: event.target.value })} />}</Field>
      <Field label={{ zh: '依据', en: 'Ground' }} hint={{ zh: '与任务一起保存', en: 'Kept with the task' }}>{tied => <Input {...tied} maxLength={300} value={said.ground} onChange={event => set({ ground: event.target.value })} />}</Field>
    </FormSheet>
  )
}
