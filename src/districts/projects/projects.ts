import { type ProjectRules } from '../../engines/projects/schema.ts'
import { addDays, type Day } from '../../kernel/time.ts'
import { diceOf } from '../dice.ts'
import { type DistrictSetup } from '../district.ts'
import { chance, departmentOf, type Dice, placeAt, type World, worldOf } from '../requests/world.ts'
import { financesOf, type YearOfInvestment } from './finance.ts'
import { type Course, type DemoStep, historyOf, REPLANNED_AFTER } from './history.ts'
import { familyOf, MERGED, WITHDRAWN } from './kin.ts'
import { listedIn, livesOf, type Life } from './lives.ts'
import { scheduleOf, type Schedule } from './schedule.ts'
import { between, marked, sortFor, type Sort, wordsWith } from './sorts.ts'
import { blockersOf, type DemoBlocker, type Trouble, troublesOf } from './troubles.ts'
import { termsFor, type YearTerms } from './years.ts'

/** A project made up for the demonstration, with all that happened to it; ids are made from `seed`. Units and other projects are named by their codes. */
export type DemoProject = { readonly code: string; readonly seed: string; readonly steps: readonly DemoStep[] }

/**
 * Made-up projects as they stand at the beginning of a day, the same for the same seed and day. Those of Yuexiu add up to what its
 * papers publish: how many a year, what was planned and done; single projects are published nowhere. Some are in trouble today.
 */
export function demoProjects(setup: DistrictSetup, rules: ProjectRules, { seed, today }: { readonly seed: string; readonly today: Day }): { readonly projects: readonly DemoProject[]; readonly blockers: readonly DemoBlocker[] } {
  const dice = diceOf(seed), world = worldOf(setup), terms = termsFor(setup, today, dice)
  const kept: readonly Kept[] = [...livesOf(terms, dice).map((life): Kept => ({ life, only: 'any', since: null })), ...libraryOf(setup, today, dice)]
  const sorted = kept.map((one, i) => ({ ...one, ...kindOf(rules, sortFor(dice, i, one.life.takes, one.only)) }))
  const troubles = troublesOf(kept.map(({ life }) => life), new Set(sorted.filter(({ kind }) => kind.key === 'construction').map(({ life }) => life.code)), Number(today.slice(0, 4)), rules.light, dice)
  const given = sorted.map(one => { const trouble = troubles.get(one.life.code) ?? {}; return { ...one, trouble, schedule: scheduleOf(one.life, one.kind, trouble, today, dice) } })
  const finances = financesOf(given, terms, today, dice), places = placesOf(world, dice)
  const courses = given.map((one, i) => courseOf({ ...one, place: places[i % places.length] ?? null, years: finances.get(one.life.code) ?? [] }, { world, terms, today, dice, seed, i }))
  const offices = { planning: departmentOf(world, 'development-reform'), supervision: departmentOf(world, 'supervision-office') }
  const projects = familyOf(courses, offices.planning).map(course => ({ code: course.life.code, seed: course.seed, steps: historyOf(course, terms, rules.lists, rules.light.toldBy, today, offices, dice) }))
  return { projects, blockers: blockersOf(troubles, dice) }
}

function kindOf(rules: ProjectRules, sort: Sort) {
  const kind = rules.kinds.find(kind => kind.key === sort.kind) ?? rules.kinds[0]
  if (!kind) throw new Error('The rules know no kind of project')
  return { sort, kind }
}

/** A life, of which sorts it may be, and since when it is on file where that does not follow from its life. */
type Kept = { readonly life: Life; readonly only: 'any' | 'works' | 'decision'; readonly since: Day | null }

/** In the library and on no list: planned (谋划) and reserved (储备); of Yuexiu also one that is going to be merged and one that is going to be withdrawn. */
function libraryOf(setup: Pick<DistrictSetup, 'code'>, today: Day, dice: Dice): readonly Kept[] {
  const year = Number(today.slice(0, 4)), many = setup.code === 440104 ? 13 : 2
  const kept = (code: string, starts: number | null, only: Kept['only'], since: Day): Kept => ({ life: { code, first: null, starts, last: null, takes: 1 + dice(5), city: 'city-campaign' }, only, since })
  return [
    ...(setup.code === 440104 ? [kept(MERGED, 2023, 'works', '2021-05-11'), kept(WITHDRAWN, 2022, 'works', '2020-05-12')] : []),
    ...Array.from({ length: many }, (_, i) => kept(`${year}-K${String(i + 1).padStart(2, '0')}`, i % 4 === 1 ? year : null, i % 4 === 1 ? 'decision' : 'works', addDays(today, -60 - dice(300)))),
  ]
}

type Placed = { readonly name: string; readonly place: ReturnType<typeof placeAt> }

/** Communities in the order in which the dice call them, each with a made-up address. */
function placesOf(world: World, dice: Dice): readonly Placed[] {
  const communities = new Map(world.spots.map(spot => [spot.community.code, spot]))
  return [...communities.values()].map(spot => ({ spot, turn: dice(1_000_000) })).toSorted((a, b) => a.turn - b.turn)
    .map(({ spot }) => ({ name: spot.community.name.zh.replace(/社区$/, ''), place: { ...placeAt(dice, spot, 'grid'), unit: spot.community.code } }))
}

type Given = Kept & { readonly sort: Sort; readonly kind: Course['kind']; readonly trouble: Trouble; readonly schedule: Schedule; readonly years: readonly YearOfInvestment[]; readonly place: Placed | null }

function courseOf({ life, only, since, sort, kind, trouble, schedule, years, place }: Given, { world, terms, today, dice, seed, i }: { readonly world: World; readonly terms: readonly YearTerms[]; readonly today: Day; readonly dice: Dice; readonly seed: string; readonly i: number }): Course {
  const madeOn = since ?? takenInOn(life, schedule, terms, dice), started = schedule.start === null ? undefined : schedule.reached.get(schedule.start)
  const spent = years.reduce((sum, { plan, done }) => sum + Math.max(plan, done.reduce((all, month) => all + month, 0)), 0)
  const rest = (life.last === null ? 1 + dice(15) / 10 : 0.1) * between(dice, sort.size)
  const name = `${place?.name ?? ''}${sort.name}`
  return {
    life, sort, kind, trouble, schedule: addDays(madeOn, REPLANNED_AFTER) < today ? schedule : { ...schedule, before: null }, years,
    name: marked(name), later: life.first !== null && i % 17 === 5 && listedIn(life, life.first + 1) ? { name: marked(`${place?.name ?? ''}${sort.later}`), year: life.first + 1 } : null,
    what: `${wordsWith(dice, sort.what, sort.n)}（演示生成）`, place: place?.place ?? { unit: null, address: null, point: null }, total: Math.ceil((spent + rest) / 100) * 100, owner: departmentOf(world, sort.owner), madeOn,
    phase: started !== undefined && started <= madeOn ? 'started' : life.first === null ? (only === 'works' && chance(dice, 50) ? 'reserved' : 'planned') : madeOn < `${life.first - 1}-06-01` ? 'planned' : 'reserved',
    seed: `${seed}/${life.code}`, kin: [],
  }
}

/** Taken in before it is listed; the ledger begins in the autumn before the first year. */
function takenInOn(life: Life, schedule: Schedule, terms: readonly YearTerms[], dice: Dice): Day {
  const first = life.first ?? Number(schedule.from.slice(0, 4))
  const begins = addDays(`${(terms[0]?.year ?? first) - 1}-10-08`, dice(50)), before = addDays(`${first - 1}-12-10`, -dice(60))
  return [begins, schedule.from < before ? schedule.from : before].reduce((a, b) => (a > b ? a : b))
}

export type { DemoBlocker, DemoStep }
