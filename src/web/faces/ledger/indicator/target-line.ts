import { yearOnYearOf } from '../../../../engines/indicators/domain/derive.ts'
import { type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { inOrderSaid } from '../../../../engines/indicators/domain/statements.ts'
import { noOutlook } from '../../../../engines/indicators/domain/outlook.ts'
import { inUnit } from '../../../../engines/indicators/domain/units.ts'
import { type PlanLine } from '../../../../engines/plan/schema.ts'

type Target = IndicatorPage['targets'][number]

/** A target of an indicator's page as a line of the plan, so that both show it alike. */
export function lineOf(target: Target, { indicator, figures, unit }: Pick<IndicatorPage, 'indicator' | 'figures' | 'unit'>): PlanLine {
  const { figure } = target
  const used = figure === null ? [] : figure.inputs.length > 0 ? figure.inputs : [figure.id]
  const measure = target.measure || figure?.level?.unit || indicator.unit
  return {
    id: target.id, code: indicator.code, name: indicator.name.zh, label: indicator.name, kind: 'target', indicator: indicator.id, place: unit.name, unit: measure, operator: target.operator,
    target: target.value, stretch: target.stretch, words: target.words, figure: numberBeside(target, measure), period: figure?.period ?? null, targetPeriod: target.period, expected: target.expected, share: target.share, ...noOutlook,
    gap: target.verdict.gap, light: target.light, because: target.verdict.because.zh, verdict: target.verdict, stretchVerdict: target.stretchVerdict, override: target.override, statements: target.statements.length,
    owner: indicator.ownerName, asOf: figure?.saidOn ?? null,
    sources: [
      ...inOrderSaid(target.statements).toReversed().map(statement => ({ of: 'target' as const, id: statement.id, source: statement.source })),
      ...used.flatMap(id => figures.filter(one => one.id === id).map(one => ({ of: 'figure' as const, id, source: one.source }))),
    ],
  }
}

/** The growth of a growth target, the level of a level target in its own measure. */
function numberBeside({ figure, aspect }: Pick<Target, 'figure' | 'aspect'>, measure: string): number | null {
  if (!figure) return null
  return aspect === 'growth' ? yearOnYearOf(figure) : figure.level && inUnit(figure.level, measure)
}
