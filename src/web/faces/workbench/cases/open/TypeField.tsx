import { Input, Radio, Select } from 'antd'
import { type Field as TypedField } from '../../../../../engines/cases/schema.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { useLanguage } from '../../../../language.tsx'
import { DirectorySelect } from '../../../../parts/cases/DirectorySelect.tsx'
import { Field } from '../../../../ui/Field.tsx'

/** A field that a case type or a directory asks for. `near`: the unit of the place, by which lines of a directory are ordered. */
export function TypeField({ field, text, set, fault, near = '' }: { readonly field: TypedField; readonly text: string; readonly set: (text: string) => void; readonly fault: Label | null; readonly near?: string }) {
  const { t } = useLanguage()
  const label = field.required ? field.name : { zh: `${field.name.zh}（可不填）`, en: `${field.name.en} (may be left empty)` }
  return (
    <Field label={label} fault={fault} {...(field.personal && { hint: { zh: '个人信息，只显示一部分', en: 'Personal; shown only in part' } })}>
      {({ status, ...tied }) => {
        switch (field.input) {
          case 'long-text': return <Input.TextArea {...tied} status={status} rows={4} maxLength={2000} value={text} onChange={event => set(event.target.value)} />
          case 'choice': return <Select<string> {...tied} status={status} allowClear value={text || null} onChange={(key: string | undefined) => set(key ?? '')} options={(field.choices ?? []).map(one => ({ value: one.key, label: t(one.name) }))} />
          case 'directory': return <DirectorySelect {...tied} status={status} directory={field.directory ?? ''} near={near} value={text} onChange={set} />
          case 'yes-no': return <Radio.Group {...tied} aria-label={t(field.name)} value={text} onChange={event => set(String(event.target.value))} options={[{ value: 'yes', label: t({ zh: '是', en: 'Yes' }) }, { value: 'no', label: t({ zh: '否', en: 'No' }) }]} />
          default: return <Input {...tied} status={status} autoComplete="off" type={field.input === 'day' ? 'date' : field.input} maxLength={2000} value={text} onChange={event => set(event.target.value)} />
        }
      }}
    </Field>
  )
}
