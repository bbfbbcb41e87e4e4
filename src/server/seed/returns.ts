/** Sheets of the demonstration: the last periods of each form, some locked, some late, one sent back, this one's still to be filled. */
import { diceOf } from '../../districts/dice.ts'
import { type DistrictSetup } from '../../districts/district.ts'
import { type Db } from '../../engines/context.ts'
import { backFrom, dueOn, lastEnded } from '../../engines/returns/domain/periods.ts'
import { findForms, seedSheets, type SeededCourse } from '../../engines/returns/index.ts'
import { type FormContent } from '../../engines/returns/schema.ts'
import { spanOf, type Period } from '../../kernel/period.ts'
import { addDays, type Day, type Instant } from '../../kernel/time.ts'
import { addWorkingDays } from '../../kernel/work-calendar.ts'
import { type Counts, seedContext, writeIfAnything } from './district.ts'
import { seededPeople } from './organisation.ts'

/** Periods of each form that the demonstration begins with. */
const PERIODS = 3

/** Opens and fills them; null where they were there already. */
export async function placeReturns(db: Db, setup: DistrictSetup): Promise<Counts | null> {
  const ctx = seedContext(db, setup.code)
  // Sheets of the units in which one may sign in are left to whoever does, but for the months before.
  const seats = new Set(seededPeople(setup).posts.map(post => post.unit))
  return writeIfAnything(ctx, setup, 'returns.generated', async tx => {
    let sheets = 0
    for (const form of await findForms(tx, setup.code)) {
      const rhythm = form.versions[0]?.content.rhythm
      if (!form.fromPack || !rhythm) continue
      for (const [age, period] of backFrom(lastEnded(rhythm, ctx.today()), PERIODS).entries()) {
        const street = { seen: 0 }
        sheets += await seedSheets(tx, ctx, form, period, ({ unit, unitName, rows }, content) => {
          street.seen += 1
          const district = unitName === setup.name.zh
          return courseOf({ cells: valuesOf(`${setup.code}/${unitName}`, rows, content, age, district ? setup.streets.length : 1), content, period, age, nth: street.seen, waiting: district || seats.has(unit), today: ctx.today() })
        })
      }
    }
    return { sheets }
  })
}

type Given = { readonly cells: SeededCourse['cells']; readonly content: FormContent; readonly period: Period; readonly age: number; readonly nth: number; readonly waiting: boolean; readonly today: Day }

/** Earlier periods are locked, now and then late; of the latest some wait at every hand. */
function courseOf({ cells, content, period, age, nth, waiting, today }: Given): SeededCourse {
  const due = dueOn(content.due, period).day, end = spanOf(period)?.to ?? due
  const clock = (day: Day): Instant => `${day < today ? day : addDays(today, -1)}T0${2 + nth % 6}:${10 + nth % 50}:00.000Z`
  const submitted = nth % 7 === 0 ? addWorkingDays(due, 2).day : addWorkingDays(end, 1 + nth % Math.max(1, content.due.days)).day
  const hand = { clerk: `经办${nth}号（演示）`, head: `负责人${nth}号（演示）`, planner: '计划员（演示）' }
  const steps = {
    enter: { what: 'enter', at: clock(addDays(end, 1)), by: hand.clerk }, submit: { what: 'submit', at: clock(submitted), by: hand.clerk }, approve: { what: 'approve', at: clock(addDays(submitted, 1)), by: hand.head },
    accept: { what: 'accept', at: clock(addDays(submitted, 2)), by: hand.planner }, back: { what: 'send-back', at: clock(addDays(submitted, 1)), by: hand.head, reason: '与上月相比变化较大，请核实后重报' },
  } as const
  const { enter, submit, approve, accept, back } = steps
  if (age > 0) return { cells, steps: [enter, submit, approve, accept] }
  if (waiting) return { cells: {}, steps: [] }
  const ways = [[enter, submit, approve, accept], [enter, submit, approve], [enter, submit], [enter, submit, back], [], [enter, submit, approve, accept]] as const
  return { cells, steps: ways[nth % ways.length] ?? [] }
}

/** Made-up numbers of the same size from one period to the next; the same seed gives the same. What the district tells is about as much as its streets together. */
function valuesOf(seed: string, rows: readonly string[], content: FormContent, age: number, times: number): Readonly<Record<string, number>> {
  const asked = new Set(content.rows.filter(row => row.by === 'typed').map(row => row.indicator))
  return Object.fromEntries(rows.filter(key => asked.has(key.split('/')[0] ?? '') && !/\/growth/.test(key)).flatMap(key => {
    const row = content.rows.find(one => one.by === 'typed' && key === [one.indicator, ...(one.reach === 'to-date' ? ['to-date'] : [])].join('/'))
    if (!row) return []
    const base = 20 + diceOf(`${seed}/${key}`)(60)
    const share = content.checks.some(check => check.kind === 'between' && check.row === key && check.most === 100)
    if (share) return [[key, 80 + (base % 15) - age * 0.5] as const]
    return [[key, Math.round(base * times * (row.reach === 'to-date' ? 12 - 3 * age : 1 + (diceOf(`${seed}/${key}/${age}`)(20) - 10) / 100))] as const]
  }))
}
