/** What happens to notices by itself. */
import { ok, refuse } from '../../../kernel/result.ts'
import { dayOf } from '../../../kernel/time.ts'
import { findType, happen, loadCase, seeEveryCase } from '../../cases/index.ts'
import { type Context, type Note, type Tx } from '../../context.ts'
import { gradeAfter, gradeFor, withinDay } from '../domain/notice-rule.ts'
import { type DueThing, lateCommitments, redProjects, redTargets } from './due-things.ts'
import { NOTICE, raiseNotice } from './raising.ts'
import { type AboutKind, type Grade, type NoticeRule } from './schema.ts'
import { countRaised, findApproved, findLast, findLeft, findUnanswered, loadRule, saveLeft } from './store.ts'

/** What is done in a turn; and how many things of each kind had to be left for another day. */
type Turn = { readonly moved: number; readonly left: Partial<Record<AboutKind, number>> }

/**
 * A red project brings a notice, an unanswered one is followed by the next grade, an approved one is issued to whom it is for: as far as
 * the district's rule says so. Answers how many it moved.
 */
export async function tendNotices(ctx: Context): Promise<number> {
  return turn(ctx, async (tx, note, rule) => {
    const raised = rule?.covers.includes('project') ? await raiseFor(tx, ctx, note, rule, 'project', await redProjects(tx, ctx)) : null
    const followed = rule?.stepUp ? await forUnanswered(tx, ctx, note) : 0
    return { moved: (raised?.moved ?? 0) + followed + await issueApproved(tx, ctx, note), left: raised?.left ?? {} }
  })
}

/** Red targets and late commitments of the running year bring notices where the rule covers them. The plan takes longer to look at than projects, so this is done less often. */
export async function tendPlanNotices(ctx: Context): Promise<number> {
  return turn(ctx, async (tx, note, rule) => {
    const targets = rule?.covers.includes('target') ? await raiseFor(tx, ctx, note, rule, 'target', await redTargets(tx, ctx)) : null
    const commitments = rule?.covers.includes('commitment') ? await raiseFor(tx, ctx, note, rule, 'commitment', await lateCommitments(tx, ctx)) : null
    return { moved: (targets?.moved ?? 0) + (commitments?.moved ?? 0), left: { ...targets?.left, ...commitments?.left } }
  })
}

async function turn(ctx: Context, work: (tx: Tx, note: Note, rule: NoticeRule | null) => Promise<Turn>): Promise<number> {
  let kinds: readonly [AboutKind, number][] = []
  const done = await ctx.write(async (tx, note) => {
    await seeEveryCase(tx)
    if (!await findType(tx, ctx.district, NOTICE)) return refuse('no-notices-here')
    const { moved, left } = await work(tx, note, await loadRule(tx, ctx.district))
    const known = await findLeft(tx, ctx.district, ctx.today())
    kinds = (Object.entries(left) as [AboutKind, number][]).filter(([kind, n]) => n !== (known.get(kind) ?? 0)) // the keys are the kinds by its type
    return moved === 0 ? { ok: false as const, refused: 'nothing-to-do', facts: {} } : ok(moved) // rolls back nothing and leaves no entry
  })
  // How many are left is no act: it follows from the rule, and is kept only for the register to say it.
  if (kinds.length > 0) await ctx.mark(async tx => { for (const [kind, n] of kinds) await saveLeft(tx, ctx.district, kind, ctx.today(), n) })
  return done.ok ? done.value : 0
}

async function raiseFor(tx: Tx, ctx: Context, note: Note, rule: NoticeRule, kind: AboutKind, things: readonly DueThing[]): Promise<Turn> {
  const last = await findLast(tx, ctx.district, things.map(({ id }) => id))
  const ready = things.flatMap((thing): (DueThing & { readonly grade: Grade })[] => {
    const before = last.get(thing.id)
    const grade = gradeFor({ since: thing.since, lead: thing.lead, last: before ? { open: before.open, raisedOn: dayOf(before.raisedAt) } : null }, ctx.today(), rule)
    return grade === null ? [] : [{ ...thing, grade }]
  })
  if (ready.length === 0) return { moved: 0, left: { [kind]: 0 } }
  const { now, left } = withinDay(ready, await countRaised(tx, ctx.district, ctx.today()), rule)
  let moved = 0
  for (const { id, name, unit, grade, grounds } of now) {
    const made = await raiseNotice(tx, ctx, note, { about: { kind, id, name }, addressee: unit, grade, grounds, consequence: '', former: null, by: 'rule' })
    if (made.ok) moved += 1
  }
  return { moved, left: { [kind]: left } }
}

async function forUnanswered(tx: Tx, ctx: Context, note: Note): Promise<number> {
  let raised = 0
  for (const { case: id, number, about, addressee, grade, dueAt } of await findUnanswered(tx, ctx.district, ctx.now())) {
    const next = gradeAfter(grade)
    if (next === null) continue
    const made = await raiseNotice(tx, ctx, note, { about, addressee, grade: next, grounds: `督办单${number}须于${dayOf(dueAt)}前反馈，到期没有反馈，也没有申请延期。`, consequence: '', former: { case: id, number }, by: 'rule' })
    if (made.ok) raised += 1
  }
  return raised
}

async function issueApproved(tx: Tx, ctx: Context, note: Note): Promise<number> {
  let issued = 0
  for (const { case: id, addressee } of await findApproved(tx, ctx.district)) {
    const found = await loadCase(tx, ctx.district, { id })
    const done = found && await happen(tx, ctx, note, found, { kind: 'dispatched', lead: addressee, co: [], words: '' }, { by: null, standing: { parties: new Set(['program']), units: [] } }, found.present.seq)
    if (done?.ok) issued += 1
  }
  return issued
}
