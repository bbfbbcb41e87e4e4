/** Brings together what an agenda is worked out from. */
import { type Id } from '../../kernel/id.ts'
import { type LagBands } from '../../kernel/light.ts'
import { addDays } from '../../kernel/time.ts'
import { seeEveryCase } from '../cases/index.ts'
import { type Context, type Tx } from '../context.ts'
import { findUnitNames } from '../org/index.ts'
import { planYear, treeOfYear } from '../plan/index.ts'
import { findRed, findStalledBlockers, loadRules } from '../projects/index.ts'
import { type AgendaGiven, proposeAgenda } from './domain/agenda.ts'
import { sprintMatters } from './sprints/standing.ts'
import { standingsOf } from './standing.ts'
import { type AgendaItem } from './schema.ts'
import { findDecisions, findKeepers, findRedSince } from './store.ts'

/** Where no pack brings projects, nothing stands in the way of any. */
const never = { slipping: Infinity, offPace: Infinity }

/** The agenda as of today; `except` are keys that a person took off. */
export async function workOutAgenda(tx: Tx, ctx: Context, most: number, except: ReadonlySet<string>): Promise<ReturnType<typeof proposeAgenda>> {
  const { given, blocker } = await gatherAgenda(tx, ctx)
  return proposeAgenda({ ...given, sprint: await sprintMatters(tx, ctx) }, ctx.today(), { most, blocker, except })
}

/** The reds of the year: projects and targets that are off pace, and commitments that are late. */
export async function redsOfYear(tx: Tx, ctx: Context): Promise<readonly AgendaItem[]> {
  const { given } = await gatherAgenda(tx, ctx)
  return proposeAgenda({ ...given, decisions: [], sprint: [], blockers: [] }, ctx.today(), { most: 200, blocker: never, except: new Set() }).agenda
}

async function gatherAgenda(tx: Tx, ctx: Context): Promise<{ readonly given: Omit<AgendaGiven, 'sprint'>; readonly blocker: LagBands }> {
  const year = Number(ctx.today().slice(0, 4))
  const rules = await loadRules(tx, ctx.district)
  await seeEveryCase(tx)
  const red = rules ? await findRed(tx, ctx.district) : [], blocked = rules ? await findStalledBlockers(tx, ctx.district, addDays(ctx.today(), -rules.light.blocker.slipping)) : []
  const decisions = await standingsOf(tx, ctx, await findDecisions(tx, ctx.district, { standing: true }))
  const targets = (await planYear(tx, ctx, year)).lines.filter(line => line.kind === 'target' && line.light === 'off-pace')
  const commitments = (await leavesOfYear(tx, ctx, year)).filter(node => node.dueOn < ctx.today())
  const keepers = await findKeepers(tx, ctx.district, targets.flatMap(line => line.indicator ?? []))
  const since = await findRedSince(tx, ctx.district, targets.map(line => line.id))
  const names = await findUnitNames(tx, ctx.district, [...decisions.map(one => one.node?.leadUnit ?? one.decision.lead), ...red.map(one => one.owner), ...blocked.map(one => one.unit), ...keepers.values(), ...commitments.flatMap(node => node.leadUnit ?? [])])
  const unit = (id: Id | null | undefined) => (id ? { id, name: names.get(id) ?? '—' } : null)
  const given: Omit<AgendaGiven, 'sprint'> = {
    decisions: decisions.flatMap(({ decision: { commitment, day, no, words, lead }, state, node }) => (node ? [{ commitment, day, no, words, state, year: node.year, dueOn: node.dueOn, share: node.share, light: node.light, unit: unit(node.leadUnit ?? lead) }] : [])),
    projects: red.map(({ id, name, owner, lead, because, since: on }) => ({ id, name, lag: lead, because, since: on, unit: unit(owner) })),
    blockers: blocked.map(({ name, unit: leads, ...one }) => ({ ...one, projectName: name, unit: unit(leads) })),
    targets: targets.map(({ id, code, label, light, gap, verdict, indicator }) => ({ id, code, year, name: label, light, gap, because: verdict.because, since: since.get(id) ?? null, unit: unit(indicator && keepers.get(indicator)) })),
    commitments: commitments.map(({ id, title, dueOn, share, light, leadUnit }) => ({ id, year, title, dueOn, share, light, unit: unit(leadUnit) })),
  }
  return { given, blocker: rules?.light.blocker ?? never }
}

/** Tasks and measures below which nothing stands: what is late is late once, not again with the task above it. */
export async function leavesOfYear(tx: Tx, ctx: Context, year: number) {
  const nodes = await treeOfYear(tx, ctx, year)
  const parents = new Set(nodes.map(node => node.parent))
  return nodes.filter(node => node.kind !== 'chapter' && !parents.has(node.id))
}
