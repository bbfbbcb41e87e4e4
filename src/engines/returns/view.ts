/** A sheet as its page shows it to one person: what they may do, and without what is held back from them. */
import { type Context } from '../context.ts'
import { mayDo } from '../org/domain/permission.ts'
import { type RowView, type SheetNow, type SheetRowView, type SheetView } from './contract.ts'
import { openFindings } from './domain/checks.ts'
import { punctualityOf } from './domain/lateness.ts'
import { bringsFigure, isAsked } from './domain/values.ts'
import { type Counters, type FilledSheet } from './filling.ts'
import { type Beside, type Finding, type SheetEvent, type SheetStep, type Standing } from './schema.ts'
import { type SheetLine } from './sheet-store.ts'

export function rowView(line: SheetLine, ctx: Context): SheetRowView {
  const { id, period, dueOn, dueKnown, state, firstSubmittedAt, timesSentBack, sentBack, version } = line
  return {
    id, form: { id: line.form, code: line.formCode, name: { zh: line.nameZh, en: line.nameEn } }, unit: { id: line.unit, code: line.unitCode, name: line.unitName }, period, dueOn, dueKnown, state,
    punctuality: punctualityOf(line, ctx.today()), firstSubmittedAt, timesSentBack, sentBack, reminder: firstSubmittedAt === null ? line.reminder : null, version,
  }
}

/** What this person may do with the sheet as it stands. */
export function mayOf(ctx: Context, { sheet, findings, missing }: FilledSheet): SheetView['may'] {
  const { state, submitted } = sheet.standing
  const may = (verb: Parameters<typeof mayDo>[1]) => mayDo(ctx.actor, verb, sheet.unit)
  const own = submitted?.person === ctx.actor.person
  const fill = state === 'open' && may('figure.enter')
  return {
    fill, submit: fill && openFindings(findings).length === 0 && missing.length === 0, approve: state === 'submitted' && !own && may('figure.approve'), accept: state === 'approved' && !own && may('return.accept'),
    sendBack: (state === 'submitted' || state === 'approved') && may('figure.approve'), reopen: state === 'accepted' && may('return.accept'), own,
  }
}

/** What is held back from this person is taken out of the sheet, its history and its findings alike. */
function heldOf({ rows }: FilledSheet): ReadonlySet<string> {
  return new Set(rows.filter(row => row.held).map(row => row.key))
}

function withoutHeld(standing: Standing, held: ReadonlySet<string>): Standing {
  const seen = <T>(record: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(record).filter(([key]) => !held.has(key)))
  return held.size === 0 ? standing : { ...standing, cells: seen(standing.cells), shown: seen(standing.shown) }
}

function eventWithoutHeld(event: SheetEvent, held: ReadonlySet<string>): SheetEvent {
  if (event.kind === 'entered') return { ...event, cells: event.cells.map(cell => (held.has(cell.row) ? { row: cell.row, value: null } : cell)) }
  if (event.kind === 'submitted') return { ...event, shown: event.shown.filter(one => !held.has(one.row)) }
  return event.kind === 'answered' && held.has(event.row) ? { ...event, seen: '', reason: '—' } : event
}

const nothingBeside: Beside = { lastPeriod: null, lastYear: null, before: null, inputs: [], count: null, brought: null, below: null }

export function nowOf(filled: FilledSheet): SheetNow {
  const held = heldOf(filled)
  return { id: filled.sheet.id, standing: withoutHeld(filled.sheet.standing, held), findings: findingsSeen(filled.findings, held) }
}

const findingsSeen = (findings: readonly Finding[], held: ReadonlySet<string>) => findings.filter(finding => !held.has(finding.row))

export function viewOf(ctx: Context, counters: Counters, filled: FilledSheet, history: readonly SheetStep[]): SheetView {
  const { sheet, form, version, unit, figureUnit, rows, values } = filled
  const held = heldOf(filled)
  const { content } = version
  return {
    ...nowOf(filled), form: { id: form.id, code: form.code, name: content.name, rhythm: content.rhythm, number: version.number, vintage: content.vintage, addsUp: content.addsUp },
    unit: { id: unit.id, code: unit.code, name: unit.name }, figuresOf: { id: figureUnit.id, code: figureUnit.code, name: figureUnit.name }, period: sheet.period, dueOn: sheet.dueOn, dueKnown: sheet.dueKnown, generated: sheet.generated,
    punctuality: punctualityOf({ dueOn: sheet.dueOn, firstSubmittedAt: sheet.standing.firstSubmittedAt }, ctx.today()),
    rows: rows.map(({ indicator, ...row }): RowView => ({
      ...row, ...(row.held && { beside: nothingBeside }), indicator: { id: indicator.id, code: indicator.code }, counted: row.row.by === 'count' ? counters[row.row.counter]?.name ?? null : null,
      // What was submitted stays as it was signed; only an open sheet is worked out anew.
      value: row.held ? null : sheet.standing.state === 'open' || isAsked(row) || !(row.key in sheet.standing.shown) ? values.get(row.key) ?? null : sheet.standing.shown[row.key] ?? null,
    })),
    checks: content.checks, missing: [...filled.missing], may: mayOf(ctx, filled),
    history: history.map(({ seq, at, by, event }) => ({ seq, at, by, event: eventWithoutHeld(event, held) })),
  }
}

/** Rows that accepting the sheet writes figures for, with their values; in a revision only those that were reopened. */
export function broughtBy({ rows, sheet }: FilledSheet): readonly { readonly row: FilledSheet['rows'][number]; readonly value: number }[] {
  const { revising, shown, cells } = sheet.standing
  return rows.filter(row => bringsFigure(row) && (revising?.includes(row.key) ?? true)).flatMap(row => {
    const value = row.row.by === 'count' ? shown[row.key] ?? null : cells[row.key]?.value ?? null
    return value === null ? [] : [{ row, value }]
  })
}
