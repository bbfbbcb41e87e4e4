import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { findType, openCase } from '../../cases/index.ts'
import { type Context, type Note, type Tx } from '../../context.ts'
import { type NoticeGiven } from './contract.ts'
import { type AboutKind, type Grade } from './schema.ts'
import { insertNotice, isNotice, loadRule } from './store.ts'
import { isThere } from './subject.ts'

/** The case type of notices, as the pack of supervision brings it. */
export const NOTICE = 'supervision-notice'

const categories: Readonly<Record<AboutKind, string>> = { project: 'projects', target: 'targets', commitment: 'promises', case: 'cases' }
const titles: Readonly<Record<Grade, Label>> = { blue: { zh: '提醒', en: 'Reminder' }, orange: { zh: '警示', en: 'Warning' }, red: { zh: '督办', en: 'Notice' } }

/** `by`: a person, or the rule; `former`: the notice of a lower grade that nobody answered. */
type Raised = NoticeGiven & { readonly former: { readonly case: Id; readonly number: string } | null; readonly by: 'person' | 'rule' }

/**
 * Raises a notice: a case that waits for approval by somebody other than who raised it. Nobody outside supervision is told before.
 * Where nothing else is said, what follows upon silence is what the rule says of the grade.
 */
export async function raiseNotice(tx: Tx, ctx: Context, note: Note, { about, addressee, grade, grounds, consequence: given, former, by }: Raised): Promise<Result<{ readonly case: Id; readonly number: string }>> {
  if (!await findType(tx, ctx.district, NOTICE)) return refuse('no-notices-here')
  if (by === 'person' && !await isThere(tx, ctx.district, about)) return refuse('notice-about-nothing', { name: about.name })
  if (about.kind === 'case' && await isNotice(tx, ctx.district, about.id)) return refuse('notice-about-notice', { name: about.name })
  const consequence = given === '' ? (await loadRule(tx, ctx.district))?.consequences[grade].zh ?? '' : given
  const opened = await openCase(tx, ctx, note, {
    type: NOTICE, category: categories[about.kind], urgency: grade, title: `${titles[grade].zh}：${about.name}`.slice(0, 100), words: grounds, place: { unit: null, address: null, point: null }, channel: 'inspection',
    fields: { grounds, about: about.name, 'about-id': about.id, 'about-kind': about.kind, ...(former && { former: former.number }), ...(consequence !== '' && { consequence }) },
  }, by === 'person' ? 'staff' : 'program', null)
  if (!opened.ok) return opened
  await insertNotice(tx, ctx.district, { case: opened.value.id, about, addressee, grade, former: former?.case ?? null, raisedAt: ctx.now(), raisedBy: by === 'person' ? { person: ctx.actor.person, name: ctx.actor.name } : null, consequence })
  return ok({ case: opened.value.id, number: opened.value.present.number })
}
