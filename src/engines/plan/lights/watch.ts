/** Compares the lights of the plan with those of the last look, and writes down each that changed. */
import { type District, type Id } from '../../../kernel/id.ts'
import { type Light } from '../../../kernel/light.ts'
import { endOfDay, type Day } from '../../../kernel/time.ts'
import { type Context, type Tx } from '../../context.ts'
import { changesOf, monthEndsOf } from '../domain/light-changes.ts'
import { findKnownLights, insertLightChange, rememberLight } from './store.ts'
import { lightsOfYear } from '../year.ts'

export type Looked = { readonly first: number; readonly changed: number }

/**
 * Looks at every light of a year as it stands on a day, remembers those seen for the first time and writes down those that
 * changed. Looking twice writes nothing the second time; of two programs that look at once, each change is written by one.
 */
export async function lookAtLights(tx: Tx, ctx: Pick<Context, 'district' | 'now' | 'today' | 'newId'>, year: number, on: Day = ctx.today()): Promise<Looked> {
  const now = await lightsOfYear(tx, ctx, year, on)
  const known = await findKnownLights(tx, ctx.district, now.map(standing => standing.thing))
  const { first, changed } = changesOf(known, now)
  const at = on < ctx.today() ? endOfDay(on) : ctx.now()
  for (const standing of first) await rememberLight(tx, ctx.district, standing, null, at)
  let written = 0
  for (const change of changed) {
    if (!await rememberLight(tx, ctx.district, change, change.from, at)) continue
    await insertLightChange(tx, ctx.district, ctx.newId(), change, on, at)
    written += 1
  }
  return { first: first.length, changed: written }
}

/** Goes once through the months of a year whose figures were entered afterwards, so that its lights have their history. Nothing where its lights are known already. */
export async function goThroughYear(tx: Tx, ctx: Pick<Context, 'district' | 'now' | 'today' | 'newId'>, year: number): Promise<number> {
  const [first, ...rest] = monthEndsOf(year, ctx.today())
  if (first === undefined || await isKnown(tx, ctx.district, await thingsOf(tx, ctx, year, first))) return 0
  await lookAtLights(tx, ctx, year, first)
  let changed = 0
  for (const day of rest) changed += (await lookAtLights(tx, ctx, year, day)).changed
  return changed
}

async function thingsOf(tx: Tx, ctx: Pick<Context, 'district' | 'today'>, year: number, on: Day): Promise<Id[]> {
  return (await lightsOfYear(tx, ctx, year, on)).map(standing => standing.thing)
}

async function isKnown(tx: Tx, district: District, things: readonly Id[]): Promise<boolean> {
  const known: ReadonlyMap<Id, Light> = await findKnownLights(tx, district, things)
  return known.size > 0
}
