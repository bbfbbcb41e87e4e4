import { Input, Select } from 'antd'
import { useMemo, useState } from 'react'
import { placeholders, unknownPlaceholders } from '../../../../../engines/cases/domain/template.ts'
import { type CaseType, type Category } from '../../../../../engines/cases/schema.ts'
import { templateContract, type TemplateOwner, type TemplateView } from '../../../../../engines/cases/templates/contract.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { ownerWords } from '../../../../parts/cases/TemplatePicker.tsx'
import { useDraft } from '../../../../ui/draft.ts'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'

type TemplateFormProps = {
  readonly template: TemplateView | null
  readonly may: { readonly units: readonly { readonly id: string; readonly name: string }[]; readonly district: boolean }
  readonly types: readonly CaseType[]
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
  readonly onReload: () => void
}

/** Adds or changes a template. */
export function TemplateForm({ template, may, types, onClose, onDone, onReload }: TemplateFormProps) {
  const { t } = useLanguage()
  const first = useMemo(() => ({ owner: ownerText(template?.owner ?? { kind: 'person' }), title: template?.title ?? '', words: template?.words ?? '', type: template?.type ?? '', category: template?.category ?? '' }), [template])
  const { fields, set, forget } = useDraft(`case-template-${template?.id ?? 'new'}`, first)
  const [seen] = useState(() => template?.version ?? 1)
  const [reloaded, setReloaded] = useState(false)
  const unknown = unknownPlaceholders(fields.words)
  const owners = [{ value: 'person', label: t(ownerWords.person) }, ...may.units.map(unit => ({ value: `unit:${unit.id}`, label: `${t(ownerWords.unit)}（${unit.name}）` })), ...(may.district ? [{ value: 'district', label: t(ownerWords.district) }] : [])]
  const type = types.find(one => one.key === fields.type)
  const save = async () => {
    const body = { owner: ownerFrom(fields.owner), title: fields.title.trim(), words: fields.words.trim(), type: fields.type || null, category: fields.category || null }
    if (template) await call(templateContract.changeTemplate, { params: { id: template.id }, body: { ...body, version: reloaded ? template.version : seen } })
    else await call(templateContract.addTemplate, { body })
    forget()
    await onDone()
  }
  return (
    <FormSheet open title={template ? { zh: '修改模板', en: 'Change the template' } : { zh: '新增模板', en: 'Add a template' }} act={{ zh: '保存', en: 'Save' }} ready={fields.title.trim() !== '' && fields.words.trim() !== '' && unknown.length === 0} onSubmit={save} onClose={onClose} onReload={() => { setReloaded(true); onReload() }}>
      <Field label={{ zh: '名称', en: 'Name' }}>{tied => <Input {...tied} maxLength={60} value={fields.title} onChange={event => set({ title: event.target.value })} />}</Field>
      <Field
        label={{ zh: '内容', en: 'Words' }}
        hint={{ zh: `可用：${Object.entries(placeholders).map(([name, word]) => `{${name}}${word.zh}`).join('、')}`, en: `You may use ${Object.entries(placeholders).map(([name, word]) => `{${name}} (${word.en})`).join(', ')}` }}
        fault={unknown.length > 0 ? { zh: `不可识别：${unknown.map(name => `{${name}}`).join('、')}`, en: `Stands for nothing: ${unknown.map(name => `{${name}}`).join(', ')}` } : null}
      >
        {tied => <Input.TextArea {...tied} rows={6} maxLength={2000} value={fields.words} onChange={event => set({ words: event.target.value })} />}
      </Field>
      <Field label={{ zh: '归谁用', en: 'For whom' }}>{tied => <Select {...tied} value={fields.owner} options={owners} onChange={owner => set({ owner })} />}</Field>
      <Field label={{ zh: '用于哪类工单', en: 'For which cases' }}>{tied => <Select {...tied} value={fields.type} options={[{ value: '', label: t({ zh: '各类工单', en: 'All cases' }) }, ...types.map(one => ({ value: one.key, label: t(one.name) }))]} onChange={key => set({ type: key, category: '' })} />}</Field>
      {type && <Field label={{ zh: '用于哪个类别', en: 'For which category' }} hint={{ zh: '选上级类别则其下各类都可用', en: 'A branch includes all below it' }}>{tied => <Select {...tied} value={fields.category} showSearch={{ optionFilterProp: 'label' }} options={[{ value: '', label: t({ zh: '各类别', en: 'All categories' }) }, ...branches(type.categories, t)]} onChange={category => set({ category })} />}</Field>}
    </FormSheet>
  )
}

function branches(categories: readonly Category[], t: ReturnType<typeof useLanguage>['t'], above = ''): { value: string; label: string }[] {
  return categories.flatMap(one => [{ value: one.key, label: `${above}${t(one.name)}` }, ...branches(one.below ?? [], t, `${above}${t(one.name)} › `)])
}

const ownerText = (owner: TemplateOwner) => (owner.kind === 'unit' ? `unit:${owner.unit}` : owner.kind)

function ownerFrom(text: string): TemplateOwner {
  if (text.startsWith('unit:')) return { kind: 'unit', unit: text.slice(5) }
  return { kind: text === 'district' ? 'district' : 'person' }
}
