import { counted, type Label } from '../../../kernel/label.ts'
import { type Verdict } from '../../../kernel/light.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { addDays, daysBetween, type Day } from '../../../kernel/time.ts'
import { type LightRule, type Node, type NodeTemplate, type PlannedNode } from '../schema.ts'

/** The nodes of a kind between two days: each at its share of the time. */
export function nodesFrom(templates: readonly NodeTemplate[], from: Day, to: Day): PlannedNode[] {
  const days = Math.max(0, daysBetween(from, to))
  return templates.map(({ key, name, weight, share, after }) => ({ key, name: name.zh, weight, planned: addDays(from, Math.round(days * share)), after: [...after] }))
}

/** Nodes that may stand together: each once, after others that are there, in no circle, and none planned before what it waits for. */
export function mayBePlanned(nodes: readonly PlannedNode[]): Result<readonly PlannedNode[], 'node-twice' | 'node-after-unknown' | 'node-circle' | 'node-before-its-former'> {
  const byKey = new Map(nodes.map(node => [node.key, node]))
  const twice = nodes.find((node, i) => nodes.findIndex(other => other.key === node.key || other.name === node.name) !== i)
  if (twice) return refuse('node-twice', { node: twice.name })
  for (const node of nodes) {
    const unknown = node.after.find(key => !byKey.has(key))
    if (unknown !== undefined) return refuse('node-after-unknown', { node: node.name, after: unknown })
  }
  const circle = circleIn(nodes)
  if (circle) return refuse('node-circle', { nodes: circle.map(key => byKey.get(key)?.name ?? key).join(' → ') })
  for (const node of nodes) {
    const former = node.after.map(key => byKey.get(key)).find(other => other !== undefined && other.planned > node.planned)
    if (former) return refuse('node-before-its-former', { node: node.name, planned: node.planned, former: former.name, formerOn: former.planned })
  }
  return ok(nodes)
}

/** A circle of nodes each of which waits for the next, by their keys and closed; null where there is none. */
function circleIn(nodes: readonly PlannedNode[]): string[] | null {
  const after = new Map(nodes.map(node => [node.key, node.after])), done = new Set<string>()
  const walk = (key: string, path: readonly string[]): string[] | null => {
    if (path.includes(key)) return [...path.slice(path.indexOf(key)), key]
    if (done.has(key)) return null
    for (const former of after.get(key) ?? []) {
      const found = walk(former, [...path, key])
      if (found) return found
    }
    done.add(key)
    return null
  }
  for (const { key } of nodes) {
    const found = walk(key, [])
    if (found) return found
  }
  return null
}

/** When a node is to be expected: reached, or forecast, never earlier than today where it is overdue, and moved on by what it waits for. */
export type ExpectedNode = { readonly node: Node; readonly expected: Day; /** Days after its planned day; negative: earlier. */ readonly delay: number; readonly late: boolean; /** The node whose delay moves this one. */ readonly because: string | null }

/**
 * Nodes as they are to be expected on a day. The time that was planned between two nodes is kept between them. What is due today is
 * late only tomorrow. The nodes must stand together (`mayBePlanned`).
 */
export function expectedNodes(nodes: readonly Node[], on: Day): readonly ExpectedNode[] {
  const byKey = new Map(nodes.map(node => [node.key, node])), known = new Map<string, ExpectedNode>()
  const expect = (node: Node): ExpectedNode => {
    const there = known.get(node.key)
    if (there) return there
    let expected = node.reached ?? node.forecast ?? node.planned, because: string | null = null
    if (node.reached === null) {
      for (const key of node.after) {
        const former = byKey.get(key)
        if (!former) continue
        const moved = addDays(expect(former).expected, daysBetween(former.planned, node.planned))
        if (moved > expected) [expected, because] = [moved, key]
      }
      if (expected < on) [expected, because] = [on, null]
    }
    const found = { node, expected, delay: daysBetween(node.planned, expected), late: node.reached === null && node.planned < on, because }
    known.set(node.key, found)
    return found
  }
  return nodes.map(expect)
}

/** The chain of nodes, last one last, of which every one moves the next and which ends latest; empty without nodes. */
export function criticalNodes(expected: readonly ExpectedNode[]): readonly ExpectedNode[] {
  const byKey = new Map(expected.map(e => [e.node.key, e]))
  const last = expected.reduce<ExpectedNode | undefined>((latest, e) => (!latest || e.expected > latest.expected || (e.expected === latest.expected && e.node.planned >= latest.node.planned) ? e : latest), undefined)
  const chain: ExpectedNode[] = []
  for (let at = last; at; at = at.because === null ? undefined : byKey.get(at.because)) chain.unshift(at)
  return chain
}

/** Share of the weights of nodes that are reached; null without weights. */
export function nodeShare(nodes: readonly Pick<Node, 'weight' | 'reached'>[]): number | null {
  const all = nodes.reduce((sum, node) => sum + node.weight, 0)
  return all > 0 ? nodes.reduce((sum, node) => sum + (node.reached === null ? 0 : node.weight), 0) / all : null
}

/** Limits in days, as an input tells them. */
export const boundsInDays = ({ slipping, offPace }: LightRule['node']): Label => ({ zh: `${slipping}、${offPace}天`, en: `${slipping} and ${counted(offPace, 'day')}` })

/** The light of the nodes on a day: by the one that is late the longest. */
export function nodesVerdict(nodes: readonly Node[], on: Day, rule: LightRule['node']): Verdict {
  const whole = { gap: null, rule: 'project-nodes' }
  if (nodes.length === 0) return { ...whole, light: 'not-judged', inputs: [], because: { zh: '没有排定节点，不评节点。', en: 'No nodes are planned, so they are not judged.' } }
  const reached = nodes.filter(node => node.reached !== null).length
  const inputs = [{ name: 'nodes', value: `${reached}/${nodes.length}` }, { name: 'node-bounds', value: boundsInDays(rule) }]
  if (reached === nodes.length) return { ...whole, light: 'done', inputs, because: { zh: '节点全部完成。', en: 'All nodes are reached.' } }
  const late = expectedNodes(nodes, on).filter(e => e.late).toSorted((a, b) => a.node.planned.localeCompare(b.node.planned))
  const [worst] = late
  if (!worst) return { ...whole, light: 'on-pace', inputs, because: { zh: '没有逾期的节点。', en: 'No node is late.' } }
  const days = daysBetween(worst.node.planned, on)
  return {
    ...whole, light: days >= rule.offPace ? 'off-pace' : days >= rule.slipping ? 'slipping' : 'on-pace',
    inputs: [...inputs, ...late.slice(0, 5).map(e => ({ name: e.node.name, value: { zh: `计划${e.node.planned}，逾期${daysBetween(e.node.planned, on)}天`, en: `planned ${e.node.planned}, ${counted(daysBetween(e.node.planned, on), 'day')} late` } }))],
    because: { zh: `${late.length}个节点逾期，最久的“${worst.node.name}”逾期${days}天。`, en: `${counted(late.length, 'node')} late; the worst, “${worst.node.name}”, by ${counted(days, 'day')}.` },
  }
}
