import { type RefusalTable } from '../../refusal-table.ts'

export const owesRefusals = {
  'not-your-unit': { status: 403, zh: '“{unit}”的应办清单只由本单位、上级和督查、领导查看。', en: 'What “{unit}” owes is seen by the unit itself, those above it, supervision and leaders.' },
} as const satisfies RefusalTable
