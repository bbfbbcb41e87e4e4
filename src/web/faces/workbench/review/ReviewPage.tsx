import { useParams } from 'react-router'
import { useLanguage } from '../../../language.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ReviewDesk } from './ReviewDesk.tsx'
import { useFindings, usePaper } from './use-paper.ts'
import { usePresence } from './use-presence.ts'

/** The review of one imported paper. */
export function ReviewPage() {
  const { id = '' } = useParams()
  const { t } = useLanguage()
  const others = usePresence(id)
  const paper = usePaper(id, others.length > 0)
  const findings = useFindings(id, others.length > 0)
  if (paper.data && findings.data) return <ReviewDesk key={id} paper={paper.data} findings={findings.data} others={others} />
  return (
    <Page title={paper.data?.title ?? paper.data?.name ?? t({ zh: '文件核对', en: 'Review of a paper' })}>
      {paper.isError ? <Failure error={paper.error} retry={() => void paper.refetch()} /> : findings.isError ? <Failure error={findings.error} retry={() => void findings.refetch()} /> : <Loading lines={8} />}
    </Page>
  )
}
