import { type File } from '../../../kernel/contract.ts'
import { feedbackPaperOf } from '../domain/feedback-paper.ts'
import { heading, paperFile, tableOf, words } from '../paper-parts.ts'
import { type FeedbackView } from './contract.ts'

/** The page of a unit as a Word file. */
export async function feedbackPaper(view: FeedbackView, district: string): Promise<File> {
  const { title, lines, parts, closing } = feedbackPaperOf(view, district)
  return paperFile(title, [...lines.map(words), ...parts.flatMap(({ heading: head, table, notes }) => [heading(head), ...(table ? [tableOf(table)] : []), ...notes.map(words)]), ...closing.map(words)])
}
