import { type ForceRow } from '../../forces/contract.ts'
import { forceStates } from './words.ts'

/** The columns of the list of task forces, as its sheet heads them. */
export const forceColumns: readonly { readonly header: string; readonly cell: (row: ForceRow) => string | number | null }[] = [
  { header: '专班', cell: row => row.name },
  { header: '领衔领导', cell: row => row.leader },
  { header: '牵头单位', cell: row => row.leadUnit.name },
  { header: '成员数', cell: row => row.members },
  { header: '项目数', cell: row => row.projects },
  { header: '措施数', cell: row => row.measures.all },
  { header: '已完成措施', cell: row => row.measures.done },
  { header: '逾期措施', cell: row => row.measures.late },
  { header: '组建日期', cell: row => row.from },
  { header: '到期日期', cell: row => row.until },
  { header: '状态', cell: row => forceStates[row.state].zh },
]
