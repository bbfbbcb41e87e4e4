import { type DivisionCheck, type DivisionEvent, type DivisionMethod, type DivisionState } from '../../../../engines/plan/schema.ts'
import { type Label } from '../../../../kernel/label.ts'

export const methodWords = {
  own: { zh: '逐个填分解数', en: 'A number for each unit' },
  share: { zh: '按份额（%）分', en: 'By shares (per cent)' },
  weight: { zh: '按权重（增速、比率）', en: 'Weighed (growth, rates)' },
} as const satisfies Record<DivisionMethod, Label>

export const checkWords = {
  sum: { zh: '合计等于目标', en: 'The sum is the target' },
  'weighted-mean': { zh: '加权平均等于目标', en: 'The weighted mean is the target' },
  none: { zh: '不核对（写明理由）', en: 'Not checked (say why)' },
} as const satisfies Record<DivisionCheck, Label>

export const stateWords = {
  draft: { zh: '起草中', en: 'Draft' },
  proposed: { zh: '签认中', en: 'Being signed' },
  'in-force': { zh: '已生效', en: 'In force' },
  superseded: { zh: '已被新版取代', en: 'Superseded' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
} as const satisfies Record<DivisionState, Label>

export const eventWords = {
  drafted: { zh: '起草', en: 'Drafted' },
  revised: { zh: '修改', en: 'Revised' },
  proposed: { zh: '代表区里签认并下发', en: 'Signed for the district and put before the units' },
  signed: { zh: '签认', en: 'Signed' },
  returned: { zh: '退回', en: 'Sent back' },
  reopened: { zh: '收回修改', en: 'Taken back to revise' },
  enforced: { zh: '生效', en: 'Put in force' },
  superseded: { zh: '被新版取代', en: 'Superseded' },
  withdrawn: { zh: '撤销', en: 'Withdrawn' },
} as const satisfies Record<DivisionEvent['kind'], Label>
