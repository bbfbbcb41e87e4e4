import { Input, Select } from 'antd'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { useLanguage } from '../../../../language.tsx'
import { UnitSelect } from '../../../../parts/org/UnitSelect.tsx'
import { today } from '../../../../today.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import { type ActForm, actFrom, type FieldSpec } from './act-forms.ts'
import { OtherProject } from './OtherProject.tsx'
import { useAct } from './use-act.ts'

/** One of the forms that are data, kept while it is not sent. */
export function ActSheet({ form, view, rules, onClose }: { readonly form: ActForm; readonly view: ProjectView; readonly rules: ProjectRules; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { act, reload } = useAct(view)
  const shown = { view, rules, today: today() }, specs = form.fields(shown)
  const { fields, set, forget } = useDraft<Record<string, string>>(`project-${form.key}-${view.id}`, Object.fromEntries(specs.map(spec => [spec.key, spec.initial ?? ''])))
  const made = actFrom(form, fields, shown), said = form.said?.(fields) ?? null
  const send = async () => {
    if (!made) return
    await act(made)
    forget()
    onClose()
  }
  return (
    <FormSheet open title={form.title} act={form.act} ready={made !== null} onSubmit={send} onClose={onClose} onReload={reload}>
      {specs.map(spec => <OneField key={spec.key} spec={spec} value={fields[spec.key] ?? ''} known={view.names} not={view.id} onChange={value => set({ [spec.key]: value })} />)}
      {said && <p aria-live="polite">{t(said)}</p>}
    </FormSheet>
  )
}

function OneField({ spec, value, known, not, onChange }: { readonly spec: FieldSpec; readonly value: string; readonly known: Readonly<Record<string, string>>; readonly not: string; readonly onChange: (value: string) => void }) {
  const { t } = useLanguage()
  return (
    <Field label={spec.label} {...(spec.hint && { hint: spec.hint })}>
      {({ status, ...tied }) => {
        switch (spec.input) {
          case 'choice': return <Select<string> {...tied} value={value === '' ? null : value} onChange={onChange} options={(spec.options ?? []).map(option => ({ value: option.value, label: t(option.label) }))} />
          case 'unit': return <UnitSelect {...tied} value={value === '' ? [] : [value]} known={new Map(Object.entries(known))} onChange={([unit = '']) => onChange(unit)} />
          case 'project': return <OtherProject {...tied} value={value} not={not} onChange={onChange} />
          case 'long': return <Input.TextArea {...tied} status={status} rows={5} maxLength={2000} value={value} onChange={event => onChange(event.target.value)} />
          case 'day': return <Input {...tied} status={status} type="date" value={value} onChange={event => onChange(event.target.value)} />
          case 'amount': return <Input {...tied} status={status} inputMode="decimal" maxLength={20} value={value} onChange={event => onChange(event.target.value)} />
          case 'text': return <Input {...tied} status={status} maxLength={300} value={value} onChange={event => onChange(event.target.value)} />
        }
      }}
    </Field>
  )
}
