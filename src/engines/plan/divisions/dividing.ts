/** Divisions of targets as they are kept, put in force and ended. */
import { type District, type Id } from '../../../kernel/id.ts'
import { spanOf } from '../../../kernel/period.ts'
import { refuse, type Result } from '../../../kernel/result.ts'
import { type Day, type Instant } from '../../../kernel/time.ts'
import { type Context, type Note, type Tx } from '../../context.ts'
import { judgedParts, judgedTargets, judgedTargetsOfYear, levelsOver, takeFigures, targetRowFrom, withdrawOrigin as withdrawFigures, type JudgedTarget, type TakenTarget } from '../../indicators/index.ts'
import { yearBefore } from '../../indicators/domain/derive.ts'
import { wordsOf } from '../../indicators/domain/statements.ts'
import { type Aspect } from '../../indicators/schema.ts'
import { mayDo } from '../../org/domain/permission.ts'
import { holdsOn } from '../../org/domain/tree.ts'
import { findUnits } from '../../org/index.ts'
import { type DivisionPage, type DivisionRow } from '../contract.ts'
import { applied, divisionOf } from '../domain/division.ts'
import * as store from './store.ts'
import { type DivisionMatter, type KeptDivision } from './store.ts'
import { type Division, type DivisionEvent, type DivisionStep, type DivisionTerms } from '../schema.ts'
import { targetLines } from '../year.ts'

/** Everything about the divisions of a target: who may take a part, the editions, and how the parts in force stand. */
export async function divisionPage(tx: Tx, district: District, whole: JudgedTarget, on: Day): Promise<DivisionPage> {
  const { target, indicator } = whole
  const editions = await store.findDivisionsOf(tx, district, [target.id])
  const named = new Set(editions.flatMap(({ division }) => division.terms.parts.map(part => part.unit)))
  const units = (await findUnits(tx, district)).filter(unit => (unit.parent === target.unit && unit.kind !== 'grid' && holdsOn(on, unit)) || named.has(unit.id))
  const period = yearBefore(target.period)
  const parts = await judgedParts(tx, district, target.id, on)
  const lines = new Map((await targetLines(tx, district, [whole, ...parts], [], on)).map(line => [line.id, line]))
  const line = lines.get(target.id)
  if (!line) throw new Error('A judged target always has its line')
  const levels = period === null ? new Map<Id, number>() : await levelsOver(tx, district, indicator, units.map(unit => unit.id), period, on)
  return {
    target: targetRowFrom(whole),
    line,
    before: period === null ? null : { period, measure: indicator.unit },
    units: units.map(({ id, name, kind }) => ({ id, name, kind, lastYear: levels.get(id) ?? null })),
    editions: editions.map(rowFrom),
    standing: parts.flatMap(part => { const own = lines.get(part.target.id); return own ? [{ unit: part.target.unit, line: own }] : [] }),
  }
}

export function rowFrom({ division, history }: KeptDivision): DivisionRow {
  return { ...division, history: [...history] }
}

/** The target of a division with its light, or null where it is gone. */
export async function wholeOf(tx: Tx, district: District, target: Id, on: Day): Promise<JudgedTarget | null> {
  return (await judgedTargets(tx, district, [target], on))[0] ?? null
}

/** Takes one step of an edition: folds it, saves it with the version check, appends it to the history, notes it. */
export async function step(tx: Tx, ctx: Context, note: Note, division: Division, event: DivisionEvent, detail: Readonly<Record<string, unknown>> = {}): Promise<Result<Division, 'changed-meanwhile'>> {
  const taken = { at: ctx.now(), by: ctx.actor.name, event }
  const after = applied(division, taken)
  if (!after || !(await store.saveDivision(tx, ctx, after, division.version))) return refuse('changed-meanwhile', { edition: division.edition })
  await store.appendStep(tx, ctx, division.id, taken)
  await note({ verb: `division.${event.kind}`, thing: 'division', thingId: division.id, unit: 'unit' in event ? event.unit : null, detail: { target: division.target, edition: division.edition, ...detail } })
  return { ok: true, value: after }
}

/**
 * Puts an edition in force: the one before it is superseded, and each part becomes a target of its unit, said by this edition.
 * A unit that was in the edition before and is no longer keeps its target as a line without a number, so that its year stays readable.
 */
export async function enforce(tx: Tx, ctx: Context, note: Note, division: Division, whole: JudgedTarget, reason: string | null): Promise<Result<Division, 'changed-meanwhile'>> {
  const on = ctx.today()
  const before = (await store.findDivisionsOf(tx, ctx.district, [division.target])).find(({ division: other }) => other.state === 'in-force')?.division ?? null
  if (before) {
    const superseded = await step(tx, ctx, note, before, { kind: 'superseded', on, by: division.id })
    if (!superseded.ok) return superseded
  }
  const inForce = await step(tx, ctx, note, division, { kind: 'enforced', on, reason }, { parts: division.terms.parts.length, ...(reason !== null && { reason }) })
  if (!inForce.ok) return inForce
  const dropped = (before?.terms.parts ?? []).filter(part => !division.terms.parts.some(p => p.unit === part.unit))
  await takeFigures(tx, ctx, { origin: division.id, figures: [], targets: [...statementsOf(division, whole, on), ...dropped.map(part => noLonger(division, whole, part.unit, on))] })
  return inForce
}

/** What a statement of every part has in common with the whole. */
function statementFor(division: Division, { target }: JudgedTarget, unit: Id, on: Day): Omit<TakenTarget, 'operator' | 'value' | 'reference' | 'words'> {
  const { indicator, period, aspect, measure, nature, id } = target
  const signedBy = division.signatures.find(signature => signature.unit === unit)?.by ?? null
  return { fact: unit, indicator, unit, period, aspect, measure, nature, stretch: null, hedge: null, verb: null, partOf: id, saidOn: on, source: { kind: 'division', division: division.id, target: id, year: yearOfTarget(period), edition: division.edition, signedBy, on } }
}

function statementsOf(division: Division, whole: JudgedTarget, on: Day): TakenTarget[] {
  const { operator, measure, aspect } = whole.target
  return division.terms.parts.map(({ unit, value }) => ({ ...statementFor(division, whole, unit, on), operator, value, reference: null, words: wordsOf({ operator, value, measure, aspect, stretch: null }) }))
}

function noLonger(division: Division, whole: JudgedTarget, unit: Id, on: Day): TakenTarget {
  return { ...statementFor(division, whole, unit, on), operator: 'pending', value: null, reference: `第${division.edition}版分解不再列入`, words: `不再承担（第${division.edition}版分解）` }
}

export function yearOfTarget(period: string): number {
  return Number(spanOf(period)?.to.slice(0, 4))
}

/** A division that comes with its history, as a demonstration has it. */
export type SeededDivision = { readonly indicator: string; readonly year: number; readonly aspect: Aspect; readonly drafted: { readonly at: Instant; readonly by: string }; readonly terms: (whole: number, levels: ReadonlyMap<Id, number>) => DivisionTerms; readonly history: (terms: DivisionTerms) => readonly DivisionStep[] }

/** Writes such a division of a target of the whole district, unless that target has been divided before. Answers whether it was written; the caller notes it. */
export async function seedDivision(tx: Tx, ctx: Context, takers: readonly Id[], given: SeededDivision): Promise<boolean> {
  const whole = (await judgedTargetsOfYear(tx, ctx.district, given.year, ctx.today())).find(j => j.indicator.code === given.indicator && j.target.aspect === given.aspect)
  if (!whole || whole.target.value === null || (await store.findDivisionsOf(tx, ctx.district, [whole.target.id])).length > 0) return false
  const period = yearBefore(whole.target.period)
  const terms = given.terms(whole.target.value, period === null ? new Map() : await levelsOver(tx, ctx.district, whole.indicator, takers, period, ctx.today()))
  const id = ctx.newId()
  const steps: DivisionStep[] = [{ ...given.drafted, event: { kind: 'drafted', id, target: whole.target.id, edition: 1, terms } }, ...given.history(terms)]
  const division = divisionOf(steps)
  if (!division || !(await store.insertDivision(tx, ctx, division))) return false
  for (const taken of steps) await store.appendStep(tx, ctx, id, taken)
  if (division.inForceOn !== null) await takeFigures(tx, ctx, { origin: id, figures: [], targets: statementsOf(division, whole, division.inForceOn) })
  return true
}

/**
 * Ends every division of targets that are gone, because the paper that promised them was retracted, and takes away what the
 * divisions said. Answers the targets of units that went with them. Within the caller's transaction; the caller notes it.
 */
export async function endDivisionsOf(tx: Tx, ctx: Context, targets: readonly Id[], reason: string): Promise<Id[]> {
  const gone: Id[] = []
  for (const { division } of await store.findDivisionsOf(tx, ctx.district, targets)) {
    const taken = { at: ctx.now(), by: ctx.actor.name, event: { kind: 'withdrawn', reason } } as const
    const after = applied(division, taken)
    if (after && after.state !== division.state && await store.saveDivision(tx, ctx, after, division.version)) await store.appendStep(tx, ctx, division.id, taken)
    gone.push(...(await withdrawFigures(tx, ctx, division.id)).targetsGone)
  }
  return gone
}

/** Where two targets became one: the divisions of the first go to the second, unless that has its own; then they end. */
export async function moveDivisions(tx: Tx, ctx: Context, joined: readonly { readonly from: Id; readonly into: Id }[]): Promise<void> {
  for (const { from, into } of joined) {
    if ((await store.findDivisionsOf(tx, ctx.district, [into])).length > 0) { await endDivisionsOf(tx, ctx, [from], '指标合并 the indicators were merged'); continue }
    for (const { division } of await store.findDivisionsOf(tx, ctx.district, [from])) await store.saveDivision(tx, ctx, { ...division, target: into, version: division.version + 1 }, division.version)
  }
}

/** What of the divisions waits for this person: parts to sign for the heads of units; for planners what came back and what no longer adds up. */
export async function divisionMatters(tx: Tx, ctx: Pick<Context, 'district' | 'actor'>): Promise<DivisionMatter[]> {
  const matters = await store.findMatters(tx, ctx.district)
  return matters.filter(matter => (matter.kind === 'sign' ? mayDo(ctx.actor, 'part.sign', matter.unit) : mayDo(ctx.actor, 'plan.edit', null)))
}
