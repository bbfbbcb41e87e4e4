import { type Day } from '../../kernel/time.ts'
import { chance, type Dice } from '../requests/world.ts'
import { listedIn, type Life } from './lives.ts'
import { apportioned, monthsAtPace, monthsOf, monthsWithHalf, paceForLag } from './money.ts'
import { between, type Sort } from './sorts.ts'
import { type Trouble } from './troubles.ts'
import { type YearTerms } from './years.ts'

/** A project's plan of a year, by months where they are planned, and what is done month by month. In 10 000 yuan, whole. */
export type YearOfInvestment = { readonly year: number; readonly plan: number; readonly months: readonly number[] | null; readonly done: readonly number[] }

type Given = { readonly life: Life; readonly sort: Sort; readonly trouble: Trouble }

/** The money of all projects, year by year: plans add up to the year's plan, and what was done in a year that is over to what was done. */
export function financesOf(projects: readonly Given[], terms: readonly YearTerms[], today: Day, dice: Dice): ReadonlyMap<string, readonly YearOfInvestment[]> {
  const sizes = new Map(projects.map(({ life, sort }) => [life.code, between(dice, sort.size)]))
  const found = new Map<string, YearOfInvestment[]>(projects.map(({ life }) => [life.code, []]))
  for (const of of terms) {
    const listed = projects.filter(({ life }) => listedIn(life, of.year))
    const plans = apportioned(of.plan, listed.map(({ life }) => (sizes.get(life.code) ?? 1) * phaseFactor(life, of.year)))
    const years = of.year === Number(today.slice(0, 4)) ? listed.map((one, i) => running(one, of.year, plans[i] ?? 0, today, dice)) : past(listed, plans, of, dice)
    listed.forEach(({ life }, i) => { const year = years[i]; if (year) found.get(life.code)?.push(year) })
  }
  return found
}

/** Little before building begins, less in the last year. */
const phaseFactor = ({ starts, last }: Life, year: number) => (starts === null || starts > year ? 0.35 : starts === year ? 0.75 : last === year ? 0.8 : 1)

function past(listed: readonly Given[], plans: readonly number[], terms: YearTerms, dice: Dice): readonly YearOfInvestment[] {
  const done = apportioned(terms.done, plans.map(plan => plan * (0.92 + dice(20) / 100)))
  const halves = terms.half && halfYears(listed, plans, terms.half)
  return listed.map((_, i) => {
    const plan = plans[i] ?? 0, whole = done[i] ?? 0, half = halves?.[i]
    return { year: terms.year, plan, months: chance(dice, 85) ? monthsOf(plan, dice) : null, done: half === undefined ? monthsOf(whole, dice) : monthsWithHalf(Math.min(half, whole), whole, dice) }
  })
}

/** What each did by the middle of the year, so that the projects of each of the city's lists together are as far ahead of the time passed as is published. */
function halfYears(listed: readonly Given[], plans: readonly number[], half: NonNullable<YearTerms['half']>): readonly number[] {
  const halves = plans.map(() => 0)
  for (const list of ['city-key', 'city-campaign'] as const) {
    const among = listed.flatMap(({ life }, i) => (life.city === list ? [i] : []))
    const planned = among.map(i => plans[i] ?? 0)
    apportioned(Math.round(planned.reduce((sum, plan) => sum + plan, 0) * (0.5 + half[list].lead / 100)), planned).forEach((part, j) => { const i = among[j]; if (i !== undefined) halves[i] = part })
  }
  return halves
}

function running({ trouble }: Given, year: number, plan: number, today: Day, dice: Dice): YearOfInvestment {
  const months = trouble.month !== undefined || chance(dice, 80) ? monthsOf(plan, dice) : null
  const through = Number(today.slice(5, 7)) - 1
  const pace = trouble.lag !== undefined && through > 0 ? paceForLag(trouble.lag, plan, months, through) : trouble.month === undefined ? 1 + dice(16) / 100 : 1.35
  return { year, plan, months, done: monthsAtPace(plan, months, pace, dice) }
}
