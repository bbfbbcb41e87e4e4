import { type Id } from '../../../kernel/id.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { sheetFile } from '../../indicators/index.ts'
import { findUnitNames } from '../../org/index.ts'
import { loadRules } from '../store.ts'
import { type forceContract, type ForceView } from './contract.ts'
import { actOn, mayEdit, mayTell, setUp } from './doing.ts'
import { forceColumns } from '../domain/forces/columns.ts'
import { isLate, stateOn, unitsOf } from '../domain/forces/force.ts'
import { forceWords } from '../domain/forces/words.ts'
import { type ForceEvent } from './schema.ts'
import { findForces, findProjectsShown, findTeamless, type Found, loadForce } from './store.ts'

async function viewOf(tx: Tx, ctx: Context, { id, force, events, generated }: Found): Promise<ForceView> {
  const today = ctx.today()
  const names = await findUnitNames(tx, ctx.district, unitsOf(force))
  const unit = (of: Id) => ({ id: of, name: names.get(of) ?? '—' })
  return {
    id, generated, seq: force.seq, name: force.name, scope: force.scope, leader: force.leader, leadUnit: unit(force.leadUnit), from: force.from, until: force.until, ground: force.ground, state: stateOn(force, today), dissolved: force.dissolved,
    members: force.members.map(member => ({ ...member, unit: unit(member.unit) })), projects: [...await findProjectsShown(tx, ctx.district, force.projects)],
    plan: force.plan.map(measure => ({ ...measure, unit: unit(measure.unit), late: isLate(measure, today) })), log: force.log.toReversed(),
    history: events.map(({ seq, at, by, event }) => ({ seq, at, by: by?.name ?? null, what: forceWords[event.kind], words: wordsOf(event) })).toReversed(),
    may: { edit: mayEdit(ctx), tell: mayTell(ctx, force) },
  }
}

/** What was said with an event. */
function wordsOf(event: ForceEvent): string | null {
  return 'reason' in event ? event.reason : 'words' in event ? event.words : 'person' in event ? event.person : 'ground' in event ? event.ground : 'evidence' in event ? event.evidence : null
}

export const forceHandlers: Handlers<typeof forceContract> = {
  forces: async (ctx, { query: { limit, after, ...asked } }) => ctx.read(async tx => {
    const rules = await loadRules(tx, ctx.district)
    if (!rules) return refuse('no-projects-here')
    const offset = Number(after ?? 0), { items, total } = await findForces(tx, ctx.district, asked, ctx.today(), { offset, limit })
    return ok({ items: [...items], total, next: items.length > 0 && offset + items.length < total ? String(offset + items.length) : null, one: rules.team === 'one', may: { edit: mayEdit(ctx) } })
  }),

  teamless: async ctx => ctx.read(async tx => ok({ items: [...await findTeamless(tx, ctx.district, ctx.today())] })),

  exportForces: async (ctx, { query: { form, ...asked } }) => ctx.read(async tx => {
    const { items } = await findForces(tx, ctx.district, asked, ctx.today(), { offset: 0, limit: 10_000 })
    return ok(await sheetFile(`专班-${ctx.today()}`, form, [forceColumns.map(column => column.header), ...items.map(row => forceColumns.map(column => column.cell(row)))]))
  }),

  setUp: async (ctx, { body }) => ctx.write(async (tx, note) => {
    if (!await loadRules(tx, ctx.district)) return refuse('no-projects-here')
    const made = await setUp(tx, ctx, note, body)
    return made.ok ? ok({ id: made.value.id, seq: made.value.force.seq }) : made
  }),

  force: async (ctx, { params }) => ctx.read(async tx => {
    const found = await loadForce(tx, ctx.district, params.id)
    return found ? ok(await viewOf(tx, ctx, found)) : refuse('unknown-force')
  }),

  actForce: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const rules = await loadRules(tx, ctx.district)
    if (!rules) return refuse('no-projects-here')
    const done = await actOn(tx, ctx, note, rules, params.id, body.act, body.seq)
    return done.ok ? ok({ id: params.id, seq: done.value.force.seq }) : done
  }),
}
