import { type Label } from '../../../kernel/label.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Id } from '../../../kernel/id.ts'
import { type Finding, type Missing, type SheetEvent, type SheetState, type SheetStep, type Standing } from '../schema.ts'
import { openFindings } from './checks.ts'

export const stateWords = {
  open: { zh: '填报中', en: 'being filled' },
  submitted: { zh: '已报送，待审核', en: 'submitted, to be approved' },
  approved: { zh: '已审核，待核收', en: 'approved, to be accepted' },
  accepted: { zh: '已核收，已锁定', en: 'accepted and locked' },
} as const satisfies Record<SheetState, Label>

const untouched: Standing = { state: 'open', rows: [], cells: {}, round: 1, revising: null, submitted: null, approved: null, accepted: null, shown: {}, firstSubmittedAt: null, sentBack: null, timesSentBack: 0, figures: {}, version: 0 }

/** A sheet as its history leaves it. */
export function standingOf(history: readonly SheetStep[]): Standing {
  return history.reduce(after, untouched)
}

/** The sheet after one more step. */
export function after(sheet: Standing, { at, person, by, event }: Pick<SheetStep, 'at' | 'person' | 'by' | 'event'>): Standing {
  const signed = { person, by, at }
  const next = { ...sheet, version: sheet.version + 1 }
  switch (event.kind) {
    case 'opened': return { ...next, rows: event.rows }
    case 'entered': return { ...next, cells: { ...sheet.cells, ...Object.fromEntries(event.cells.map(({ row, value }) => {
      const before = sheet.cells[row]
      return [row, { value, version: (before?.version ?? 0) + 1, by, at, answers: before?.answers ?? [] }]
    })) } }
    case 'answered': {
      const before = sheet.cells[event.row] ?? { value: null, version: 0, by, at, answers: [] }
      const { finding, seen, reason } = event
      return { ...next, cells: { ...sheet.cells, [event.row]: { ...before, answers: [...before.answers.filter(a => a.finding !== finding || a.seen !== seen), { finding, seen, reason, by, at }] } } }
    }
    case 'submitted': return { ...next, state: 'submitted', submitted: signed, approved: null, accepted: null, shown: Object.fromEntries(event.shown.map(({ row, value }) => [row, value])), firstSubmittedAt: sheet.firstSubmittedAt ?? at, sentBack: null }
    case 'approved': return { ...next, state: 'approved', approved: signed, sentBack: null }
    case 'accepted': return { ...next, state: 'accepted', accepted: signed, sentBack: null, revising: null, figures: { ...sheet.figures, ...Object.fromEntries(event.figures.map(({ row, figure }) => [row, figure])) } }
    case 'sent-back': return { ...next, state: event.to, approved: null, ...(event.to === 'open' && { submitted: null }), sentBack: { reason: event.reason, by, at }, timesSentBack: sheet.timesSentBack + 1 }
    case 'reopened': return { ...next, state: 'open', round: sheet.round + 1, revising: event.rows, submitted: null, approved: null, accepted: null, sentBack: null }
  }
}

const notNow = (sheet: Standing) => refuse('sheet-step', { zh: stateWords[sheet.state].zh, en: stateWords[sheet.state].en })

/** What a person types into cells, each with the version of the cell they saw. `asked` are the rows that are asked of the unit at all. */
export type Typed = { readonly row: string; readonly value: number | null; readonly version: number }

/** May these cells be saved? The first that somebody else changed meanwhile is told with what stands there now. */
export function mayEnter(sheet: Standing, typed: readonly Typed[], asked: ReadonlySet<string>): Result<SheetEvent, 'sheet-step' | 'row-not-asked' | 'row-locked' | 'cell-changed-meanwhile'> {
  if (sheet.state !== 'open') return notNow(sheet)
  for (const { row, version } of typed) {
    if (!asked.has(row)) return refuse('row-not-asked', { row })
    if (sheet.revising && !sheet.revising.includes(row)) return refuse('row-locked', { row })
    const now = sheet.cells[row]
    if ((now?.version ?? 0) !== version) return refuse('cell-changed-meanwhile', { row, value: now?.value ?? null, by: now?.by ?? '', version: now?.version ?? 0 })
  }
  return ok({ kind: 'entered', cells: typed.map(({ row, value }) => ({ row, value })) })
}

/** A warning may be answered with a reason; an error may not. */
export function mayAnswer(sheet: Standing, findings: readonly Finding[], key: string, seen: string, reason: string): Result<SheetEvent, 'sheet-step' | 'finding-gone' | 'error-not-answered'> {
  if (sheet.state !== 'open') return notNow(sheet)
  const finding = findings.find(f => f.key === key)
  if (!finding || finding.seen !== seen) return refuse('finding-gone')
  if (finding.grade === 'error') return refuse('error-not-answered', { zh: finding.words.zh, en: finding.words.en })
  return ok({ kind: 'answered', row: finding.row, finding: key, seen, reason })
}

/** May the sheet be submitted? Only without errors and unanswered warnings, and when the units below have theirs approved. */
export function maySubmit(sheet: Standing, findings: readonly Finding[], missing: readonly Missing[], shown: ReadonlyMap<string, number | null>): Result<SheetEvent, 'sheet-step' | 'findings-open' | 'below-not-approved'> {
  if (sheet.state !== 'open') return notNow(sheet)
  const open = openFindings(findings)
  if (open[0]) return refuse('findings-open', { count: open.length, zh: open[0].words.zh, en: open[0].words.en })
  if (missing.length > 0) return refuse('below-not-approved', { count: missing.length, units: missing.slice(0, 5).map(m => m.unit).join('、') })
  return ok({ kind: 'submitted', shown: [...shown].flatMap(([row, value]) => (value === null ? [] : [{ row, value }])) })
}

/** The head approves what somebody else submitted: two hands, also where one person holds both posts or stands in for the head. */
export function mayApprove(sheet: Standing, person: Id): Result<SheetEvent, 'sheet-step' | 'own-submission'> {
  if (sheet.state !== 'submitted') return notNow(sheet)
  return sheet.submitted?.person === person ? refuse('own-submission') : ok({ kind: 'approved' })
}

/** May the planner accept it? What is accepted is locked. `figures` are those it brings. */
export function mayAccept(sheet: Standing, person: Id, figures: Extract<SheetEvent, { kind: 'accepted' }>['figures']): Result<SheetEvent, 'sheet-step' | 'own-submission'> {
  if (sheet.state !== 'approved') return notNow(sheet)
  return sheet.submitted?.person === person ? refuse('own-submission') : ok({ kind: 'accepted', figures })
}

/** Back to who fills it, or one step back to who approves it. */
export function maySendBack(sheet: Standing, to: 'open' | 'submitted', reason: string): Result<SheetEvent, 'sheet-step'> {
  const backwards = sheet.state === 'approved' || (sheet.state === 'submitted' && to === 'open')
  return backwards ? ok({ kind: 'sent-back', to, reason }) : notNow(sheet)
}

/** After the lock named cells may be opened again, with a reason; they go through the same hands as before. */
export function mayReopen(sheet: Standing, rows: readonly string[], asked: ReadonlySet<string>, reason: string): Result<SheetEvent, 'sheet-step' | 'row-not-asked'> {
  if (sheet.state !== 'accepted') return notNow(sheet)
  const strange = rows.find(row => !asked.has(row))
  return strange === undefined ? ok({ kind: 'reopened', rows: [...new Set(rows)], reason }) : refuse('row-not-asked', { row: strange })
}
