import { type Day } from '../../kernel/time.ts'
import { type DistrictSetup } from '../district.ts'
import { type Dice } from '../requests/world.ts'
import { publishedYears, type Said } from './published.ts'

/** What the generated projects of a year add up to. Money in 10 000 yuan; grounds are the words beside lists and plans. */
export type YearTerms = {
  readonly year: number
  readonly count: number
  readonly plan: number
  readonly done: number
  /** How many go into operation, and on how many building begins; null: as it comes. */
  readonly inUse: number
  readonly started: number | null
  readonly issuedOn: Day
  readonly listGround: string
  readonly planGround: string
  /** Investment by the middle of the year ahead of the time passed, in points, by the city's lists, with how many stand in them. */
  readonly half: Readonly<Record<'city-key' | 'city-campaign', { readonly count: number; readonly lead: number; readonly ground: string }>> | null
}

/** Yuexiu by what its papers publish; another district gets two years of a few projects. The last year is that of today. */
export function termsFor(setup: Pick<DistrictSetup, 'code'>, today: Day, dice: Dice): readonly YearTerms[] {
  const newest = Number(today.slice(0, 4))
  if (setup.code !== 440104) return [generatedYear(newest - 1, 8, 52_000, 1.04, 0), generatedYear(newest, 10, 61_000, 1.05, 2)]
  const first = publishedYears[0]?.year ?? newest, last = publishedYears.at(-1)
  return Array.from({ length: Math.max(0, newest - first) + 1 }, (_, i) => {
    const year = first + i, known = publishedYears.find(one => one.year === year)
    const ours = oursFor(year, dice)
    if (!known) return generatedYear(year, last?.count.value ?? 65, ours.plan, ours.ratio, ours.inUse)
    const done = known.done === null ? null : tenThousands(known.done)
    // A lead at the end of the year is what was done beyond the whole plan.
    const plan = known.plan ? tenThousands(known.plan) : done !== null && known.lead ? Math.round(done / (1 + known.lead.value / 100)) : ours.plan
    const terms: YearTerms = {
      year, count: known.count.value, plan, done: done ?? Math.round(known.completion ? (plan * known.completion.value) / 100 : plan * ours.ratio), inUse: known.inUse?.value ?? ours.inUse, started: known.started?.value ?? null,
      issuedOn: known.count.source.saidOn.startsWith(String(year)) ? known.count.source.saidOn : usualDay(year),
      listGround: groundOf('个数', known.count, today) ?? unpublished, planGround: groundOf('合计', known.plan, today) ?? '各项目年度计划为演示生成',
      half: known.half && { 'city-key': halfOf(known.half.cityKey, today), 'city-campaign': halfOf(known.half.cityCampaign, today) },
    }
    return terms
  })
}

const unpublished = '名单为演示生成，个数未见公布'
const usualDay = (year: number): Day => `${year}-02-20`
const tenThousands = (said: Said) => Math.round(said.value * 10_000)

/** A number that is published by now, and where; the single projects are made up all the same. */
function groundOf(what: string, said: Said | null, today: Day): string | null {
  return said && said.source.saidOn <= today ? `${what}（${said.value}${said.unit}）同《${said.source.title}》${said.source.section}；各项目为演示生成` : null
}

const halfOf = (of: { readonly count: Said; readonly lead: Said }, today: Day) => ({ count: of.count.value, lead: of.lead.value, ground: groundOf('个数', of.count, today) ?? unpublished })

function generatedYear(year: number, count: number, plan: number, ratio: number, inUse: number): YearTerms {
  return { year, count, plan, done: Math.round(plan * ratio), inUse, started: null, issuedOn: usualDay(year), listGround: unpublished, planGround: '年度计划为演示生成', half: null }
}

/** Where no paper says it: a plan that grows a little, done a little beyond, and about a sixth of the projects finished. Ours. */
function oursFor(year: number, dice: Dice): { readonly plan: number; readonly ratio: number; readonly inUse: number } {
  return { plan: 335_000 + (year - 2020) * 16_000 + dice(40) * 100, ratio: 1.03 + dice(8) / 100, inUse: 11 + dice(3) }
}
