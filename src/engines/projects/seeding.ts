/** Rules that packs bring, and projects that are there from the start: made up for the demonstration. */
import { type Id } from '../../kernel/id.ts'
import { type Context, type Tx } from '../context.ts'
import { type Verdict } from '../../kernel/light.ts'
import { type Day, endOfDay } from '../../kernel/time.ts'
import { projectVerdict } from './domain/light.ts'
import { projectOf } from './domain/project.ts'
import { yearOfMoney } from './domain/schedule.ts'
import { rememberLights, relight } from './lighting.ts'
import { type Blocker, type Happened, type LightRule, ProjectRules, type ProjectKind, type ProjectList } from './schema.ts'
import { countProjects, insertBlocker, insertProject, loadRules, saveRules } from './store.ts'

/** Puts what the packs bring in place: kinds and lists of all of them, phases and the rule of lights of the last; answers whether anything changed. */
export async function seedProjectRules(tx: Tx, ctx: Context, brought: readonly ProjectRules[]): Promise<number> {
  const last = brought.at(-1)
  if (!last) return 0
  const kinds: ProjectKind[] = brought.flatMap(rules => rules.kinds), lists: ProjectList[] = brought.flatMap(rules => rules.lists)
  return Number(await saveRules(tx, ctx.district, ProjectRules.parse({ ...last, kinds, lists })))
}

export type SeededProject = { readonly id: Id; readonly events: readonly Happened[]; readonly blockers: readonly Blocker[] }

/** Writes projects with their histories and lights them; 0 where there are some already. */
export async function seedProjects(tx: Tx, ctx: Context, made: () => readonly SeededProject[]): Promise<number> {
  if (await countProjects(tx, ctx.district) > 0) return 0
  const projects = made(), rules = await loadRules(tx, ctx.district)
  for (const { id, events, blockers } of projects) {
    const project = projectOf(events)
    if (!project || !await insertProject(tx, ctx.district, { id, events, project, generated: true })) throw new Error(`The project ${id} of the demonstration cannot be made`)
    for (const blocker of blockers) await insertBlocker(tx, ctx.district, id, blocker)
    if (rules) await rememberLights(tx, ctx.district, id, lightsBefore(events, blockers, rules.light, ctx.today()))
  }
  await relight(tx, ctx, projects.map(({ id }) => id))
  return projects.length
}

/** The lights it would have shown this year, looked at the day after a month had to be told, as far as they changed. */
function lightsBefore(events: readonly Happened[], blockers: readonly Blocker[], rule: LightRule, today: Day): readonly { readonly on: Day; readonly verdict: Verdict }[] {
  const year = Number(today.slice(0, 4))
  const days = Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}-${String(rule.toldBy + 1).padStart(2, '0')}`).filter(day => day < today)
  const seen = days.flatMap(on => {
    const project = projectOf(events.filter(({ at }) => at <= endOfDay(on)))
    if (!project) return []
    const plan = project.years.find(one => one.year === year)
    const over = project.ended ? 'ended' : project.phase === 'operating' ? 'operating' : null
    return [{ on, verdict: projectVerdict({ year: plan ? yearOfMoney(plan, project.months) : null, nodes: project.nodes, blockers: blockers.filter(({ raisedOn }) => raisedOn <= on), over }, on, rule).whole }]
  })
  return seen.filter(({ verdict }, i) => verdict.light !== seen[i - 1]?.verdict.light)
}
