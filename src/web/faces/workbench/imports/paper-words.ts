import { type PaperState } from '../../../../engines/documents/contract.ts'
import { type PaperKind } from '../../../../engines/documents/schema.ts'
import { type Label } from '../../../../kernel/label.ts'

export const paperStates = {
  open: { zh: '核对中', en: 'Under review' },
  accepted: { zh: '已采纳入账', en: 'In the ledger' },
  retracted: { zh: '已撤回', en: 'Retracted' },
} as const satisfies Record<PaperState, Label>

export const paperKinds = {
  'work-report': { zh: '政府工作报告', en: 'Work report' },
  'plan-report': { zh: '计划执行情况报告', en: 'Plan report' },
  'half-year-report': { zh: '半年计划执行情况报告', en: 'Half-year report' },
  'budget-report': { zh: '预算报告', en: 'Budget report' },
  'five-year-plan': { zh: '五年规划纲要', en: 'Five-year plan' },
  other: { zh: '其他文件', en: 'Other paper' },
} as const satisfies Record<PaperKind, Label>

/** 48 KB, 1.2 MB. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
