import { type ProjectEvent, type ProjectKind, type ProjectList, type ProjectPlace } from '../../engines/projects/schema.ts'
import { addDays, type Day, type Instant } from '../../kernel/time.ts'
import { chance, type Dice, one } from '../requests/world.ts'
import { type YearOfInvestment } from './finance.ts'
import { listedIn, type Life } from './lives.ts'
import { apportioned } from './money.ts'
import { type Schedule } from './schedule.ts'
import { contractors, lateWords, leaders, returnedWords, type Sort, visitWords, wordsWith } from './sorts.ts'
import { type Trouble } from './troubles.ts'
import { worksOf } from './works.ts'
import { type YearTerms } from './years.ts'

/** What happened to a project of the demonstration. Units are named by their codes, other projects by theirs; `by` is the unit for which somebody acted, null for the program. */
export type DemoStep = { readonly at: Instant; readonly by: string | null; readonly event: ProjectEvent }

/** What is known of a project before its history is told. `madeOn`: the day on which it was taken in; `total` in 10 000 yuan. */
export type Course = {
  readonly life: Life; readonly sort: Sort; readonly kind: ProjectKind; readonly trouble: Trouble; readonly schedule: Schedule; readonly years: readonly YearOfInvestment[]
  readonly name: string; readonly later: { readonly name: string; readonly year: number } | null; readonly what: string; readonly place: ProjectPlace; readonly total: number; readonly owner: string; readonly madeOn: Day; readonly phase: 'planned' | 'reserved' | 'started'; readonly seed: string
  /** What befalls it together with others. */
  readonly kin: readonly DemoStep[]
}

/** The offices that act beside the owner. */
export type Offices = { readonly planning: string; readonly supervision: string }

type Telling = { readonly course: Course; readonly dice: Dice; readonly today: Day; readonly offices: Offices }

/** Days after which a plan that is moved is moved. */
export const REPLANNED_AFTER = 180

/** Beijing's working day: so many minutes after nine. */
const at = (day: Day, minutes: number): Instant => new Date(Date.parse(`${day}T01:00:00.000Z`) + minutes * 60_000).toISOString()
const pad = (n: number) => String(n).padStart(2, '0')
const sooner = (one: Day, other: Day) => (one < other ? one : other)

/** All that happened up to the end of yesterday, in its order. */
export function historyOf(course: Course, terms: readonly YearTerms[], lists: readonly ProjectList[], toldBy: number, today: Day, offices: Offices, dice: Dice): readonly DemoStep[] {
  const telling: Telling = { course, dice, today, offices }
  const ended = course.kin.find(({ event }) => event.kind === 'merged' || event.kind === 'ended')?.at ?? at(today, -1)
  const steps = [...begun(telling), ...lived(telling), ...listings(telling, terms, lists), ...told(telling, toldBy), ...looked(telling), ...worksOf(course, today, offices), ...course.kin]
  return steps.filter(step => step.at <= ended && step.at < at(today, -60)).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function begun({ course, dice, offices }: Telling): readonly DemoStep[] {
  const { life, schedule, sort, madeOn, phase } = course
  const made: ProjectEvent = {
    kind: 'made', code: life.code, name: course.name, of: course.kind.key, phase, on: madeOn, what: course.what, place: course.place, total: course.total, owner: course.owner, leader: life.first === null ? null : one(dice, leaders),
    contractor: phase === 'started' && course.kind.key === 'construction' ? one(dice, contractors) : null, startsOn: schedule.from, endsOn: schedule.before?.to ?? schedule.to, nodes: [...(schedule.before ?? schedule).nodes], source: { kind: 'generated', seed: course.seed },
  }
  const shares = apportioned(course.total, sort.funds.map(([, share]) => share))
  return [
    { at: at(madeOn, 0), by: offices.planning, event: made },
    ...(life.first === null ? [] : sort.funds.map(([fund], i): DemoStep => ({ at: at(madeOn, 400 + i), by: course.owner, event: { kind: 'funded', fund, amount: shares[i] ?? 0, ground: '演示生成' } }))),
  ]
}

/** Nodes one after another, phases with them, and what changes of plan and name. */
function lived({ course, dice, today, offices }: Telling): readonly DemoStep[] {
  const { life, schedule, madeOn, owner, phase } = course, yesterday = addDays(today, -1)
  const steps: DemoStep[] = []
  let last = at(madeOn, 30), present: string = phase
  const then = (day: Day, event: ProjectEvent, by = owner) => {
    // Never before what happened last: what was reached before the project was taken in is told on the day when it is.
    const next = new Date(Math.max(Date.parse(at(day, 60 + dice(300))), Date.parse(last) + 10 * 60_000)).toISOString()
    last = next
    steps.push({ at: next, by, event })
  }
  const replanAt = schedule.before && addDays(madeOn, REPLANNED_AFTER)
  let replanned = replanAt === null
  const replan = (by: Day) => {
    if (replanned || replanAt === null || by < replanAt) return
    replanned = true
    then(replanAt, { kind: 'described', endsOn: schedule.to, reason: '建设内容增加，完工时间顺延' })
    then(replanAt, { kind: 'nodes-planned', nodes: [...schedule.nodes], reason: '按新的完工时间重新排定节点' }, offices.planning)
  }
  const reserve = sooner(addDays(madeOn, 45 + dice(90)), life.first === null ? '9999-12-31' : `${life.first}-01-15`)
  const moved = (to: 'reserved' | 'started' | 'operating', on: Day, told: Day, words: string) => { if (present !== to) { then(told, { kind: 'phased', phase: to, on, words }, offices.planning); present = to } }
  for (const node of schedule.nodes) {
    const on = schedule.reached.get(node.key)
    if (on === undefined) break
    const day = sooner(addDays(on, 1 + dice(3)), on > yesterday ? on : yesterday)
    if (life.first !== null && present === 'planned' && day >= reserve) moved('reserved', reserve, reserve, '前期工作启动，转入储备')
    replan(day)
    then(day, { kind: 'node-reached', node: node.key, on, evidence: chance(dice, 45) ? [{ what: `${node.name}材料`, reference: `演示〔${on.slice(0, 4)}〕${1 + dice(90)}号` }] : [] })
    if (node.key === schedule.start && phase !== 'started') {
      if (course.kind.key === 'construction') then(day, { kind: 'described', contractor: one(dice, contractors), reason: '施工招标完成' })
      moved('started', on, day, '已具备条件，转入开工')
    }
    if (life.last !== null && node === schedule.nodes.at(-1)) moved('operating', on, day, '验收合格，投入使用')
  }
  if (life.first !== null && present === 'planned') moved('reserved', reserve, reserve, '前期工作启动，转入储备')
  replan('9999-12-31')
  if (course.later) steps.push({ at: at(`${course.later.year}-03-${pad(3 + dice(20))}`, 30), by: offices.planning, event: { kind: 'renamed', name: course.later.name, from: `${course.later.year}-03-01`, ground: '按初步设计批复的名称（演示）' } })
  return steps
}

function listings({ course: { life, years, owner }, today, offices, dice }: Telling, terms: readonly YearTerms[], lists: readonly ProjectList[]): readonly DemoStep[] {
  return terms.filter(({ year }) => listedIn(life, year)).flatMap((of): DemoStep[] => {
    const day = sooner(of.issuedOn, addDays(today, -1)), plan = years.find(year => year.year === of.year)
    const on = (list: string, ground: string, minutes: number): DemoStep[] => (lists.some(one => one.key === list) ? [{ at: at(day, minutes), by: offices.planning, event: { kind: 'listed', list, year: of.year, ground } }] : [])
    return [
      ...on('district-key', of.listGround, 1), ...(of.half || chance(dice, 75) ? on(life.city, of.half?.[life.city].ground ?? '名单为演示生成，个数未见公布', 2) : []),
      ...(plan ? [{ at: at(day, 20), by: chance(dice, 50) ? owner : offices.planning, event: { kind: 'year-planned', year: of.year, total: plan.plan, months: plan.months && [...plan.months], reason: of.planGround } } satisfies DemoStep] : []),
    ]
  })
}

/** Each month told by the owner and approved in the next; the last may still wait, or be sent back. */
function told({ course: { years, owner, trouble }, today, offices, dice }: Telling, toldBy: number): readonly DemoStep[] {
  const months = years.flatMap(({ year, done }) => done.map((amount, i) => {
    const next = i === 11 ? `${year + 1}-01` : `${year}-${pad(i + 2)}`, day = 1 + dice(Math.max(1, toldBy - 4)), approved = Math.min(toldBy, day + 1 + dice(3))
    return { month: `${year}-${pad(i + 1)}`, amount, told: at(`${next}-${pad(day)}`, 60 + dice(120)), approved: at(`${next}-${pad(approved)}`, 240 + dice(200)) }
  }))
  const known = trouble.month === undefined ? undefined : months.findLast(month => (trouble.month === 'waiting' ? month.told : month.approved) < at(today, -60))
  return months.flatMap((month): DemoStep[] => [
    { at: month.told, by: owner, event: { kind: 'month-told', month: month.month, amount: month.amount, note: '' } },
    ...(month !== known ? [{ at: month.approved, by: offices.planning, event: { kind: 'month-approved', month: month.month } } satisfies DemoStep]
      : trouble.month === 'returned' ? [{ at: month.approved, by: offices.planning, event: { kind: 'month-returned', month: month.month, reason: returnedWords } } satisfies DemoStep] : []),
  ])
}

/** What was seen on the site of late, foreseen, and overridden. */
function looked({ course: { schedule, trouble, owner, life }, today, offices, dice }: Telling): readonly DemoStep[] {
  const steps: DemoStep[] = []
  const seen = addDays(today, -2 - dice(200)), lateNode = schedule.nodes.find(node => !schedule.reached.has(node.key) && node.planned < today)
  if (life.first !== null && chance(dice, 35) && schedule.nodes.some(node => node.key === schedule.start && (schedule.reached.get(node.key) ?? '9999') < seen)) steps.push({ at: at(seen, 200), by: offices.supervision, event: { kind: 'visited', on: seen, words: wordsWith(dice, one(dice, visitWords), [12, 90]) } })
  if (trouble.late && lateNode) steps.push({ at: at(addDays(today, -1 - dice(Math.min(6, trouble.late.days))), 30), by: owner, event: { kind: 'node-forecast', node: lateNode.key, on: addDays(today, 12 + dice(30)), reason: one(dice, lateWords[trouble.late.node]) } })
  const ahead = trouble.forecast && schedule.nodes.find(node => node.planned >= today && (schedule.reached.get(node.key) ?? '9999') >= today)
  if (ahead) steps.push({ at: at(addDays(today, -2 - dice(12)), 45), by: owner, event: { kind: 'node-forecast', node: ahead.key, on: addDays(ahead.planned, 8 + dice(30)), reason: one(dice, lateWords.ahead) } })
  if (trouble.overridden) steps.push({ at: at(addDays(today, -1), 330), by: offices.supervision, event: { kind: 'light-overridden', light: 'slipping', until: addDays(today, 21), reason: '主体完工时间已批准顺延，按黄灯跟踪（演示）' } })
  return steps
}
