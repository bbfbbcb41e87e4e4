import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Land, type LandPlanned, type LandTold, type WorkAct } from '../works-schema.ts'

type Told = Extract<WorkAct, { kind: 'land-told' }>
type Refused = ReturnType<typeof refuse>

/** What is told of land and demolition, in its order, with what it is held against. */
export const landMeasures = [
  { key: 'signed', of: 'households', zh: '签约户数', en: 'households signed' },
  { key: 'cleared', of: 'households', zh: '清场户数', en: 'households cleared' },
  { key: 'area', of: 'area', zh: '已征土地面积', en: 'land acquired' },
  { key: 'demolished', of: 'buildings', zh: '已拆建筑面积', en: 'buildings torn down' },
] as const satisfies readonly { readonly key: keyof LandTold; readonly of: keyof LandPlanned; readonly zh: string; readonly en: string }[]
export type LandMeasure = (typeof landMeasures)[number]['key']

/** How far it is: of each measure how much of how much. `rate` is null where nothing was planned: nought of nought is no hundred per cent. */
export type LandShown = { readonly on: string | null; readonly rates: readonly { readonly key: LandMeasure; readonly done: number; readonly planned: number; readonly rate: number | null }[]; readonly course: readonly LandTold[] }

/** Land and demolition as a project shows them; null where nothing was planned. */
export function landShown({ planned, told }: Land): LandShown | null {
  if (!planned) return null
  const last = told.at(-1)
  return { on: last?.on ?? null, course: told, rates: landMeasures.map(({ key, of }) => ({ key, done: last?.[key] ?? 0, planned: planned[of], rate: rateOf(last?.[key] ?? 0, planned[of]) })) }
}

export const rateOf = (done: number, planned: number): number | null => (planned > 0 ? done / planned : null)

/** What is told again for the same day takes the place of what was told. */
export function landAfter(land: Land, act: Extract<WorkAct, { kind: `land-${string}` }>, by: string, at: string): Land {
  if (act.kind === 'land-planned') return { ...land, planned: { households: act.households, area: act.area, buildings: act.buildings } }
  const { on, signed, cleared, area, demolished, reason } = act
  return { ...land, told: [...land.told.filter(one => one.on !== on), { on, signed, cleared, area, demolished, reason, by, at }] }
}

/**
 * May this be told? Never more than planned, cleared only what is signed, a day not before the last; less than before only with the
 * reason of the correction. A plan may not fall below what was told.
 */
export function mayLand({ planned, told }: Land, act: Extract<WorkAct, { kind: `land-${string}` }>): Result<null> {
  const last = told.at(-1)
  if (act.kind === 'land-planned') return (last && abovePlan(last, act)) ?? ok(null)
  if (!planned) return refuse('land-not-planned')
  if (last && act.on < last.on) return refuse('land-day-order', { on: act.on, last: last.on })
  if (act.cleared > act.signed) return refuse('land-cleared-unsigned', { cleared: act.cleared, signed: act.signed })
  return abovePlan(act, planned) ?? (last && act.reason === '' ? belowBefore(act, last) : null) ?? ok(null)
}

function abovePlan(told: Pick<Told, LandMeasure>, planned: Pick<LandPlanned, 'households' | 'area' | 'buildings'>): Refused | null {
  const above = landMeasures.find(({ key, of }) => told[key] > planned[of])
  return above ? refuse('land-above-plan', { what: above.zh, whatEn: above.en, told: told[above.key], planned: planned[above.of] }) : null
}

function belowBefore(act: Told, last: LandTold): Refused | null {
  const below = landMeasures.find(({ key }) => act[key] < last[key])
  return below ? refuse('land-below-before', { what: below.zh, whatEn: below.en, told: act[below.key], before: last[below.key], on: last.on }) : null
}
