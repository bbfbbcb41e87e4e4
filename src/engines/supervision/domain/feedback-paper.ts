import { lightLabels } from '../../../kernel/light.ts'
import { dayOf } from '../../../kernel/time.ts'
import { type FeedbackView } from '../feedback/contract.ts'
import { type FeedbackLine } from '../feedback/schema.ts'
import { feedbackKinds, feedbackStates, monthWords, shareWords } from './feedback-words.ts'
import { type PaperTable } from './paper-words.ts'

export type FeedbackPart = { readonly heading: string; readonly table: PaperTable | null; readonly notes: readonly string[] }

/** The page of a unit as a paper: title, the lines under it, its three parts, and what closes it. */
export function feedbackPaperOf({ month, unit, state, sheet: { on, good, behind, next, left, shares }, words, sent, acknowledged }: FeedbackView, district: string): { readonly title: string; readonly lines: readonly string[]; readonly parts: readonly FeedbackPart[]; readonly closing: readonly string[] } {
  const part = (heading: string, head: readonly string[], widths: readonly number[], lines: readonly FeedbackLine[], cells: (line: FeedbackLine) => readonly string[], none: string, more: number): FeedbackPart => ({
    heading, table: lines.length === 0 ? null : { head: ['序号', ...head], widths: [6, ...widths], rows: lines.map((line, i) => [String(i + 1), ...cells(line)]) },
    notes: lines.length === 0 ? [none] : more > 0 ? [`另有${more}项没有列入。`] : [],
  })
  const light = ({ light: of }: FeedbackLine) => (of === null ? '—' : lightLabels[of].zh)
  return {
    title: `${unit.name}${monthWords(month).zh}反馈`,
    lines: [`${district}督查督办。情况截至${on}。`, `当月按时/应办：投资填报${shareWords(shares.months)}，报表${shareWords(shares.returns)}，工单${shareWords(shares.cases)}。`],
    parts: [
      part('一、做得好的', ['类别', '事项', '情况'], [12, 34, 48], good, line => [feedbackKinds[line.kind].zh, line.title.zh, line.why.zh], '本月没有列出。', left.good),
      part('二、落后的和要求', ['类别', '事项', '情况', '灯', '要求', '时限'], [10, 22, 28, 9, 13, 12], behind, line => [feedbackKinds[line.kind].zh, line.title.zh, line.why.zh, light(line), line.ask?.zh ?? '—', line.until ?? '—'], '没有落后的事项。', left.behind),
      part('三、近期到期的', ['类别', '事项', '情况', '时限'], [12, 38, 30, 14], next, line => [feedbackKinds[line.kind].zh, line.title.zh, line.why.zh, line.until ?? '—'], '近期没有到期的事项。', left.next),
    ],
    closing: [
      ...(words === '' ? [] : [`督查意见：${words}`]),
      sent ? `发出：${dayOf(sent.at)}，请于${sent.dueOn}前签收。` : feedbackStates[state].zh,
      ...(acknowledged ? [`签收：${acknowledged.by}，${dayOf(acknowledged.at)}${acknowledged.late ? '（逾期）' : ''}。${acknowledged.reply === '' ? '' : `回复：${acknowledged.reply}`}`] : []),
    ],
  }
}
