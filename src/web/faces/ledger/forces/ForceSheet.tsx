import { type ForceView } from '../../../../engines/projects/forces/contract.ts'
import { today } from '../../../today.ts'
import { SpecSheet } from '../projects/acts/SpecSheet.tsx'
import { forceActFrom, type ForceForm } from './force-forms.ts'
import { useForceAct } from './use-forces.ts'

/** An act on a task force whose form is data. */
export function ForceSheet({ form, view, onClose }: { readonly form: ForceForm; readonly view: ForceView; readonly onClose: () => void }) {
  const { act, reload } = useForceAct(view)
  return <SpecSheet kept={`force-${form.key}-${view.id}`} title={form.title} act={form.act} specs={form.fields(view, today())} names={{ [view.leadUnit.id]: view.leadUnit.name }} make={fields => forceActFrom(form, fields)} send={async made => { await act(made) }} onReload={reload} onClose={onClose} />
}
