import { type Id } from '../../kernel/id.ts'
import { counted, type Label } from '../../kernel/label.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { addDays, type Day, dayOf } from '../../kernel/time.ts'
import { type Context, type Tx } from '../context.ts'
import { findUnitNames } from '../org/index.ts'
import { findLightChanges, findUntold, loadRules } from '../projects/index.ts'
import { type TodayView } from './contract.ts'
import { type Change, groupChanges, type LightStep, monthsDue, netChanges } from './domain/changes.ts'
import { standingsOf } from './standing.ts'
import { findDecisions, findLastDay, findNewFigures, findPlanLightChanges, type NewFigures } from './store.ts'

/** So many of each kind are told: who looks back over months is shown the first of them, and that there are more. */
const MOST = 500

const same = (words: string): Label => ({ zh: words, en: words })

const figuresCame = ({ first, figures, indicators, zh, en, at }: NewFigures): Omit<Change, 'unit'> => ({
  kind: 'figures', thing: first, title: { zh: `${figures}个新数值`, en: counted(figures, 'new figure') }, on: dayOf(at), was: null, light: null, turn: 'other', page: '/register/figures',
  because: indicators > zh.length ? { zh: `${zh.join('、')}等${indicators}个指标。`, en: `${en.join(', ')} and others, ${indicators} indicators in all.` } : { zh: `${zh.join('、')}。`, en: `${en.join(', ')}.` },
})

/** What changed from a day until today, both included: what somebody sees who looked last on that day's morning. */
export async function watchToday(tx: Tx, ctx: Context, since: Day = addDays(ctx.today(), -1)): Promise<Result<TodayView>> {
  const until = ctx.today()
  if (since > until) return refuse('watch-ahead', { day: since })
  const rules = await loadRules(tx, ctx.district)
  const lit = rules ? await findLightChanges(tx, ctx.district, since, until, MOST) : []
  const planned = await findPlanLightChanges(tx, ctx.district, since, until, MOST)
  const months = rules ? monthsDue(since, until, rules.light.toldBy) : []
  const untold = await findUntold(tx, ctx.district, months.map(one => one.month), MOST)
  const figures = await findNewFigures(tx, ctx.district, since, until)
  const decisions = (await standingsOf(tx, ctx, await findDecisions(tx, ctx.district, { standing: true }))).filter(({ state, node }) => state === 'late' && node !== null && node.dueOn >= addDays(since, -1))
  const names = await findUnitNames(tx, ctx.district, [...lit.map(one => one.unit), ...planned.flatMap(one => one.unit ?? []), ...untold.map(one => one.unit), ...figures.flatMap(one => one.unit ?? []), ...decisions.map(({ decision, node }) => node?.leadUnit ?? decision.lead)])
  const unit = (id: Id | null) => (id === null ? null : { id, name: names.get(id) ?? '—' })

  const steps: LightStep[] = [
    ...lit.map(({ project, name, unit: owner, on, was, light, because }): LightStep => ({ kind: 'project', thing: project, title: same(name), unit: unit(owner), on, was, light, because, page: `/projects/${project}` })),
    ...planned.map(({ thing, kind, year, code, name, unit: owner, on, was, light }): LightStep => ({ kind: 'plan', thing, title: name, unit: unit(owner), on, was, light, because: null, page: kind === 'target' ? `/register/${code}?year=${year}` : `/plan/${year}?item=${thing}` })),
  ]
  const lateOn = new Map(months.map(one => [one.month, one.lateOn]))
  const changes: Change[] = [
    ...netChanges(steps),
    ...decisions.flatMap(({ decision: { commitment, day, no, words, lead }, node }): Change[] => (node ? [{ kind: 'decision', thing: commitment, title: same(words), unit: unit(node.leadUnit ?? lead), on: addDays(node.dueOn, 1), was: null, light: 'off-pace', turn: 'worse', because: { zh: `${day}调度会第${no}项，应于${node.dueOn}前办结，没有办结。`, en: `No. ${no} of the meeting of ${day}, due ${node.dueOn}, is not done.` }, page: `/plan/${node.year}?item=${commitment}` }] : [])),
    ...untold.map(({ project, name, unit: owner, month, returned }): Change => ({ kind: 'month', thing: project, title: same(name), unit: unit(owner), on: lateOn.get(month) ?? until, was: null, light: null, turn: 'worse', because: returned ? { zh: `${month}的投资被退回，没有重报。`, en: `The investment of ${month} was sent back and not told again.` } : { zh: `${month}的投资没有按时报。`, en: `The investment of ${month} was not told in time.` }, page: `/projects/${project}` })),
    ...figures.map(one => ({ ...figuresCame(one), unit: unit(one.unit) })),
  ]
  const groups = groupChanges(changes)
  return ok({
    since, until, worse: groups.reduce((sum, group) => sum + group.worse, 0), better: groups.reduce((sum, group) => sum + group.changes.filter(change => change.turn === 'better').length, 0),
    groups: groups.map(group => ({ ...group, changes: [...group.changes] })), cut: [lit, planned, untold].some(list => list.length === MOST), lastMeeting: await findLastDay(tx, ctx.district),
  })
}
