import { oursFromTheStart } from '../src/engines/indicators/domain/parameters.ts'
import { actorOn } from '../src/engines/org/domain/permission.ts'
import { Role } from '../src/engines/org/schema.ts'
import { mayDecide, mayPropose, withinCap } from '../src/engines/plan/domain/ledger/acceptance.ts'
import { lineOf } from '../src/engines/plan/domain/ledger/fold.ts'
import { judgedLine, lacksOf, wholeOf } from '../src/engines/plan/domain/ledger/judge.ts'
import { doneShareOf, missingIn, standingOn } from '../src/engines/plan/domain/ledger/particulars.ts'
import { groupsOf, sumsOf } from '../src/engines/plan/domain/ledger/sums.ts'
import { mayTell } from '../src/engines/plan/domain/ledger/telling.ts'
import { midTermOf } from '../src/engines/plan/domain/ledger/mid-term.ts'
import { pathOf } from '../src/engines/plan/domain/ledger/path.ts'
import { verdictOfProgress } from '../src/engines/plan/domain/lines.ts'
import { type LedgerKind, type LedgerLine, type LineEvent } from '../src/engines/plan/ledgers/schema.ts'
import { type LedgerGiven, type LedgerLineGiven, type LedgerThen, type LedgerTold, type PathExample } from '../src/packs/pack.ts'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const at = '2025-12-01T00:00:00.000Z'
const clerk = id(1), leadUnit = id(2), otherUnit = id(3)

/** What becomes of an example list, by the very decisions of the engine. */
export function ledgerSays(kind: LedgerKind, { span, on, cap, lines, asked }: LedgerGiven): LedgerThen {
  const rows = lines.map(given => rowOf(kind, given, span, on))
  const [first] = rows
  const said = { lines: rows.map(({ light, share, lacks }) => ({ light, share, lacks })), whole: wholeOf(kind, span, rows, on, oursFromTheStart.level).light, sums: Object.fromEntries([...sumsOf(kind, rows)].map(([key, { value }]) => [key, value === null ? null : Number(value.toFixed(6))])), groups: groupsOf(kind, rows).map(group => group.key) }
  if (!asked) return said
  if (asked.what === 'add') return { ...said, refused: refusedIn(withinCap({ title: '', cap: cap ?? null }, rows.length, asked.lines)) }
  if (!first) throw new Error('an example that asks for a line has one')
  if (asked.what === 'propose') return { ...said, refused: refusedIn(mayPropose({ kind, line: first.line, light: first.measured, title: '' })) }
  if (asked.what === 'tell') return { ...said, refused: refusedIn(mayTell({ kind, line: first.line, title: '' }, tellingOf(asked), on)) }
  const role = Role.parse(asked.by), unit = asked.ownUnit ? leadUnit : otherUnit
  const actor = actorOn(on, { id: id(9), name: '' }, [{ id: id(8), person: id(9), unit, role, title: '', from: '2020-01-01', until: null }], [], [])
  return { ...said, refused: refusedIn(mayDecide({ kind, line: first.line, title: '' }, [leadUnit], actor, { decision: 'accepted', share: null })) }
}

function refusedIn(result: { readonly ok: true } | { readonly ok: false; readonly refused: string }): string | null {
  return result.ok ? null : result.refused
}

function rowOf(kind: LedgerKind, given: LedgerLineGiven, span: string, on: string) {
  const line = lineGiven(kind, given)
  const particulars = standingOn(line.told, on)
  const parts = given.parts.map(part => {
    const share = part.share ?? doneShareOf(kind, particulars)
    const progress = share === null ? [] : [{ id: id(7), at, by: '', onDay: on, share, note: '进展', evidence: null }]
    const { light, because } = verdictOfProgress({ id: id(5), year: Number(span.slice(-4)), parent: null, kind: 'measure', position: 1, title: '', verb: null, strength: 'plain', dueOn: `${span.slice(-4)}-12-31`, leadUnit: null, coUnits: [], target: null, progress, source: { kind: 'generated', seed: '' }, origin: null, version: 1 }, on, oursFromTheStart)
    return { light, because, share }
  })
  const judged = judgedLine(kind, parts, line.acceptance)
  const lacks = lacksOf(kind, { measured: parts.some(p => p.share !== null), led: given.led ?? true, evidence: line.evidence.length, accepted: line.acceptance.state === 'accepted', measuredDone: judged.measured === 'done', particulars: missingIn(kind, particulars).length === 0 })
  return { ...judged, line, lacks, weight: given.weight ?? 1, particulars }
}

function lineGiven(kind: LedgerKind, { evidence = 0, acceptance = [], told = [] }: LedgerLineGiven): LedgerLine {
  const events: LineEvent[] = [
    { kind: 'placed', line: { id: id(4), ledger: id(6), commitment: id(5), target: null, position: 1 } },
    ...Array.from({ length: evidence }, (_, i): LineEvent => ({ kind: 'evidence-added', evidence: { id: id(100 + i), what: '材料', number: `文号${i}`, on: '2025-06-01', note: null, file: null, at, by: '', person: clerk } })),
    ...told.map((one, i): LineEvent => ({ kind: 'told', telling: { ...tellingOf(one), id: id(200 + i) } })),
    ...acceptance.map((step): LineEvent => (step === 'proposed' ? { kind: 'proposed', at, by: '', person: clerk, note: null } : { kind: 'decided', step: kind.acceptance.length - 1, last: true, decision: step, share: null, at, by: '', note: '核查' })),
  ]
  const line = lineOf(events)
  if (!line) throw new Error('a line that was placed is there')
  return line
}

function tellingOf({ onDay, values, reason }: LedgerTold) {
  return { onDay, values: { ...values }, ground: '台账', reason: reason ?? null, at, by: '' }
}

/** What an indicator of a five-year plan comes to at the end of a year. */
export function pathSays({ target, indicator, span, set, figures, year }: PathExample) {
  const [from = 0, to = 0] = span.split('-').map(Number)
  const path = pathOf({ target: { ...target, aspect: target.measure, measure: target.unit }, indicator, from, to, set: set ?? null, actual: figures, bands: oursFromTheStart })
  const [line] = midTermOf([{ line: id(1), code: 'X', name: { zh: '指标', en: 'indicator' }, nature: 'expected', unit: target.unit, target: target.value, words: '', path }], year)
  return { method: path.method, verdict: line?.verdict, expected: line?.expected, gap: line?.gap }
}
