import { Problem } from '../problem.ts'
import { Failure } from './Failure.tsx'

/** What was refused of an act on the page. Only after a conflict is there something to do here: to load what stands now. */
export function Refused({ error, onReload }: { readonly error: unknown; readonly onReload: () => void }) {
  return <Failure error={error} {...(error instanceof Problem && error.status === 409 && { retry: onReload })} />
}
