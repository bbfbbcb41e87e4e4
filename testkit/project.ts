import { projectOf, type Project } from '../src/engines/projects/domain/project.ts'
import { type Happened, type ProjectEvent, type ProjectRules } from '../src/engines/projects/schema.ts'

const label = (zh: string) => ({ zh, en: zh })

const approval = (key: string, zh: string, limit: number, ...after: readonly string[]) => ({ key, name: label(zh), grants: label('审批部门'), limit, after: [...after] })

/** Rules as small as tests need them. */
export const testRules: ProjectRules = {
  phases: { planned: label('谋划'), reserved: label('储备'), started: label('开工'), operating: label('投产') },
  kinds: [{ key: 'construction', name: label('建设'), what: label('建设'), nodes: [
    { key: 'permit', name: label('施工许可'), weight: 1, share: 0.25, after: [] }, { key: 'start', name: label('开工'), weight: 2, share: 0.5, after: ['permit'] }, { key: 'finish', name: label('竣工验收'), weight: 1, share: 1, after: ['start'] },
  ], approvals: [approval('land', '用地', 10), approval('environment', '环评', 5), approval('building', '施工许可', 3, 'land')] }],
  lists: [{ key: 'district-key', name: label('区重点建设项目'), what: label('本区清单') }, { key: 'city-key', name: label('市重点项目'), what: label('市清单') }],
  light: { lag: { slipping: 5, offPace: 10 }, node: { slipping: 1, offPace: 30 }, blocker: { slipping: 15, offPace: 30 }, toldBy: 10, judged: { by: 'worst' } },
  pool: { ageLimitDays: { planned: 365, reserved: 365, started: 1460, operating: null }, replenish: 1.5 },
  team: 'free',
}

type Made = Extract<ProjectEvent, { kind: 'made' }>

export const madeProject = (more: Partial<Made> = {}): Made => ({
  kind: 'made', code: 'P1', name: '示例学校扩建', of: 'construction', phase: 'started', on: '2024-01-01', what: '', place: { unit: null, address: null, point: null }, total: 10_000, owner: '00000000-0000-7000-8000-000000000001', leader: null, contractor: null, startsOn: '2024-01-01', endsOn: '2025-12-31',
  nodes: [{ key: 'permit', name: '施工许可', weight: 1, planned: '2024-06-30', after: [] }, { key: 'start', name: '开工', weight: 2, planned: '2025-01-10', after: ['permit'] }, { key: 'finish', name: '竣工验收', weight: 1, planned: '2025-12-31', after: ['start'] }],
  source: { kind: 'generated', seed: 'test' }, ...more,
})

export const happenedOf = (...events: readonly ProjectEvent[]): Happened[] => events.map((event, i) => ({ seq: i + 1, at: '2025-01-02T02:00:00.000Z', by: { person: '00000000-0000-7000-8000-00000000000a', name: '经办人' }, event }))

export function projectFrom(...events: readonly ProjectEvent[]): Project {
  const project = projectOf(happenedOf(...events))
  if (!project) throw new Error('A project begins with its making')
  return project
}
