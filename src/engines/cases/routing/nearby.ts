import { type Id } from '../../../kernel/id.ts'
import { dayOf } from '../../../kernel/time.ts'
import { type Context, type Tx } from '../../context.ts'
import { scopeOf } from '../../org/domain/permission.ts'
import { findUnits } from '../../org/index.ts'
import { branchOf } from '../domain/clocks.ts'
import { leavesOf } from '../domain/classifier.ts'
import { cellsWithin, metresBetween } from '../domain/ground.ts'
import { lineOf } from '../domain/routing.ts'
import { type CaseType, type Place } from '../schema.ts'
import { branchNames } from '../showing.ts'
import { seeEveryCase } from '../store.ts'
import { type Nearby } from './contract.ts'
import { type CaseNear, findInCells, findInUnit } from './store.ts'

/** Where a category says nothing. */
const NEAR_METRES = 50
/** A category cannot ask for more than this. */
const FARTHEST = 2000
const SINCE_DAYS = 30
const MOST_LOOKED_AT = 500
const MOST_SHOWN = 10

/** Where to look: around a point, or in a community where the point is not known. */
export type Ground = { readonly point: NonNullable<Place['point']> } | { readonly unit: Id }

/**
 * Open cases of the same branch within as many metres as its category says (in the whole community where no point is known), of
 * the last thirty days, the nearest first. From here on the transaction sees every case.
 */
export async function casesNear(tx: Tx, ctx: Context, type: CaseType, category: string, ground: Ground): Promise<{ readonly withinMetres: number; readonly found: readonly (CaseNear & { readonly metres: number | null })[] }> {
  const branch = branchOf(type.categories, category)
  const withinMetres = Math.min(FARTHEST, branch.findLast(c => c.nearMetres !== undefined)?.nearMetres ?? NEAR_METRES)
  const root = branch.at(-2) ?? branch.at(-1)
  const wanted = { type: type.key, categories: root ? leavesOf([root]).map(c => c.key) : [], since: new Date(Date.parse(ctx.now()) - SINCE_DAYS * 86_400_000).toISOString(), most: MOST_LOOKED_AT }
  await seeEveryCase(tx)
  if ('unit' in ground) return { withinMetres, found: (await findInUnit(tx, ctx.district, { ...wanted, unit: ground.unit })).slice(0, MOST_SHOWN).map(one => ({ ...one, metres: null })) }
  const { point } = ground
  const found = (await findInCells(tx, ctx.district, { ...wanted, cells: cellsWithin(point, withinMetres) })).flatMap(one => (one.lng === null || one.lat === null ? [] : [{ ...one, metres: metresBetween(point, { lng: one.lng, lat: one.lat }) }]))
  return { withinMetres, found: found.filter(one => one.metres <= withinMetres).toSorted((a, b) => a.metres - b.metres) }
}

/** The same as pages of staff show it: without words, address or anything else that somebody wrote; which one it is only to those who may see it anyway. */
export async function nearbyCases(tx: Tx, ctx: Context, type: CaseType, category: string, point: NonNullable<Place['point']>, except?: string): Promise<Nearby> {
  const { withinMetres, found } = await casesNear(tx, ctx, type, category, { point })
  const near = found.filter(one => one.id !== except).slice(0, MOST_SHOWN)
  const units = near.length > 0 ? await findUnits(tx, ctx.district) : []
  const scope = scopeOf(ctx.actor, 'case.read')
  return {
    withinMetres, sinceDays: SINCE_DAYS,
    items: near.map(one => ({
      category: branchNames(type, one.category), openedOn: dayOf(one.openedAt), metres: Math.round(one.metres ?? 0), street: lineOf(one.place, units).find(unit => unit.kind === 'street')?.name ?? null, reporters: one.reporters,
      seen: scope === 'district' || one.seenBy.some(unit => scope.has(unit)) ? { id: one.id, number: one.number, title: one.title } : null,
    })),
  }
}
