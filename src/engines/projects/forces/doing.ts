import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Note, type Tx } from '../../context.ts'
import { mayDo } from '../../org/domain/permission.ts'
import { unitKnown } from '../../org/index.ts'
import { nameOf } from '../domain/project.ts'
import { type ProjectRules } from '../schema.ts'
import { holdProject, loadProject } from '../store.ts'
import { applied, type Force, forceOf, unitsOf } from '../domain/forces/force.ts'
import { mayBeSetUp, mayHappen } from '../domain/forces/moves.ts'
import { forceWords } from '../domain/forces/words.ts'
import { type ForceAct, type ForceGiven, type Happened } from './schema.ts'
import { findStanding, type Found, holdForce, insertForce, loadForce, saveForce } from './store.ts'

const by = (ctx: Context): Happened['by'] => ({ person: ctx.actor.person, name: ctx.actor.name })

/** Those who plan set it up, choose its people and projects, and end it. */
export const mayEdit = (ctx: Context) => mayDo(ctx.actor, 'project.edit', null)
/** Those who plan, and the people of any unit that works in it, write its log and say what is done. */
export const mayTell = (ctx: Context, force: Force) => mayEdit(ctx) || unitsOf(force).some(unit => mayDo(ctx.actor, 'project.tell', unit))

const told: ReadonlySet<ForceAct['kind']> = new Set(['measure-done', 'measure-reopened', 'logged'])

/** Sets a task force up. */
export async function setUp(tx: Tx, ctx: Context, note: Note, given: ForceGiven): Promise<Result<Found>> {
  if (!mayEdit(ctx)) return refuse('not-permitted', { permission: 'project.edit' })
  const may = mayBeSetUp(given, ctx.today())
  if (!may.ok) return may
  const unit = await unitKnown(tx, ctx, given.leadUnit)
  if (!unit.ok) return unit
  const events: Happened[] = [{ seq: 1, at: ctx.now(), by: by(ctx), event: { kind: 'set-up', ...given, source: { kind: 'hand', person: ctx.actor.person, name: ctx.actor.name, at: ctx.now(), ground: given.ground } } }]
  const force = forceOf(events)
  if (!force) throw new Error('A task force begins with being set up')
  const found: Found = { id: ctx.newId(), events, force, generated: false }
  await insertForce(tx, ctx.district, found)
  await note({ verb: 'force.set-up', thing: 'force', thingId: found.id, unit: given.leadUnit, detail: { name: given.name, ground: given.ground } })
  return ok(found)
}

/** The one way in which people change a task force: `seen` is the last event they knew of. */
export async function actOn(tx: Tx, ctx: Context, note: Note, rules: Pick<ProjectRules, 'team'>, id: Id, event: ForceAct, seen: number): Promise<Result<Found>> {
  await holdForce(tx, ctx.district, id)
  const found = await loadForce(tx, ctx.district, id)
  if (!found) return refuse('unknown-force')
  if (!(told.has(event.kind) ? mayTell(ctx, found.force) : mayEdit(ctx))) return refuse('not-permitted', { permission: told.has(event.kind) ? 'project.tell' : 'project.edit' })
  if (found.force.seq !== seen) return changed(found, seen)
  const may = mayHappen(found.force, event, ctx.today())
  if (!may.ok) return may
  const fits = await fitsOthers(tx, ctx, rules, event)
  if (!fits.ok) return fits
  const happened: Happened = { seq: found.force.seq + 1, at: ctx.now(), by: by(ctx), event }
  const force = applied(found.force, happened)
  if (!force) throw new Error('A task force stays one')
  if (!await saveForce(tx, ctx.district, { id, force }, happened)) return changed(found, seen)
  await note({ verb: `force.${event.kind}`, thing: 'force', thingId: id, unit: force.leadUnit, detail: { name: force.name, seq: happened.seq, ...('reason' in event && { reason: event.reason }) } })
  return ok({ ...found, events: [...found.events, happened], force })
}

/** What the act names must be there, and where a project has one team it must not have another. */
async function fitsOthers(tx: Tx, ctx: Context, rules: Pick<ProjectRules, 'team'>, event: ForceAct): Promise<Result<null>> {
  if ('unit' in event) return unitKnown(tx, ctx, event.unit)
  if (event.kind !== 'project-taken') return ok(null)
  await holdProject(tx, ctx.district, event.project)
  const found = await loadProject(tx, ctx.district, event.project)
  if (!found) return refuse('unknown-project')
  if (found.project.ended) return refuse('project-over', { name: nameOf(found.project), on: found.project.ended.on })
  const other = rules.team === 'one' ? await findStanding(tx, ctx.district, event.project, ctx.today()) : null
  return other ? refuse('project-has-team', { project: nameOf(found.project), force: other.name }) : ok(null)
}

/** What somebody else did since: the answer to an act that came too late. */
function changed({ force, events }: Found, seen: number): Result<never> {
  const since = events.filter(({ seq }) => seq > seen), name = since.at(-1)?.by?.name
  const done = since.map(({ event }) => forceWords[event.kind])
  return refuse('force-changed', { name: force.name, by: name ?? '系统', byEn: name ?? 'the program', done: done.map(l => l.zh).join('、') || '—', doneEn: done.map(l => l.en).join(', ') || '—', seq: force.seq })
}
