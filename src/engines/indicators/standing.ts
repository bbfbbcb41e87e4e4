/**
 * Loads what lights rest on and judges many targets at once: the one way by which the register's pages, the plan and the
 * cockpit come to a light.
 */
import { type District, type Id } from '../../kernel/id.ts'
import { type Light, type Verdict } from '../../kernel/light.ts'
import { type Day } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { saidByFormula } from './domain/derive.ts'
import { judge, neededFor, type Judgement } from './domain/judge.ts'
import { input, type Given } from './domain/judging.ts'
import { shownLight } from './domain/light.ts'
import { curveFor, type OwnCurve } from './domain/own-curve.ts'
import { pairOf } from './domain/pairing.ts'
import { parametersOn } from './domain/parameters.ts'
import { inOrderSaid, promisedBy, saidBy, statementWords } from './domain/statements.ts'
import { yearIn } from './domain/spans.ts'
import { type Said } from './domain/vintage.ts'
import { findSaid, type SaidKey, type SaidOf } from './figure-store.ts'
import { findLightRules, findOverrides, overrideOn, type KeptOverride } from './light-store.ts'
import { findCurves } from './pace-store.ts'
import { findIndicatorsOf } from './register-store.ts'
import { type Indicator } from './schema.ts'
import { type TargetNamed } from './target-store.ts'

export type JudgedTarget = Judgement & {
  readonly target: TargetNamed
  readonly indicator: Indicator
  readonly curve: OwnCurve | null
  readonly said: readonly Said[]
  /** Figures of the indicators that a formula works it out from. */
  readonly parts: readonly Said[]
  readonly light: Light
  readonly override: KeptOverride | null
}

/** Judges targets on a day, each as it stood on that day, in the order given. */
export async function judgeTargets(tx: Tx, district: District, present: readonly TargetNamed[], on: Day): Promise<JudgedTarget[]> {
  const targets = present.map(target => asOf(target, on))
  const indicators = await findIndicatorsOf(tx, district, [...new Set(targets.flatMap(t => (t.tiedTo ? [t.indicator, t.tiedTo] : [t.indicator])))])
  const said = Map.groupBy(await findSaid(tx, district, keysOf(targets, indicators)), f => keyOf(f.indicator, f.unit))
  const parameters = parametersOn(on, await findLightRules(tx, district))
  const curves = await findCurves(tx, district, [...indicators.keys()])
  const overrides = Map.groupBy(await findOverrides(tx, district, targets.map(t => t.id)), o => o.thing)
  return targets.flatMap(target => {
    const indicator = indicators.get(target.indicator)
    if (!indicator) return []
    const told = said.get(keyOf(target.indicator, target.unit)) ?? []
    const parts = (indicator.formula?.inputs ?? []).map(id => said.get(keyOf(id, target.unit)) ?? [])
    const own = indicator.formula ? [...told, ...saidByFormula(indicator, parts)] : told
    const curve = curveFor(yearIn(target.period) ?? 0, curves.get(indicator.id) ?? [])
    const judgement = heldAgainst(target, on, judge(target, indicator, own, tiedOf(target, indicators, said, on), on, parameters, curve))
    const override = overrideOn(on, overrides.get(target.id) ?? [])
    return [{ ...judgement, target, indicator, curve, said: own, parts: parts.flat(), override, light: shownLight(judgement.verdict, override, on).light }]
  })
}

/** A target as it was promised by the end of a day. */
function asOf(target: TargetNamed, on: Day): TargetNamed {
  const then = saidBy(target.statements, on)
  return then.length === target.statements.length ? target : { ...target, ...promisedBy(then) }
}

/** Says with a light which statement it is held against. */
function heldAgainst(target: TargetNamed, on: Day, judgement: Judgement): Judgement {
  const statement = inOrderSaid(saidBy(target.statements, on)).at(-1)
  if (!statement) return judgement
  const said = input('statement', statementWords(statement))
  const naming = (verdict: Verdict): Verdict => ({ ...verdict, inputs: [...verdict.inputs, said] })
  return { ...judgement, verdict: naming(judgement.verdict), stretchVerdict: judgement.stretchVerdict && naming(judgement.stretchVerdict) }
}

/** Which figures are needed: one span for each indicator and unit, and one for the levels before it, however many targets ask. */
function keysOf(targets: readonly TargetNamed[], indicators: ReadonlyMap<Id, Indicator>): SaidKey[] {
  const keys = new Map<string, SaidKey>()
  for (const target of targets) {
    for (const id of [target.indicator, ...(target.tiedTo ? [target.tiedTo] : []), ...(indicators.get(target.indicator)?.formula?.inputs ?? [])]) {
      for (const needed of neededFor(target, indicators.get(id) ?? { kind: 'flow' })) {
        const key = `${keyOf(id, target.unit)}/${needed.levelsOnly}`
        const before = keys.get(key)
        keys.set(key, { indicator: id, unit: target.unit, levelsOnly: needed.levelsOnly, from: before && before.from < needed.from ? before.from : needed.from, to: before && before.to > needed.to ? before.to : needed.to })
      }
    }
  }
  return [...keys.values()]
}

const keyOf = (indicator: Id, unit: Id) => `${indicator}/${unit}`

/** The indicator a target is tied to, with its newest growth within the target's period. */
function tiedOf(target: TargetNamed, indicators: ReadonlyMap<Id, Indicator>, said: ReadonlyMap<string, readonly SaidOf[]>, on: Day): Given['tied'] {
  const other = target.tiedTo ? indicators.get(target.tiedTo) : undefined
  if (!other) return null
  const figures = said.get(keyOf(other.id, target.unit)) ?? []
  return { name: other.name, figure: pairOf({ ...target, aspect: 'growth', value: null, operator: 'tied' }, other, figures, on) }
}

/** The light of something that no figure measures: its own verdict, under whatever override holds on that day. */
export async function shownLights(tx: Tx, district: District, things: readonly { readonly id: Id; readonly verdict: Verdict }[], on: Day): Promise<ReadonlyMap<Id, { readonly light: Light; readonly override: KeptOverride | null }>> {
  const overrides = Map.groupBy(await findOverrides(tx, district, things.map(t => t.id)), o => o.thing)
  return new Map(things.map(thing => {
    const override = overrideOn(on, overrides.get(thing.id) ?? [])
    return [thing.id, { override, light: shownLight(thing.verdict, override, on).light }]
  }))
}
