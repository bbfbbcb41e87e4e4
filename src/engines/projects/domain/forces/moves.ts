import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { type Day } from '../../../../kernel/time.ts'
import { type ForceAct, type ForceGiven } from '../../forces/schema.ts'
import { type Force, stateOn } from './force.ts'

/** May it be set up like this? */
export function mayBeSetUp({ from, until }: Pick<ForceGiven, 'from' | 'until'>, today: Day): Result<null> {
  if (until < from) return refuse('force-dates', { from, until })
  return until < today ? refuse('force-until-past', { until }) : ok(null)
}

/** May this be done to a task force today? Who may do it is asked elsewhere. One whose last day is over is dissolved; its closing words may still be given. */
export function mayHappen(force: Force, act: ForceAct, today: Day): Result<null> {
  if (force.dissolved || (act.kind !== 'dissolved' && stateOn(force, today) === 'dissolved')) return refuse('force-dissolved', { name: force.name, on: force.dissolved?.on ?? force.until })
  switch (act.kind) {
    case 'leader-changed': return act.leader === force.leader ? refuse('same-leader', { leader: act.leader }) : ok(null)
    case 'member-joined': return force.members.some(one => one.person === act.person && one.unit === act.unit) ? refuse('member-twice', { person: act.person }) : ok(null)
    case 'member-left': return force.members.some(one => one.key === act.member) ? ok(null) : refuse('unknown-force-member')
    case 'project-taken': return force.projects.includes(act.project) ? refuse('project-taken-already') : ok(null)
    case 'project-given-up': return force.projects.includes(act.project) ? ok(null) : refuse('project-not-here')
    case 'measure-planned': return act.dueOn < force.from || act.dueOn > force.until ? refuse('measure-outside', { due: act.dueOn, from: force.from, until: force.until }) : ok(null)
    case 'measure-dropped': return openMeasure(force, act.measure)
    case 'measure-done': return act.on > today ? refuse('day-ahead', { day: act.on }) : openMeasure(force, act.measure)
    case 'measure-reopened': return force.plan.some(one => one.key === act.measure && one.done !== null) ? ok(null) : refuse('measure-not-done')
    case 'logged': return act.on > today ? refuse('day-ahead', { day: act.on }) : ok(null)
    case 'extended': return act.until <= force.until ? refuse('not-longer', { until: force.until }) : ok(null)
    case 'dissolved': return act.on > today ? refuse('day-ahead', { day: act.on }) : act.on < force.from ? refuse('force-dates', { from: force.from, until: act.on }) : ok(null)
  }
}

function openMeasure(force: Force, key: string): Result<null> {
  const measure = force.plan.find(one => one.key === key)
  if (!measure) return refuse('unknown-measure')
  return measure.done === null ? ok(null) : refuse('measure-done-already', { measure: measure.words, on: measure.done.on })
}

/** What stands behind a project: the task force that has it today, whether that has a plan, and how many nodes are planned. */
export type Behind = { readonly force: Pick<Force, 'name' | 'plan'> | null; readonly nodes: number }

/** One project, one plan, one team (一项目一方案一专班): where the district holds to it, building begins only with a task force that has a plan, and with nodes. */
export function mayStart({ force, nodes }: Behind, project: string): Result<null> {
  if (!force) return refuse('start-without-team', { project })
  if (force.plan.length === 0) return refuse('start-without-plan', { project, force: force.name })
  return nodes === 0 ? refuse('start-without-nodes', { project }) : ok(null)
}
