import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Ajv04 from 'ajv-draft-04'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { madeProject, projectFrom } from '../../../../testkit/project.ts'
import { type Project } from '../domain/project.ts'
import { type Phase, type ProjectEvent } from '../schema.ts'
import { oc4idsPackage, type PublishedProject } from './package.ts'

const schemas = join(import.meta.dirname, '../../../../../shared/schemas/oc4ids')
const shared = existsSync(schemas)
if (!shared) console.warn('\nSKIPPED: ../shared/schemas/oc4ids is not here, so the package of projects is not held against the published schema and codelists.\n')

const id = (n: number) => `0190aaaa-bbbb-7ccc-8ddd-${String(n).padStart(12, '0')}`
const label = (zh: string) => ({ zh, en: zh })
const published = (project: Project, n = 1): PublishedProject => ({ id: id(n), project, owner: { id: project.owner, name: '区教育局' }, place: '示例社区', kind: { name: label('建设'), approvals: [{ key: 'environment', name: label('环境影响评价'), grants: label('生态环境局'), limit: 5, after: [] }] }, lists: { 'district-key': label('区重点建设项目') }, updatedAt: '2025-03-01T02:00:00.000Z' })
const district = { code: 440104, name: '越秀区', government: '越秀区人民政府', uri: 'https://district.example/api/projects/export?form=oc4ids' }
const packageOf = (...projects: readonly Project[]) => oc4idsPackage(projects.map((project, i) => published(project, i + 1)), district, '2025-03-02T02:00:00.000Z')

const full = projectFrom(
  madeProject({ what: '新增学位', total: 10_000.1234, contractor: '演示建设集团有限公司', place: { unit: null, address: '示例大街1号', point: { lng: 113.27, lat: 23.13 } } }),
  { kind: 'listed', list: 'district-key', year: 2024, ground: '' }, { kind: 'listed', list: 'gone', year: 2025, ground: '' },
  { kind: 'funded', fund: 'special-bond', amount: 6000, ground: '第一批' }, { kind: 'funded', fund: 'budget', amount: 4000.1234, ground: '' },
  { kind: 'node-reached', node: 'permit', on: '2024-06-20', evidence: [] }, { kind: 'split', into: id(8), name: '示例学校二期', on: '2024-08-01', reason: '分期' }, { kind: 'absorbed', other: id(9), name: '示例体育馆', on: '2024-09-01' },
)
const contracted = projectFrom(
  madeProject({ total: 10_000, contractor: '演示建设集团有限公司' }),
  { kind: 'contract-signed', number: 'A1', what: '主体施工', of: 'works', party: '演示建设集团有限公司', amount: 6000.1, on: '2024-03-01' }, { kind: 'contract-signed', number: 'A2', what: '设备采购', of: 'supply', party: '演示设备公司', amount: 500, on: '2024-03-02' },
  { kind: 'contract-signed', number: 'A3', what: '误登的合同', of: 'design', party: '演示设计院', amount: 9, on: '2024-03-03' }, { kind: 'contract-struck', number: 'A3', reason: '误登' },
  { kind: 'contract-changed', number: 'A1', by: 300.0001, reason: '地质条件', approval: '区发改〔2024〕3号', on: '2024-05-01' }, { kind: 'contract-changed', number: 'A1', by: -100, reason: '减项', approval: '区发改〔2024〕9号', on: '2024-06-01' },
  { kind: 'contract-closed', number: 'A2', account: 480.5, on: '2024-07-01' },
  { kind: 'approval-applied', line: 'environment', on: '2024-02-01', note: '' }, { kind: 'approval-granted', line: 'environment', on: '2024-02-06', reference: '越环〔2024〕1号' }, { kind: 'approval-applied', line: 'land', on: '2024-02-01', note: '' },
)
const bare = projectFrom(madeProject({ total: null, startsOn: null, endsOn: null, nodes: [], phase: 'planned' }))
const phased = (phase: Phase): ProjectEvent => ({ kind: 'phased', phase, on: '2025-02-01', words: '转阶段' })
const over = projectFrom(madeProject({ startsOn: null }), { kind: 'merged', into: id(1), name: '示例学校扩建', on: '2024-09-01', reason: '并入' })

describe('a package of projects by OC4IDS', () => {
  it('tells of a project what is on file', () => {
    const [project] = packageOf(full).projects
    expect(project).toMatchObject({
      id: `440104-${id(1)}`, identifiers: [{ id: 'P1', scheme: '440104' }], title: '示例学校扩建', description: '新增学位', status: 'implementation',
      period: { startDate: '2024-01-01T00:00:00+08:00', endDate: '2025-12-31T00:00:00+08:00' },
      locations: [{ description: '示例社区', geometry: { type: 'Point', coordinates: [113.27, 23.13] }, address: { streetAddress: '示例大街1号', locality: '越秀区' } }],
      budget: { amount: { amount: 100_001_234, currency: 'CNY' }, budgetBreakdowns: [{ budgetBreakdown: [{ id: 'special-bond', description: '专项债券：第一批', amount: { amount: 60_000_000, currency: 'CNY' } }, { id: 'budget', description: '财政预算', amount: { amount: 40_001_234, currency: 'CNY' } }] }] },
      additionalClassifications: [{ id: 'construction', description: '建设' }, { id: 'district-key-2024', description: '2024年区重点建设项目' }, { id: 'gone-2025', description: '2025年gone' }],
      parties: [{ name: '区教育局', roles: ['publicAuthority'] }, { name: '演示建设集团有限公司', roles: ['supplier'] }],
      relatedProjects: [{ scheme: 'oc4ids', identifier: `440104-${id(8)}`, title: '示例学校二期' }, { scheme: 'oc4ids', identifier: `440104-${id(9)}`, title: '示例体育馆' }],
    })
    expect(project?.milestones?.map(m => [m.id, m.status, 'dateMet' in m ? m.dateMet : null])).toEqual([['permit', 'met', '2024-06-20T00:00:00+08:00'], ['start', 'notMet', null], ['finish', 'scheduled', null]])
    for (const guess of ['sector', 'type', 'documents', 'contractingProcesses']) expect(project).not.toHaveProperty(guess)
  })

  it('has a status for every phase, and one for what was merged or withdrawn', () => {
    const statuses = [bare, projectFrom(madeProject(), phased('reserved')), full, projectFrom(madeProject(), phased('operating')), over].map(project => packageOf(project).projects[0])
    expect(statuses.map(project => project?.status)).toEqual(['identification', 'preparation', 'implementation', 'completion', 'cancelled'])
    expect(statuses[3]?.completion).toEqual({ endDate: '2025-02-01T00:00:00+08:00' })
    expect(statuses[4]?.relatedProjects).toMatchObject([{ identifier: `440104-${id(1)}`, title: '示例学校扩建' }])
  })

  it('tells of its contracts, each change and the final account, to the yuan', () => {
    const [project] = packageOf(contracted).projects, value = (amount: number) => ({ amount, currency: 'CNY' })
    expect(project?.contractingProcesses).toEqual([
      { id: `440104-${id(1)}-A1`, summary: { externalReference: 'A1', nature: ['construction'], title: '主体施工', status: 'active', suppliers: [{ id: 'P1-演示建设集团有限公司', name: '演示建设集团有限公司' }], contractValue: value(60_001_000), modifications: [
        { id: '1', date: '2024-05-01T00:00:00+08:00', description: '区发改〔2024〕3号', rationale: '地质条件', type: 'value', oldContractValue: value(60_001_000), newContractValue: value(63_001_001) },
        { id: '2', date: '2024-06-01T00:00:00+08:00', description: '区发改〔2024〕9号', rationale: '减项', type: 'value', oldContractValue: value(63_001_001), newContractValue: value(62_001_001) },
      ] } },
      { id: `440104-${id(1)}-A2`, summary: { externalReference: 'A2', title: '设备采购', status: 'closed', suppliers: [{ id: 'P1-演示设备公司', name: '演示设备公司' }], contractValue: value(5_000_000), finalValue: value(4_805_000) } },
    ])
    expect(project?.parties.map(party => party.name)).toEqual(['区教育局', '演示建设集团有限公司', '演示设备公司'])
    // Of approvals, those that were granted.
    expect(project?.milestones?.filter(milestone => milestone.id.startsWith('approval-'))).toEqual([{ id: 'approval-environment', title: '环境影响评价', description: '越环〔2024〕1号', type: 'approval', code: 'projectApproval', status: 'met', dateMet: '2024-02-06T00:00:00+08:00' }])
  })

  it('leaves out what is not known', () => {
    const [project] = oc4idsPackage([{ ...published(bare), place: null, kind: null, updatedAt: null }], district, '2025-03-02T02:00:00.000Z').projects
    for (const key of ['description', 'period', 'locations', 'budget', 'milestones', 'relatedProjects', 'updated', 'completion']) expect(project, key).not.toHaveProperty(key)
    expect(project?.parties).toHaveLength(1)
  })

  it.runIf(shared)('is valid by the published schema, which would have refused it otherwise', () => {
    const read = (name: string) => JSON.parse(readFileSync(join(schemas, name), 'utf8')) as Schema // the schemas are written in their own language
    const ajv = new Ajv04.default({ strict: false, allErrors: true, formats: fullFormats })
    const valid = ajv.addSchema(read('project-schema.json')).compile(read('project-package-schema.json'))
    const given = packageOf(full, contracted, bare, over, projectFrom(madeProject(), phased('operating')))
    const errors = (of: unknown) => { valid(JSON.parse(JSON.stringify(of))); return (valid.errors ?? []).map(e => `${e.instancePath} ${e.message}`) }
    expect(errors(given)).toEqual([])
    expect(errors({ ...given, projects: given.projects.map(project => ({ ...project, status: 'completed' })) })).not.toEqual([])
    expect(errors({ ...given, projects: [{ title: '示例学校扩建' }] })).not.toEqual([])
    expect(errors({ ...given, publishedDate: '2025-03-02' })).not.toEqual([])
    expect(errors(oc4idsPackage([], district, '2025-03-02T02:00:00.000Z'))).not.toEqual([])

    const project = read('project-schema.json')
    expect(given.projects.flatMap(one => strangers(JSON.parse(JSON.stringify(one)), project, project))).toEqual([])
    expect(strangers({ parties: [{ roles: ['owner'] }], milestones: [{ status: 'reached' }], dreams: 1 }, project, project)).toEqual(['partyRole.csv: owner', 'milestoneStatus.csv: reached', 'no such field: dreams'])
  })
})

type Schema = { readonly $ref?: string; readonly properties?: Readonly<Record<string, Schema>>; readonly items?: Schema; readonly definitions?: Readonly<Record<string, Schema>>; readonly codelist?: string }

/** Codes that stand in no codelist of the standard, and fields it does not have. Schemes of classifications are the district's own. */
function strangers(value: unknown, of: Schema, root: Schema): string[] {
  const schema = of.$ref === undefined ? of : root.definitions?.[of.$ref.replace('#/definitions/', '')] ?? {}
  if (schema.codelist !== undefined && schema.codelist !== 'classificationScheme.csv') {
    const codes = codesOf(schema.codelist)
    return [value].flat().filter(code => !codes.includes(String(code))).map(code => `${schema.codelist}: ${code}`)
  }
  if (Array.isArray(value)) return value.flatMap(one => strangers(one, schema.items ?? {}, root))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => { const field = schema.properties?.[key]; return field ? strangers(one, field, root) : [`no such field: ${key}`] })
}

function codesOf(codelist: string): readonly string[] {
  return parse(readFileSync(join(schemas, 'codelists', codelist)), { columns: true }).map(row => (row as { Code: string }).Code) // every codelist has this column
}
