import { v7 } from 'uuid'
import { type DistrictSetup } from '../../districts/district.ts'
import { districts } from '../../districts/index.ts'
import { yuexiuFigures, yuexiuTargets } from '../../districts/yuexiu-figures/all.ts'
import { type Context } from '../../engines/context.ts'
import { seedLightRules, seedPublished, seedRegister } from '../../engines/indicators/index.ts'
import { loadDistrictUnit, seedOrganisation } from '../../engines/org/index.ts'
import { actorOn } from '../../engines/org/domain/permission.ts'
import { type District, type Id } from '../../kernel/id.ts'
import { type Label } from '../../kernel/label.ts'
import { packs } from '../../packs/index.ts'
import { makeContext } from '../context.ts'
import { type Progress, type Store } from '../store.ts'
import { departmentsByKey, seededPeople, seededUnits } from './organisation.ts'

/** What the published papers of a district give; none for a district whose papers are not at hand. */
const published: ReadonlyMap<District, { readonly figures: typeof yuexiuFigures; readonly targets: typeof yuexiuTargets }> = new Map([[440104, { figures: yuexiuFigures, targets: yuexiuTargets }]])

/** Makes the demonstration districts in a database that is marked for it (`mode.ts`), or completes them; what is there already stays. */
export async function seedDemonstration(store: Pick<Store, 'db'>, progress: Progress): Promise<void> {
  for (const setup of districts) for (const told of [await seedUnits(store, setup), await seedLedger(store, setup)]) if (told) progress(told)
}

/** Units and generated people. */
async function seedUnits({ db }: Pick<Store, 'db'>, setup: DistrictSetup): Promise<Label | null> {
  const ctx = seedContext(db, setup.code)
  const made = await writeIfAnything(ctx, setup, 'district.seeded', tx => seedOrganisation(tx, setup.code, { units: seededUnits(setup), ...seededPeople(setup) }, ctx.now(), v7))
  return made && { zh: `已写入${setup.name.zh}：${made['units']} 个单位，${made['people']} 名演示人员`, en: `${setup.name.en}: ${made['units']} units and ${made['people']} people of the demonstration` }
}

/** The register of the district's packs, its parameters of lights, and its published figures and targets. */
async function seedLedger({ db }: Pick<Store, 'db'>, setup: DistrictSetup): Promise<Label | null> {
  const ctx = seedContext(db, setup.code)
  const departments = departmentsByKey(setup)
  const made = await writeIfAnything(ctx, setup, 'ledger.seeded', async tx => {
    const on = packs.filter(pack => setup.packs.includes(pack.id))
    const register = await seedRegister(tx, ctx, on.flatMap(pack => pack.indicators ?? []), key => departments.get(key) ?? null)
    await seedLightRules(tx, ctx, setup.lights)
    const unit = await loadDistrictUnit(tx, setup.code)
    const rows = published.get(setup.code)
    const brought = rows && unit ? await seedPublished(tx, ctx, unit.id, rows) : { figures: 0, targets: 0 }
    return { added: register.added, changed: register.changed, figures: brought.figures, targets: brought.targets }
  })
  return made && { zh: `已写入${setup.name.zh}：${made['added']} 个指标，${made['figures']} 个公开数值，${made['targets']} 个公开目标`, en: `${setup.name.en}: ${made['added']} indicators, ${made['figures']} published figures, ${made['targets']} published targets` }
}

/** Runs one step of the seed; leaves an entry in the trail, and answers the counts, only where it wrote something. */
async function writeIfAnything(ctx: Context, setup: DistrictSetup, verb: string, work: (tx: Parameters<Parameters<Context['write']>[0]>[0]) => Promise<Readonly<Record<string, number>>>): Promise<Readonly<Record<string, number>> | null> {
  const result = await ctx.write(async (tx, note) => {
    const made = await work(tx)
    if (Object.values(made).every(count => count === 0)) return { ok: false as const, refused: 'nothing-to-do', facts: {} }
    await note({ verb, thing: 'district', thingId: String(setup.code), detail: { ...made } })
    return { ok: true as const, made }
  })
  return result.ok ? result.made : null
}

/** The seed acts as a planner of no unit; the trail names it. */
function seedContext(db: Store['db'], district: District): Context {
  const clock = () => new Date().toISOString()
  const person: Id = '00000000-0000-8000-8000-000000000000'
  const actor = actorOn('2000-01-01', { id: person, name: '演示数据 seed' }, [{ id: person, person, unit: person, role: 'planner', title: '', from: '2000-01-01', until: null }], [], [])
  return makeContext(db, { district, actor, requestId: 'seed' }, clock)
}
