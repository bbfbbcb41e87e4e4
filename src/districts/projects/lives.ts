import { type Dice } from '../requests/world.ts'
import { type YearTerms } from './years.ts'

/**
 * In which years a project does what: `first` listed (null: in the library only), building `starts`, `last` listed, the year in which
 * it goes into operation (null: goes on). `takes`: how many years such works usually take. `city`: on which of the city's lists it
 * stands beside the district's.
 */
export type Life = { readonly code: string; readonly first: number | null; readonly starts: number | null; readonly last: number | null; readonly takes: number; readonly city: 'city-key' | 'city-campaign' }

type Growing = { code: string; first: number; starts: number | null; last: number | null; takes: number; city: Life['city'] }

export const listedIn = ({ first, last }: Pick<Life, 'first' | 'last'>, year: number) => first !== null && first <= year && (last === null || year <= last)

/** Who stands on the district's list from year to year, so that every year has as many as its terms say: those that are due go into operation, new ones come. */
export function livesOf(terms: readonly YearTerms[], dice: Dice): readonly Life[] {
  const lives: Growing[] = []
  for (const { year, count, inUse, started } of terms) {
    const there = lives.filter(life => listedIn(life, year)).length
    lives.push(...Array.from({ length: Math.max(0, count - there) }, (_, i): Growing => {
      const takes = usually[dice(usually.length)] ?? 3
      return { code: `${year}-${String(i + 1).padStart(3, '0')}`, first: year, starts: year === terms[0]?.year && i % 8 !== 7 ? year - 1 - dice(takes) : null, last: null, takes, city: dice(10) < 3 ? 'city-key' : 'city-campaign' }
    }))
    const listed = lives.filter(life => listedIn(life, year)), waiting = listed.filter(life => life.starts === null)
    for (const life of waiting.slice(0, started ?? Math.round(waiting.length * 0.8))) life.starts = year
    for (const life of dueFirst(listed.filter(life => life.starts !== null && life.starts < year)).slice(0, inUse)) life.last = year
  }
  for (const { year, half } of terms) if (half) lives.filter(life => listedIn(life, year)).toSorted((a, b) => a.code.slice(-1).localeCompare(b.code.slice(-1))).forEach((life, i) => { life.city = i < half['city-key'].count ? 'city-key' : 'city-campaign' })
  return lives
}

/** Quick works, middling ones and those of an old town that take long; such that about as many end as begin. */
const usually = [1, 2, 2, 3, 3, 4, 4, 6, 8, 9]

const dueFirst = (lives: readonly Growing[]) => lives.toSorted((a, b) => (a.starts ?? 0) + a.takes - (b.starts ?? 0) - b.takes || a.code.localeCompare(b.code))
