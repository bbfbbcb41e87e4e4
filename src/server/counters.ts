import { countDone } from '../engines/plan/index.ts'
import { type Counters } from '../engines/returns/index.ts'

/** What the program counts itself, so that no return asks for it. */
export const counters: Counters = {
  'commitments-done': { name: { zh: '本期办结的承诺事项', en: 'Commitments done in the period' }, count: (tx, ctx, unit, from, to) => countDone(tx, ctx.district, unit, from, to) },
}
