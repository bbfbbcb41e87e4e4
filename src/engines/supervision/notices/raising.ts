import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dayOf } from '../../../kernel/time.ts'
import { findType, happen, loadCase, openCase, seeEveryCase } from '../../cases/index.ts'
import { type Context, type Note, type Tx } from '../../context.ts'
import { findRed } from '../../projects/index.ts'
import { type NoticeGiven } from './contract.ts'
import { type Grade, gradeAfter, gradeFor } from '../domain/notice-rule.ts'
import { findApproved, findLast, findUnanswered, insertNotice } from './store.ts'

/** The case type of notices, as the pack of supervision brings it. */
const NOTICE = 'supervision-notice'

const categories: Readonly<Record<NoticeGiven['about']['kind'], string>> = { project: 'projects', target: 'targets', commitment: 'promises', case: 'cases' }
const gradeWords: Readonly<Record<Grade, Label>> = { blue: { zh: '提醒', en: 'Reminder' }, orange: { zh: '警示', en: 'Warning' }, red: { zh: '督办', en: 'Notice' } }

type Raised = NoticeGiven & { readonly former: { readonly case: Id; readonly number: string } | null; readonly byRule: boolean }

/** Raises a notice: a case that waits for a leader's approval. Nobody outside supervision is told before. */
export async function raiseNotice(tx: Tx, ctx: Context, note: Note, { about, addressee, grade, grounds, consequence, former, byRule }: Raised): Promise<Result<{ readonly case: Id; readonly number: string }>> {
  if (!await findType(tx, ctx.district, NOTICE)) return refuse('no-notices-here')
  const opened = await openCase(tx, ctx, note, {
    type: NOTICE, category: categories[about.kind], urgency: grade, title: `${gradeWords[grade].zh}：${about.name}`.slice(0, 100), words: grounds, place: { unit: null, address: null, point: null }, channel: 'inspection',
    fields: { grounds, about: about.name, 'about-id': about.id, 'about-kind': about.kind, ...(former && { former: former.number }), ...(consequence !== '' && { consequence }) },
  }, 'staff', null)
  if (!opened.ok) return opened
  await insertNotice(tx, ctx.district, { case: opened.value.id, about, addressee, grade, former: former?.case ?? null, raisedAt: ctx.now(), byRule })
  return ok({ case: opened.value.id, number: opened.value.present.number })
}

/**
 * What happens to notices by itself: a red light brings one, an unanswered one is followed by the next grade, an approved one is
 * issued to whom it is for. Answers how many it moved.
 */
export async function tendNotices(ctx: Context): Promise<number> {
  const done = await ctx.write(async (tx, note) => {
    await seeEveryCase(tx)
    if (!await findType(tx, ctx.district, NOTICE)) return refuse('no-notices-here')
    const moved = await forRed(tx, ctx, note) + await forUnanswered(tx, ctx, note) + await issueApproved(tx, ctx, note)
    return moved === 0 ? { ok: false as const, refused: 'nothing-to-do', facts: {} } : ok(moved) // rolls back nothing and leaves no entry
  })
  return done.ok ? done.value : 0
}

async function forRed(tx: Tx, ctx: Context, note: Note): Promise<number> {
  const red = await findRed(tx, ctx.district)
  const last = await findLast(tx, ctx.district, red.map(({ id }) => id))
  let raised = 0
  for (const { id, name, owner, lead, because, since } of red) {
    const before = last.get(id)
    const grade = gradeFor({ since, lead, last: before ? { open: before.open, raisedOn: dayOf(before.raisedAt) } : null }, ctx.today())
    if (grade === null) continue
    const made = await raiseNotice(tx, ctx, note, { about: { kind: 'project', id, name }, addressee: owner, grade, grounds: `“${name}”自${since}起亮红灯。${because.zh}`, consequence: '', former: null, byRule: true })
    if (made.ok) raised += 1
  }
  return raised
}

async function forUnanswered(tx: Tx, ctx: Context, note: Note): Promise<number> {
  let raised = 0
  for (const { case: id, number, about, addressee, grade, dueAt } of await findUnanswered(tx, ctx.district, ctx.now())) {
    const next = gradeAfter(grade)
    if (next === null) continue
    const made = await raiseNotice(tx, ctx, note, { about, addressee, grade: next, grounds: `督办单${number}须于${dayOf(dueAt)}前反馈，到期没有反馈，也没有申请延期。`, consequence: '', former: { case: id, number }, byRule: true })
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
