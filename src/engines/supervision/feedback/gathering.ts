/** Brings together what the program knows of every unit for a month. */
import { type Id } from '../../../kernel/id.ts'
import { spanOf } from '../../../kernel/period.ts'
import { addDays, dayOf } from '../../../kernel/time.ts'
import { countDueByLead, seeEveryCase } from '../../cases/index.ts'
import { type Context, type Tx } from '../../context.ts'
import { findUnits } from '../../org/index.ts'
import { latestProgress } from '../../plan/domain/tree.ts'
import { planYear } from '../../plan/index.ts'
import { findOwned, findStalledBlockers, loadRules } from '../../projects/index.ts'
import { answering } from '../domain/answering.ts'
import { type FeedbackGiven } from '../domain/feedback-sheet.ts'
import { standingsOf } from '../standing.ts'
import { findDecisions, findKeepers } from '../store.ts'
import { leavesOfYear } from '../working-out.ts'
import { findDueSheets, findWaitingNotices } from './asked-store.ts'

export type OfUnit = { readonly unit: Id; readonly given: FeedbackGiven }

/** Departments and streets in the order of their codes, each with what it answers for; what communities and grids have is their street's. */
export async function gatherFeedback(tx: Tx, ctx: Context, month: string): Promise<readonly OfUnit[]> {
  const today = ctx.today(), year = Number(month.slice(0, 4)), span = spanOf(month)
  const units = await findUnits(tx, ctx.district), rules = await loadRules(tx, ctx.district)
  await seeEveryCase(tx)
  const projects = rules ? await findOwned(tx, ctx.district, month) : [], blockers = rules ? await findStalledBlockers(tx, ctx.district, addDays(today, -rules.light.blocker.slipping)) : []
  const targets = (await planYear(tx, ctx, year)).lines.filter(line => line.kind === 'target')
  const keepers = await findKeepers(tx, ctx.district, targets.flatMap(line => line.indicator ?? []))
  const commitments = await leavesOfYear(tx, ctx, year)
  const decisions = await standingsOf(tx, ctx, await findDecisions(tx, ctx.district))
  const notices = await findWaitingNotices(tx, ctx.district), sheets = span ? await findDueSheets(tx, ctx.district, span.from, span.to) : []
  const cases = await countDueByLead(tx, ctx, month)

  const answers = answering(units)
  const by = <T>(list: readonly T[], unit: (one: T) => Id | null | undefined) => Map.groupBy(list, one => answers.get(unit(one) ?? '') ?? null)
  const of = { projects: by(projects, one => one.owner), blockers: by(blockers, one => one.unit), targets: by(targets, one => one.indicator && keepers.get(one.indicator)), commitments: by(commitments, one => one.leadUnit), decisions: by(decisions, one => one.node?.leadUnit ?? one.decision.lead), notices: by(notices, one => one.unit), sheets: by(sheets, one => one.unit), cases: by([...cases], ([unit]) => unit) }
  return units.filter(unit => unit.until === null && answers.get(unit.id) === unit.id).map(({ id }) => ({
    unit: id,
    given: {
      projects: (of.projects.get(id) ?? []).map(({ id: project, name, light, because, told }) => ({ name, light, because, told, page: `/projects/${project}` })),
      blockers: (of.blockers.get(id) ?? []).map(({ project, name, title, raisedOn }) => ({ title: `${name}：${title}`, raisedOn, page: `/projects/${project}` })),
      targets: (of.targets.get(id) ?? []).map(({ code, label, light, verdict }) => ({ name: label, light, because: verdict.because, page: `/register/${code}?year=${year}` })),
      commitments: (of.commitments.get(id) ?? []).map(node => ({ id: node.id, title: node.title, light: node.light, dueOn: node.dueOn, share: node.share, doneOn: latestProgress(node)?.onDay ?? null, page: `/plan/${year}?item=${node.id}` })),
      decisions: (of.decisions.get(id) ?? []).flatMap(({ decision: { commitment, words, day, no }, state, node }) => (node ? [{ commitment, words, day, no, state, dueOn: node.dueOn, doneOn: latestProgress(node)?.onDay ?? null, page: `/plan/${node.year}?item=${commitment}` }] : [])),
      notices: (of.notices.get(id) ?? []).map(({ case: notice, number, about, dueAt }) => ({ number, about, dueOn: dueAt && dayOf(dueAt), late: dueAt !== null && dueAt < ctx.now(), page: `/cases/${notice}` })),
      returns: (of.sheets.get(id) ?? []).map(({ id: sheet, zh, en, period, dueOn, toldAt }) => ({ name: { zh, en }, period, dueOn, toldOn: toldAt && dayOf(toldAt), page: `/returns/${sheet}` })),
      cases: (of.cases.get(id) ?? []).reduce((sum, [, share]) => ({ part: sum.part + share.part, whole: sum.whole + share.whole }), { part: 0, whole: 0 }),
    },
  }))
}
