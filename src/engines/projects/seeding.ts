/** Rules that packs bring, and projects that are there from the start: made up for the demonstration. */
import { type Id } from '../../kernel/id.ts'
import { type Context, type Tx } from '../context.ts'
import { projectOf } from './domain/project.ts'
import { relight } from './lighting.ts'
import { type Blocker, type Happened, ProjectRules, type ProjectKind, type ProjectList } from './schema.ts'
import { countProjects, insertBlocker, insertProject, saveRules } from './store.ts'

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
  const projects = made()
  for (const { id, events, blockers } of projects) {
    const project = projectOf(events)
    if (!project || !await insertProject(tx, ctx.district, { id, events, project, generated: true })) throw new Error(`The project ${id} of the demonstration cannot be made`)
    for (const blocker of blockers) await insertBlocker(tx, ctx.district, id, blocker)
  }
  await relight(tx, ctx, projects.map(({ id }) => id))
  return projects.length
}
