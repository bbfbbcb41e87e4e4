import { type WorkAct } from '../../engines/projects/works-schema.ts'
import { addDays, daysBetween, type Day } from '../../kernel/time.ts'
import { addWorkingDays } from '../../kernel/work-calendar.ts'
import { diceOf } from '../dice.ts'
import { chance, type Dice, one } from '../requests/world.ts'
import { type Course, type DemoStep, type Offices } from './history.ts'
import { contractors } from './sorts.ts'

/** Something about contracts, land or approvals, on a day, by the unit that tells it. */
type Told = { readonly on: Day; readonly by: string; readonly event: WorkAct }

const later = (...days: readonly Day[]): Day => days.reduce((a, b) => (a > b ? a : b))

/** Contracts, land and approvals of works of the demonstration, with dice of their own. What happened before a project was taken in is told on the day when it is. */
export function worksOf(course: Course, today: Day, offices: Offices): readonly DemoStep[] {
  if (course.kind.key !== 'construction') return []
  const dice = diceOf(`${course.seed}/works`)
  const told = [...approvalsTold(course, today, dice, offices), ...contractsTold(course, dice), ...landTold(course, today, dice, offices)].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  // After nine hours of the day's other things, in their order.
  return told.map(({ on, by, event }, i) => ({ at: new Date(Date.parse(`${later(on, course.madeOn)}T09:00:00.000Z`) + i * 60_000).toISOString(), by, event }))
}

function contractsTold({ life, schedule, total, owner }: Course, dice: Dice): readonly Told[] {
  const of = (part: number) => Math.round((total * part) / 100), reached = (node: string) => schedule.reached.get(node)
  const tender = reached('tender'), design = reached('design'), accepted = reached('acceptance'), start = reached('start'), works = of(62 + dice(10))
  const signed = (n: number, what: string, kind: Extract<WorkAct, { kind: 'contract-signed' }>['of'], amount: number, on: Day): Told[] => (amount > 0 ? [{ on, by: owner, event: { kind: 'contract-signed', number: `演示合〔${on.slice(0, 4)}〕${life.code}-${n}`, what: `${what}（演示）`, of: kind, party: one(dice, contractors), amount, on } }] : [])
  const designed = design === undefined ? [] : signed(1, '勘察设计', 'design', of(2 + dice(2)), design)
  const supervised = tender === undefined ? [] : signed(2, '工程监理', 'supervision', of(1 + dice(2)), tender)
  const built = tender === undefined ? [] : signed(3, '施工总承包', 'works', works, tender)
  const supplied = start === undefined ? [] : signed(4, '设备采购', 'supply', of(4 + dice(5)), addDays(start, 30 + dice(60)))
  const [main] = built
  if (!main || main.event.kind !== 'contract-signed' || start === undefined) return [...designed, ...supervised, ...built]
  const { number } = main.event, changedOn = addDays(start, 90 + dice(60)), by = Math.round((works * (dice(5) - 1)) / 100)
  const changed: Told[] = by === 0 || (accepted !== undefined && accepted < changedOn) ? [] : [{ on: changedOn, by: owner, event: { kind: 'contract-changed', number, by, reason: by > 0 ? '地质情况变化，增加支护工程量（演示）' : '优化方案，减少装饰工程量（演示）', approval: `演示变更〔${changedOn.slice(0, 4)}〕${1 + dice(60)}号`, on: changedOn } }]
  const closedOn = accepted === undefined || life.last === null ? null : addDays(accepted, 40 + dice(50))
  const closed: Told[] = closedOn === null ? [] : [{ on: closedOn, by: owner, event: { kind: 'contract-closed', number, account: Math.round(works * (0.96 + dice(4) / 100)), on: closedOn } }]
  return [...designed, ...supervised, ...built, ...supplied, ...changed, ...closed]
}

/** Some have land to clear, told about every two months until all is done; where land or demolition is in the way, it stands still before the end. */
function landTold({ life, schedule, madeOn, owner, trouble }: Course, today: Day, dice: Dice, offices: Offices): readonly Told[] {
  const stuck = trouble.blocker !== undefined && ['land', 'demolition'].includes(trouble.blocker.kind) && trouble.blocker.solved !== true
  if (life.first === null || !(chance(dice, 40) || stuck)) return []
  const households = 12 + dice(180), area = households * (40 + dice(60)), buildings = households * (60 + dice(50))
  const begins = later(madeOn, schedule.from), node = schedule.nodes.find(one => one.key === schedule.start)
  const ends = schedule.reached.get('start') ?? node?.planned ?? addDays(begins, 300)
  const all = { signed: households, cleared: households, area, demolished: buildings }
  const planned: Told = { on: begins, by: offices.planning, event: { kind: 'land-planned', households, area, buildings, ground: '征收范围和补偿方案（演示）' } }
  const days = Math.max(1, daysBetween(begins, later(ends, addDays(begins, 60)))), every = Math.max(55, Math.round(days / 8))
  const steps: Told[] = []
  for (let at = every; ; at += every) {
    const on = addDays(begins, at)
    if (on >= today) break
    const share = Math.min(stuck ? 0.93 : 1, at / days), part = (of: number, behind: number) => Math.floor(of * Math.max(0, share === 1 ? 1 : share - behind))
    steps.push({ on, by: owner, event: { kind: 'land-told', on, signed: part(all.signed, 0), cleared: part(all.cleared, 0.12), area: part(all.area, 0.06), demolished: part(all.demolished, 0.2), reason: '' } })
    if (share === 1 || (stuck && at / days > 1.4)) break
  }
  return [planned, ...steps]
}

/** Which node of a project is reached by which approval. */
const nodeOf: Readonly<Record<string, string>> = { project: 'approval', land: 'land', planning: 'planning-permit', fire: 'drawings', building: 'building-permit' }

/** Approvals that were granted by the day on which their node was reached; of the others those that may be are with the office, or sent back. */
function approvalsTold({ kind, schedule, owner, trouble }: Course, today: Day, dice: Dice, offices: Offices): readonly Told[] {
  const done = new Map<string, Day>(), yesterday = addDays(today, -1)
  return (kind.approvals ?? []).flatMap(({ key, limit, after }): Told[] => {
    const formers = after.map(former => done.get(former))
    if (formers.some(on => on === undefined)) return []
    const from = formers.reduce<Day>((a, b) => later(a, b ?? a), '')
    if (key === 'water-soil' && chance(dice, 25)) {
      done.set(key, from)
      return [{ on: from, by: offices.planning, event: { kind: 'approval-not-needed', line: key, on: from, reason: '不涉及土石方，按规定不需编报（演示）' } }]
    }
    const node = nodeOf[key], granted = node === undefined ? later(addWorkingDays(from, limit + 2 - dice(6)).day, from) : schedule.reached.get(node)
    const permit = trouble.blocker?.kind === 'permit' && trouble.blocker.solved !== true
    if (granted === undefined || granted > yesterday || (permit && key === 'building')) return pending(key, later(from, addDays(today, permit ? -38 : -2 - dice(limit + 6))), yesterday, owner, dice)
    done.set(key, granted)
    const applied = later(from, addWorkingDays(granted, -Math.max(1, limit + 1 - dice(limit))).day)
    const supplement = daysBetween(applied, granted) >= 10 && chance(dice, 45)
    return [
      applying(key, applied, owner), ...(supplement ? [sentBack(key, addDays(applied, 3), owner, dice), applying(key, addDays(applied, 7), owner)] : []),
      { on: granted, by: owner, event: { kind: 'approval-granted', line: key, on: granted, reference: `演示批〔${granted.slice(0, 4)}〕${1 + dice(200)}号` } },
    ]
  })
}

function pending(key: string, applied: Day, yesterday: Day, owner: string, dice: Dice): Told[] {
  if (applied > yesterday || chance(dice, 25)) return []
  const back = addDays(applied, 4)
  return [applying(key, applied, owner), ...(back <= yesterday && chance(dice, 30) ? [sentBack(key, back, owner, dice)] : [])]
}

const applying = (line: string, on: Day, by: string): Told => ({ on, by, event: { kind: 'approval-applied', line, on, note: '' } })
const sentBack = (line: string, on: Day, by: string, dice: Dice): Told => ({ on, by, event: { kind: 'approval-returned', line, on, reason: one(dice, ['总平面图与红线不一致，请修改（演示）', '缺少权属证明，请补充（演示）', '专项说明不完整，请补正（演示）']) } })
