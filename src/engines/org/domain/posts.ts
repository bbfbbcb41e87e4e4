import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Delegation, type Post, type Unit } from '../schema.ts'

/** May this unit be founded below that one? A task force always has a last day. */
export function mayFound(unit: Unit, parent: Unit): Result<Unit, 'unit-ended' | 'task-force-needs-end' | 'ends-before-start'> {
  if (parent.until !== null && parent.until <= unit.from) return refuse('unit-ended', { unit: parent.name, on: parent.until })
  if (unit.kind === 'task-force' && unit.until === null) return refuse('task-force-needs-end', {})
  if (unit.until !== null && unit.until <= unit.from) return refuse('ends-before-start', { from: unit.from })
  return ok(unit)
}

/** May this post be given? Nobody gives a post to himself: who runs the system must not widen his own rights. */
export function mayAppoint(post: Post, unit: Unit, by: Id): Result<Post, 'appoint-self' | 'unit-ended' | 'ends-before-start'> {
  if (post.person === by) return refuse('appoint-self', {})
  if (unit.until !== null && unit.until <= post.from) return refuse('unit-ended', { unit: unit.name, on: unit.until })
  if (post.until !== null && post.until <= post.from) return refuse('ends-before-start', { from: post.from })
  return ok(post)
}

/** May this post be lent for these days? It ends by itself, and never later than the post. */
export function mayDelegate(delegation: Delegation, post: Post): Result<Delegation, 'delegation-to-self' | 'ends-before-start' | 'delegation-too-long'> {
  if (delegation.to === post.person) return refuse('delegation-to-self', {})
  if (delegation.until <= delegation.from) return refuse('ends-before-start', { from: delegation.from })
  if (post.until !== null && delegation.until > post.until) return refuse('delegation-too-long', { until: post.until })
  return ok(delegation)
}
