import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Figure, type FigureStatus, type Indicator } from '../schema.ts'
import { statusWords } from './sheet-columns.ts'
import { sameMeasure, speaksOf } from './units.ts'

export type Decision = 'submit' | 'approve' | 'publish' | 'return'

/** Which step leads where: a draft is submitted, what is submitted is approved or goes back, what is approved is published. */
const steps = {
  draft: { submit: 'submitted' },
  submitted: { approve: 'approved', return: 'draft' },
  approved: { publish: 'published' },
  published: {},
} as const satisfies Record<FigureStatus, Partial<Record<Decision, FigureStatus>>>

/** The status after a step, or why the step may not be taken. */
export function afterStep(status: FigureStatus, decision: Decision, reason: string | null): Result<FigureStatus, 'wrong-step' | 'reason-needed'> {
  const open: Partial<Record<Decision, FigureStatus>> = steps[status]
  const next = open[decision]
  if (!next) return refuse('wrong-step', { status, decision, zh: statusWords[status].zh, en: statusWords[status].en })
  return decision === 'return' && !reason ? refuse('reason-needed') : ok(next)
}

/** May these words be said of an indicator? At least one of them, and the level in its own measure. */
export function maySay(indicator: Pick<Indicator, 'unit'>, given: Pick<Figure, 'level' | 'change' | 'rank'>): Result<null, 'nothing-said' | 'other-measure'> {
  if (!given.level && !given.change && !given.rank) return refuse('nothing-said')
  if (given.level && !sameMeasure(given.level.unit, indicator.unit)) return refuse('other-measure', { unit: given.level.unit, expected: indicator.unit })
  if (given.change && !speaksOf(given.change.unit, indicator.unit)) return refuse('other-measure', { unit: given.change.unit, expected: '%' })
  return ok(null)
}

/** May this be promised? A number where the operator is one of numbers, growth in per cent, a level in the indicator's own measure. */
export function mayPromise(indicator: Pick<Indicator, 'unit'>, given: { readonly operator: string; readonly value: number | null; readonly measure: string; readonly aspect: string; readonly tiedTo: string | null; readonly reference: string | null }): Result<null, 'value-needed' | 'tied-to-what' | 'other-measure'> {
  const open = given.operator === 'municipality' || given.operator === 'tied' || given.operator === 'pending'
  if (given.value === null && !open) return refuse('value-needed')
  if (given.operator === 'tied' && given.value === null && !given.tiedTo && !given.reference) return refuse('tied-to-what')
  const expected = given.aspect === 'growth' ? '%' : indicator.unit
  return given.value === null || sameMeasure(given.measure, expected) ? ok(null) : refuse('other-measure', { unit: given.measure, expected })
}

/** Does a formula come back to the indicator itself? */
export function isCircular(id: string, inputs: readonly string[], register: readonly Pick<Indicator, 'id' | 'formula'>[]): boolean {
  const formulas = new Map(register.map(entry => [entry.id, entry.formula?.inputs ?? []]))
  const seen = new Set(inputs)
  for (const input of seen) for (const next of formulas.get(input) ?? []) seen.add(next)
  return seen.has(id)
}
