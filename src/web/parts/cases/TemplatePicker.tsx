import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { branchOf } from '../../../engines/cases/domain/clocks.ts'
import { filled, type Placeholder } from '../../../engines/cases/domain/template.ts'
import { type CaseType } from '../../../engines/cases/schema.ts'
import { templateContract, type TemplateView } from '../../../engines/cases/templates/contract.ts'
import { type Label } from '../../../kernel/label.ts'
import { call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'

export const ownerWords = { person: { zh: '我的', en: 'Mine' }, unit: { zh: '本单位', en: 'Of the unit' }, district: { zh: '全区', en: 'Of the district' } } as const satisfies Record<TemplateView['owner']['kind'], Label>

export function useTemplates() {
  return useQuery({ queryKey: ['case-templates'], queryFn: ({ signal }) => call(templateContract.templates, { signal }), staleTime: 300_000 })
}

type TemplatePickerProps = {
  readonly type: CaseType
  readonly category: string
  readonly values: Readonly<Record<Placeholder, string | null>>
  /** The text field that the words go into, at its cursor. */
  readonly fieldId: string
  readonly text: string
  readonly onChange: (text: string) => void
}

/** Puts a template's words, filled from the case, where the cursor stands. Nothing is shown to who has no template. */
export function TemplatePicker({ type, category, values, fieldId, text, onChange }: TemplatePickerProps) {
  const { t } = useLanguage()
  const asked = useTemplates()
  const branch = branchOf(type.categories, category).map(one => one.key)
  const fitting = (asked.data?.items ?? []).filter(one => (one.type === null || one.type === type.key) && (one.category === null || branch.includes(one.category)))
  const letters = type.letters ?? []
  if (fitting.length === 0 && letters.length === 0) return null
  const insert = (id: string) => {
    const template = fitting.find(one => one.id === id)?.words ?? letters.find(one => one.key === id)?.text.zh
    const field = document.getElementById(fieldId)
    if (template === undefined) return
    const words = filled(template, values)
    const [from, to] = field instanceof HTMLTextAreaElement ? [field.selectionStart, field.selectionEnd] : [text.length, text.length]
    onChange(text.slice(0, from) + words + text.slice(to))
    field?.focus()
  }
  const groups = (['person', 'unit', 'district'] as const).map(kind => ({ label: t(ownerWords[kind]), options: fitting.filter(one => one.owner.kind === kind).map(one => ({ value: one.id, label: one.title })) }))
  const offered = [...groups, { label: t({ zh: '此类工单的文书', en: 'Letters of this type' }), options: letters.map(one => ({ value: one.key, label: t(one.name) })) }].filter(group => group.options.length > 0)
  return <Select<string> className="unprinted" aria-label={t({ zh: '套用模板', en: 'Use a template' })} value={null} placeholder={t({ zh: '套用模板…', en: 'Use a template…' })} showSearch={{ optionFilterProp: 'label' }} options={offered} onChange={insert} />
}
