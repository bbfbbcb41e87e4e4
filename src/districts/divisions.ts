import { byLevels } from '../engines/plan/domain/parts.ts'
import { type DivisionStep, type DivisionTerms } from '../engines/plan/schema.ts'
import { type Aspect } from '../engines/indicators/schema.ts'
import { type Id } from '../kernel/id.ts'
import { addDays, type Day } from '../kernel/time.ts'
import { diceOf } from './dice.ts'

/** A street that takes a part in a division of the demonstration. */
type Taker = { readonly id: Id; readonly name: string }

/** A division made up for the demonstration: no report shows a headline target divided among units. Everybody in it carries the mark （演示）. */
export type DemoDivision = {
  /** Code of the register, and the target of the whole district that is divided. */
  readonly indicator: string
  readonly year: number
  readonly aspect: Aspect
  readonly drafted: { readonly at: string; readonly by: string }
  readonly terms: (takers: readonly Taker[], whole: number, levels: ReadonlyMap<Id, number>) => DivisionTerms
  /** What happened after it was drafted. */
  readonly history: (takers: readonly Taker[], terms: DivisionTerms) => readonly DivisionStep[]
}

const planner = '发改局计划员（演示）'
const head = ({ name }: Taker) => `${name}主任（演示）`
const at = (day: Day, hour = 2) => `${day}T0${hour}:00:00.000Z`
const parts = (takers: readonly Taker[]) => takers.map(({ id }) => ({ unit: id, share: null, weight: null, value: 0 }))

/** Two headline targets of 2025: jobs divided by shares, signed by all and in force; retail sales as weighed growth, where the first street wants less and the others have signed. */
export const demoDivisions: readonly DemoDivision[] = [
  {
    indicator: 'JOBS', year: 2025, aspect: 'level', drafted: { at: at('2025-02-20'), by: planner },
    terms: (takers, whole, levels) => byLevels({ method: 'share', check: 'sum', tolerance: 0, digits: 2, whole, ground: '按2024年各街道新增就业占比（演示数据）', parts: parts(takers) }, levels),
    history: (takers, { parts: divided }) => [
      { at: at('2025-02-21'), by: planner, event: { kind: 'proposed', reason: null } },
      ...takers.map((taker, i): DivisionStep => ({ at: at(addDays('2025-02-24', Math.floor(i / 4)), i % 8), by: head(taker), event: { kind: 'signed', unit: taker.id, value: valueOf(divided, taker) } })),
      { at: at('2025-03-03'), by: planner, event: { kind: 'enforced', on: '2025-03-03', reason: null } },
    ],
  },
  {
    indicator: 'RETAIL', year: 2025, aspect: 'growth', drafted: { at: at('2025-03-10'), by: planner },
    terms: (takers, whole, levels) => {
      const dice = diceOf('divided retail')
      const even = byLevels({ method: 'weight', check: 'weighted-mean', tolerance: 0.1, digits: 1, whole, ground: '权重取2024年各街道零售额（演示数据）', parts: parts(takers) }, levels)
      // Neighbours in size stray by as much up as down, so that the mean stays with the whole.
      const bySize = even.parts.toSorted((a, b) => (b.weight ?? 0) - (a.weight ?? 0)).map(part => part.unit)
      const strays = bySize.map((_, i) => (i % 2 === 0 ? 1 : -1) * (Math.floor(i / 2) % 2 === 0 ? 1 : -1) * ((dice(3) + 1) / 10))
      return { ...even, parts: even.parts.map(part => ({ ...part, weight: Number((part.weight ?? 0).toFixed(2)), value: Number((whole + (strays[bySize.indexOf(part.unit)] ?? 0)).toFixed(1)) })) }
    },
    history: (takers, { parts: divided }) => {
      const [first, ...others] = takers
      return [
        { at: at('2025-03-11'), by: planner, event: { kind: 'proposed', reason: null } },
        ...others.map((taker): DivisionStep => ({ at: at('2025-03-13'), by: head(taker), event: { kind: 'signed', unit: taker.id, value: valueOf(divided, taker) } })),
        ...(first ? [{ at: at('2025-03-14'), by: head(first), event: { kind: 'returned' as const, unit: first.id, value: valueOf(divided, first), reason: '辖内商场改造停业半年，基数较高', counter: 2 } }] : []),
      ]
    },
  },
]

function valueOf(divided: DivisionTerms['parts'], taker: Taker): number {
  return divided.find(part => part.unit === taker.id)?.value ?? 0
}
