import { approvalsOf } from '../src/engines/projects/domain/approvals.ts'
import { contractsShown } from '../src/engines/projects/domain/contracts.ts'
import { landShown } from '../src/engines/projects/domain/land.ts'
import { projectVerdict } from '../src/engines/projects/domain/light.ts'
import { mayHappen } from '../src/engines/projects/domain/moves.ts'
import { poolOf } from '../src/engines/projects/domain/pool.ts'
import { type ProjectRules } from '../src/engines/projects/schema.ts'
import { type ProjectExample, type ProjectExampleThen } from '../src/packs/pack.ts'
import { madeProject, projectFrom } from './project.ts'

/** What an example says of a project, by the very decisions of the engine: its light, or what became of contracts, land, approvals and the library. */
export function projectSays(rules: ProjectRules, given: ProjectExample): ProjectExampleThen {
  if (given.library) return { library: librarySays(rules, given.library, given.on) }
  return given.acts ? worksSay(rules, given.acts, given) : lightSays(rules, given)
}

function lightSays({ light: usual }: ProjectRules, { year, nodes = [], blockers = [], over, on, rule = {} }: ProjectExample): ProjectExampleThen {
  const done = Array.from({ length: 12 }, (_, i) => year?.done[i] ?? null)
  const { whole, ...parts } = projectVerdict({
    year: year ? { year: Number(on.slice(0, 4)), total: year.total, months: year.months, done } : null,
    nodes: nodes.map(({ name, planned, reached = null }) => ({ key: name, name, weight: 1, planned, after: [], forecast: null, reached, evidence: [] })),
    blockers: blockers.map(({ title, raisedOn, open = true }) => ({ title, raisedOn, open })),
    over: over ?? null,
  }, on, { ...usual, ...rule })
  return { light: whole.light, gap: whole.gap, parts: { money: parts.money.light, nodes: parts.nodes.light, blockers: parts.blockers.light } }
}

function worksSay(rules: ProjectRules, acts: NonNullable<ProjectExample['acts']>, { asked, on }: ProjectExample): ProjectExampleThen {
  acts.forEach((act, i) => {
    const may = mayHappen(projectFrom(madeProject(), ...acts.slice(0, i)), act, on, rules)
    if (!may.ok) throw new Error(`Act ${i + 1} of the example is refused: ${may.refused}`)
  })
  const project = projectFrom(madeProject(), ...acts), may = asked ? mayHappen(project, asked, on, rules) : null
  const { now, left } = contractsShown(project)
  return {
    refused: may && !may.ok ? may.refused : null, contracts: { now, left },
    rates: Object.fromEntries((landShown(project.land)?.rates ?? []).map(({ key, rate }) => [key, rate])),
    approvals: Object.fromEntries(approvalsOf(project, rules.kinds, on).map(({ line, state, due, late }) => [line.key, [state, ...(due === null ? [] : [due]), ...(late > 0 ? [`late ${late}`] : [])].join(' ')])),
  }
}

function librarySays({ pool }: ProjectRules, library: NonNullable<ProjectExample['library']>, on: string): NonNullable<ProjectExampleThen['library']> {
  if (!pool) throw new Error('The pack sets no rules for the library')
  const { phases, replenishment } = poolOf(library.map(({ total, phases: lived }, i) => ({ id: String(i), total, endedOn: null, phases: lived.map(([phase, day]) => ({ phase, on: day })) })), Number(on.slice(0, 4)), on, pool)
  return { moved: Object.fromEntries(phases.map(one => [one.phase, one.moved])), old: Object.fromEntries(phases.map(one => [one.phase, one.old.length])), suffices: [replenishment.byNumber, replenishment.byMoney] }
}
