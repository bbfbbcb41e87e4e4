import { projectVerdict } from '../src/engines/projects/domain/light.ts'
import { type LightRule } from '../src/engines/projects/schema.ts'
import { type ProjectExample, type ProjectExampleThen } from '../src/packs/pack.ts'

/** The light of an example project, by the very decisions of the engine. */
export function projectSays(usual: LightRule, { year, nodes = [], blockers = [], over, on, rule = {} }: ProjectExample): ProjectExampleThen {
  const done = Array.from({ length: 12 }, (_, i) => year?.done[i] ?? null)
  const { whole, ...parts } = projectVerdict({
    year: year ? { year: Number(on.slice(0, 4)), total: year.total, months: year.months, done } : null,
    nodes: nodes.map(({ name, planned, reached = null }) => ({ key: name, name, weight: 1, planned, after: [], forecast: null, reached, evidence: [] })),
    blockers: blockers.map(({ title, raisedOn, open = true }) => ({ title, raisedOn, open })),
    over: over ?? null,
  }, on, { ...usual, ...rule })
  return { light: whole.light, gap: whole.gap, parts: { money: parts.money.light, nodes: parts.nodes.light, blockers: parts.blockers.light } }
}
