import { useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { z } from 'zod'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { fileContract } from '../../../../../engines/projects/files/contract.ts'
import { type ProjectAct, type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { Id } from '../../../../../kernel/id.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { ChosenPhotos } from '../../../../parts/files/ChosenPhotos.tsx'
import { today } from '../../../../today.ts'
import { type ActForm } from './act-form.ts'
import { actFrom } from './act-forms.ts'
import { SpecSheet } from './SpecSheet.tsx'
import { useAct } from './use-act.ts'

/** The other project that the page one came from suggests. */
const Suggested = z.object({ other: Id })

/** An act on a project whose form is data. */
export function ActSheet({ form, view, rules, onClose }: { readonly form: ActForm; readonly view: ProjectView; readonly rules: ProjectRules; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { act, changed, reload } = useAct(view)
  const [photos, setPhotos] = useState<readonly File[]>([])
  // Where a photograph does not go through, what was kept before is not kept again.
  const kept = useRef<number>(null)
  const shown = { view, rules, today: today() }, suggested = Suggested.safeParse(useLocation().state).data
  const specs = form.fields(shown).map(spec => (spec.input === 'project' && suggested ? { ...spec, initial: suggested.other } : spec))
  const send = async (made: ProjectAct) => {
    const visit = kept.current ??= await act(made)
    for (const file of photos) {
      await call(fileContract.bring, { params: { id: view.id }, query: { kind: 'photo', visit }, file })
      setPhotos(left => left.filter(one => one !== file))
    }
    if (photos.length > 0) await changed()
  }
  return (
    <SpecSheet kept={`project-${form.key}-${view.id}`} title={form.title} act={form.act} specs={specs} names={view.names} not={view.id} large={form.large ?? false} make={fields => actFrom(form, fields, shown)} said={fields => form.said?.(fields, shown) ?? null} send={send} onReload={reload} onClose={onClose}>
      {form.photos !== undefined && (
        <section aria-label={t({ zh: '照片', en: 'Photographs' })}>
          <h3>{t({ zh: '照片（可不拍）', en: 'Photographs (not required)' })}</h3>
          <ChosenPhotos photos={photos} most={form.photos} onChange={setPhotos} />
        </section>
      )}
    </SpecSheet>
  )
}
