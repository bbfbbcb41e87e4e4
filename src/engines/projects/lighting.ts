/** The lights of projects: worked out from what the tables hold, kept beside them with everything they rest on, and every change written down. */
import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Light, type Verdict } from '../../kernel/light.ts'
import { type Day, endOfDay } from '../../kernel/time.ts'
import { type Context, type Tx } from '../context.ts'
import { ends } from '../cases/domain/machine.ts'
import { seeEveryCase } from '../cases/index.ts'
import { projectVerdict } from './domain/light.ts'
import { expectedNodes } from './domain/nodes.ts'
import { doneThrough, judgedMonth, plannedThrough, yearOfMoney, type YearOfMoney } from './domain/schedule.ts'
import { type Blocker, type LightRule, type MonthTold, type Node, Override, type Phase } from './schema.ts'
import { loadRules } from './store.ts'

type Lit = { readonly id: Id; readonly phase: Phase; readonly over: boolean; readonly override: unknown; readonly light: Light; readonly seen: boolean }

/** Works out the lights of these projects on a day and keeps them; answers how many changed. */
export async function relight(tx: Tx, ctx: Context, ids: readonly Id[], on: Day = ctx.today()): Promise<number> {
  const rules = await loadRules(tx, ctx.district)
  if (!rules || ids.length === 0) return 0
  const lit = await findToLight(tx, ctx.district, ids)
  const [money, nodes, blockers] = await Promise.all([findMoney(tx, ctx.district, ids, Number(on.slice(0, 4))), findNodes(tx, ctx.district, ids), findBlockers(tx, ctx.district, ids)])
  const rows = lit.map(one => rowOf(one, { year: money.get(one.id) ?? null, nodes: nodes.get(one.id) ?? [], blockers: blockers.get(one.id) ?? [] }, rules.light, on))
  await saveLights(tx, ctx, rows, on)
  return rows.filter(row => row.was !== row.light).length
}

type Parts = { readonly year: YearOfMoney | null; readonly nodes: readonly Node[]; readonly blockers: readonly Blocker[] }

function rowOf(one: Lit, { year, nodes, blockers }: Parts, rule: LightRule, on: Day) {
  const verdict = projectVerdict({ year, nodes, blockers, over: one.over ? 'ended' : one.phase === 'operating' ? 'operating' : null }, on, rule)
  const override = one.override === null ? null : Override.parse(one.override)
  const through = year ? judgedMonth(year, on, rule.toldBy) : 0
  const open = blockers.filter(blocker => blocker.open)
  return {
    id: one.id, light: override && override.until >= on ? override.light : verdict.whole.light, was: one.seen ? one.light : null, computed: verdict.whole.light, verdict,
    planned: year?.total ?? null, due: year ? plannedThrough(year, through) : null, done: year ? doneThrough(year, 12) : null, lead: verdict.money.gap,
    nodes_all: nodes.length, nodes_reached: nodes.filter(node => node.reached !== null).length, nodes_late: expectedNodes(nodes, on).filter(node => node.late).length,
    blockers_open: open.length, blocked_since: open.map(blocker => blocker.raisedOn).toSorted()[0] ?? null,
  }
}

async function findToLight(tx: Tx, district: District, ids: readonly Id[]): Promise<readonly Lit[]> {
  const { rows } = await sql<Lit>`
    select id, phase, ended_on is not null as over, override, light, lit_on is not null as seen from projects.project where district = ${district} and id = any (${ids}::uuid[]) order by id for update`.execute(tx)
  return rows
}

/** Plans of a year with what was approved of it, by project. */
export async function findMoney(tx: Tx, district: District, ids: readonly Id[], year: number): Promise<ReadonlyMap<Id, YearOfMoney>> {
  const { rows } = await sql<{ project: Id; total: number; months: readonly number[] | null; done: readonly { readonly month: number; readonly amount: number }[] }>`
    select y.project, y.total::float8 as total, y.months::float8[] as months,
      coalesce((select jsonb_agg(jsonb_build_object('month', m.month, 'amount', m.amount)) from projects.month m where m.district = y.district and m.year = y.year and m.project = y.project and m.state = 'approved'), '[]') as done
    from projects.year y where y.district = ${district} and y.year = ${year} and y.total is not null and y.project = any (${ids}::uuid[])`.execute(tx)
  return new Map(rows.map(({ project, total, months, done }) => [project, yearOfMoney({ year, total, months: months && [...months] }, done.map(({ month, amount }): Pick<MonthTold, 'month' | 'amount' | 'state'> => ({ month: `${year}-${String(month).padStart(2, '0')}`, amount, state: 'approved' })))]))
}

async function findNodes(tx: Tx, district: District, ids: readonly Id[]): Promise<ReadonlyMap<Id, readonly Node[]>> {
  const { rows } = await sql<Omit<Node, 'evidence'> & { readonly project: Id }>`
    select project, key, name, weight::float8 as weight, planned, forecast, reached, after from projects.node where district = ${district} and project = any (${ids}::uuid[]) order by project, position`.execute(tx)
  return Map.groupBy(rows.map(row => ({ ...row, evidence: [] })), row => row.project)
}

async function findBlockers(tx: Tx, district: District, ids: readonly Id[]): Promise<ReadonlyMap<Id, readonly Blocker[]>> {
  const rows = await tx.selectFrom('projects.blocker').select(['project', 'case_id as case', 'kind', 'title', 'raised_on as raisedOn', 'open']).where('district', '=', district).where('project', 'in', [...ids]).where('open', '=', true).execute()
  return Map.groupBy(rows, row => row.project)
}

type Row = ReturnType<typeof rowOf>

async function saveLights(tx: Tx, ctx: Context, rows: readonly Row[], on: Day): Promise<void> {
  const at = ctx.now()
  await sql`
    update projects.project p set lit_on = ${on}, lit_at = ${at}, light = r.light, computed = r.computed, because = r.verdict -> 'whole' -> 'because', planned = r.planned, due = r.due, done = r.done, lead = r.lead,
      nodes_all = r.nodes_all, nodes_reached = r.nodes_reached, nodes_late = r.nodes_late, blockers_open = r.blockers_open, blocked_since = r.blocked_since
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, light text, computed text, verdict jsonb, planned numeric, due numeric, done numeric, lead numeric, nodes_all int, nodes_reached int, nodes_late int, blockers_open int, blocked_since date)
    where p.district = ${ctx.district} and p.id = r.id`.execute(tx)
  await sql`
    insert into projects.verdict (district, project, verdict) select ${ctx.district}, r.id, r.verdict from jsonb_to_recordset(${JSON.stringify(rows.map(({ id, verdict }) => ({ id, verdict })))}::jsonb) as r(id uuid, verdict jsonb)
    on conflict (district, project) do update set verdict = excluded.verdict`.execute(tx)
  const changed = rows.filter(row => row.was !== row.light).map(row => ({ district: ctx.district, project: row.id, at, on_day: on, light: row.light, was: row.was, verdict: JSON.stringify(row.verdict.whole) }))
  if (changed.length > 0) await tx.insertInto('projects.light').values(changed).onConflict(c => c.doNothing()).execute()
}

/** Writes down lights of days that are past, in their order; the last is the one that the next is compared with. */
export async function rememberLights(tx: Tx, district: District, project: Id, lights: readonly { readonly on: Day; readonly verdict: Verdict }[]): Promise<void> {
  const last = lights.at(-1)
  if (!last) return
  await tx.insertInto('projects.light').values(lights.map(({ on, verdict }, i) => ({ district, project, at: endOfDay(on), on_day: on, light: verdict.light, was: lights[i - 1]?.verdict.light ?? null, verdict: JSON.stringify(verdict) }))).execute()
  await tx.updateTable('projects.project').set({ light: last.verdict.light, computed: last.verdict.light, lit_on: last.on, lit_at: endOfDay(last.on) }).where('district', '=', district).where('id', '=', project).execute()
}

/** So many projects are lit in one transaction. */
const BATCH = 1000

/** Those whose light is not of this day, and those of which a blocker has come to an end: lit anew, batch by batch. Answers how many. */
export async function watchProjects(ctx: Context): Promise<number> {
  let lit = 0
  for (;;) {
    const done = await ctx.write(async (tx, note) => {
      const freed = await closeBlockers(tx, ctx.district)
      const ids = [...new Set([...freed, ...await findStale(tx, ctx.district, ctx.today())])]
      if (ids.length === 0) return { ok: false as const, refused: 'nothing-changed', facts: {} } // rolls back nothing and leaves no entry
      const changed = await relight(tx, ctx, ids)
      await note({ verb: 'projects.lit', thing: 'district', thingId: String(ctx.district), detail: { projects: ids.length, changed } })
      return { ok: true as const, value: ids.length }
    })
    if (!done.ok) return lit
    lit += done.value
  }
}

async function findStale(tx: Tx, district: District, today: Day): Promise<readonly Id[]> {
  const { rows } = await sql<{ id: Id }>`select id from projects.project where district = ${district} and lit_on is distinct from ${today} order by lit_on nulls first limit ${BATCH}`.execute(tx)
  return rows.map(row => row.id)
}

/** Marks blockers whose cases have come to an end; answers the projects they stood in the way of. */
async function closeBlockers(tx: Tx, district: District): Promise<readonly Id[]> {
  await seeEveryCase(tx)
  const { rows } = await sql<{ project: Id }>`
    update projects.blocker b set open = false from cases.v_case c
    where b.district = ${district} and b.open and c.district = b.district and c.id = b.case_id and c.state = any (${[...ends]}::text[]) returning b.project`.execute(tx)
  return [...new Set(rows.map(row => row.project))]
}
