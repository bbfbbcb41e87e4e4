import { CheckKind, Severity } from '../../../../engines/documents/domain/checks/doubt.ts'
import { DoubtState } from '../../../../engines/documents/domain/checks/settling.ts'
import { Id } from '../../../../kernel/id.ts'
import { useUrlState } from '../../../url-state.ts'

/** Which doubts to show, as the address says; what it says wrongly is left out. */
export function useDoubtFilter() {
  const [q] = useUrlState('q')
  const [paper] = useUrlState('paper')
  const [kind] = useUrlState('kind')
  const [severity] = useUrlState('severity')
  const [state] = useUrlState('state')
  const asked = { paper: Id.safeParse(paper).data, kind: CheckKind.safeParse(kind).data, severity: Severity.safeParse(severity).data, state: DoubtState.safeParse(state).data }
  return { ...(q !== '' && { q }), ...(asked.paper && { paper: asked.paper }), ...(asked.kind && { kind: asked.kind }), ...(asked.severity && { severity: asked.severity }), ...(asked.state && { state: asked.state }) }
}
