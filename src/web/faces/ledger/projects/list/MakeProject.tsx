import { Input, Select } from 'antd'
import { useNavigate } from 'react-router'
import { contract, ProjectGiven } from '../../../../../engines/projects/contract.ts'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { UnitSelect } from '../../../../parts/org/UnitSelect.tsx'
import { useUnitNames } from '../../../../parts/org/use-unit-names.ts'
import { useLedgerChange } from '../../../../parts/plan/ledger-queries.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'

const optional = { zh: '可以不填', en: 'May be left empty' }

/** Takes a project in. With a start and an end it gets the nodes of its kind. */
export function MakeProject({ rules, year, onClose }: { readonly rules: ProjectRules; readonly year: number; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const navigate = useNavigate(), changed = useLedgerChange()
  const { fields, set, forget } = useDraft('project-new', { code: '', name: '', of: rules.kinds[0]?.key ?? '', phase: 'planned', total: '', owner: '', unit: '', address: '', leader: '', contractor: '', what: '', startsOn: '', endsOn: '', list: '', ground: '' })
  const known = useUnitNames([fields.owner, fields.unit])
  const amount = fields.total.trim() === '' ? null : Number(fields.total.normalize('NFKC'))
  const given = ProjectGiven.safeParse({ code: fields.code, name: fields.name, of: fields.of, phase: fields.phase, total: amount, owner: fields.owner, place: { unit: fields.unit || null, address: fields.address.trim() || null, point: null }, leader: fields.leader.trim() || null, contractor: fields.contractor.trim() || null, what: fields.what.trim(), startsOn: fields.startsOn || null, endsOn: fields.endsOn || null, list: fields.list === '' ? null : { list: fields.list, year }, ground: fields.ground }).data
  const send = async () => {
    if (!given) return
    const { id } = await call(contract.make, { body: given })
    await changed()
    forget()
    await navigate(`/projects/${id}`)
  }
  const choices = (options: readonly { readonly key: string; readonly name: { readonly zh: string; readonly en: string } }[]) => options.map(({ key, name }) => ({ value: key, label: t(name) }))
  return (
    <FormSheet open title={{ zh: '项目入库', en: 'Take a project in' }} act={{ zh: '入库', en: 'Take it in' }} ready={given !== undefined} onSubmit={send} onClose={onClose}>
      <Field label={{ zh: '项目编号', en: 'Code' }}>{tied => <Input {...tied} maxLength={40} value={fields.code} onChange={event => set({ code: event.target.value })} />}</Field>
      <Field label={{ zh: '项目名称', en: 'Name' }}>{tied => <Input {...tied} maxLength={120} value={fields.name} onChange={event => set({ name: event.target.value })} />}</Field>
      <Field label={{ zh: '类型', en: 'Kind' }} hint={{ zh: '填了开工、完工日期的，按类型自动排定节点', en: 'With a start and an end it gets the nodes of its kind' }}>{({ status: _status, ...tied }) => <Select<string> {...tied} value={fields.of} onChange={of => set({ of })} options={choices(rules.kinds)} />}</Field>
      <Field label={{ zh: '阶段', en: 'Phase' }}>{({ status: _status, ...tied }) => <Select<string> {...tied} value={fields.phase} onChange={phase => set({ phase })} options={Object.entries(rules.phases).map(([value, name]) => ({ value, label: t(name) }))} />}</Field>
      <Field label={{ zh: '业主单位', en: 'Owner' }}>{({ status: _status, ...tied }) => <UnitSelect {...tied} known={known} value={fields.owner === '' ? [] : [fields.owner]} onChange={([owner = '']) => set({ owner })} />}</Field>
      <Field label={{ zh: '挂点领导', en: 'Leader' }} hint={optional}>{tied => <Input {...tied} maxLength={60} value={fields.leader} onChange={event => set({ leader: event.target.value })} />}</Field>
      <Field label={{ zh: '施工单位', en: 'Contractor' }} hint={optional}>{tied => <Input {...tied} maxLength={120} value={fields.contractor} onChange={event => set({ contractor: event.target.value })} />}</Field>
      <Field label={{ zh: '所在街道或社区', en: 'Street or community' }} hint={optional}>{({ status: _status, ...tied }) => <UnitSelect {...tied} known={known} value={fields.unit === '' ? [] : [fields.unit]} onChange={([unit = '']) => set({ unit })} />}</Field>
      <Field label={{ zh: '地址', en: 'Address' }} hint={optional}>{tied => <Input {...tied} maxLength={200} value={fields.address} onChange={event => set({ address: event.target.value })} />}</Field>
      <Field label={{ zh: '建设内容', en: 'What it is' }} hint={optional}>{tied => <Input.TextArea {...tied} rows={3} maxLength={2000} value={fields.what} onChange={event => set({ what: event.target.value })} />}</Field>
      <Field label={{ zh: '总投资（万元）', en: 'Total (10,000 yuan)' }} hint={optional}>{tied => <Input {...tied} inputMode="decimal" maxLength={20} value={fields.total} onChange={event => set({ total: event.target.value })} />}</Field>
      <Field label={{ zh: '计划开工', en: 'Starts' }} hint={optional}>{tied => <Input {...tied} type="date" value={fields.startsOn} onChange={event => set({ startsOn: event.target.value })} />}</Field>
      <Field label={{ zh: '计划完工', en: 'Ends' }} hint={optional}>{tied => <Input {...tied} type="date" value={fields.endsOn} onChange={event => set({ endsOn: event.target.value })} />}</Field>
      <Field label={{ zh: `列入${year}年清单`, en: `Onto a list of ${year}` }} hint={optional}>{({ status: _status, ...tied }) => <Select<string> {...tied} value={fields.list} onChange={list => set({ list })} options={[{ value: '', label: t({ zh: '不列入', en: 'None' }) }, ...choices(rules.lists)]} />}</Field>
      <Field label={{ zh: '依据', en: 'By which paper' }}>{tied => <Input {...tied} maxLength={300} value={fields.ground} onChange={event => set({ ground: event.target.value })} />}</Field>
    </FormSheet>
  )
}
