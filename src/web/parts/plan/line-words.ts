import { type PlanLine } from '../../../engines/plan/schema.ts'
import { type Id } from '../../../kernel/id.ts'
import { type Label, type Language } from '../../../kernel/label.ts'
import { spanOf } from '../../../kernel/period.ts'
import { type Quantity } from '../../../kernel/quantity.ts'
import { type Source } from '../../../kernel/source.ts'
import { dayText, quantityText } from '../../format.ts'
import { say } from '../../words.ts'

type Aim = Pick<PlanLine, 'words' | 'kind' | 'operator' | 'target' | 'stretch' | 'unit' | 'targetPeriod'>

const aims = {
  growth: { zh: '增长{amount}', en: 'growth of {amount}' },
  '>=': { zh: '{amount}以上', en: 'at least {amount}' },
  '<=': { zh: '不超过{amount}', en: 'at most {amount}' },
  '~': { zh: '{amount}左右', en: 'about {amount}' },
  '=': { zh: '{amount}', en: '{amount}' },
  municipality: { zh: '市下达目标', en: 'as set by the municipality' },
  tied: { zh: '与另一指标同步', en: 'in step with another indicator' },
  pending: { zh: '待定', en: 'not yet set' },
  stretch: { zh: '{floor}，力争{stretch}', en: '{floor}, striving for {stretch}' },
  due: { zh: '{day}前完成', en: 'to be done by {day}' },
} as const satisfies Record<string, Label>

/** Verbs that carry how firmly a number is promised; the English follows them, since the paper meant them. */
const verbs: readonly Label[] = [{ zh: '确保', en: 'ensure' }, { zh: '完成', en: 'complete' }, { zh: '力争', en: 'strive for' }, { zh: '争取', en: 'strive for' }]

/** The target of a line in its own words, 增长10%以上; English is put together from the same parts. */
export function targetWords(line: Aim, language: Language): string {
  if (language === 'zh') return line.words
  if (line.kind === 'commitment') return say(aims.due, language, { day: dayText(line.targetPeriod, language) })
  const operator = line.operator ?? '='
  const amount = (value: number | null) => quantityText(value === null ? null : { value, unit: line.unit }, language)
  const aim = say(aims[operator], language, { amount: amount(line.target) })
  const said = line.words.includes('增长') ? say(aims.growth, language, { amount: aim }) : aim
  const floor = line.stretch === null ? said : say(aims.stretch, language, { floor: said, stretch: amount(line.stretch) })
  const verb = line.target === null ? undefined : verbs.find(one => line.words.startsWith(one.zh))
  return verb ? `${verb.en} ${floor}` : floor
}

/** A number of a line that can answer for itself. */
type SourcedNumber = { readonly quantity: Quantity; readonly source: Source; readonly also: readonly Source[]; readonly id: Id | null }

/** The figure beside a target with what it was read from; null where none has come. One worked out from several has several sources and no id. */
export function figureOf(line: Pick<PlanLine, 'figure' | 'unit' | 'sources'>): SourcedNumber | null {
  const [first, ...others] = line.sources.filter(source => source.of === 'figure')
  if (line.figure === null || !first) return null
  return { quantity: { value: line.figure, unit: line.unit }, source: first.source, also: others.map(other => other.source), id: others.length === 0 ? first.id : null }
}

/** What the target was read from, the statement in force first. */
export function targetSources(line: Pick<PlanLine, 'sources'>): readonly Source[] {
  return line.sources.filter(source => source.of === 'target').map(source => source.source)
}

/** The page of a line: its indicator in that year, or the commitment in the plan. */
export function pageOfLine(line: Pick<PlanLine, 'kind' | 'id' | 'code' | 'targetPeriod'>): string {
  const year = (spanOf(line.targetPeriod)?.to ?? line.targetPeriod).slice(0, 4)
  return line.kind === 'target' ? `/register/${line.code}?year=${year}` : `/plan/${year}?item=${line.id}`
}

/** Where the figure should stand by now, where that is not the target itself: a growth target's expected pace is the target. */
export function expectedBeside(line: Pick<PlanLine, 'expected' | 'target'>): number | null {
  return line.expected === line.target ? null : line.expected
}
