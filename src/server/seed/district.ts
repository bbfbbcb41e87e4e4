import { v7 } from 'uuid'
import { caseTypesOf } from '../../districts/case-types.ts'
import { type DistrictSetup } from '../../districts/district.ts'
import { type GeneratedRow } from '../../districts/yuexiu-series/series.ts'
import { type Context, type Db, type Tx } from '../../engines/context.ts'
import { type PublishedFigure, type PublishedTarget, type GeneratedPeer, seedGenerated, seedLightRules, seedPeers, seedPublished, seedRegister } from '../../engines/indicators/index.ts'
import { seedCaseTypes, seedCountedFigures, seedDirectories } from '../../engines/cases/index.ts'
import { findPlanYears, goThroughYear, type PublishedAwaited, seedAwaited, seedLedgerKinds } from '../../engines/plan/index.ts'
import { type PublishedMention, type PublishedThread, seedThreads } from '../../engines/documents/index.ts'
import { seedProjectRules } from '../../engines/projects/index.ts'
import { seedNoticeRule } from '../../engines/supervision/index.ts'
import { seedForms } from '../../engines/returns/index.ts'
import { loadDistrictUnit, seedOrganisation } from '../../engines/org/index.ts'
import { type Person, type Post } from '../../engines/org/schema.ts'
import { type District } from '../../kernel/id.ts'
import { packs } from '../../packs/index.ts'
import { systemContext } from '../context.ts'
import { departmentsByKey, seededId, seededUnits } from './organisation.ts'

export type Counts = Readonly<Record<string, number>>

/** Puts units and people of a district in place; answers null where everything was there already. */
export async function placeUnits(db: Db, setup: DistrictSetup, given: { readonly people: readonly Person[]; readonly posts: readonly Post[]; readonly generated: boolean }): Promise<Counts | null> {
  const ctx = seedContext(db, setup.code)
  const units = seededUnits(setup).filter(unit => given.generated || !unit.generated)
  return writeIfAnything(ctx, setup, 'district.seeded', tx => seedOrganisation(tx, setup.code, { units, people: given.people, posts: given.posts }, ctx.now(), v7))
}

/** Puts the register of the district's packs, its parameters of lights and published rows in place; null where nothing was missing. */
export async function placeLedger(db: Db, setup: DistrictSetup, rows: { readonly figures: readonly PublishedFigure[]; readonly targets: readonly PublishedTarget[]; readonly threads?: readonly PublishedThread[]; readonly mentions?: readonly PublishedMention[]; readonly awaited?: readonly PublishedAwaited[] }): Promise<Counts | null> {
  const ctx = seedContext(db, setup.code)
  const departments = departmentsByKey(setup)
  return writeIfAnything(ctx, setup, 'ledger.seeded', async tx => {
    const on = packs.filter(pack => setup.packs.includes(pack.id))
    const register = await seedRegister(tx, ctx, on.flatMap(pack => pack.indicators ?? []), key => departments.get(key) ?? null)
    await seedLightRules(tx, ctx, setup.lights)
    const ledgerKinds = await seedLedgerKinds(tx, ctx, on.flatMap(pack => pack.ledgers ?? []))
    const forms = await seedForms(tx, ctx, on.flatMap(pack => pack.forms ?? []))
    const caseTypes = await seedCaseTypes(tx, ctx, caseTypesOf(setup, packs, ctx.today()), key => departments.get(key) ?? null)
    const countedFigures = await seedCountedFigures(tx, ctx, on.flatMap(pack => pack.countedFigures ?? []))
    const projectRules = await seedProjectRules(tx, ctx, on.flatMap(pack => pack.projects ?? []))
    const noticeRule = await seedNoticeRule(tx, ctx, on.flatMap(pack => pack.notices ?? []))
    const directories = await seedDirectories(tx, ctx, on.flatMap(pack => pack.directories ?? []))
    const unit = await loadDistrictUnit(tx, setup.code)
    if (!unit) throw new Error(`${setup.name.zh}还没有单位。 ${setup.name.en} has no units yet.`)
    const { figures, targets, unknown } = await seedPublished(tx, ctx, unit.id, rows)
    if (unknown.length > 0) throw new Error(`公开数值引用了没有的指标：${unknown.join('、')}。 Published rows name unknown indicators: ${unknown.join(', ')}.`)
    const followed = await seedThreads(tx, ctx, rows.threads ?? [], rows.mentions ?? [])
    const awaited = await seedAwaited(tx, ctx, rows.awaited ?? [])
    return { awaited, added: register.added, changed: register.changed, ledgerKinds, forms, caseTypes, countedFigures, directories, projectRules, noticeRule, figures, targets, ...followed }
  })
}

/** Goes once through the months of the years whose figures were seeded, so that their lights have a history; null where they have one. */
export async function goThroughLights(db: Db, setup: DistrictSetup): Promise<Counts | null> {
  const ctx = seedContext(db, setup.code)
  return writeIfAnything(ctx, setup, 'lights.gone-through', async tx => {
    const counts: Record<string, number> = {}
    for (const year of (await findPlanYears(tx, setup.code)).filter(year => year <= Number(ctx.today().slice(0, 4))).toSorted()) counts[year] = await goThroughYear(tx, ctx, year)
    return counts
  })
}

/** Puts made-up series in place, of the district and of its streets; null where nothing was missing. */
export async function placeSeries(db: Db, setup: DistrictSetup, rows: readonly GeneratedRow[]): Promise<Counts | null> {
  const ctx = seedContext(db, setup.code)
  return writeIfAnything(ctx, setup, 'series.generated', async tx => {
    const { figures, unknown } = await seedGenerated(tx, ctx, rows.map(({ street, ...row }) => ({ ...row, unit: seededId(setup.code, 'unit', street ?? String(setup.code)) })))
    if (unknown.length > 0) throw new Error(`生成的数值引用了没有的指标：${unknown.join('、')}。 Generated rows name unknown indicators: ${unknown.join(', ')}.`)
    return { figures }
  })
}

/** Puts made-up districts beside a district's indicators; null where they were there already. */
export async function placePeers(db: Db, setup: DistrictSetup, rows: readonly GeneratedPeer[]): Promise<Counts | null> {
  const ctx = seedContext(db, setup.code)
  return writeIfAnything(ctx, setup, 'peers.generated', tx => seedPeers(tx, ctx, rows))
}

/** Runs one step; leaves an entry in the trail, and answers the counts, only where it wrote something. */
export async function writeIfAnything(ctx: Context, setup: DistrictSetup, verb: string, work: (tx: Tx) => Promise<Counts>): Promise<Counts | null> {
  const result = await ctx.write(async (tx, note) => {
    const made = await work(tx)
    if (Object.values(made).every(count => count === 0)) return { ok: false as const, refused: 'nothing-to-do', facts: {} }
    await note({ verb, thing: 'district', thingId: String(setup.code), detail: { ...made } })
    return { ok: true as const, made }
  })
  return result.ok ? result.made : null
}

/** The seed acts as a planner of no unit; the trail names it. */
export function seedContext(db: Db, district: District): Context {
  return systemContext(db, district, () => new Date().toISOString(), '初始数据 seed')
}
