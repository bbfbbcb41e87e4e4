import { ConfigProvider, Input, Select } from 'antd'
import { type ReactNode } from 'react'
import { Money } from '../../../../../engines/projects/fields-schema.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { useLanguage } from '../../../../language.tsx'
import { UnitSelect } from '../../../../parts/org/UnitSelect.tsx'
import { useUnitNames } from '../../../../parts/org/use-unit-names.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import { amountOf, type FieldSpec } from './act-form.ts'
import { EvidenceRows } from './EvidenceRows.tsx'
import { OtherProject } from './OtherProject.tsx'

/** For a thumb, outdoors. */
const forThumbs = { token: { controlHeightLG: 48 } }
const noAmount: Label = { zh: '应为不小于0的数，最多四位小数', en: 'a number not below nought, with four decimals at most' }

type Filled = Readonly<Record<string, string>>

/** A form whose fields are data, kept under a name while it is not sent. `make` answers null as long as something is missing. */
export function SpecSheet<M>({ kept, title, act, specs, names = {}, not = '', large = false, make, said = () => null, send, onReload, onClose, children }: {
  readonly kept: string
  readonly title: Label
  readonly act: Label
  readonly specs: readonly FieldSpec[]
  /** Of units that may stand in it from the beginning. */
  readonly names?: Readonly<Record<string, string>>
  /** The project that may not be chosen. */
  readonly not?: string
  /** Filled in outdoors, on a telephone. */
  readonly large?: boolean
  readonly make: (fields: Filled) => M | null
  /** What follows from what is filled in. */
  readonly said?: ((fields: Filled) => Label | null) | undefined
  readonly send: (made: M) => Promise<void>
  readonly onReload?: () => void
  readonly onClose: () => void
  /** What stands below its fields. */
  readonly children?: ReactNode
}) {
  const { t } = useLanguage()
  const { fields, set, forget } = useDraft<Record<string, string>>(kept, Object.fromEntries(specs.map(spec => [spec.key, spec.initial ?? ''])))
  const known = useUnitNames(specs.filter(spec => spec.input === 'unit').map(spec => fields[spec.key] ?? ''), names)
  const made = make(fields), follows = said(fields)
  const submit = async () => {
    if (made === null) return
    await send(made)
    forget()
    onClose()
  }
  const sheet = (
    <FormSheet open title={title} act={act} ready={made !== null} onSubmit={submit} onClose={onClose} {...(onReload && { onReload })}>
      {specs.map(spec => <OneField key={spec.key} spec={spec} value={fields[spec.key] ?? ''} known={known} not={not} onChange={value => set({ [spec.key]: value })} />)}
      {children}
      {follows && <p aria-live="polite">{t(follows)}</p>}
    </FormSheet>
  )
  return large ? <ConfigProvider componentSize="large" theme={forThumbs}>{sheet}</ConfigProvider> : sheet
}

function OneField({ spec, value, known, not, onChange }: { readonly spec: FieldSpec; readonly value: string; readonly known: ReadonlyMap<Id, string>; readonly not: string; readonly onChange: (value: string) => void }) {
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
