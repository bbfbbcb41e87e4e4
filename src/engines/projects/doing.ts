import { type Id } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Context, type Note, type Tx } from '../context.ts'
import { findType, openCase } from '../cases/index.ts'
import { mayDo, type Verb } from '../org/domain/permission.ts'
import { unitKnown } from '../org/index.ts'
import { type BlockerGiven, type ProjectGiven } from './contract.ts'
import { mayBeMade, mayHappen } from './domain/moves.ts'
import { nodesFrom } from './domain/nodes.ts'
import { mayRaise } from './domain/raising.ts'
import { applied, nameOf, projectOf } from './domain/project.ts'
import { toldWords } from './domain/words.ts'
import { mayBeginToBuild } from './forces/starting.ts'
import { relight } from './lighting.ts'
import { type Happened, type ProjectAct, type ProjectEvent, type ProjectRules } from './schema.ts'
import { type Found, holdProject, insertBlocker, insertProject, loadProject, saveProject } from './store.ts'
import { type z } from 'zod'

/** Which verb an act asks for, over the unit that owns the project. */
const verbOf: Readonly<Record<ProjectAct['kind'], Verb>> = {
  renamed: 'project.edit', described: 'project.edit', listed: 'project.edit', unlisted: 'project.edit', phased: 'project.edit', merged: 'project.edit', split: 'project.edit', 'nodes-planned': 'project.edit', 'year-planned': 'project.edit', funded: 'project.edit', ended: 'project.edit',
  'node-forecast': 'project.tell', 'node-reached': 'project.tell', 'node-reopened': 'project.tell', 'month-told': 'project.tell',
  'month-approved': 'project.approve', 'month-returned': 'project.approve', 'light-overridden': 'light.override', 'override-ended': 'light.override', visited: 'light.answer',
  'contract-signed': 'project.tell', 'contract-changed': 'project.tell', 'contract-closed': 'project.tell', 'contract-struck': 'project.edit', 'land-planned': 'project.edit', 'land-told': 'project.tell',
  'approval-applied': 'project.tell', 'approval-returned': 'project.tell', 'approval-granted': 'project.tell', 'approval-not-needed': 'project.edit', 'approval-taken-back': 'project.edit',
}

const by = (ctx: Context): Happened['by'] => ({ person: ctx.actor.person, name: ctx.actor.name })

/** Takes a project in. Its nodes are those of its kind, where its start and end are known. */
export async function makeProject(tx: Tx, ctx: Context, note: Note, rules: ProjectRules, { ground, list, ...given }: ProjectGiven): Promise<Result<Found>> {
  if (!mayDo(ctx.actor, 'project.edit', given.owner)) return refuse('not-permitted', { permission: 'project.edit' })
  const kind = rules.kinds.find(one => one.key === given.of)
  const nodes = kind && given.startsOn !== null && given.endsOn !== null ? nodesFrom(kind.nodes, given.startsOn, given.endsOn) : []
  const made = { kind: 'made', on: ctx.today(), ...given, nodes, source: { kind: 'hand', person: ctx.actor.person, name: ctx.actor.name, at: ctx.now(), ground } } as const
  const may = mayBeMade(made, rules)
  if (!may.ok) return may
  const unit = await unitKnown(tx, ctx, given.owner)
  if (!unit.ok) return unit
  const events: Happened[] = [{ seq: 1, at: ctx.now(), by: by(ctx), event: made }]
  if (list) events.push({ seq: 2, at: ctx.now(), by: by(ctx), event: { kind: 'listed', ...list, ground } })
  const project = projectOf(events.slice(0, 1))
  const listed = project && list ? mayHappen(project, { kind: 'listed', ...list, ground }, ctx.today(), rules) : ok(null)
  if (!listed.ok) return listed
  const whole = projectOf(events)
  if (!whole) throw new Error('A project begins with its making')
  const found: Found = { id: ctx.newId(), events, project: whole, generated: false }
  if (!await insertProject(tx, ctx.district, found)) return refuse('project-code-taken', { code: given.code })
  await relight(tx, ctx, [found.id])
  await note({ verb: 'project.made', thing: 'project', thingId: found.id, unit: given.owner, detail: { code: given.code, name: given.name, ground } })
  return ok(found)
}

/** The one way in which people change a project: `seen` is the last event they knew of. */
export async function act(tx: Tx, ctx: Context, note: Note, rules: ProjectRules, id: Id, event: ProjectAct, seen: number): Promise<Result<Found>> {
  await holdProject(tx, ctx.district, id)
  const found = await loadProject(tx, ctx.district, id)
  if (!found) return refuse('unknown-project')
  const verb = verbOf[event.kind]
  if (!mayDo(ctx.actor, verb, found.project.owner)) return refuse('not-permitted', { permission: verb })
  if (found.project.seq !== seen) return changed(found, seen)
  const may = mayHappen(found.project, event, ctx.today(), rules)
  if (!may.ok) return may
  if (event.kind === 'month-approved' && found.project.months.find(m => m.month === event.month)?.person === ctx.actor.person) return refuse('own-month', { month: event.month })
  if (event.kind === 'described' && event.owner !== undefined) {
    const known = await unitKnown(tx, ctx, event.owner)
    if (!known.ok) return known
  }
  if (event.kind === 'phased' && event.phase === 'started') {
    const begins = await mayBeginToBuild(tx, ctx, rules, id, found.project)
    if (!begins.ok) return begins
  }
  if (event.kind === 'merged' || event.kind === 'split') return actWithAnother(tx, ctx, note, found, event)
  return append(tx, ctx, note, found, event)
}

/** Two projects become one, or one comes out of the other: both know of it, under the name that the other had then. */
async function actWithAnother(tx: Tx, ctx: Context, note: Note, found: Found, event: Extract<ProjectAct, { into: Id }>): Promise<Result<Found>> {
  const other = await otherOf(tx, ctx, found, event.into)
  if (!other.ok) return other
  const done = await append(tx, ctx, note, found, { ...event, name: nameOf(other.value.project) })
  if (!done.ok) return done
  const told = await append(tx, ctx, note, other.value, { kind: event.kind === 'merged' ? 'absorbed' : 'came-of', other: found.id, name: nameOf(found.project), on: event.on })
  return told.ok ? done : told
}

/** The project that this one is merged into, or that came out of it. */
async function otherOf(tx: Tx, ctx: Context, found: Found, into: Id): Promise<Result<Found>> {
  if (into === found.id) return refuse('itself')
  await holdProject(tx, ctx.district, into)
  const other = await loadProject(tx, ctx.district, into)
  if (!other) return refuse('unknown-project')
  return other.project.ended ? refuse('project-over', { name: nameOf(other.project), on: other.project.ended.on }) : ok(other)
}

async function append(tx: Tx, ctx: Context, note: Note, found: Found, event: ProjectEvent): Promise<Result<Found>> {
  const happened: Happened = { seq: found.project.seq + 1, at: ctx.now(), by: by(ctx), event }
  const project = applied(found.project, happened)
  if (!project) throw new Error('A project stays a project')
  if (!await saveProject(tx, ctx.district, { id: found.id, project }, happened)) return changed(found, found.project.seq)
  await relight(tx, ctx, [found.id])
  await note({ verb: `project.${event.kind}`, thing: 'project', thingId: found.id, unit: project.owner, detail: { code: project.code, name: nameOf(project), seq: happened.seq, ...('reason' in event && { reason: event.reason }), ...('month' in event && { month: event.month }) } })
  return ok({ ...found, events: [...found.events, happened], project })
}

/** What somebody else did since: the answer to an act that came too late. */
function changed(found: Found, seen: number): Result<never> {
  const since = found.events.filter(({ seq }) => seq > seen)
  const name = since.at(-1)?.by?.name
  const done = since.map(({ event }) => toldWords[event.kind])
  return refuse('project-changed', { name: nameOf(found.project), by: name ?? '系统', byEn: name ?? 'the program', done: done.map(l => l.zh).join('、') || '—', doneEn: done.map(l => l.en).join(', ') || '—', seq: found.project.seq })
}

/** The case type of blockers, as the pack of key projects brings it. */
const BLOCKER = 'blocker'

/** Raises a blocker (堵点): a case, led by who was named, else by the department that its kind belongs to. */
export async function raiseBlocker(tx: Tx, ctx: Context, note: Note, id: Id, { kind, title, words, lead, co }: z.output<typeof BlockerGiven>): Promise<Result<{ readonly case: Id; readonly number: string }>> {
  await holdProject(tx, ctx.district, id)
  const found = await loadProject(tx, ctx.district, id)
  if (!found) return refuse('unknown-project')
  if (found.project.ended) return refuse('project-over', { name: nameOf(found.project), on: found.project.ended.on })
  if (!mayRaise(ctx.actor, found.project.owner)) return refuse('not-permitted', { permission: 'project.tell' })
  const here = await findType(tx, ctx.district, BLOCKER)
  if (!here) return refuse('no-blockers-here')
  const unit = here.type.categories.find(category => category.key === kind)?.unit
  const leading = lead ?? (unit && 'department' in unit ? here.departments[unit.department] ?? null : null)
  const { place } = found.project
  const opened = await openCase(tx, ctx, note, { type: BLOCKER, category: kind, title, words, place, channel: 'inspection', fields: { project: nameOf(found.project), 'project-id': id }, ...(leading !== null && { dispatch: { lead: leading, co: [...co], words: '' } }) }, 'staff', null)
  if (!opened.ok) return opened
  await insertBlocker(tx, ctx.district, id, { case: opened.value.id, kind, title, raisedOn: ctx.today(), open: true })
  await relight(tx, ctx, [id])
  return ok({ case: opened.value.id, number: opened.value.present.number })
}
