/** One project, one plan, one team: what must stand behind a project before building begins. */
import { type Id } from '../../../kernel/id.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { type Context, type Tx } from '../../context.ts'
import { nameOf, type Project } from '../domain/project.ts'
import { type ProjectRules } from '../schema.ts'
import { mayStart } from '../domain/forces/moves.ts'
import { findStanding, loadForce } from './store.ts'

export async function mayBeginToBuild(tx: Tx, ctx: Context, rules: Pick<ProjectRules, 'team'>, id: Id, project: Project): Promise<Result<null>> {
  if (rules.team === 'free') return ok(null)
  const standing = await findStanding(tx, ctx.district, id, ctx.today())
  const found = standing && await loadForce(tx, ctx.district, standing.id)
  return mayStart({ force: found?.force ?? null, nodes: project.nodes.length }, nameOf(project))
}
