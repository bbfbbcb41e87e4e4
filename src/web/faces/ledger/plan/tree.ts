import { childrenOf, numbersOf } from '../../../../engines/plan/domain/tree.ts'
import { type CommitmentNode } from '../../../../engines/plan/schema.ts'
import { type Id } from '../../../../kernel/id.ts'
import { type Light } from '../../../../kernel/light.ts'

/** A commitment at its place in the tree as it is drawn. */
export type Branch = { readonly node: CommitmentNode; readonly number: string; readonly depth: number; readonly below: number; readonly open: boolean }

/** What of the tree is asked for; an empty word asks for everything. */
export type TreeFilter = { readonly q: string; readonly light: Light | null; readonly owner: string }

/** Which branches are unfolded: down to a depth, except those that were folded or unfolded one by one. */
export type Unfolding = { readonly depth: number; readonly turned: ReadonlySet<Id> }

/** The rows of the tree from the top. While something is looked for, what fits is shown with everything above it, unfolded. */
export function branchesOf(nodes: readonly CommitmentNode[], filter: TreeFilter, unfolding: Unfolding): readonly Branch[] {
  const children = childrenOf(nodes)
  const numbers = numbersOf(nodes)
  const asked = filter.q !== '' || filter.light !== null || filter.owner !== ''
  const kept = asked ? withAbove(nodes, node => fits(node, filter)) : null
  const branches: Branch[] = []
  const walk = (parent: Id | null, depth: number) => {
    for (const node of children.get(parent) ?? []) {
      if (kept && !kept.has(node.id)) continue
      const below = children.get(node.id)?.length ?? 0
      const open = below > 0 && (asked || (depth < unfolding.depth) !== unfolding.turned.has(node.id))
      branches.push({ node, number: numbers.get(node.id) ?? '', depth, below, open })
      if (open) walk(node.id, depth + 1)
    }
  }
  walk(null, 0)
  return branches
}

function fits(node: CommitmentNode, { q, light, owner }: TreeFilter): boolean {
  return (q === '' || node.title.includes(q)) && (light === null || node.light === light) && (owner === '' || node.leadName === owner)
}

function withAbove(nodes: readonly CommitmentNode[], wanted: (node: CommitmentNode) => boolean): ReadonlySet<Id> {
  const parents = new Map(nodes.map(node => [node.id, node.parent]))
  const kept = new Set<Id>()
  for (const node of nodes.filter(wanted)) {
    for (let id: Id | null = node.id; id !== null && !kept.has(id); id = parents.get(id) ?? null) kept.add(id)
  }
  return kept
}
