import { Input, Select } from 'antd'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { contract } from '../../../../engines/plan/contract.ts'
import { CommitmentKind, type CommitmentNode, Strength } from '../../../../engines/plan/schema.ts'
import { type Label } from '../../../../kernel/label.ts'
import { Day } from '../../../../kernel/time.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { UnitSelect } from '../../../parts/org/UnitSelect.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { commitmentKinds, strengthWords } from '../../../parts/plan/plan-words.ts'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'

type CommitmentFormProps = {
  readonly year: number
  /** What a new commitment stands under; null at the top. */
  readonly parent: CommitmentNode | null
  /** The one that is changed; null for a new one. */
  readonly commitment: CommitmentNode | null
  readonly onClose: () => void
}

const labels = {
  kind: { zh: '层级', en: 'Level' }, title: { zh: '事项', en: 'What is promised' }, strength: { zh: '力度', en: 'Strength' }, verb: { zh: '原文动词（可不填）', en: 'Verb of the paper (may be left empty)' }, dueOn: { zh: '完成时限', en: 'Due' },
  leadUnit: { zh: '牵头单位', en: 'Lead unit' }, coUnits: { zh: '配合单位', en: 'Co-units' }, ground: { zh: '依据', en: 'Ground' },
} as const satisfies Record<string, Label>

/** What may stand under a chapter, a task, or nothing. */
function kindsUnder(parent: CommitmentNode | null): readonly CommitmentKind[] {
  return parent === null ? CommitmentKind.options : parent.kind === 'chapter' ? ['task', 'measure'] : ['measure']
}

/** Enters a commitment by hand or changes one: filled in as it now stands. */
export function CommitmentForm({ year, parent, commitment, onClose }: CommitmentFormProps) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const changed = useLedgerChange()
  const first = useMemo((): Readonly<Record<keyof typeof labels, string>> => ({
    kind: kindsUnder(parent)[0] ?? 'measure', title: commitment?.title ?? '', verb: commitment?.verb ?? '', strength: commitment?.strength ?? 'plain', dueOn: commitment?.dueOn ?? `${year}-12-31`,
    leadUnit: commitment?.leadUnit ?? '', coUnits: commitment?.coUnits.join(' ') ?? '', ground: '',
  }), [commitment, parent, year])
  const { fields, set, forget, touched } = useDraft(commitment ? `commitment-${commitment.id}` : `commitment-${year}-${parent?.id ?? ''}`, first)
  const known = useMemo(() => new Map(commitment?.leadUnit && commitment.leadName ? [[commitment.leadUnit, commitment.leadName]] : []), [commitment])
  const coUnits = fields.coUnits === '' ? [] : fields.coUnits.split(' ')
  const ready = fields.title.trim() !== '' && Day.safeParse(fields.dueOn).success && (commitment !== null || fields.ground.trim() !== '')

  const save = async () => {
    const body = { title: fields.title.trim(), verb: fields.verb.trim() || null, strength: Strength.parse(fields.strength), dueOn: fields.dueOn, leadUnit: fields.leadUnit || null, coUnits }
    if (commitment) {
      await call(contract.edit, { params: { id: commitment.id }, body: { ...body, version: commitment.version } })
      onClose()
    } else {
      const made = await call(contract.make, { params: { year }, body: { ...body, kind: CommitmentKind.parse(fields.kind), parent: parent?.id ?? null, ground: fields.ground.trim() } })
      void navigate({ search: `?item=${made.id}` }, { replace: true })
    }
    forget()
    await changed()
  }
  return (
    <FormSheet
      open
      title={commitment ? { zh: '修改承诺事项', en: 'Change a commitment' } : parent ? { zh: `在“${parent.title}”之下新增`, en: `Add below “${parent.title}”` } : { zh: `新增${year}年承诺事项`, en: `Add a commitment to ${year}` }}
      act={{ zh: '保存', en: 'Save' }}
      ready={ready}
      onSubmit={save}
      onClose={onClose}
      onReload={() => void changed()}
      standing={touched.map(field => ({ label: labels[field], text: first[field] }))}
    >
      {!commitment && (
        <Field label={labels.kind}>
          {tied => <Select<string> {...tied} value={fields.kind} onChange={kind => set({ kind })} options={kindsUnder(parent).map(kind => ({ value: kind, label: t(commitmentKinds[kind]) }))} />}
        </Field>
      )}
      <Field label={labels.title}>
        {tied => <Input.TextArea {...tied} rows={3} maxLength={300} value={fields.title} onChange={event => set({ title: event.target.value })} />}
      </Field>
      <Field label={labels.strength}>
        {tied => <Select<string> {...tied} value={fields.strength} onChange={strength => set({ strength })} options={Strength.options.map(value => ({ value, label: t(strengthWords[value]) }))} />}
      </Field>
      <Field label={labels.verb}>
        {tied => <Input {...tied} maxLength={20} value={fields.verb} onChange={event => set({ verb: event.target.value })} />}
      </Field>
      <Field label={labels.dueOn}>
        {tied => <Input {...tied} type="date" min="1900-01-01" max="2100-12-31" value={fields.dueOn} onChange={event => set({ dueOn: event.target.value })} />}
      </Field>
      <Field label={labels.leadUnit}>
        {tied => <UnitSelect id={tied.id} aria-describedby={tied['aria-describedby']} known={known} value={fields.leadUnit === '' ? [] : [fields.leadUnit]} onChange={units => set({ leadUnit: units[0] ?? '' })} />}
      </Field>
      <Field label={labels.coUnits}>
        {tied => <UnitSelect id={tied.id} aria-describedby={tied['aria-describedby']} several value={coUnits} onChange={units => set({ coUnits: units.join(' ') })} />}
      </Field>
      {!commitment && (
        <Field label={labels.ground} hint={{ zh: '凭什么列入：会议纪要、来文、领导批示', en: 'On what it rests: minutes, a letter, an instruction' }}>
          {tied => <Input {...tied} maxLength={300} value={fields.ground} onChange={event => set({ ground: event.target.value })} />}
        </Field>
      )}
    </FormSheet>
  )
}
