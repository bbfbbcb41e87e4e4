import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { type Refusal, type Result } from '../../../kernel/result.ts'
import { type Context, type Note, type Tx } from '../../context.ts'
import { type CellFault, type SheetRow } from '../../indicators/domain/sheet.ts'
import { numberIn, type SheetPlan, textIn } from '../../indicators/index.ts'
import { mayWorkOn } from '../domain/ledger/acceptance.ts'
import { cellKey, headerOf } from '../domain/ledger/sheet-columns.ts'
import { mayTell } from '../domain/ledger/telling.ts'
import { refusals } from '../refusals.ts'
import { type LedgerView, type LineRow } from './contract.ts'
import { type Telling } from './particulars-schema.ts'
import { type LedgerKind } from './schema.ts'
import { loadLine } from './store.ts'

type Given = Pick<Telling, 'values' | 'onDay' | 'ground' | 'reason'>

/** What the rows of a sheet tell, and what is wrong with them beyond single cells. Every row is tried before any is written. */
export async function planFrom(tx: Tx, ctx: Context, { ledger, lines }: LedgerView, rows: readonly SheetRow[], tell: (note: Note, line: Id, given: Given) => Promise<Result<unknown>>): Promise<SheetPlan> {
  const faults: CellFault[] = [], tellings: { readonly line: Id; readonly given: Given }[] = [], seen = new Set<number>()
  const places = new Map(lines.map(line => [line.position, line]))
  for (const { row, values } of rows) {
    const wrong = (column: string, value: string, message: Label) => void faults.push({ row, column, value: value.slice(0, 60), message })
    const position = numberIn(values, 'position') ?? 0, title = textIn(values, 'title') ?? '', line = places.get(position)
    if (!line) { wrong('序号', String(position), { zh: `这本台账没有第${position}项`, en: `this ledger has no line ${position}` }); continue }
    if (line.title !== title) { wrong(ledger.of.line.zh, title, { zh: `与序号不符，第${position}项是“${line.title}”`, en: `does not go with the number: line ${position} is “${line.title}”` }); continue }
    if (seen.has(position)) { wrong('序号', String(position), { zh: '同一项出现了两次', en: 'this line stands there twice' }); continue }
    seen.add(position)
    if (!mayWorkOn(ctx.actor, line.units)) { wrong('序号', String(position), { zh: '不是本单位的事项，不能填报', en: 'no line of your unit' }); continue }
    const given = givenIn(ledger.of, line, values)
    if (given === null) continue
    const found = await loadLine(tx, ctx.district, line.id)
    const may = found && mayTell({ kind: ledger.of, line: found.line, title: line.title }, { ...given, at: ctx.now(), by: ctx.actor.name }, ctx.today())
    if (may && !may.ok) { wrong(columnOf(ledger.of, may), String(may.facts['value'] ?? ''), worded(may)); continue }
    tellings.push({ line: line.id, given })
  }
  return {
    faults,
    write: async note => {
      for (const { line, given } of tellings) {
        const done = await tell(note, line, given)
        if (!done.ok) throw new Error(`A line that was checked was refused: ${done.refused}`)
      }
      return { added: 0, changed: tellings.length }
    },
  }
}

/** What a row tells that does not stand already; null where it tells nothing new. */
function givenIn(kind: LedgerKind, line: LineRow, values: SheetRow['values']): Given | null {
  const told = kind.particulars.flatMap(column => {
    const cell = values[cellKey(column)]
    return (typeof cell === 'number' || typeof cell === 'string') && cell !== line.particulars[column.key]?.value ? [[column.key, cell] as const] : []
  })
  return told.length === 0 ? null : { values: Object.fromEntries(told), onDay: textIn(values, 'on-day') ?? '', ground: textIn(values, 'ground') ?? '', reason: textIn(values, 'reason') }
}

function columnOf(kind: LedgerKind, { facts }: Refusal): string {
  const column = kind.particulars.find(one => one.name.zh === facts['column'])
  return column ? headerOf(column).zh : '截至'
}

/** A refusal as a cell says it. */
function worded({ refused, facts }: Refusal): Label {
  const said: { readonly zh: string; readonly en: string } = refusals[refused as keyof typeof refusals] ?? { zh: refused, en: refused } // the table of this engine has every kind that its moves refuse
  const fill = (words: string) => words.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '—'))
  return { zh: fill(said.zh), en: fill(said.en) }
}
