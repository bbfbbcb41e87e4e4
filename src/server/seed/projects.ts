import { v7 } from 'uuid'
import { type DistrictSetup } from '../../districts/district.ts'
import { withIds } from '../../districts/projects/ids.ts'
import { type DemoBlocker, demoProjects } from '../../districts/projects/projects.ts'
import { findType, seedCase } from '../../engines/cases/index.ts'
import { numberFor } from '../../engines/cases/domain/open.ts'
import { type CaseEvent, type CaseType, type Happened as CaseHappened } from '../../engines/cases/schema.ts'
import { type Db } from '../../engines/context.ts'
import { loadRules, seedProjects, type SeededProject } from '../../engines/projects/index.ts'
import { nameOf, projectOf, type Project } from '../../engines/projects/domain/project.ts'
import { type Happened } from '../../engines/projects/schema.ts'
import { type District, type Id } from '../../kernel/id.ts'
import { addDays, type Day } from '../../kernel/time.ts'
import { type Counts, seedContext, writeIfAnything } from './district.ts'
import { seededId, whoActs } from './organisation.ts'

/** Puts the made-up projects of the demonstration in place, with what is in their way as cases; null where there are some already, or the district keeps none. */
export async function placeProjects(db: Db, setup: DistrictSetup): Promise<Counts | null> {
  const ctx = seedContext(db, setup.code)
  return writeIfAnything(ctx, setup, 'projects.generated', async tx => {
    const rules = await loadRules(tx, setup.code), here = await findType(tx, setup.code, 'blocker')
    if (!rules || !here) return { projects: 0, blockers: 0 }
    const demo = demoProjects(setup, rules, { seed: `projects-${setup.code}`, today: ctx.today() })
    const acts = whoActs(setup), unit = (code: string) => seededId(setup.code, 'unit', code), project = (code: string) => seededId(setup.code, 'project', code)
    const made = demo.projects.map(({ code, steps }): Omit<SeededProject, 'blockers'> => ({ id: project(code), events: steps.map(({ at, by, event }, i): Happened => ({ seq: i + 1, at, by: by === null ? null : acts(by), event: withIds(event, { unit, project }) })) }))
    const blocked = demo.blockers.map((blocker, i) => ({ blocker, of: project(blocker.project), id: v7({ msecs: Date.parse(`${addDays(ctx.today(), -blocker.raisedDaysAgo)}T02:00:00.000Z`) + i }), raisedOn: addDays(ctx.today(), -blocker.raisedDaysAgo) }))
    const projects = await seedProjects(tx, ctx, () => made.map(one => ({ ...one, blockers: blocked.filter(({ of }) => of === one.id).map(({ id, blocker: { kind, title, solved }, raisedOn }) => ({ case: id, kind, title, raisedOn, open: !solved })) })))
    if (projects === 0) return { projects, blockers: 0 }
    for (const [i, { blocker, of, id, raisedOn }] of blocked.entries()) {
      const whole = projectOf(made.find(one => one.id === of)?.events ?? []), category = here.type.categories.find(one => one.key === blocker.kind)
      const lead = category?.unit && 'department' in category.unit ? here.departments[category.unit.department] : undefined
      if (whole && lead !== undefined) await seedCase(tx, ctx, { id, type: here.type.key, version: here.type.version, reporter: null, events: caseOf(here.type, blocker, whole, { district: setup.code, of, raisedOn, today: ctx.today(), lead, drawn: 700_000 + i }) })
    }
    return { projects, blockers: blocked.length }
  })
}

type Placing = { readonly district: District; readonly of: Id; readonly raisedOn: Day; readonly today: Day; readonly lead: Id; readonly drawn: number }
type Step = readonly [day: Day, unit: Id, event: CaseEvent]

/** The case of a blocker: raised by the owner, taken on by the department that it belongs to, and where it is solved answered, checked and closed. */
function caseOf(type: CaseType, { kind, title, words, solved }: DemoBlocker, project: Project, { district, of, raisedOn, today, lead, drawn }: Placing): readonly CaseHappened[] {
  const { owner, place } = project, yesterday = addDays(today, -1)
  const raised: readonly Step[] = [
    [raisedOn, owner, { kind: 'received', number: numberFor(type, raisedOn, drawn), type: type.key, version: type.version, category: kind, urgency: type.urgencies[0]?.key ?? '', title, words, place, channel: 'inspection', fields: { project: nameOf(project), 'project-id': of }, hasReporter: false }],
    [raisedOn, owner, { kind: 'dispatched', lead, co: [], words: '' }], [raisedOn, lead, { kind: 'signed' }],
  ]
  const removed: readonly Step[] = [
    [yesterday, lead, { kind: 'answered', words: `${title}：已解决（演示）`, result: type.results[0]?.key ?? '', evidence: [{ what: '现场确认单（演示）', reference: null }] }],
    [yesterday, owner, { kind: 'checked', passed: true, words: '' }], [yesterday, owner, { kind: 'closed' }],
  ]
  return [...raised, ...(solved ? removed : [])].map(([day, unit, event], i) => ({ seq: i + 1, at: new Date(Date.parse(`${day}T01:00:00.000Z`) + i * 60_000).toISOString(), by: { person: seededId(district, 'person', `of-${unit}`), name: '经办人（演示）', unit }, event }))
}
