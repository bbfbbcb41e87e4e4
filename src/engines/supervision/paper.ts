/** The first page of a meeting as a Word file: its agenda, then its decisions. */
import { type File } from '../../kernel/contract.ts'
import { type MeetingView } from './contract.ts'
import { agendaTable, decisionTable, headOf } from './domain/paper-words.ts'
import { heading, paperFile, tableOf, words } from './paper-parts.ts'

export async function meetingPaper(meeting: MeetingView, district: string): Promise<File> {
  const { title, lines, notes, closing } = headOf(meeting, district)
  const agenda = agendaTable(meeting), decisions = decisionTable(meeting)
  return paperFile(title, [
    ...lines.map(words), heading('一、议题'), agenda.rows.length > 0 ? tableOf(agenda) : words('没有需要会上研究的事项。'), ...notes.map(words),
    // Decisions begin a page: the agenda is the first.
    ...(decisions.rows.length > 0 ? [heading('二、决定事项', true), tableOf(decisions)] : []), ...closing.map(words),
  ])
}
