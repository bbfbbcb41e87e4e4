import { type Id } from '../../../kernel/id.ts'
import { type Light, type Verdict } from '../../../kernel/light.ts'
import { spanOf } from '../../../kernel/period.ts'
import { type Day } from '../../../kernel/time.ts'

/** Did a light turn for the worse (a red or yellow one that was not so before), for the better, or neither (to or from 未评)? */
export type Turn = 'worse' | 'better' | 'other'

/** How bad a light is; what is not judged stands with what is on pace: turning red out of nothing is news, turning green is none. */
const badness = { done: 0, 'on-pace': 1, 'not-judged': 1, slipping: 2, 'off-pace': 3 } as const satisfies Record<Light, number>

export function turnOf(from: Light, to: Light): Turn {
  if (badness[to] > badness[from]) return 'worse'
  if (badness[to] < badness[from] && to !== 'not-judged') return 'better'
  return 'other'
}

/** A light as it stands now, with what a record of its change keeps. */
export type StandingLight = {
  readonly thing: Id
  readonly kind: 'target' | 'commitment'
  readonly year: number
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly unit: Id | null
  readonly light: Light
  readonly verdict: Verdict
  readonly overriddenBy: string | null
}

export type LightChanged = StandingLight & { readonly from: Light; readonly turn: Turn }

/**
 * What changed since the lights were last looked at. A light seen for the first time is no change: nobody has seen it
 * otherwise.
 */
export function changesOf(known: ReadonlyMap<Id, Light>, now: readonly StandingLight[]): { readonly first: readonly StandingLight[]; readonly changed: readonly LightChanged[] } {
  const first: StandingLight[] = [], changed: LightChanged[] = []
  for (const standing of now) {
    const from = known.get(standing.thing)
    if (from === undefined) first.push(standing)
    else if (from !== standing.light) changed.push({ ...standing, from, turn: turnOf(from, standing.light) })
  }
  return { first, changed }
}

/** The last day of each month of a year up to a day: the days on which a year that was entered afterwards is gone through. */
export function monthEndsOf(year: number, until: Day): readonly Day[] {
  return Array.from({ length: 12 }, (_, i) => spanOf(`${year}-${String(i + 1).padStart(2, '0')}`)?.to ?? '').filter(day => day !== '' && day <= until)
}
