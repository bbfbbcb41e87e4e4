import { type ForceView } from '../../../../engines/projects/forces/contract.ts'
import { useUnitNames } from '../../../parts/org/use-unit-names.ts'
import { today } from '../../../today.ts'
import { useDraft } from '../../../ui/draft.ts'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { OneField } from '../projects/acts/ActSheet.tsx'
import { forceActFrom, type ForceForm } from './force-forms.ts'
import { useForceAct } from './use-forces.ts'

/** One of the forms that are data, kept while it is not sent. */
export function ForceSheet({ form, view, onClose }: { readonly form: ForceForm; readonly view: ForceView; readonly onClose: () => void }) {
  const { act, reload } = useForceAct(view)
  const specs = form.fields(view, today())
  const { fields, set, forget } = useDraft<Record<string, string>>(`force-${form.key}-${view.id}`, Object.fromEntries(specs.map(spec => [spec.key, spec.initial ?? ''])))
  const known = useUnitNames(specs.filter(spec => spec.input === 'unit').map(spec => fields[spec.key] ?? ''), { [view.leadUnit.id]: view.leadUnit.name })
  const made = forceActFrom(form, fields)
  const send = async () => {
    if (!made) return
    await act(made)
    forget()
    onClose()
  }
  return (
    <FormSheet open title={form.title} act={form.act} ready={made !== null} onSubmit={send} onClose={onClose} onReload={reload}>
      {specs.map(spec => <OneField key={spec.key} spec={spec} value={fields[spec.key] ?? ''} known={known} not="" onChange={value => set({ [spec.key]: value })} />)}
    </FormSheet>
  )
}
