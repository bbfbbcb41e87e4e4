import { lazy, Suspense } from 'react'
import { type PlanLine } from '../../../engines/plan/schema.ts'
import { type Verdict } from '../../../kernel/light.ts'
import { useLanguage } from '../../language.tsx'
import { useSession } from '../../session.tsx'
import { LightMark } from '../../ui/LightMark.tsx'
import { Loading } from '../../ui/Loading.tsx'

// Few people may override, and few lights are overridden: the form comes when it is asked for.
const OverrideForm = lazy(async () => ({ default: (await import('./OverrideForm.tsx')).OverrideForm }))

/** What has a light: a target or a commitment. */
export type Lit = Pick<PlanLine, 'id' | 'kind' | 'label' | 'verdict' | 'override'> & { readonly stretchVerdict?: Verdict | null }

/** The light of a line, which opens to its reason and, for those who may, to setting it by hand. */
export function LineLight({ line }: { readonly line: Lit }) {
  const { t } = useLanguage()
  const { may } = useSession()
  return (
    <LightMark
      of={t(line.label)}
      verdict={line.verdict}
      override={line.override}
      stretch={line.stretchVerdict ?? null}
      act={may('light.override') && <Suspense fallback={<Loading lines={1} />}><OverrideForm line={line} /></Suspense>}
    />
  )
}
