import { type District, type Id } from '../../kernel/id.ts'
import { spanOf } from '../../kernel/period.ts'
import { type Day } from '../../kernel/time.ts'
import { api as join } from '../api.ts'
import { type Tx } from '../context.ts'
import { handlers } from './api.ts'
import { benchmarkHandlers } from './benchmark-api.ts'
import { benchmarkContract } from './benchmark-contract.ts'
import { contract } from './contract.ts'
import { type RegisterName } from './domain/match.ts'
import { pairOf } from './domain/pairing.ts'
import { parametersOn, type LightParameters } from './domain/parameters.ts'
import { inUnit } from './domain/units.ts'
import { findSaid } from './figure-store.ts'
import { findLightRules } from './light-store.ts'
import { findRegister } from './register-store.ts'
import { type Indicator } from './schema.ts'
import { judgeTargets, type JudgedTarget } from './standing.ts'
import { findTargets, findTargetsByIds } from './target-store.ts'

export const api = join('indicators', contract, handlers)
export const benchmarkApi = join('benchmarks', benchmarkContract, benchmarkHandlers)

/** The names of the whole register, for matching a paper's facts. */
export async function loadRegisterNames(tx: Tx, district: District): Promise<readonly RegisterName[]> {
  return findRegister(tx, district)
}

/** Every target of its own (not the parts into which one was divided) whose period ends in a year, judged on a day, in the order of their indicators' codes. */
export async function judgedTargetsOfYear(tx: Tx, district: District, year: number, on: Day): Promise<JudgedTarget[]> {
  const { rows } = await findTargets(tx, district, { year, whole: true, limit: 5000 })
  return judgeTargets(tx, district, rows, on)
}

/** Every target of one unit whose period ends in a year, its parts of wider targets among them, judged on a day. */
export async function judgedTargetsOfUnit(tx: Tx, district: District, unit: Id, year: number, on: Day): Promise<JudgedTarget[]> {
  const { rows } = await findTargets(tx, district, { year, unit, limit: 5000 })
  return judgeTargets(tx, district, rows, on)
}

/** These targets, judged on a day. */
export async function judgedTargets(tx: Tx, district: District, ids: readonly Id[], on: Day): Promise<JudgedTarget[]> {
  return judgeTargets(tx, district, await findTargetsByIds(tx, district, ids), on)
}

/** The parts into which a target was divided, judged on a day. */
export async function judgedParts(tx: Tx, district: District, whole: Id, on: Day): Promise<JudgedTarget[]> {
  const { rows } = await findTargets(tx, district, { partOf: whole, limit: 5000 })
  return judgeTargets(tx, district, rows, on)
}

/** The level of an indicator over a period for each of these units: told, or summed from its months; in the indicator's own measure. Units without one are left out. */
export async function levelsOver(tx: Tx, district: District, indicator: Indicator, units: readonly Id[], period: string, on: Day): Promise<ReadonlyMap<Id, number>> {
  const span = spanOf(period)
  if (!span) return new Map()
  const said = Map.groupBy(await findSaid(tx, district, units.map(unit => ({ indicator: indicator.id, unit, from: span.from, to: span.to, levelsOnly: true }))), f => f.unit)
  return new Map([...said].flatMap(([unit, figures]) => {
    const pair = pairOf({ operator: '=', value: 0, aspect: 'level', measure: indicator.unit, period }, indicator, figures, on)
    const level = pair?.level && spanOf(pair.period)?.to === span.to ? inUnit(pair.level, indicator.unit) : null
    return level === null ? [] : [[unit, level] as const]
  }))
}

/** The parameters of lights that hold on a day. */
export async function lightParametersOn(tx: Tx, district: District, day: Day): Promise<LightParameters> {
  return parametersOn(day, await findLightRules(tx, district))
}

export { seedPeers, type GeneratedPeer } from './benchmark-api.ts'
export { countEditions, findFiguresByIds, findLastCounted, findProgramFigures, findSaid, findToldFigures, type SaidOf } from './figure-store.ts'
export { type LightParameters } from './domain/parameters.ts'
export { outlooksOf } from './foreseeing.ts'
export { mergeIndicators } from './merging.ts'
export { findQuotedPapers, findTargets, findTargetsByIds, type TargetNamed } from './target-store.ts'
export { findCorrectedFindings, findPublishedBeside, findSums, loadLedgerStamp } from './published-store.ts'
export { heldBackFrom } from './embargo-api.ts'
export { sightOf } from './register-api.ts'
export { findIndicatorsByCode, findIndicatorsOf } from './register-store.ts'
export { takeProgramFigures, type ProgramFigure } from './program-figures.ts'
export { cellsOf, sheetFile, type Cell } from './sheets.ts'
export { numberIn, type SheetPlan, takeSheet, textIn } from './sheet-api.ts'
export { shownLights, type JudgedTarget } from './standing.ts'
export { targetRowFrom } from './target-rows.ts'
export { setOverride, endOverride } from './target-api.ts'
export { seedGenerated, seedLightRules, seedPublished, seedRegister, takeFigures, withdrawOrigin, type CreatedIndicator, type PublishedFigure, type PublishedTarget, type Taken, type TakenFigure, type TakenTarget, type Taking, type Withdrawn } from './taking.ts'
