import { type Context, type Tx } from '../../engines/context.ts'
import { monthWords } from '../../engines/supervision/domain/feedback-words.ts'
import { feedbackWaiting, roundsWaiting } from '../../engines/supervision/index.ts'
import { type InboxItem } from './contract.ts'

/** What of the monthly feedback and of sprints waits for a person: pages to acknowledge, rounds to tell, and for supervision the units that did not acknowledge in time. */
export async function supervisionItems(tx: Tx, ctx: Context): Promise<readonly InboxItem[]> {
  const { mine, late } = await feedbackWaiting(tx, ctx), today = ctx.today()
  return [
    ...mine.map(({ id, month, unitName, dueOn }): InboxItem => {
      const when = monthWords(month), over = dueOn < today
      return { kind: 'feedback', id, title: { zh: `${unitName}：${when.zh}反馈`, en: `${unitName}: feedback of ${when.en}` }, what: { zh: over ? `应于${dueOn}前签收，已逾期` : `${dueOn}前签收`, en: over ? `was to be acknowledged by ${dueOn}` : `to be acknowledged by ${dueOn}` }, since: dueOn, count: null, page: `/feedback/${id}` }
    }),
    ...[...Map.groupBy(late, page => page.month)].map(([month, pages]): InboxItem => {
      const when = monthWords(month)
      return { kind: 'feedback-late', id: month, title: { zh: `${when.zh}反馈`, en: `Feedback of ${when.en}` }, what: { zh: `${pages.length}个单位逾期没有签收`, en: `${pages.length} units did not acknowledge it in time` }, since: pages[0]?.dueOn ?? null, count: pages.length, page: `/feedback?month=${month}` }
    }),
    ...(await roundsWaiting(tx, ctx)).map(({ sprint, name, no, until, count }): InboxItem => ({ kind: 'sprint', id: sprint, title: name, what: { zh: `第${no}轮，${count}项待填报，${until}前报`, en: `round ${no}: ${count} things to tell by ${until}` }, since: until, count, page: `/sprints/${sprint}` })),
  ]
}
