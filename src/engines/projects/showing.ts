import { type Context, type Tx } from '../context.ts'
import { mayDo } from '../org/domain/permission.ts'
import { mayRaise } from './domain/raising.ts'
import { findUnitNames } from '../org/index.ts'
import { type ProjectView } from './contract.ts'
import { toYuan } from './domain/money.ts'
import { criticalNodes, expectedNodes } from './domain/nodes.ts'
import { type Project } from './domain/project.ts'
import { judgedMonth, outlookOf, plannedThrough, standings, yearOfMoney } from './domain/schedule.ts'
import { type LightRule } from './schema.ts'
import { findBlockersShown, findNames, type Found, loadLights } from './store.ts'

/** A project as its page shows it, with the money of a year. */
export async function showProject(tx: Tx, ctx: Context, { id, project, events, generated }: Found, rule: LightRule, year: number): Promise<ProjectView> {
  const lights = await loadLights(tx, ctx.district, id)
  if (!lights) throw new Error(`Project ${id} was never lit`)
  const today = ctx.today()
  const expected = new Map(expectedNodes(project.nodes, today).map(e => [e.node.key, e])), critical = new Set(criticalNodes([...expected.values()]).map(e => e.node.key))
  const units = await findUnitNames(tx, ctx.district, [project.owner, ...(project.place.unit === null ? [] : [project.place.unit])])
  const may = (verb: Parameters<typeof mayDo>[1]) => mayDo(ctx.actor, verb, project.owner)
  return {
    id, project, generated, seq: project.seq, names: Object.fromEntries([...units, ...await findNames(tx, ctx.district, [...project.kin.map(kin => kin.other), ...(project.ended?.into ? [project.ended.into] : [])])]),
    light: lights.light, verdict: lights.verdict, litAt: lights.litAt, override: project.override && project.override.until >= today ? project.override : null, lights: [...lights.lights],
    nodes: project.nodes.map(node => { const e = expected.get(node.key); return { ...node, expected: e?.expected ?? node.planned, delay: e?.delay ?? 0, late: e?.late ?? false, critical: critical.has(node.key) } }),
    year: yearShown(project, year, today, rule), blockers: [...await findBlockersShown(tx, ctx.district, id)], events: events.map(one => ({ ...one })),
    may: { edit: may('project.edit'), tell: may('project.tell'), approve: may('project.approve'), override: may('light.override'), block: mayRaise(ctx.actor, project.owner) },
  }
}

/** The money of a year by month, and what its end will bring. */
export function yearShown(project: Project, year: number, today: string, rule: LightRule): ProjectView['year'] {
  const plan = project.years.find(y => y.year === year)
  const money = yearOfMoney(plan ?? { year, total: 0, months: null }, project.months)
  const judged = plan ? judgedMonth(money, today, rule.toldBy) : 0
  const past = plan && plan.total > 0 ? standings(money, judged, rule.lag) : []
  let done = 0
  return {
    year, planned: plan?.total ?? null, curve: plan ? (plan.months ? 'months' : 'time') : null, judged,
    months: money.done.map((amount, i) => {
      done = toYuan(done + (amount ?? 0))
      const standing = past[i]
      return { month: i + 1, planned: plannedThrough(money, i + 1), done: amount === null && i >= judged ? null : done, lead: standing?.lead ?? null, light: standing?.light ?? null }
    }),
    outlook: plan && plan.total > 0 ? outlookOf(money, today, rule.toldBy) : null,
  }
}
