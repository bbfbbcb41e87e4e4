import { type DelegationRow } from '../../../../engines/org/contract.ts'
import { type UnitEvent, type UnitKind } from '../../../../engines/org/schema.ts'
import { type Label } from '../../../../kernel/label.ts'
import { type Day } from '../../../../kernel/time.ts'
import { type z } from 'zod'

export const unitKinds = {
  district: { zh: '区', en: 'District' },
  department: { zh: '部门', en: 'Departments' },
  street: { zh: '街道', en: 'Streets' },
  community: { zh: '社区', en: 'Communities' },
  grid: { zh: '网格', en: 'Grids' },
  'task-force': { zh: '专班', en: 'Task forces' },
} as const satisfies Record<UnitKind, Label>

/** One unit of a kind. */
export const unitKind = {
  district: { zh: '区', en: 'District' },
  department: { zh: '部门', en: 'Department' },
  street: { zh: '街道', en: 'Street' },
  community: { zh: '社区', en: 'Community' },
  grid: { zh: '网格', en: 'Grid' },
  'task-force': { zh: '专班', en: 'Task force' },
} as const satisfies Record<UnitKind, Label>

/** The order in which kinds of units stand below their superior. */
export const kindOrder = ['district', 'task-force', 'department', 'street', 'community', 'grid'] as const satisfies readonly UnitKind[]

export const unitEvents = {
  founded: { zh: '设立', en: 'Founded' },
  renamed: { zh: '更名', en: 'Renamed' },
  moved: { zh: '改隶', en: 'Moved' },
  merged: { zh: '合并', en: 'Merged' },
  split: { zh: '拆分', en: 'Split' },
  dissolved: { zh: '撤销', en: 'Dissolved' },
} as const satisfies Record<UnitEvent['kind'], Label>

export type DelegationState = 'coming' | 'running' | 'over' | 'withdrawn'

export const delegationStates = {
  coming: { zh: '未开始', en: 'To come' },
  running: { zh: '进行中', en: 'Running' },
  over: { zh: '已到期', en: 'Over' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<DelegationState, Label>

export function delegationState(row: z.infer<typeof DelegationRow>, today: Day): DelegationState {
  if (row.withdrawn) return 'withdrawn'
  if (today < row.from) return 'coming'
  return today < row.until ? 'running' : 'over'
}
