import { type MeetingRow } from '../../../../engines/supervision/contract.ts'
import { meetingStates } from '../../../../engines/supervision/domain/words.ts'
import { type Id } from '../../../../kernel/id.ts'
import { dayText, noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'

type More = { readonly total: number; readonly load: () => void; readonly loading: boolean }

/** Meetings, the latest first, with how their decisions stand. */
export function MeetingsTable({ rows, more, onOpen }: { readonly rows: readonly MeetingRow[]; readonly more: More; readonly onOpen: (id: Id) => void }) {
  const { language, t } = useLanguage()
  const columns: readonly Column<MeetingRow>[] = [
    { key: 'day', title: { zh: '日期', en: 'Day' }, value: row => row.day, render: row => <b>{dayText(row.day, language)}</b>, sortable: true, width: 140 },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => t(meetingStates[row.state]), sortable: true, width: 90 },
    { key: 'chair', title: { zh: '主持', en: 'Chair' }, value: row => row.chair, render: row => <span lang="zh-CN">{row.chair ?? noNumber}</span>, width: 120 },
    { key: 'items', title: { zh: '议题', en: 'Matters' }, value: row => row.items, numeric: true, sortable: true, width: 80 },
    { key: 'decisions', title: { zh: '决定事项', en: 'Decisions' }, value: row => row.decisions.all, numeric: true, sortable: true, width: 90 },
    { key: 'done', title: { zh: '办结', en: 'Done' }, value: row => row.decisions.done, numeric: true, sortable: true, width: 80 },
    { key: 'late', title: { zh: '逾期', en: 'Late' }, value: row => row.decisions.late, render: row => (row.decisions.late > 0 ? <b>{row.decisions.late}</b> : '0'), numeric: true, sortable: true, width: 80 },
  ]
  return (
    <DataTable
      name="meetings" caption={{ zh: '调度会', en: 'Dispatch meetings' }} rows={rows} columns={columns} keyOf={row => row.id} onOpen={row => onOpen(row.id)} more={more}
      empty={<Empty title={{ zh: '还没有开过调度会', en: 'No meeting yet' }} next={{ zh: '由区领导、督查室或计划员点“拟开调度会”，议题会自动列出。', en: 'A leader, a supervisor or a planner proposes one; its agenda is worked out.' }} />}
    />
  )
}
