import { printNumber } from '../../../kernel/quantity.ts'
import { type DecisionView } from '../contract.ts'
import { decisionStates } from './words.ts'

/** The columns of a list of decisions, as papers and tables head them. */
export const decisionColumns: readonly { readonly header: string; readonly cell: (row: DecisionView) => string | number | null }[] = [
  { header: '调度会', cell: row => row.meeting.day },
  { header: '序号', cell: row => row.no },
  { header: '议题', cell: row => row.itemTitle },
  { header: '决定事项', cell: row => row.words },
  { header: '怎样算办结', cell: row => row.measure },
  { header: '牵头单位', cell: row => row.lead.name },
  { header: '配合单位', cell: row => row.co.map(unit => unit.name).join('、') || null },
  { header: '办结时限', cell: row => row.dueOn },
  { header: '计划中的时限', cell: row => row.commitment?.dueOn ?? null },
  { header: '状态', cell: row => decisionStates[row.state].zh },
  { header: '进展（%）', cell: row => (row.commitment?.share == null ? null : Number(printNumber(row.commitment.share * 100))) },
  { header: '最近填报', cell: row => row.commitment?.told?.on ?? null },
  { header: '填报内容', cell: row => row.commitment?.told?.note ?? null },
  { header: '佐证材料', cell: row => row.commitment?.told?.evidence ?? null },
]
