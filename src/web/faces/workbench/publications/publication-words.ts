import { type z } from 'zod'
import { type HeldBackKind, type PublicationEvent, type PublicationState } from '../../../../engines/plan/domain/publication/publication.ts'
import { type DifferenceRow } from '../../../../engines/plan/publications/contract.ts'
import { type Label } from '../../../../kernel/label.ts'

export type Difference = z.infer<typeof DifferenceRow>

export const states = {
  waiting: { zh: '待批准', en: 'Awaiting approval' },
  returned: { zh: '已退回', en: 'Returned' },
  public: { zh: '已公布', en: 'Public' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<PublicationState, Label>

export const heldBackKinds = {
  embargoed: { zh: '公布前保密', en: 'Held back' },
  'not-approved': { zh: '尚未审核', en: 'Not approved' },
  override: { zh: '人工调灯', en: 'Override' },
  'left-out': { zh: '本期略去', en: 'Left out' },
} as const satisfies Record<HeldBackKind, Label>

export const differenceKinds = {
  added: { zh: '新增', en: 'New' },
  gone: { zh: '不再列出', en: 'No longer there' },
  changed: { zh: '有变化', en: 'Changed' },
} as const satisfies Record<Difference['kind'], Label>

export const changedParts = {
  name: { zh: '名称', en: 'name' },
  owner: { zh: '责任单位', en: 'owner' },
  target: { zh: '目标', en: 'target' },
  figure: { zh: '数值', en: 'figure' },
  light: { zh: '灯', en: 'light' },
  source: { zh: '出处', en: 'source' },
  history: { zh: '沿革', en: 'history' },
  evidence: { zh: '佐证与验收', en: 'evidence and acceptance' },
} as const satisfies Record<Difference['of'][number], Label>

export const eventWords = {
  prepared: { zh: '编制并送批', en: 'Prepared and put up for approval' },
  'taken-back': { zh: '收回', en: 'Taken back' },
  returned: { zh: '退回', en: 'Returned' },
  approved: { zh: '批准公布', en: 'Approved' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
} as const satisfies Record<PublicationEvent['kind'], Label>
