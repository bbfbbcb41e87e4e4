import { type CasePage } from '../../../../engines/cases/portal/contract.ts'
import { useFrame } from '../frame.tsx'
import { Shell } from '../Shell.tsx'

/** Where it cannot go on: why, and where to begin anew. */
export function StoppedPage({ page }: { readonly page: Extract<CasePage, { kind: 'case-stopped' }> }) {
  const { t } = useFrame()
  return (
    <Shell title={page.title}>
      <p>{t(page.said)}</p>
      <p><a className="button" href={page.begin}>{t({ zh: '重新开始', en: 'Begin again' })}</a></p>
    </Shell>
  )
}
