import { z } from 'zod'
import { Label } from '../../../kernel/label.ts'
import { Day } from '../../../kernel/time.ts'
import { Phase } from '../schema.ts'
import { destinations, type Pool } from './pool.ts'

const Held = z.object({ projects: z.int(), total: z.number() })

/** The library as it leaves the server: numbers, each of which leads to its projects in the list. */
export const PoolShown = z.object({
  year: z.int(), on: Day,
  phases: z.array(z.object({
    phase: Phase, before: z.int(), came: z.int(), left: z.array(z.object({ into: z.enum(destinations), projects: z.int() })), there: z.int(), moved: z.number().nullable(),
    age: z.object({ median: z.number(), longest: z.int() }).nullable(), limit: z.int().nullable(), old: z.int(),
  })),
  replenishment: z.object({ times: z.number(), reserved: Held, started: Held, unpriced: z.int(), byNumber: z.boolean().nullable(), byMoney: z.boolean().nullable(), verdict: Label }),
})
export type PoolShown = z.infer<typeof PoolShown>

/** The library in numbers. */
export function poolShown({ year, on, phases, replenishment }: Pool): PoolShown {
  return {
    year, on, replenishment,
    phases: phases.map(({ phase, before, came, left, there, moved, age, limit, old }) => ({
      phase, before: before.length, came: came.length, there: there.length, moved, age, limit, old: old.length,
      left: destinations.flatMap(into => (left[into].length > 0 ? [{ into, projects: left[into].length }] : [])),
    })),
  }
}
