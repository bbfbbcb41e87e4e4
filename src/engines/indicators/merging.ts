/** Two entries of the register that turn out to be one. */
import { type Id } from '../../kernel/id.ts'
import { refuse, ok, type Result } from '../../kernel/result.ts'
import { type Context, type Tx } from '../context.ts'
import { moveBenchmarks } from './benchmark-store.ts'
import { inheritEmbargo } from './embargo-store.ts'
import { countChange, deleteIndicator, insertAlias, loadIndicator, moveFiguresAndNames, refreshSearch } from './register-store.ts'
import { type Indicator } from './schema.ts'
import { findTargetId, findTargets, moveParts, moveStatements, moveTarget, refold } from './target-store.ts'

/** What a merge did. `joined`: targets that became one, the first now standing in the second. */
export type Merged = { readonly indicator: Indicator; readonly from: Indicator; readonly figures: number; readonly joined: readonly { readonly from: Id; readonly into: Id }[] }

/**
 * Makes one entry of two, as a planner decided: everything said of the first is said of the second from now on, and the first
 * one's name becomes its alias. Where both had a target for the same thing their statements are joined; the caller moves
 * commitments that were measured by the one that goes.
 */
export async function mergeIndicators(tx: Tx, ctx: Context, fromId: Id, intoId: Id, seen: number): Promise<Result<Merged, 'unknown-indicator' | 'same-indicator' | 'other-measure' | 'changed-meanwhile'>> {
  const from = await loadIndicator(tx, ctx.district, fromId), into = await loadIndicator(tx, ctx.district, intoId)
  if (!from || !into) return refuse('unknown-indicator', { id: from ? intoId : fromId })
  if (from.id === into.id) return refuse('same-indicator')
  if (!(await countChange(tx, ctx.district, from.id, seen, 'nothing'))) return refuse('changed-meanwhile', { name: from.name.zh })
  const joined: { from: Id; into: Id }[] = []
  const changed: Id[] = []
  for (const target of (await findTargets(tx, ctx.district, { indicator: from.id, limit: 10_000 })).rows) {
    const twin = await findTargetId(tx, ctx.district, { indicator: into.id, unit: target.unit, period: target.period, aspect: target.aspect })
    if (twin) {
      await moveStatements(tx, ctx.district, target.id, twin)
      await moveParts(tx, ctx.district, target.id, twin)
      joined.push({ from: target.id, into: twin })
      changed.push(target.id, twin)
    } else await moveTarget(tx, ctx.district, target.id, into.id)
  }
  await refold(tx, ctx.district, changed)
  if (from.embargoed) await inheritEmbargo(tx, ctx.district, from.id, into.id)
  await moveBenchmarks(tx, ctx.district, from.id, into.id, { at: ctx.now(), by: ctx.actor.name, because: `${from.name.zh}并入${into.name.zh}` })
  const figures = await moveFiguresAndNames(tx, ctx.district, from.id, into.id)
  await insertAlias(tx, ctx.district, { id: ctx.newId(), indicator: into.id, name: from.name.zh, scope: null, confirmedBy: ctx.actor.name })
  await deleteIndicator(tx, ctx.district, from.id)
  await refreshSearch(tx, ctx.district, into.id)
  return ok({ indicator: (await loadIndicator(tx, ctx.district, into.id)) ?? into, from, figures, joined })
}
