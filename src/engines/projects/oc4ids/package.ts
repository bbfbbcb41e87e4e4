import { type District, type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { dayOf, type Day, type Instant } from '../../../kernel/time.ts'
import { nameOf, type Project } from '../domain/project.ts'
import { fundLabels } from '../domain/words.ts'
import { type Node, type Phase, type ProjectKind } from '../schema.ts'
import { contractingProcessesOf, suppliersOf } from './contracts.ts'
import { midnight, yuan } from './values.ts'

/** A project as it is published, with the names of what it only knows by id or key. `updatedAt`: when anything of it changed last. */
export type PublishedProject = { readonly id: Id; readonly project: Project; readonly owner: { readonly id: Id; readonly name: string }; readonly place: string | null; readonly kind: Pick<ProjectKind, 'name' | 'approvals'> | null; readonly lists: Readonly<Record<string, Label>>; readonly updatedAt: Instant | null }

/** Who publishes: the government of the district. `uri` is the address of this very package. */
export type Publishing = { readonly code: District; readonly name: string; readonly government: string; readonly uri: string }

/**
 * A package of projects by the Open Contracting for Infrastructure Data Standard (OC4IDS) 0.9. What is not on file here is left
 * out: sector and type of works. So are land, for which the standard has no field, leaders, for whom it has no role, and documents, which only who signs in may read. Ids begin with the code of the district; the standard wants a prefix that
 * its help desk registered, which a district must ask for before it publishes. A package without projects is none by the standard.
 */
export function oc4idsPackage(projects: readonly PublishedProject[], district: Publishing, publishedAt: Instant) {
  return {
    uri: district.uri, version: '0.9', publishedDate: publishedAt, publisher: { name: district.government },
    projects: projects.map(one => projectOf(one, district, dayOf(publishedAt))),
  }
}

const statuses = { planned: 'identification', reserved: 'preparation', started: 'implementation', operating: 'completion' } as const satisfies Record<Phase, string>

const idOf = (district: Publishing, id: Id) => `${district.code}-${id}`

function projectOf(one: PublishedProject, district: Publishing, on: Day) {
  const { project, owner } = one
  const related = relatedTo(project, district), finished = project.phases.findLast(p => p.phase === 'operating')
  return {
    id: idOf(district, one.id), identifiers: [{ id: project.code, scheme: `${district.code}` }], ...(one.updatedAt !== null && { updated: one.updatedAt }), language: 'zh', title: nameOf(project), ...(project.what !== '' && { description: project.what }),
    // What is merged or withdrawn is inactive; the standard has one word for both, and the related project says what became of it.
    status: project.ended ? 'cancelled' : statuses[project.phase],
    ...periodOf(project), ...locationsOf(one, district), ...budgetOf(project),
    additionalClassifications: classificationsOf(one, district),
    publicAuthority: { id: owner.id, name: owner.name },
    parties: [{ id: owner.id, name: owner.name, roles: ['publicAuthority'] }, ...[...suppliersOf(project).values()].map(supplier => ({ ...supplier, roles: ['supplier'] }))],
    ...milestonesOf(one, on),
    ...(project.contracts.length > 0 && { contractingProcesses: contractingProcessesOf(project, idOf(district, one.id)) }),
    ...(finished && project.phase === 'operating' && { completion: { endDate: midnight(finished.on) } }),
    ...(related.length > 0 && { relatedProjects: related }),
  }
}

function periodOf({ startsOn, endsOn }: Project) {
  return startsOn === null && endsOn === null ? {} : { period: { ...(startsOn !== null && { startDate: midnight(startsOn) }), ...(endsOn !== null && { endDate: midnight(endsOn) }) } }
}

function locationsOf({ project: { place }, place: unit }: PublishedProject, district: Publishing) {
  if (place.point === null && place.address === null && unit === null) return {}
  return {
    locations: [{
      id: '1', ...(unit !== null && { description: unit }), ...(place.point !== null && { geometry: { type: 'Point', coordinates: [place.point.lng, place.point.lat] } }),
      ...(place.address !== null && { address: { streetAddress: place.address, locality: district.name, countryName: '中国' } }),
    }],
  }
}

function budgetOf({ total, funds }: Project) {
  if (total === null && funds.length === 0) return {}
  return {
    budget: {
      ...(total !== null && { amount: yuan(total) }),
      ...(funds.length > 0 && { budgetBreakdowns: [{ id: 'funds', description: '按资金来源', budgetBreakdown: funds.map(({ fund, amount, ground }) => ({ id: fund, description: ground === '' ? fundLabels[fund].zh : `${fundLabels[fund].zh}：${ground}`, amount: yuan(amount) })) }] }),
    },
  }
}

/** Its kind and the lists it stands in, each by a scheme of the district's own. */
function classificationsOf({ project, kind, lists }: PublishedProject, { code }: Publishing) {
  return [
    { scheme: `${code}-kind`, id: project.of, ...(kind && { description: kind.name.zh }) },
    ...project.listings.map(({ list, year }) => ({ scheme: `${code}-list`, id: `${list}-${year}`, description: `${year}年${lists[list]?.zh ?? list}` })),
  ]
}

/** Nodes, and the approvals that were granted. */
function milestonesOf({ project, kind }: PublishedProject, on: Day) {
  const granted = project.approvals.flatMap(({ line, steps }) => { const last = steps.at(-1); return last?.kind === 'granted' ? [{ id: `approval-${line}`, title: kind?.approvals?.find(one => one.key === line)?.name.zh ?? line, description: last.words, type: 'approval', code: 'projectApproval', status: 'met', dateMet: midnight(last.on) }] : [] })
  const milestones = [...project.nodes.map(node => milestoneOf(node, on)), ...granted]
  return milestones.length > 0 ? { milestones } : {}
}

/** The type of a milestone is left out: what a node is, only its name says. Whether it is met is as of the day of publication. */
function milestoneOf({ key, name, planned, reached }: Node, on: Day) {
  const named = { id: key, title: name, dueDate: midnight(planned) }
  return reached === null ? { ...named, status: planned < on ? 'notMet' : 'scheduled', dateModified: midnight(on) } : { ...named, status: 'met', dateMet: midnight(reached) }
}

/** No relationship of the standard's list (construction, rehabilitation, replacement, expansion of the same assets) says merged or divided, so none is given. */
function relatedTo({ kin, ended }: Project, district: Publishing) {
  const others = [...kin.map(({ other, name }) => ({ other, name })), ...(ended && ended.into !== null ? [{ other: ended.into, name: ended.intoName ?? '' }] : [])]
  return others.map(({ other, name }, i) => ({ id: String(i + 1), scheme: 'oc4ids', identifier: idOf(district, other), ...(name !== '' && { title: name }) }))
}
