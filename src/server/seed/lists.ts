import { type DistrictSetup } from '../../districts/district.ts'
import { type DistrictList, type ListedMatter } from '../../districts/lists.ts'
import { type Context, type Db, type Tx } from '../../engines/context.ts'
import { judgedTargetsOfYear } from '../../engines/indicators/index.ts'
import { loadDistrictUnit } from '../../engines/org/index.ts'
import { seedLedger, type SeededEvent, type SeededLine } from '../../engines/plan/index.ts'
import { type Id } from '../../kernel/id.ts'
import { seedContext, writeIfAnything, type Counts } from './district.ts'
import { departmentsByKey, seededId } from './organisation.ts'

/** Puts the ledgers in place that a district has from the start; null where they were there. */
export async function placeLists(db: Db, setup: DistrictSetup, lists: readonly DistrictList[]): Promise<Counts | null> {
  const ctx = seedContext(db, setup.code)
  return writeIfAnything(ctx, setup, 'ledgers.seeded', async tx => {
    let ledgers = 0
    for (const list of lists) {
      const { kind, span, title, source, cap } = list
      const lines = await linesOf(tx, ctx, setup, list)
      if (await seedLedger(tx, ctx, { id: seededId(setup.code, 'ledger', `${kind}/${span}/${title}`), kind, span, title, source, cap: cap ?? null, lines })) ledgers += 1
    }
    return { ledgers }
  })
}

async function linesOf(tx: Tx, ctx: Context, setup: DistrictSetup, list: DistrictList): Promise<SeededLine[]> {
  const district = await loadDistrictUnit(tx, setup.code)
  const judged = await judgedTargetsOfYear(tx, setup.code, Number(list.span.slice(-4)), ctx.today())
  const targetOf = (code: string, period: string, aspect: 'level' | 'growth') => judged.find(({ target, indicator }) => indicator.code === code && target.period === period && target.aspect === aspect && target.unit === district?.id)?.target.id ?? null
  const { source } = list
  if ('targets' in list) return list.targets.flatMap(({ indicator, period, aspect }) => { const target = targetOf(indicator, period, aspect); return target ? [{ target }] : [] })
  const departments = departmentsByKey(setup)
  const unit = (key: string): Id | null => (/^\d+$/.test(key) ? seededId(setup.code, 'unit', key) : departments.get(key) ?? null)
  return list.matters.map(matter => ({
    title: matter.title, leadUnit: unit(matter.lead), coUnits: (matter.with ?? []).flatMap(key => unit(key) ?? []), events: eventsOf(matter, source.kind === 'generated' ? clerk : ctx.actor.name),
    ...(matter.progress && { progress: matter.progress }),
    parts: matter.parts.map(({ title, target, progress }) => ({ title, target: target === undefined ? null : targetOf(target, list.span, 'level'), ...(progress && { progress }) })),
  }))
}

const clerk = '经办人（演示）', supervisor = '督查专员（演示）'
const notes = { accepted: '现场核查，属实（演示）', partly: '抽查20户，16户符合要求（演示）', refused: '现场3条通道复堵，整改后再验（演示）' } as const

function eventsOf({ proved = [], accepted, told = [] }: ListedMatter, by: string): SeededEvent[] {
  const evidence = [...told.map((telling): SeededEvent => ({ what: 'told', ...telling, by })), ...proved.map((proof): SeededEvent => ({ what: 'evidence', ...proof, by: clerk }))]
  if (accepted === undefined) return evidence
  const proposed: SeededEvent = { what: 'proposed', by: clerk }
  return accepted === 'proposed' ? [...evidence, proposed] : [...evidence, proposed, { what: accepted, ...(accepted === 'partly' && { share: 0.8 }), note: notes[accepted], by: supervisor }]
}
