import { pick } from '../testkit/dice.ts'
import { type Ask } from './kill-clients.ts'

/** A step with a sheet that was acknowledged: the event stands at this place of the sheet's history, once. */
export type SheetStep = { readonly sheet: string; readonly event: string; readonly version: number }

const steps = { submit: 'submitted', approve: 'approved', accept: 'accepted' } as const

/** The next step that some sheet of the demonstration waits for: who enters figures submits again what was sent back, a planner approves and accepts. */
export async function nextStep(ask: Ask, planner: boolean, roll: () => number): Promise<{ readonly path: string; readonly body: object } | null> {
  const [what, waiting] = planner ? pick(roll, [['approve', 'state=submitted'], ['accept', 'state=approved']] as const) : (['submit', 'state=open&only=sent-back'] as const)
  const { items } = await (await ask(`/api/returns/sheets?${waiting}&limit=100`)).json() as { readonly items: readonly { readonly id: string; readonly version: number }[] } // the reply of this route
  if (items.length === 0) return null
  const { id, version } = pick(roll, items)
  return { path: `/api/returns/sheets/${id}/${what}`, body: { version } }
}

/** The step that an acknowledged command took, where it was one of a sheet. */
export function stepOf(path: string, reply: unknown): SheetStep | null {
  const [, sheet, what] = /^\/api\/returns\/sheets\/([^/]+)\/(submit|approve|accept)$/.exec(path) ?? []
  const { standing } = reply as { readonly standing: { readonly version: number } } // read only where the path says that it is there
  return sheet && (what === 'submit' || what === 'approve' || what === 'accept') ? { sheet, event: steps[what], version: standing.version } : null
}
