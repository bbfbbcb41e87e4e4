import { dayOf } from '../../../kernel/time.ts'
import { type NoticeRow } from '../notices/contract.ts'
import { aboutWords, gradeWords, holderWords, standOf, standWords } from './notice-steps.ts'

/** The columns of the register of notices, as tables head them. */
export const noticeColumns: readonly { readonly header: string; readonly cell: (row: NoticeRow) => string | number | null }[] = [
  { header: '编号', cell: row => row.number },
  { header: '等级', cell: row => gradeWords[row.grade].zh },
  { header: '督办对象种类', cell: row => aboutWords[row.about.kind].zh },
  { header: '督办对象', cell: row => row.about.name },
  { header: '承办单位', cell: row => row.addressee.name },
  { header: '现状', cell: row => standWords[row.stand].zh },
  { header: '八步已走', cell: row => row.done },
  { header: '在谁手上', cell: row => { const { has } = standOf[row.state]; return has === null ? null : has === 'unit' ? row.addressee.name : holderWords[has].zh } },
  { header: '反馈时限', cell: row => row.dueAt && dayOf(row.dueAt) },
  { header: '逾期未反馈自', cell: row => row.silentSince && dayOf(row.silentSince) },
  { header: '该单位今年逾期不反馈（次）', cell: row => row.silences },
  { header: '逾期不反馈的后果', cell: row => row.consequence || null },
  { header: '提起日期', cell: row => dayOf(row.raisedAt) },
  { header: '提起人', cell: row => (row.byRule ? '按规则自动提起' : row.raisedBy) },
  { header: '上一张', cell: row => row.former?.number ?? null },
  { header: '下一张', cell: row => row.followedBy?.number ?? null },
]
