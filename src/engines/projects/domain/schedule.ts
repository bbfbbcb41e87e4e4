import { type Label } from '../../../kernel/label.ts'
import { type Light, type Verdict } from '../../../kernel/light.ts'
import { printNumber } from '../../../kernel/quantity.ts'
import { type Day } from '../../../kernel/time.ts'
import { sumToYuan, toYuan } from './money.ts'
import { type LightRule, type MonthTold, type YearPlan } from '../schema.ts'

/** The plan and the work of one year, as a light asks for them: `done` are approved amounts by month, January first; null where none is approved. */
export type YearOfMoney = { readonly year: number; readonly total: number; readonly months: readonly number[] | null; readonly done: readonly (number | null)[] }

export function yearOfMoney(plan: YearPlan, told: readonly Pick<MonthTold, 'month' | 'amount' | 'state'>[]): YearOfMoney {
  const approved = new Map(told.flatMap(t => (t.state === 'approved' ? [[t.month, t.amount] as const] : [])))
  return { ...plan, done: Array.from({ length: 12 }, (_, i) => approved.get(`${plan.year}-${String(i + 1).padStart(2, '0')}`) ?? null) }
}

/** A lag to a hundredth of a point, so that 5 points are 5 points and not a hair less. */
const points = (share: number) => Math.round(share * 10_000) / 100

/** What was to be done by the end of a month (1 to 12), in 10 000 yuan: by the months that were planned, else by the time passed. */
export function plannedThrough(year: Pick<YearOfMoney, 'total' | 'months'>, month: number): number {
  return year.months ? sumToYuan(year.months.slice(0, month)) : toYuan((year.total * month) / 12)
}

export function doneThrough(year: Pick<YearOfMoney, 'done'>, month: number): number {
  return sumToYuan(year.done.slice(0, month).map(m => m ?? 0))
}

/** How far the year is to be judged on a day: the last month whose investment had to be told by then, or a later one of which it is known. 0: none yet. */
export function judgedMonth(year: Pick<YearOfMoney, 'year' | 'done'>, on: Day, toldBy: number): number {
  const y = Number(on.slice(0, 4)), month = Number(on.slice(5, 7)), day = Number(on.slice(8, 10))
  const months = (y - year.year) * 12 + month - 1
  // In time to be told until the end of that day: it counts from the next.
  const due = Math.max(0, Math.min(12, day > toldBy ? months : months - 1))
  const known = year.done.findLastIndex(m => m !== null) + 1
  return Math.max(due, Math.min(known, Math.max(0, Math.min(12, months))))
}

/** Where a project stands with its money at the end of each month that counts. */
export type MonthStanding = { readonly month: number; readonly planned: number; readonly done: number; /** In points of the year's plan; negative: behind. */ readonly lead: number; readonly light: Extract<Light, 'on-pace' | 'slipping' | 'off-pace' | 'done'> }

/**
 * The year month by month. Off pace stays off pace while anything of the shortfall is left; made up, it is slipping until the end
 * of another month finds it on pace.
 */
export function standings(year: YearOfMoney, through: number, lag: LightRule['lag']): MonthStanding[] {
  let before: Light = 'on-pace'
  return Array.from({ length: through }, (_, i) => {
    const month = i + 1, planned = plannedThrough(year, month), done = doneThrough(year, month)
    const lead = points((done - planned) / year.total)
    before = done >= year.total ? 'done' : nextLight(before, lead, lag)
    return { month, planned, done, lead, light: before }
  })
}

function nextLight(before: Light, lead: number, lag: LightRule['lag']): MonthStanding['light'] {
  if (-lead >= lag.offPace) return 'off-pace'
  if (before === 'off-pace') return lead < 0 ? 'off-pace' : 'slipping'
  return -lead >= lag.slipping ? 'slipping' : 'on-pace'
}

const amount = (value: number): Label => ({ zh: `${printNumber(value)}万元`, en: `${printNumber(value)} (10,000 yuan)` })
const notJudged = (zh: string, en: string): Verdict => ({ light: 'not-judged', gap: null, rule: 'project-money', inputs: [], because: { zh, en } })

/** The light of the money of a year on a day. */
export function moneyVerdict(year: YearOfMoney | null, on: Day, rule: Pick<LightRule, 'lag' | 'toldBy'>): Verdict {
  if (!year || year.total <= 0) return notJudged('本年度没有投资计划，不评资金进度。', 'There is no plan of investment for the year, so its money is not judged.')
  const through = judgedMonth(year, on, rule.toldBy)
  const all = standings(year, through, rule.lag), last = all.at(-1)
  if (!last) return notJudged('年初，还没有到期应报的月份。', 'No month of the year is due to be told yet.')
  const untold = year.done.slice(0, through).flatMap((m, i) => (m === null ? [i + 1] : []))
  return {
    light: last.light, gap: last.lead, rule: 'project-money',
    inputs: [
      { name: 'year-plan', value: amount(year.total) },
      { name: 'money-due', value: { zh: `${amount(last.planned).zh}（1—${through}月，${year.months ? '按分月计划' : '按时间折算'}）`, en: `${amount(last.planned).en}, through month ${through}, ${year.months ? 'by planned months' : 'by the time passed'}` } },
      { name: 'money-done', value: amount(last.done) },
      { name: 'lead', value: { zh: `${last.lead > 0 ? '+' : ''}${printNumber(last.lead)}个百分点`, en: `${last.lead > 0 ? '+' : ''}${printNumber(last.lead)} points` } },
      { name: 'lag-bounds', value: { zh: `${rule.lag.slipping}、${rule.lag.offPace}个百分点`, en: `${rule.lag.slipping} and ${rule.lag.offPace} points` } },
      ...(untold.length > 0 ? [{ name: 'months-untold', value: { zh: `${untold.join('、')}月`, en: untold.join(', ') } }] : []),
    ],
    because: because(last, all, untold, rule.lag),
  }
}

function because(last: MonthStanding, all: readonly MonthStanding[], untold: readonly number[], lag: LightRule['lag']): Label {
  const missing = untold.length > 0 ? { zh: `${untold.join('、')}月没有经审核的数据，按零计。`, en: ` Of month ${untold.join(', ')} nothing approved is on file; it counts as nothing.` } : { zh: '', en: '' }
  const lead = printNumber(Math.abs(last.lead))
  const said = last.light === 'done' ? { zh: '年度投资计划已完成。', en: "The year's investment is done." }
    : last.lead < 0 ? { zh: `1—${last.month}月投资完成落后计划${lead}个百分点。`, en: `Through month ${last.month}, investment is ${lead} points behind its plan.` }
      : { zh: `1—${last.month}月投资完成${last.lead === 0 ? '与计划持平' : `超前计划${lead}个百分点`}。`, en: last.lead === 0 ? `Through month ${last.month}, investment is as planned.` : `Through month ${last.month}, investment is ${lead} points ahead of its plan.` }
  const redSince = all.findLast(standing => standing.light === 'off-pace')?.month
  const kept = last.light === 'off-pace' && -last.lead < lag.offPace ? { zh: '欠下的尚未补齐，红灯不变。', en: ' The shortfall is not made up yet, so it stays off pace.' }
    : last.light === 'slipping' && last.lead >= 0 && redSince !== undefined ? { zh: `${redSince}月的欠账已经补齐，先转黄灯；下月仍达标再转绿灯。`, en: ` The shortfall of month ${redSince} is made up; it turns on pace when the next month holds.` } : { zh: '', en: '' }
  return { zh: said.zh + kept.zh + missing.zh, en: said.en + kept.en + missing.en }
}

/** What the end of the year will bring, in 10 000 yuan: if the months that remain go to plan, and if they go as those so far did (null before any was due). */
export type Outlook = { readonly toPlan: number; readonly asSoFar: number | null; readonly total: number }

export function outlookOf(year: YearOfMoney, on: Day, toldBy: number): Outlook {
  const through = judgedMonth(year, on, toldBy), done = doneThrough(year, through), planned = plannedThrough(year, through)
  const remaining = year.total - planned
  return { total: year.total, toPlan: toYuan(done + remaining), asSoFar: planned > 0 ? toYuan(done + remaining * (done / planned)) : null }
}
