/** Decisions as they stand in the plan today. */
import { type Id } from '../../kernel/id.ts'
import { type Context, type Tx } from '../context.ts'
import { findUnitNames } from '../org/index.ts'
import { latestProgress } from '../plan/domain/tree.ts'
import { treeOfYear } from '../plan/index.ts'
import { type CommitmentNode } from '../plan/schema.ts'
import { type DecisionView } from './contract.ts'
import { decisionState } from './domain/decision.ts'
import { unitsOf } from './domain/meeting.ts'
import { type DecisionState } from './schema.ts'
import { type TakenDecision } from './store.ts'

export type StandingDecision = { readonly decision: TakenDecision; readonly state: DecisionState; readonly node: CommitmentNode | null }

/** Looks up each decision in the plan: its light is that of its commitment, whatever that is measured by. */
export async function standingsOf(tx: Tx, ctx: Pick<Context, 'district' | 'today'>, decisions: readonly TakenDecision[]): Promise<readonly StandingDecision[]> {
  const nodes = new Map<Id, CommitmentNode>()
  for (const year of new Set(decisions.flatMap(decision => decision.year ?? []))) {
    for (const node of await treeOfYear(tx, ctx, year)) nodes.set(node.id, node)
  }
  return decisions.map(decision => {
    const node = nodes.get(decision.commitment) ?? null
    return { decision, node, state: decisionState(node, ctx.today()) }
  })
}

/** Standing decisions as pages and tables show them. */
export async function viewsOf(tx: Tx, ctx: Pick<Context, 'district'>, standing: readonly StandingDecision[]): Promise<DecisionView[]> {
  const names = await findUnitNames(tx, ctx.district, standing.flatMap(({ decision }) => unitsOf(decision)))
  const named = (id: Id) => ({ id, name: names.get(id) ?? '—' })
  return standing.map(({ decision: { meeting, day, no, item, itemTitle, words, measure, lead, co, dueOn }, state, node }) => {
    const told = node && latestProgress(node)
    return {
      meeting: { id: meeting, day }, no, item, itemTitle, words, measure, lead: named(lead), co: co.map(named), dueOn, state,
      commitment: node && { id: node.id, year: node.year, dueOn: node.dueOn, light: node.light, share: node.share, told: told && { on: told.onDay, by: told.by, note: told.note, evidence: told.evidence } },
    }
  })
}
