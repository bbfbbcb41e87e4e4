import { type SheetRowView } from '../../../../engines/returns/contract.ts'
import { punctualityWords } from '../../../../engines/returns/domain/lateness.ts'
import { type FormContent, type Rhythm } from '../../../../engines/returns/schema.ts'
import { type UnitKind } from '../../../../engines/org/schema.ts'
import { type Label } from '../../../../kernel/label.ts'

export const stateLabels = {
  open: { zh: '填报中', en: 'Being filled' },
  submitted: { zh: '待审核', en: 'To be approved' },
  approved: { zh: '待核收', en: 'To be accepted' },
  accepted: { zh: '已核收', en: 'Accepted' },
} as const satisfies Record<SheetRowView['state'], Label>

export const rhythmLabels = {
  day: { zh: '日报', en: 'Daily' }, week: { zh: '周报', en: 'Weekly' }, month: { zh: '月报', en: 'Monthly' }, quarter: { zh: '季报', en: 'Quarterly' }, 'half-year': { zh: '半年报', en: 'Half-yearly' }, year: { zh: '年报', en: 'Yearly' },
} as const satisfies Record<Rhythm, Label>

/** 期后5个工作日. */
export function dueLabel({ days, of }: FormContent['due']): Label {
  return of === 'working' ? { zh: `期后${days}个工作日`, en: `${days} working days after` } : { zh: `期后${days}天`, en: `${days} days after` }
}

/** 按时; 逾期2个工作日; 剩3天由截止日说明. */
export function punctualityLabel({ is, days }: SheetRowView['punctuality']): Label {
  const words = punctualityWords[is]
  if (is !== 'late' && is !== 'missing') return words
  return days === 0 ? words : { zh: `${words.zh}，${days}个工作日`, en: `${words.en}, ${days} working days` }
}

export const kindLabels = { district: { zh: '区', en: 'district' }, department: { zh: '部门', en: 'departments' }, street: { zh: '街道', en: 'streets' }, community: { zh: '社区', en: 'communities' }, grid: { zh: '网格', en: 'grids' }, 'task-force': { zh: '专班', en: 'task forces' } } as const satisfies Record<UnitKind, Label>
