import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Day, dayOf, type Instant } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { LightParameters } from './domain/parameters.ts'
import { type Override } from './schema.ts'

/** An override as it is kept: it stays on file when it is over or withdrawn. */
export type KeptOverride = Override & { readonly id: Id; readonly thing: Id; readonly withdrawn: boolean }

const columns = ['id', 'thing', 'light', 'by_name as by', 'reason', 'until_on as until', 'at', 'withdrawn_at'] as const

/** Overrides of these things, newest first. */
export async function findOverrides(tx: Tx, district: District, things: readonly Id[]): Promise<KeptOverride[]> {
  if (things.length === 0) return []
  const rows = await tx.selectFrom('indicators.light_override').select(columns).where('district', '=', district).where(sql<boolean>`thing = any (${things}::uuid[])`).orderBy('at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(({ withdrawn_at, ...row }) => ({ ...row, withdrawn: withdrawn_at !== null })) as KeptOverride[] // lights are checked by the table
}

/** The override that holds on a day: the newest that was set by then and is neither withdrawn nor over. */
export function overrideOn(day: Day, overrides: readonly KeptOverride[]): KeptOverride | null {
  return overrides.find(o => !o.withdrawn && dayOf(o.at) <= day && day <= o.until) ?? null
}

export async function insertOverride(tx: Tx, district: District, person: Id, override: KeptOverride): Promise<void> {
  const { id, thing, light, reason, at, by, until } = override
  await tx.insertInto('indicators.light_override').values({ district, id, thing, light, reason, at, person, by_name: by, until_on: until }).execute()
}

export async function withdrawOverride(tx: Tx, district: District, id: Id, at: Instant, by: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('indicators.light_override').set({ withdrawn_at: at, withdrawn_by: by }).where('district', '=', district).where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What the district set of the rules for lights, each from its day on. */
export async function findLightRules(tx: Tx, district: District): Promise<LightParameters[]> {
  const rows = await tx.selectFrom('indicators.light_rule').select('parameters').where('district', '=', district).orderBy('from_on').execute()
  return rows.map(row => LightParameters.parse(row.parameters))
}

export async function saveLightRule(tx: Tx, district: District, parameters: LightParameters): Promise<void> {
  await tx.insertInto('indicators.light_rule').values({ district, from_on: parameters.from, parameters: JSON.stringify(parameters) })
    .onConflict(c => c.columns(['district', 'from_on']).doUpdateSet({ parameters: JSON.stringify(parameters) })).execute()
}
