import { dueWords } from '../../engines/cases/domain/words.ts'
import { countQueues, firstInQueue, searchCases } from '../../engines/cases/index.ts'
import { type Context, type Tx } from '../../engines/context.ts'
import { mayAnywhere } from '../../engines/org/domain/permission.ts'
import { type Found, type InboxItem } from './contract.ts'

/** What of cases waits for a person: each urgent queue that is not empty, as one line that leads to its list. */
export async function caseItems(tx: Tx, ctx: Context): Promise<InboxItem[]> {
  if (!mayAnywhere(ctx.actor, 'case.read')) return []
  const items: InboxItem[] = []
  for (const { urgent, ...queue } of await countQueues(tx, ctx)) {
    const { key, name, query, count, atLeast } = queue
    if (!urgent || count === 0) continue
    const first = await firstInQueue(tx, ctx, queue)
    const due = first?.due ? dueWords({ at: first.due.at, unit: first.due.unit, known: first.due.known }, ctx.now()).words : null
    const next = (language: 'zh' | 'en') => (first ? `${language === 'zh' ? '，最先到期：' : '; due first: '}${first.title}${due ? `${language === 'zh' ? '，' : ', '}${due[language]}` : ''}` : '')
    items.push({
      kind: 'cases', id: key, title: { zh: `工单：${name.zh}`, en: `Cases: ${name.en}` }, what: { zh: `${count}件${atLeast ? '以上' : ''}${next('zh')}`, en: `${count}${atLeast ? ' or more' : ''}${next('en')}` }, since: null, count,
      page: `/cases?${Object.entries(query).map(([field, text]) => `${field}=${encodeURIComponent(text)}`).join('&')}`,
    })
  }
  return items
}

/** Cases that a search finds by their number or words, the newest few. */
export async function foundCases(tx: Tx, ctx: Context, q: string): Promise<Found[]> {
  if (!mayAnywhere(ctx.actor, 'case.read')) return []
  return (await searchCases(tx, ctx, q, 8)).map(({ id, number, title, leadName }) => ({ kind: 'case', id, name: title, detail: [number, leadName].filter(part => part !== null).join(' · '), page: `/cases/${id}` }))
}
