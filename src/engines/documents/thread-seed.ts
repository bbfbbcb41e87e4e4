/** Threads and mentions of published papers that a district is seeded with. */
import { type Id } from '../../kernel/id.ts'
import { type Source } from '../../kernel/source.ts'
import { type Day } from '../../kernel/time.ts'
import { type Context, type Tx } from '../context.ts'
import { findTargets } from '../indicators/index.ts'
import { loadDistrictUnit } from '../org/index.ts'
import { type SayingRole } from './domain/threads/saying.ts'
import { type Member, threadAfter, type ThreadEvent, type ThreadKind } from './domain/threads/thread.ts'
import { appendThreadEvent, findMentions, findThreads, insertMentions, saveThread } from './thread-store.ts'

/** What a published paper says of a matter that is no target of the ledger: a project, a stage reached, a promise without a number. */
export type PublishedMention = { readonly role: SayingRole; readonly year: number; readonly name: string; readonly words: string; readonly dueOn?: Day; readonly source: Extract<Source, { kind: 'published' }> }

/** A thread through published rows: the targets of these indicators, and mentions. */
export type PublishedThread = { readonly name: string; readonly kind: ThreadKind; readonly indicators: readonly string[]; readonly mentions: readonly PublishedMention[] }

/** Puts threads in place where the district has none yet: afterwards they belong to its people, who rename, join and take apart. Answers how many were new. */
export async function seedThreads(tx: Tx, ctx: Context, threads: readonly PublishedThread[], loose: readonly PublishedMention[] = []): Promise<{ readonly threads: number; readonly mentions: number }> {
  const root = await loadDistrictUnit(tx, ctx.district)
  if (!root) return { threads: 0, mentions: 0 }
  const begun = (await findThreads(tx, ctx.district)).length > 0
  const said = new Set((await findMentions(tx, ctx.district)).map(keyOf))
  const { rows: targets } = await findTargets(tx, ctx.district, { unit: root.id, whole: true, limit: 5000 })
  const by = { at: ctx.now(), person: ctx.actor.person, name: ctx.actor.name }
  let made = 0, mentions = 0
  const note = async (given: readonly PublishedMention[]): Promise<Id[]> => {
    const items = given.map(({ source, year, dueOn = `${year}-12-31`, ...rest }) => ({ id: ctx.newId(), ...rest, year, dueOn, value: null, measure: null, saidOn: source.saidOn, source, origin: null }))
    mentions += await insertMentions(tx, ctx.district, items, by)
    return items.map(item => item.id)
  }
  for (const thread of begun ? [] : threads) {
    const ids = await note(thread.mentions)
    const members: Member[] = [...targets.filter(t => thread.indicators.includes(t.indicatorCode)).map((t): Member => ({ kind: 'target', id: t.id })), ...ids.map((id): Member => ({ kind: 'mention', id }))]
    if (members.length === 0) continue
    const event: ThreadEvent = { kind: 'made', name: thread.name, thread: thread.kind, members, because: ['演示：按公开文件预先挂接'] }
    const id = ctx.newId()
    const after = threadAfter(null, event, id)
    if (!after || !(await saveThread(tx, ctx.district, after, 0, by.at))) throw new Error(`脉络“${thread.name}”的成员已在别的脉络中。 Members of the thread ${thread.name} are in another thread.`)
    await appendThreadEvent(tx, ctx.district, { id: ctx.newId(), thread: id, at: by.at, person: by.person, by: by.name, event })
    made += 1
  }
  await note(loose.filter(mention => !said.has(keyOf(mention))))
  return { threads: made, mentions }
}

function keyOf({ name, year, role, source }: { readonly name: string; readonly year: number; readonly role: string; readonly source: Source }): string {
  return [name, year, role, 'title' in source ? source.title : ''].join('|')
}
