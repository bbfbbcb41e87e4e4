import { z } from 'zod'
import { Id } from '../../../kernel/id.ts'
import { Label } from '../../../kernel/label.ts'
import { Period, spanOf } from '../../../kernel/period.ts'
import { Quantity } from '../../../kernel/quantity.ts'
import { Source } from '../../../kernel/source.ts'
import { Instant, type Day } from '../../../kernel/time.ts'
import { yearOnYearOf } from '../../indicators/domain/derive.ts'
import { periodWords } from '../../indicators/domain/words.ts'
import { type Figure } from '../../indicators/schema.ts'
import { PlanLine } from '../schema.ts'

/** A figure that has not come yet (待公布): who publishes it and when, and on what ground that is known. */
export const Awaited = z.object({ indicator: Id, period: Period, publisher: z.string(), expected: Period.nullable(), source: Source, by: z.string(), at: Instant, version: z.int() })
export type Awaited = z.infer<typeof Awaited>

/** A result as the table prints it. */
const Result = z.object({ id: Id, period: Period, quantity: Quantity, grown: z.boolean(), basis: z.string().nullable(), source: Source })

/**
 * A line of the completion table (主要指标完成情况): the target of the year in its own words, the result, the next year's target
 * beside it; a dash with a note where the result is still to be published.
 * Source: plan report of Yuexiu of 2025, 一（一）: five lines, one a dash with a note who publishes it and when.
 */
export const CompletionRow = z.object({
  indicator: Id, code: z.string(), label: Label,
  /** Null where the year's own targets are not on file. */
  line: PlanLine.nullable(),
  /** Of the whole year, else of the part of it that is told so far. */
  result: Result.nullable(),
  awaited: Awaited.nullable(),
  /** What stands below the table for a line without a result of the whole year. `late`: it should have come by now. */
  note: z.object({ words: Label, source: Source.nullable(), late: z.boolean() }).nullable(),
  next: PlanLine.nullable(),
})
export type CompletionRow = z.infer<typeof CompletionRow>

/** What the table is made of: headline lines of the year and of the next, and what is told of their indicators for the year. */
export type ForCompletion = { readonly year: number; readonly today: Day; readonly lines: readonly PlanLine[]; readonly next: readonly PlanLine[]; readonly figures: readonly Figure[]; readonly awaited: readonly Awaited[] }

/** The table of a year. Where its own targets are not on file, the next year's headline targets tell which results belong in it: reports put both under the same names. */
export function completionOf(given: ForCompletion): CompletionRow[] {
  // A target of the whole plan period (2021-2025) is no line of a year's table.
  const ofYear = (all: readonly PlanLine[], year: number) => all.filter(line => line.targetPeriod === String(year))
  const lines = ofYear(given.lines, given.year), next = ofYear(given.next, given.year + 1)
  if (lines.length > 0) return lines.map(line => rowOf(given, line, line, next.find(other => other.code === line.code) ?? null))
  return next.map(other => rowOf(given, other, null, other)).filter(row => row.result !== null || row.note !== null)
}

function rowOf({ year, today, figures, awaited: all }: ForCompletion, { indicator, code, label }: PlanLine, line: PlanLine | null, next: PlanLine | null): CompletionRow {
  const told = figures.filter(figure => figure.indicator === indicator && figure.period === String(year))
  const ofLine = line && resultOfLine(line), whole = ofLine?.period === String(year) ? ofLine : resultOf(line ? told.filter(figure => speaksAlike(figure, line)) : told)
  const awaited = whole === null ? all.find(one => one.indicator === indicator && one.period === String(year)) ?? null : null
  return { indicator: indicator ?? '', code, label, line, result: whole ?? ofLine, awaited, note: whole === null ? noteOf(told, ofLine ? null : line, awaited, year, today) : null, next }
}

/** The figure of the line: of the whole year, or while that has not come of as much of it as is told. */
function resultOfLine(line: PlanLine): CompletionRow['result'] {
  const source = line.sources.find(one => one.of === 'figure')
  if (line.figure === null || !source || line.period === null) return null
  return { id: source.id, period: line.period, quantity: { value: line.figure, unit: line.unit }, grown: line.words.includes('增长') || line.words.includes('下降'), basis: null, source: source.source }
}

/** The last that was said of a year: its growth, where papers tell it, else its level. */
function resultOf(told: readonly Figure[]): CompletionRow['result'] {
  const last = told.findLast(figure => figure.level !== null || yearOnYearOf(figure) !== null)
  if (!last) return null
  const grown = yearOnYearOf(last)
  const quantity = grown === null ? last.level : { value: grown, unit: '%' }
  return quantity && { id: last.id, period: last.period, quantity, grown: grown !== null, basis: last.basis, source: last.source }
}

/** A level answers a target of level, growth one of growth. */
function speaksAlike(figure: Figure, line: PlanLine): boolean {
  return line.target === null || (line.unit === '%' ? yearOnYearOf(figure) !== null || figure.level?.unit === '%' : figure.level !== null)
}

function noteOf(told: readonly Figure[], line: PlanLine | null, awaited: Awaited | null, year: number, today: Day): CompletionRow['note'] {
  if (awaited) {
    const when = awaited.expected === null ? null : periodWords(awaited.expected, '')
    const late = awaited.expected !== null && (spanOf(awaited.expected)?.to ?? today) < today
    return {
      words: {
        zh: `${year}年数值由${awaited.publisher}公布${when ? `，预计${when.zh}公布` : ''}${late ? '；已过预计时间，尚未收到' : ''}。`,
        en: `The figure of ${year} is published by ${awaited.publisher}${when ? `, expected ${when.en.toLowerCase()}` : ''}${late ? '; that time has passed and it has not come' : ''}.`,
      },
      source: awaited.source, late,
    }
  }
  const said = told.findLast(figure => figure.level === null && figure.change === null && figure.qualifier !== null)
  if (said?.qualifier) return { words: { zh: said.qualifier, en: said.qualifier }, source: said.source, late: false }
  return line && { words: line.verdict.because, source: null, late: false }
}
