import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Day } from '../../../kernel/time.ts'
import { type ProjectAct, type ProjectEvent, type ProjectRules } from '../schema.ts'
import { isWork } from '../works-schema.ts'
import { contractsFit } from './contracts.ts'
import { sumToYuan } from './money.ts'
import { mayBePlanned } from './nodes.ts'
import { nameOf, type Project } from './project.ts'
import { mayWork } from './works.ts'

type Rules = Pick<ProjectRules, 'kinds' | 'lists'>

/** May it be made like this? */
export function mayBeMade(event: Extract<ProjectEvent, { kind: 'made' }>, rules: Rules): Result<null> {
  if (!rules.kinds.some(kind => kind.key === event.of)) return refuse('unknown-project-kind', { kind: event.of })
  if (event.startsOn !== null && event.endsOn !== null && event.startsOn > event.endsOn) return refuse('project-dates', { starts: event.startsOn, ends: event.endsOn })
  const nodes = mayBePlanned(event.nodes)
  return nodes.ok ? ok(null) : nodes
}

/** May this happen to the project today? Who may do it is asked elsewhere; this is what the project itself allows. */
export function mayHappen(project: Project, event: ProjectAct | Exclude<ProjectEvent, { kind: 'made' }>, today: Day, rules: Rules): Result<null> {
  if (project.ended && !['absorbed', 'came-of', 'visited'].includes(event.kind)) return refuse('project-over', { name: nameOf(project), on: project.ended.on })
  if (isWork(event)) return ('on' in event ? notAhead(event.on, today) : null) ?? mayWork(project, event, rules)
  switch (event.kind) {
    case 'renamed': return mayBeRenamed(project, event.name, event.from)
    case 'described': return datesFit(event.startsOn === undefined ? project.startsOn : event.startsOn, event.endsOn === undefined ? project.endsOn : event.endsOn) ?? totalFits(project, event.total === undefined ? project.total : event.total) ?? ok(null)
    case 'listed': return mayBeListed(project, event.list, event.year, rules)
    case 'unlisted': return project.listings.some(l => l.list === event.list && l.year === event.year) ? ok(null) : refuse('not-listed', { name: nameOf(project), year: event.year })
    case 'phased': return notAhead(event.on, today) ?? (event.phase === project.phase ? refuse('same-phase', { name: nameOf(project) }) : inOrder(project, event.on))
    case 'nodes-planned': { const may = mayBePlanned(event.nodes); return may.ok ? reachedStay(project, event.nodes.map(node => node.key)) : may }
    case 'node-forecast': return nodeIn(project, event.node) ?? ok(null)
    case 'node-reached': return nodeIn(project, event.node) ?? notAhead(event.on, today) ?? formersReached(project, event.node, event.on)
    case 'node-reopened': return nodeIn(project, event.node) ?? (project.nodes.some(node => node.key === event.node && node.reached !== null) ? ok(null) : refuse('node-not-reached', { node: event.node }))
    case 'year-planned': return mayPlanYear(project, event)
    case 'month-told': return mayTellMonth(project, event, today)
    case 'month-approved': return stateOf(project, event.month) === 'told' ? ok(null) : refuse('month-not-waiting', { month: event.month })
    // One that was approved is sent back where it turns out to be wrong, and told anew.
    case 'month-returned': return ['told', 'approved'].includes(stateOf(project, event.month) ?? '') ? ok(null) : refuse('month-not-waiting', { month: event.month })
    case 'funded': return fundsFit(project, event.fund, event.amount)
    case 'light-overridden': return event.until < today ? refuse('override-past', { until: event.until }) : ok(null)
    case 'override-ended': return project.override ? ok(null) : refuse('no-project-override')
    case 'visited':
    case 'ended':
    case 'merged':
    case 'split': return notAhead(event.on, today) ?? ok(null)
    case 'absorbed':
    case 'came-of': return ok(null)
  }
}

const stateOf = (project: Project, month: string) => project.months.find(m => m.month === month)?.state
/** The next phase begins where the one before it stands: phases follow one another in their days. */
function inOrder(project: Project, on: Day): Result<null> {
  const last = project.phases.at(-1)
  return last && on < last.on ? refuse('phase-day-order', { on, last: last.on }) : ok(null)
}

const notAhead = (day: Day, today: Day) => (day > today ? refuse('day-ahead', { day }) : null)
const datesFit = (starts: Day | null, ends: Day | null) => (starts !== null && ends !== null && starts > ends ? refuse('project-dates', { starts, ends }) : null)

function mayBeRenamed(project: Project, name: string, from: Day): Result<null> {
  const [first] = project.names
  if (name === nameOf(project)) return refuse('same-name', { name })
  return first && from < first.from ? refuse('name-too-early', { name, from: first.from }) : ok(null)
}

function mayBeListed(project: Project, list: string, year: number, rules: Rules): Result<null> {
  const known = rules.lists.find(one => one.key === list)
  if (!known) return refuse('unknown-project-list', { list })
  return project.listings.some(l => l.list === list && l.year === year) ? refuse('listed-twice', { name: nameOf(project), list: known.name.zh, year }) : ok(null)
}

/** What all years are planned to cost stays within the whole; what a year has told stays within its plan only as far as plans can be changed. */
function totalFits(project: Project, total: number | null): ReturnType<typeof refuse> | null {
  const told = sumToYuan(project.months.map(m => m.amount))
  return total !== null && told > total ? refuse('total-below-told', { told, total }) : contractsFit(project.contracts, total)
}

function mayPlanYear(project: Project, event: Extract<ProjectEvent, { kind: 'year-planned' }>): Result<null> {
  if (event.months) {
    const months = sumToYuan(event.months)
    if (months !== event.total) return refuse('months-differ', { months, total: event.total, year: event.year })
  }
  return project.total !== null && event.total > project.total ? refuse('year-above-total', { year: event.year, planned: event.total, total: project.total }) : ok(null)
}

function mayTellMonth(project: Project, event: Extract<ProjectEvent, { kind: 'month-told' }>, today: Day): Result<null> {
  if (event.month >= today.slice(0, 7)) return refuse('month-still-running', { month: event.month })
  if (project.months.some(m => m.month === event.month && m.state === 'approved')) return refuse('month-approved-already', { month: event.month })
  const all = sumToYuan([...project.months.filter(m => m.month !== event.month).map(m => m.amount), event.amount])
  return project.total !== null && all > project.total ? refuse('told-above-total', { month: event.month, told: all, total: project.total }) : ok(null)
}

function nodeIn(project: Project, key: string): ReturnType<typeof refuse> | null {
  return project.nodes.some(node => node.key === key) ? null : refuse('unknown-node', { node: key })
}

/** A node that was reached cannot vanish from the plan. */
function reachedStay(project: Project, keys: readonly string[]): Result<null> {
  const gone = project.nodes.find(node => node.reached !== null && !keys.includes(node.key))
  return gone ? refuse('reached-node-gone', { node: gone.name }) : ok(null)
}

function formersReached(project: Project, key: string, on: Day): Result<null> {
  const node = project.nodes.find(one => one.key === key)
  for (const former of project.nodes.filter(one => node?.after.includes(one.key))) {
    if (former.reached === null) return refuse('former-not-reached', { node: node?.name ?? key, former: former.name })
    if (former.reached > on) return refuse('reached-before-its-former', { node: node?.name ?? key, former: former.name, formerOn: former.reached })
  }
  return ok(null)
}

function fundsFit(project: Project, fund: string, amount: number): Result<null> {
  const all = sumToYuan([...project.funds.filter(f => f.fund !== fund).map(f => f.amount), amount])
  return project.total !== null && all > project.total ? refuse('funds-above-total', { funds: all, total: project.total }) : ok(null)
}
