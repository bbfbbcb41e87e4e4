/** Brings together what one unit owes today, from the engines that know it. */
import { type Id } from '../../../kernel/id.ts'
import { counted, type Label } from '../../../kernel/label.ts'
import { addDays, dayOf, type Day, type Instant } from '../../../kernel/time.ts'
import { stateWords } from '../../cases/domain/words.ts'
import { findOwedCases, type OwedCase } from '../../cases/index.ts'
import { type Context, type Tx } from '../../context.ts'
import { mayDo } from '../../org/domain/permission.ts'
import { findBehind, findLateApprovals, findUntold, loadRules } from '../../projects/index.ts'
import { findWaitingSheets } from '../../returns/index.ts'
import { monthsDue } from '../domain/changes.ts'
import { monthsOwed, type Owed } from '../domain/owes.ts'
import { unitsOf } from '../domain/meeting.ts'
import { NOTICE } from '../notices/raising.ts'
import { standingsOf } from '../standing.ts'
import { findDecisions } from '../store.ts'
import { leavesOfYear } from '../working-out.ts'

/** The case type of blockers, as the pack of projects brings it. */
const BLOCKER = 'blocker'
/** So many cases and untold months are listed at most. */
const MOST = 500

const same = (words: string): Label => ({ zh: words, en: words })

export async function bringOwed(tx: Tx, ctx: Context, unit: Id): Promise<{ readonly items: readonly Owed[]; readonly cut: boolean }> {
  const cases = await findOwedCases(tx, ctx.district, unit, [NOTICE, BLOCKER], ctx.now(), MOST)
  const decided = await decisionsOf(tx, ctx, unit)
  const taken = new Set(decided.map(item => item.key))
  return {
    items: [...cases.map(one => caseOwed(one, ctx.now())), ...decided, ...(await commitmentsOf(tx, ctx, unit)).filter(item => !taken.has(item.key)), ...await projectsOf(tx, ctx, unit), ...await returnsOf(tx, ctx, unit)],
    cut: cases.length === MOST,
  }
}

function caseOwed({ id, number, type, title, state, leads, dueAt }: OwedCase, now: Instant): Owed {
  const kind = type === NOTICE ? 'notice' : type === BLOCKER ? 'blocker' : 'case'
  const stands = stateWords[state]
  return { kind, key: id, title: same(title), why: { zh: `${number}，${stands.zh}${leads ? '' : '，本单位协办'}。`, en: `${number}, ${stands.en.toLowerCase()}${leads ? '' : '; the unit helps'}.` }, part: leads ? 'lead' : 'co', dueOn: dueAt && dayOf(dueAt), passed: dueAt !== null && dueAt < now, light: null, page: `/cases/${id}` }
}

async function decisionsOf(tx: Tx, ctx: Context, unit: Id): Promise<readonly Owed[]> {
  const standing = await standingsOf(tx, ctx, await findDecisions(tx, ctx.district, { standing: true, unit }))
  return standing.flatMap(({ decision, state, node }): Owed[] => {
    // Whoever leads it in the plan today owes it, whoever it was given to first.
    const lead = node?.leadUnit ?? decision.lead
    if (!node || (state !== 'open' && state !== 'late') || !unitsOf({ ...decision, lead }).includes(unit)) return []
    return [{ kind: 'decision', key: node.id, title: same(decision.words), why: { zh: `${decision.day}调度会第${decision.no}项。`, en: `No. ${decision.no} of the meeting of ${decision.day}.` }, part: lead === unit ? 'lead' : 'co', dueOn: node.dueOn, light: node.light, page: `/plan/${node.year}?item=${node.id}` }]
  })
}

/** Late commitments of the running year that the unit leads or helps with. */
async function commitmentsOf(tx: Tx, ctx: Context, unit: Id): Promise<readonly Owed[]> {
  const year = Number(ctx.today().slice(0, 4))
  return (await leavesOfYear(tx, ctx, year)).flatMap((node): Owed[] => {
    const leads = node.leadUnit === unit
    if ((!leads && !node.coUnits.includes(unit)) || node.light === 'done' || node.dueOn >= ctx.today()) return []
    return [{ kind: 'commitment', key: node.id, title: same(node.title), why: node.verdict.because, part: leads ? 'lead' : 'co', dueOn: node.dueOn, light: node.light, page: `/plan/${year}?item=${node.id}` }]
  })
}

/** Projects that are behind, their approvals beyond the limit of an office, and months of the year that are not told: those that are late, and the one that can be told now. */
async function projectsOf(tx: Tx, ctx: Context, unit: Id): Promise<readonly Owed[]> {
  const rules = await loadRules(tx, ctx.district)
  if (!rules) return []
  const behind = (await findBehind(tx, ctx.district, unit)).map(({ id, name, light, because }): Owed => ({ kind: 'project', key: id, title: same(name), why: because, part: 'lead', dueOn: null, light, page: `/projects/${id}` }))
  const approvals = (await findLateApprovals(tx, ctx, [unit])).map(({ project, name, line, what, grants, due, late }): Owed => ({
    kind: 'approval', key: `${project}/${line}`, title: { zh: `${name}：${what.zh}`, en: `${name}: ${what.en}` }, part: 'lead', dueOn: due, light: null, page: `/projects/${project}`,
    why: { zh: `${grants.zh}超过办理时限${late}个工作日，请催办或协调。`, en: `${grants.en} is ${counted(late, 'working day')} over its limit: press on, or have it settled.` },
  }))
  const due = monthsDue(`${ctx.today().slice(0, 4)}-01-01`, addDays(ctx.today(), 31), rules.light.toldBy)
  const over = due.filter(({ month }) => month < ctx.today().slice(0, 7))
  const untold = await findUntold(tx, ctx.district, over.map(({ month }) => month), MOST, unit)
  return [...behind, ...approvals, ...monthsOwed(untold, new Map(over.map(({ month, lateOn }): [string, Day] => [month, addDays(lateOn, -1)])))]
}

/** Sheets that the unit has to fill; only for those who may know of them. */
async function returnsOf(tx: Tx, ctx: Context, unit: Id): Promise<readonly Owed[]> {
  if (!mayDo(ctx.actor, 'figure.unpublished', unit)) return []
  return (await findWaitingSheets(tx, ctx.district, [unit], 'open')).map(({ id, nameZh, nameEn, period, dueOn, sentBack }): Owed => ({
    kind: 'return', key: id, title: { zh: `${nameZh}（${period}）`, en: `${nameEn} (${period})` }, why: sentBack ? { zh: '被退回，待重报。', en: 'Sent back, to be handed in again.' } : { zh: '没有报送。', en: 'Not handed in.' }, part: 'lead', dueOn, light: null, page: `/returns/${id}`,
  }))
}
