import { useParams } from 'react-router'
import { CaseView } from './CaseView.tsx'

/** `/cases/:id`: a case with its whole history, and what may be done with it. */
export function CasePage() {
  const { id = '' } = useParams()
  return <CaseView id={id} whole />
}
