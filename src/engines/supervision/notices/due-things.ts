/** What the rule of notices looks at, in one shape. What nobody owns can be told to nobody and is left out. */
import { type Id } from '../../../kernel/id.ts'
import { addDays, dayOf, type Day } from '../../../kernel/time.ts'
import { type Context, type Tx } from '../../context.ts'
import { findRed, loadRules } from '../../projects/index.ts'
import { lightsOfYear, lightsSince } from '../../plan/index.ts'
import { leavesOfYear } from '../working-out.ts'

/** Something red or late: since when, how far ahead it is in points (negative: behind), who owns it, and the grounds of a notice about it. */
export type DueThing = { readonly id: Id; readonly name: string; readonly unit: Id; readonly since: Day; readonly lead: number | null; readonly grounds: string }

export async function redProjects(tx: Tx, ctx: Context): Promise<readonly DueThing[]> {
  if (!await loadRules(tx, ctx.district)) return []
  return (await findRed(tx, ctx.district)).map(({ id, name, owner, lead, because, since }) => ({ id, name, unit: owner, since, lead, grounds: `“${name}”自${since}起亮红灯。${because.zh}` }))
}

const yearOf = (ctx: Context) => Number(ctx.today().slice(0, 4))

/** Targets of the running year whose light is red. Since when is told by the watch of lights; one that was never looked at counts from today. */
export async function redTargets(tx: Tx, ctx: Context): Promise<readonly DueThing[]> {
  const red = (await lightsOfYear(tx, ctx, yearOf(ctx), ctx.today())).filter(light => light.kind === 'target' && light.light === 'off-pace')
  const known = await lightsSince(tx, ctx.district, red.map(({ thing }) => thing))
  return red.flatMap(({ thing: id, year, name, unit, verdict }) => {
    const at = known.get(id), since = at === undefined ? ctx.today() : dayOf(at)
    return unit === null ? [] : [{ id, name: name.zh.slice(0, 120), unit, since, lead: verdict.gap, grounds: `${year}年目标“${name.zh}”自${since}起亮红灯。${verdict.because.zh}` }]
  })
}

/** Commitments of the running year whose day has passed and which are not done, each at the end of its branch. */
export async function lateCommitments(tx: Tx, ctx: Context): Promise<readonly DueThing[]> {
  return (await leavesOfYear(tx, ctx, yearOf(ctx))).flatMap(({ id, title, dueOn, light, leadUnit }) => (
    leadUnit === null || light === 'done' || dueOn >= ctx.today() ? [] : [{ id, name: title.slice(0, 120), unit: leadUnit, since: addDays(dueOn, 1), lead: null, grounds: `承诺事项“${title}”应于${dueOn}前办结，没有办结。` }]
  ))
}
