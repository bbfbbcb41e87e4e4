import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { today } from '../../../../today.ts'
import { type ActForm } from './act-form.ts'
import { actFrom } from './act-forms.ts'
import { SpecSheet } from './SpecSheet.tsx'
import { useAct } from './use-act.ts'

/** An act on a project whose form is data. */
export function ActSheet({ form, view, rules, onClose }: { readonly form: ActForm; readonly view: ProjectView; readonly rules: ProjectRules; readonly onClose: () => void }) {
  const { act, reload } = useAct(view)
  const shown = { view, rules, today: today() }
  return <SpecSheet kept={`project-${form.key}-${view.id}`} title={form.title} act={form.act} specs={form.fields(shown)} names={view.names} not={view.id} inThumb={form.large ?? false} make={fields => actFrom(form, fields, shown)} said={fields => form.said?.(fields, shown) ?? null} send={async made => { await act(made) }} onReload={reload} onClose={onClose} />
}
