import { ConfigProvider, Input, Select } from 'antd'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { Money } from '../../../../../engines/projects/fields-schema.ts'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { useLanguage } from '../../../../language.tsx'
import { UnitSelect } from '../../../../parts/org/UnitSelect.tsx'
import { today } from '../../../../today.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import { type ActForm, amountOf, type FieldSpec } from './act-form.ts'
import { actFrom } from './act-forms.ts'
import { EvidenceRows } from './EvidenceRows.tsx'
import { OtherProject } from './OtherProject.tsx'
import { useAct } from './use-act.ts'
import { useUnitNames } from '../../../../parts/org/use-unit-names.ts'

/** For a thumb, outdoors. */
const large = { token: { controlHeightLG: 48 } }
const noAmount: Label = { zh: '应为不小于0的数，最多四位小数', en: 'a number not below nought, with four decimals at most' }

/** One of the forms that are data, kept while it is not sent. */
export function ActSheet({ form, view, rules, onClose }: { readonly form: ActForm; readonly view: ProjectView; readonly rules: ProjectRules; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { act, reload } = useAct(view)
  const shown = { view, rules, today: today() }, specs = form.fields(shown)
  const { fields, set, forget } = useDraft<Record<string, string>>(`project-${form.key}-${view.id}`, Object.fromEntries(specs.map(spec => [spec.key, spec.initial ?? ''])))
  const made = actFrom(form, fields, shown), said = form.said?.(fields, shown) ?? null
  const known = useUnitNames(specs.filter(spec => spec.input === 'unit').map(spec => fields[spec.key] ?? ''), view.names)
  const send = async () => {
    if (!made) return
    await act(made)
    forget()
    onClose()
  }
  const sheet = (
    <FormSheet open title={form.title} act={form.act} ready={made !== null} onSubmit={send} onClose={onClose} onReload={reload}>
      {specs.map(spec => <OneField key={spec.key} spec={spec} value={fields[spec.key] ?? ''} known={known} not={view.id} onChange={value => set({ [spec.key]: value })} />)}
      {said && <p aria-live="polite">{t(said)}</p>}
    </FormSheet>
  )
  return form.large ? <ConfigProvider componentSize="large" theme={large}>{sheet}</ConfigProvider> : sheet
}

export function OneField({ spec, value, known, not, onChange }: { readonly spec: FieldSpec; readonly value: string; readonly known: ReadonlyMap<Id, string>; readonly not: string; readonly onChange: (value: string) => void }) {
  const { t } = useLanguage()
  const { input } = spec
  if (input === 'evidence') return <EvidenceRows value={value} onChange={onChange} />
  const fault = input === 'amount' && value.trim() !== '' && !Money.safeParse(amountOf(value)).success ? noAmount : null
  return (
    <Field label={spec.label} fault={fault} {...(spec.hint && { hint: spec.hint })}>
      {({ status, ...tied }) => {
        switch (input) {
          case 'choice': return <Select<string> {...tied} value={value === '' ? null : value} onChange={onChange} options={(spec.options ?? []).map(option => ({ value: option.value, label: t(option.label) }))} />
          case 'unit': return <UnitSelect {...tied} value={value === '' ? [] : [value]} known={known} onChange={([unit = '']) => onChange(unit)} />
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
