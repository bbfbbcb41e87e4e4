/** What stands on sprints, with its light as the engines of projects and of the plan show it today. */
import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { type Light } from '../../../kernel/light.ts'
import { type Context, type Tx } from '../../context.ts'
import { planYear, treeOfYear } from '../../plan/index.ts'
import { findStandings } from '../../projects/index.ts'
import { type AgendaGiven } from '../domain/agenda.ts'
import { isReached, missedOf } from '../domain/sprint.ts'
import { type SprintThingKind } from './schema.ts'
import { findRunning } from './store.ts'

/** A thing as it stands: its name and page, its light and why, and how many points it is ahead or behind. */
export type ThingStanding = { readonly title: string; readonly page: string; readonly light: Light; readonly lead: number | null; readonly because: Label }

type Thing = { readonly kind: SprintThingKind; readonly thing: Id | null }

/** Things of a year by their ids; what is no longer there, or of another year, is left out. */
export async function standingOf(tx: Tx, ctx: Pick<Context, 'district' | 'today'>, things: readonly Thing[], year: number): Promise<ReadonlyMap<Id, ThingStanding>> {
  const of = (kind: SprintThingKind) => new Set(things.flatMap(one => (one.kind === kind && one.thing !== null ? [one.thing] : [])))
  const projects = of('project'), targets = of('target'), commitments = of('commitment'), found = new Map<Id, ThingStanding>()
  for (const [id, { name, light, lead, because }] of await findStandings(tx, ctx.district, [...projects])) found.set(id, { title: name, page: `/projects/${id}`, light, lead, because })
  if (targets.size > 0) for (const { id, kind, code, label, light, gap, verdict } of (await planYear(tx, ctx, year)).lines) if (kind === 'target' && targets.has(id)) found.set(id, { title: label.zh, page: `/register/${code}?year=${year}`, light, lead: gap, because: verdict.because })
  if (commitments.size > 0) for (const { id, kind, title, light, verdict } of await treeOfYear(tx, ctx, year)) if (kind !== 'chapter' && commitments.has(id)) found.set(id, { title, page: `/plan/${year}?item=${id}`, light, lead: verdict.gap, because: verdict.because })
  return found
}

/** What running sprints bring before a meeting: everything on them that is not reached. */
export async function sprintMatters(tx: Tx, ctx: Context): Promise<AgendaGiven['sprint']> {
  const matters: AgendaGiven['sprint'][number][] = []
  for (const { id, sprint } of await findRunning(tx, ctx.district, ctx.today())) {
    const open = sprint.items.filter(item => !isReached(item))
    const standing = await standingOf(tx, ctx, open, Number(sprint.until.slice(0, 4)))
    for (const item of open) {
      const now = item.thing === null ? undefined : standing.get(item.thing)
      matters.push({ item: item.id, thing: item.thing, sprint: id, sprintName: sprint.name, title: item.title, reach: item.reach, missed: missedOf(sprint, item, ctx.today()), light: now?.light ?? null, because: now?.light === 'off-pace' ? now.because : null, unit: item.unit })
    }
  }
  return matters
}
