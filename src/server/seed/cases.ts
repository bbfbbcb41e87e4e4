import { v7 } from 'uuid'
import { caseTypesOf } from '../../districts/case-types.ts'
import { type DistrictSetup } from '../../districts/district.ts'
import { type DemoStep } from '../../districts/requests/life.ts'
import { demoCases } from '../../districts/requests/requests.ts'
import { type Db } from '../../engines/context.ts'
import { countMonth, findRepeated, type GeneratedCase, seedCases } from '../../engines/cases/index.ts'
import { monthsCounted } from '../../engines/cases/domain/counted-figures.ts'
import { type CaseEvent, type Happened } from '../../engines/cases/schema.ts'
import { type Id } from '../../kernel/id.ts'
import { packs } from '../../packs/index.ts'
import { type Counts, seedContext, writeIfAnything } from './district.ts'
import { seededId, whoActs } from './organisation.ts'

/** Puts the made-up cases of the demonstration in place; null where there are some already. */
export async function placeCases(db: Db, setup: DistrictSetup, count: number): Promise<Counts | null> {
  const ctx = seedContext(db, setup.code)
  return writeIfAnything(ctx, setup, 'cases.generated', async tx => {
    const cases = await seedCases(tx, ctx, () => generated(setup, ctx.now(), count))
    if (cases > 0) for (const month of monthsCounted(ctx.today(), 2)) await countMonth(tx, ctx, month)
    return { cases, repeated: cases === 0 ? 0 : (await findRepeated(tx, ctx)).offered }
  })
}

/** Codes of units and numbers of cases become ids; whoever acted for a unit is its person of the demonstration, or a nameless one. */
function generated(setup: DistrictSetup, now: string, count: number): readonly GeneratedCase[] {
  const cases = demoCases(setup, caseTypesOf(setup, packs, now.slice(0, 10)), { seed: `cases-${setup.code}`, now, count })
  // An id of version 7 holds the time, by which lists are ordered.
  const ids = new Map(cases.map(one => [one.number, v7({ msecs: Date.parse(one.steps[0]?.at ?? now) })]))
  const unitId = (code: string) => seededId(setup.code, 'unit', code)
  const caseId = (number: string) => ids.get(number) ?? v7()
  const acts = whoActs(setup)
  const by = (code: string | null): Happened['by'] => (code === null ? null : acts(code))
  return cases.map(({ number, type, version, steps, reporter }) => ({ id: caseId(number), type, version, reporter, events: steps.map((step: DemoStep, i): Happened => ({ seq: i + 1, at: step.at, by: by(step.by), event: withIds(step.event, unitId, caseId) })) }))
}

function withIds(event: CaseEvent, unitId: (code: string) => Id, caseId: (number: string) => Id): CaseEvent {
  switch (event.kind) {
    case 'received': return { ...event, place: { ...event.place, unit: event.place.unit === null ? null : unitId(event.place.unit) } }
    case 'dispatched': return { ...event, lead: unitId(event.lead), co: event.co.map(unitId) }
    case 'arbitrated':
    case 'transferred': return { ...event, lead: unitId(event.lead) }
    case 'co-asked':
    case 'co-answered':
    case 'co-released': return { ...event, unit: unitId(event.unit) }
    case 'escalated': return { ...event, to: unitId(event.to) }
    case 'merged': return { ...event, into: caseId(event.into) }
    case 'absorbed': return { ...event, other: caseId(event.other) }
    default: return event
  }
}
