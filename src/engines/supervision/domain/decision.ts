import { type Light } from '../../../kernel/light.ts'
import { type Day } from '../../../kernel/time.ts'
import { type DecisionState } from '../schema.ts'

/** What the plan says of a decision now; null where its commitment was removed there. */
export type InPlan = { readonly light: Light; readonly dueOn: Day } | null

/** How a decision stands on a day: done when its commitment is done, late once the day on which it is due is over. */
export function decisionState(inPlan: InPlan, on: Day): DecisionState {
  if (!inPlan) return 'dropped'
  if (inPlan.light === 'done') return 'done'
  return on > inPlan.dueOn ? 'late' : 'open'
}

/** What a decision rests on, as the plan keeps it: 调度会 2025-03-07 第2项. */
export const groundOf = (day: Day, no: number) => `调度会 ${day} 第${no}项`
