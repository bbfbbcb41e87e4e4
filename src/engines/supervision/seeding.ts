/** What the demonstration shows of dispatch, feedback and sprints: made up, and brought about by the same rules as what people do. */
import { type Id } from '../../kernel/id.ts'
import { addDays, type Day } from '../../kernel/time.ts'
import { addWorkingDays } from '../../kernel/work-calendar.ts'
import { type Context, type Note, type Tx } from '../context.ts'
import { treeOfYear } from '../plan/index.ts'
import { act, propose } from './doing.ts'
import { roundsOf } from './domain/rounds.ts'
import { acknowledge, addWords, generate, sendPages } from './feedback/doing.ts'
import { findFeedback, findMonths } from './feedback/store.ts'
import { openSprint, tell } from './sprints/doing.ts'
import { findSprints, loadSprint } from './sprints/store.ts'
import { type SprintFrame, type SprintThing } from './sprints/schema.ts'
import { findMeetings } from './store.ts'
import { redsOfYear } from './working-out.ts'

type Person = { readonly person: Id; readonly name: string }
/** Who does what in the demonstration: supervision's own person, and one of each unit. `first`: units that stand before others, since one may sign in as theirs. */
export type Cast = { readonly supervisor: Person & { readonly unit: Id }; readonly of: (unit: Id) => Person; readonly first: readonly Id[] }
export type SeededSupervision = { readonly meetings: number; readonly feedback: number; readonly sprints: number }

/** The trail has one entry for the whole of it. */
const unnoted: Note = async () => {}

/** As if somebody of a unit acted at ten in the morning of a day; of today: now. */
const asOf = (ctx: Context, day: Day, { person, name }: Person, unit: Id): Context => ({ ...ctx, now: () => (day === ctx.today() ? ctx.now() : `${day}T02:00:00.000Z`), today: () => day, actor: { ...ctx.actor, person, name, units: [unit] } })

/** Puts a meeting of last week, the feedback of last month and the sprint of the quarter in place, each where there is none. */
export async function seedSupervision(tx: Tx, ctx: Context, cast: Cast): Promise<SeededSupervision> {
  return { meetings: await seedMeeting(tx, ctx, cast), feedback: await seedFeedback(tx, ctx, cast), sprints: await seedSprint(tx, ctx, cast) }
}

async function seedMeeting(tx: Tx, ctx: Context, { supervisor }: Cast): Promise<number> {
  if ((await findMeetings(tx, ctx.district, { offset: 0, limit: 1 })).total > 0) return 0
  const day = addWorkingDays(ctx.today(), -5).day, then = asOf(ctx, day, supervisor, supervisor.unit)
  const made = await propose(tx, then, unnoted, { day, most: 5 })
  if (!made.ok) return 0
  const { id, meeting } = made.value, [first] = meeting.agenda, dueOn = addDays(day, 14)
  let seq = meeting.seq
  const does = async (asked: Parameters<typeof act>[4]) => { const done = await act(tx, then, unnoted, id, asked, seq); if (done.ok) seq = done.value.meeting.seq }
  await does({ kind: 'held', chair: '分管副区长（演示）', present: '相关部门、街道（演示）' })
  // A decision becomes a commitment of the plan; where the year has no plan it would stand there alone.
  if (first?.unit && (await treeOfYear(tx, ctx, Number(dueOn.slice(0, 4)))).length > 0) await does({ kind: 'decided', item: first.key, words: `${first.title.zh}：两周内报追赶计划（演示）`, lead: first.unit.id, co: [], dueOn, measure: '追赶计划报区政府' })
  await does({ kind: 'closed', words: '按分工抓落实（演示）' })
  return 1
}

/** All pages of last month, of which a few are sent: most acknowledged in time, one late, one not at all. */
async function seedFeedback(tx: Tx, ctx: Context, { supervisor, of, first }: Cast): Promise<number> {
  if ((await findMonths(tx, ctx.district, null, ctx.today())).length > 0) return 0
  const day = addWorkingDays(ctx.today(), -4).day, month = addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7), then = asOf(ctx, day, supervisor, supervisor.unit)
  const made = await generate(tx, then, unnoted, month)
  if (!made.ok) return 0
  const pages = (await findFeedback(tx, ctx.district, month, null)).toSorted((a, b) => Number(first.includes(b.unit)) - Number(first.includes(a.unit)) || b.behind - a.behind).slice(0, 6)
  const sent: { readonly id: Id; readonly seq: number }[] = []
  for (const [i, { id, seq }] of pages.entries()) {
    const written = i === 0 ? await addWords(tx, then, unnoted, { id, seq }, '请把落后的项目逐个排出追赶计划（演示）。') : null
    sent.push(written?.ok ? written.value : { id, seq })
  }
  if (sent.length > 0) await sendPages(tx, then, unnoted, sent)
  for (const [i, { id, unit }] of pages.entries()) {
    if (i === 0) continue
    const on = i === pages.length - 1 ? ctx.today() : addWorkingDays(day, 1).day, seq = (sent[i]?.seq ?? 0) + 1
    await acknowledge(tx, asOf(ctx, on, of(unit), unit), unnoted, { id, seq }, i === 1 ? '已部署，本周报追赶计划（演示）。' : '')
  }
  return made.value.made
}

const quarters = ['一', '二', '三', '四']

/** The sprint of the quarter that runs, with reds of the year, told by most units in most rounds. */
async function seedSprint(tx: Tx, ctx: Context, { supervisor, of, first }: Cast): Promise<number> {
  if ((await findSprints(tx, ctx.district)).length > 0) return 0
  const today = ctx.today(), year = today.slice(0, 4), quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3)
  const from = `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`, until = addDays(quarter === 3 ? `${Number(year) + 1}-01-01` : `${year}-${String(quarter * 3 + 4).padStart(2, '0')}-01`, -1)
  const frame: SprintFrame = { name: `${year}年${quarters[quarter]}季度攻坚（演示）`, ground: '区政府常务会议议定（演示）', from, until, every: 'week', weekday: 5 }
  const reds = (await redsOfYear(tx, ctx)).toSorted((a, b) => Number(b.unit !== null && first.includes(b.unit.id)) - Number(a.unit !== null && first.includes(a.unit.id)))
  const things = reds.flatMap(({ kind, thing, unit }): SprintThing[] => (unit && thing !== null && (kind === 'project' || kind === 'target' || kind === 'commitment') ? [{ kind, thing, title: '', unit: unit.id, reach: '到期前补上落后，恢复正常' }] : [])).slice(0, 8)
  // Four weeks of it are enough to show who tells and who does not.
  const begun = addDays(today, -28) > from ? addDays(today, -28) : from
  const made = await openSprint(tx, asOf(ctx, begun, supervisor, supervisor.unit), unnoted, { ...frame, things })
  const opened = made.ok ? await loadSprint(tx, ctx.district, made.value.id, 'read') : null
  if (!opened) return 0
  for (const round of roundsOf(frame).filter(one => one.until > begun && one.until < today)) {
    for (const [i, item] of opened.sprint.items.entries()) {
      if (i === 0 || (i === 3 && round.no % 2 === 0)) continue // the first tells nothing, the fourth every second time
      const { unit } = item, now = await loadSprint(tx, ctx.district, opened.id, 'read')
      if (now) await tell(tx, asOf(ctx, round.until, of(unit.id), unit.id), unnoted, opened.id, { item: item.id, words: '按周计划推进，完成本周工程量（演示）', remains: '与计划仍有差距（演示）', reached: false }, now.sprint.seq)
    }
  }
  return 1
}
