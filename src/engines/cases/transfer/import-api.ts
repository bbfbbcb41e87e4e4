import { type File } from '../../../kernel/contract.ts'
import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dayOf, type Instant } from '../../../kernel/time.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { cellsOf, sheetFile } from '../../indicators/index.ts'
import { mayDo } from '../../org/domain/permission.ts'
import { findUnits } from '../../org/index.ts'
import { holdsOn } from '../../org/domain/tree.ts'
import { headerTwice, mappingFault, mappingFor, type Mapping, type Meaning, meaningsOf } from '../domain/importing/columns.ts'
import { categoriesOf, type Fault, readRow, type Reading, type UnitsByName } from '../domain/importing/rows.ts'
import { overBefore } from '../domain/importing/late.ts'
import { openerOf } from '../domain/parties.ts'
import { findType } from '../store.ts'
import { type Import, type importContract, type ImportView, MOST_IMPORTED, MOST_IMPORTED_BYTES, PIECE, RowOutcome } from './import-contract.ts'
import * as store from './import-store.ts'
import { takePiece, undoPiece } from './importing.ts'

/** One's own imports; who sees every case sees everybody's. */
export const whoseFor = (ctx: Context): store.Whose => ({ person: ctx.actor.person, all: mayDo(ctx.actor, 'case.read', null) })

export const importHandlers: Handlers<typeof importContract> = {
  imports: async (ctx, { query: { limit, after } }) => ctx.read(async tx => {
    const { rows, total } = await store.findImports(tx, ctx.district, whoseFor(ctx), { limit, after })
    const items: Import[] = []
    for (const row of rows) items.push(await shown(tx, ctx, row))
    return ok({ items, total, next: rows.length === limit ? rows.at(-1)?.id ?? null : null })
  }),

  uploadCases: async (ctx, { query, file }) => {
    const read = await rowsOf(file)
    if (!read.ok) return read
    return ctx.write(async (tx, note) => {
      const here = await findType(tx, ctx.district, query.type)
      if (!here) return refuse('unknown-case-type', { type: query.type })
      const { headers, rows } = read.value
      const id = ctx.newId()
      const mapping = mappingFor(meaningsOf(here.type), headers, await store.loadMapping(tx, ctx.district, query.source, query.type))
      await store.insertImport(tx, ctx.district, { id, person: ctx.actor.person, by: ctx.actor.name, at: ctx.now(), type: query.type, source: query.source, file: file?.name.slice(0, 200) ?? '', headers, mapping }, rows)
      await note({ verb: 'case-import.uploaded', thing: 'case-import', thingId: id, detail: { source: query.source, type: query.type, rows: rows.length } })
      return viewed(tx, ctx, id)
    })
  },

  caseImport: async (ctx, { params }) => ctx.read(tx => viewed(tx, ctx, params.id)),

  checkImport: async (ctx, { params, body: { mapping } }) => ctx.write(async (tx, note) => {
    const kept = await ownImport(tx, ctx, params.id)
    if (!kept.ok) return kept
    if (kept.value.state === 'undone') return refuse('import-undone')
    const reading = await readingFor(tx, ctx, { ...kept.value, mapping })
    if (!reading.ok) return reading
    const fault = mappingFault(reading.value.meanings, kept.value.headers, mapping)
    if (fault) return refuse(fault.kind, { column: fault.column })
    const mayNot = columnNotTheirs(ctx, reading.value.meanings, mapping)
    if (mayNot) return mayNot
    const cells = await store.findCells(tx, ctx.district, params.id, ['unchecked', 'new', 'wrong', 'there'], MOST_IMPORTED)
    await store.saveJudged(tx, ctx.district, params.id, await judged(tx, ctx, kept.value.source, reading.value, cells))
    await store.saveImport(tx, ctx.district, params.id, { state: 'checked', mapping })
    await store.saveMapping(tx, ctx.district, kept.value.source, kept.value.type, mapping)
    await note({ verb: 'case-import.checked', thing: 'case-import', thingId: params.id, detail: { rows: cells.length } })
    return viewed(tx, ctx, params.id)
  }),

  importRows: async (ctx, { params, query: { outcome, after, limit } }) => ctx.read(async tx => {
    const kept = await store.loadImport(tx, ctx.district, whoseFor(ctx), params.id)
    if (!kept) return refuse('unknown-import')
    const rows = await store.findImportRows(tx, ctx.district, params.id, { outcome, after, limit })
    // What a cell held may be personal: of imports of others only the column is told.
    const items = rows.map(row => (isOwn(ctx, kept) ? row : { ...row, faults: row.faults.map(fault => ({ ...fault, value: '' })) }))
    const total = outcome === undefined ? Object.values(kept.counts).reduce((sum, n) => sum + n, 0) : kept.counts[outcome] ?? 0
    return ok({ items, total, next: rows.length === limit ? String(rows.at(-1)?.row) : null })
  }),

  importFaults: async (ctx, { params, query: { form } }) => ctx.write(async (tx, note) => {
    const kept = await ownImport(tx, ctx, params.id)
    if (!kept.ok) return kept
    const cells = new Map((await store.findCells(tx, ctx.district, params.id, ['wrong'], MOST_IMPORTED)).map(row => [row.row, row.cells]))
    const faults = await store.findImportRows(tx, ctx.district, params.id, { outcome: 'wrong', limit: MOST_IMPORTED })
    const { headers } = kept.value
    const rows = faults.map(row => [...headers.map((_, i) => cells.get(row.row)?.[i] ?? null), row.row, row.faults.map(fault => `${fault.column}：${fault.expected.zh}`).join('；')])
    await note({ verb: 'case-import.faults-exported', thing: 'case-import', thingId: params.id, detail: { rows: rows.length } })
    return ok(await sheetFile('待改正的行', form, [[...headers, '原行号', '不能导入的原因'], ...rows]))
  }),

  takeImport: async (ctx, { params }) => ctx.write(async (tx, note) => {
    const kept = await ownImport(tx, ctx, params.id)
    if (!kept.ok) return kept
    if (kept.value.state !== 'checked' && kept.value.state !== 'done') return refuse(kept.value.state === 'undone' ? 'import-undone' : 'import-unchecked')
    const reading = await readingFor(tx, ctx, kept.value)
    if (!reading.ok) return reading
    const mayNot = columnNotTheirs(ctx, reading.value.meanings, kept.value.mapping)
    if (mayNot) return mayNot
    const done = await takePiece(tx, ctx, note, kept.value, reading.value, PIECE)
    return pieceOf(tx, ctx, params.id, done, 'new')
  }),

  undoImport: async (ctx, { params, body: { reason } }) => ctx.write(async (tx, note) => {
    const kept = await ownImport(tx, ctx, params.id)
    if (!kept.ok) return kept
    if ((kept.value.counts.opened ?? 0) === 0) return refuse('no-case-to-take-back')
    const touched = await store.countTouched(tx, ctx.district, params.id)
    if (touched > 0) return refuse('import-touched', { touched })
    const done = await undoPiece(tx, ctx, note, kept.value, reason, PIECE)
    return done.ok ? pieceOf(tx, ctx, params.id, done.value, 'opened') : done
  }),
}

const isOwn = (ctx: Context, kept: store.ImportKept) => kept.person === ctx.actor.person

/** Only whoever brought a file goes on with it. */
async function ownImport(tx: Tx, ctx: Context, id: Id): Promise<Result<store.ImportKept>> {
  const kept = await store.loadImport(tx, ctx.district, whoseFor(ctx), id)
  if (!kept) return refuse('unknown-import')
  return isOwn(ctx, kept) ? ok(kept) : refuse('not-your-import', { by: kept.by })
}

async function shown(tx: Tx, ctx: Context, kept: store.ImportKept): Promise<Import> {
  const here = await findType(tx, ctx.district, kept.type)
  const counts = Object.fromEntries(RowOutcome.options.map(outcome => [outcome, kept.counts[outcome] ?? 0])) as Import['counts'] // every outcome has its number
  return { id: kept.id, at: kept.at, by: kept.by, own: isOwn(ctx, kept), type: { key: kept.type, name: here?.type.name ?? { zh: kept.type, en: kept.type } }, source: kept.source, file: kept.file, state: kept.state, counts, lateAtOnce: kept.late, undone: kept.undone }
}

async function viewed(tx: Tx, ctx: Context, id: Id): Promise<Result<ImportView>> {
  const kept = await store.loadImport(tx, ctx.district, whoseFor(ctx), id)
  if (!kept) return refuse('unknown-import')
  const here = await findType(tx, ctx.district, kept.type)
  const sample = isOwn(ctx, kept) ? await store.findCells(tx, ctx.district, id, RowOutcome.options, 3) : []
  const meanings = here ? meaningsOf(here.type).map(({ key, name, needed, personal }) => ({ key, name, needed, personal })) : []
  return ok({ ...await shown(tx, ctx, kept), headers: [...kept.headers], mapping: { ...kept.mapping }, sample: sample.map(({ cells }) => [...cells]), meanings })
}

async function pieceOf(tx: Tx, ctx: Context, id: Id, done: number, waiting: 'new' | 'opened'): Promise<Result<{ done: number; left: number; import: ImportView }>> {
  const view = await viewed(tx, ctx, id)
  return view.ok ? ok({ done, left: view.value.counts[waiting], import: view.value }) : view
}

/** Header and rows of a file, the empty ones left out; rows keep the numbers that the spreadsheet shows. */
async function rowsOf(file: File | null): Promise<Result<{ readonly headers: readonly string[]; readonly rows: readonly store.Cells[] }>> {
  if (file && file.bytes.length > MOST_IMPORTED_BYTES) return refuse('import-too-large', { mb: MOST_IMPORTED_BYTES / 1_000_000, most: MOST_IMPORTED })
  const read = await cellsOf(file, true)
  if (!read.ok) return read
  const [header = [], ...body] = read.value
  const headers = header.map(text => clean(text).slice(0, 100))
  const rows = body.flatMap((cells, i) => (cells.every(cell => cell.trim() === '') ? [] : [{ row: i + 2, cells: cells.slice(0, headers.length).map(clean) }]))
  if (rows.length > MOST_IMPORTED) return refuse('import-too-large', { mb: MOST_IMPORTED_BYTES / 1_000_000, most: MOST_IMPORTED })
  const twice = headerTwice(headers)
  if (twice !== null) return refuse('header-twice', { column: twice })
  return rows.length === 0 || headers.every(text => text === '') ? refuse('no-rows-to-import') : ok({ headers, rows })
}

/** PostgreSQL keeps no zero byte and no half of a character. */
const clean = (text: string) => text.replaceAll('\u0000', '').toWellFormed().trim()

async function readingFor(tx: Tx, ctx: Context, { type: key, headers, mapping }: Pick<store.ImportKept, 'type' | 'headers' | 'mapping'>): Promise<Result<Reading>> {
  const here = await findType(tx, ctx.district, key)
  if (!here) return refuse('unknown-case-type', { type: key })
  return ok({ type: here.type, categories: categoriesOf(here.type), meanings: meaningsOf(here.type), headers, mapping, units: await unitsByName(tx, ctx), now: ctx.now() })
}

async function unitsByName(tx: Tx, ctx: Context): Promise<UnitsByName> {
  const units = (await findUnits(tx, ctx.district)).filter(unit => holdsOn(ctx.today(), unit))
  const named = units.flatMap(({ id, code, name }) => [[code, id], [name, id]] as const)
  return new Map([...Map.groupBy(named, ([name]) => name)].map(([name, of]) => [name, [...new Set(of.map(([, id]) => id))]]))
}

/** A column that this person may not fill: who asked and personal fields without the right to see them, units to hand to without the right to dispatch. */
function columnNotTheirs(ctx: Context, meanings: readonly Meaning[], mapping: Mapping): ReturnType<typeof refuse<'column-personal' | 'column-dispatch'>> | null {
  const may = (verb: 'case.reveal' | 'case.dispatch') => [openerOf(ctx.actor), null].some(unit => mayDo(ctx.actor, verb, unit))
  const personal = meanings.find(meaning => meaning.personal && mapping[meaning.key] !== undefined)
  if (personal && !may('case.reveal')) return refuse('column-personal', { column: mapping[personal.key] ?? '' })
  return mapping['lead'] !== undefined && !may('case.dispatch') ? refuse('column-dispatch', { column: mapping['lead'] }) : null
}

/** What would come of each row: a new case, nothing because it is here already, or what is wrong with it. */
async function judged(tx: Tx, ctx: Context, source: string, reading: Reading, cells: readonly store.Cells[]): Promise<store.Judged[]> {
  const read = cells.map(({ row, cells: of }) => ({ row, is: readRow(reading, of) }))
  const there = await store.findImported(tx, ctx.district, source, read.flatMap(({ is }) => ('row' in is ? [is.row.number] : [])))
  const first = new Map<string, number>()
  return read.map(({ row, is }): store.Judged => {
    if ('faults' in is) return { row, outcome: 'wrong', faults: is.faults }
    const { number } = is.row
    const before = first.get(number)
    if (before !== undefined) return { row, outcome: 'wrong', faults: [twice(reading.mapping['number'] ?? '', number, before)] }
    first.set(number, row)
    if (there.has(number)) return { row, outcome: 'there' }
    const due = overBefore(reading.type, is.row, reading.now)
    return { row, outcome: 'new', ...(due !== null && { faults: [overdue(reading.mapping['openedAt'] ?? '', is.row.receivedAt ?? '', due)] }) }
  })
}

/** No fault, but to be known before: the case climbs as soon as it is there. */
const overdue = (column: string, received: Instant, due: Instant): Fault => ({ column, value: dayOf(received), expected: { zh: `时限${dayOf(due)}已过，导入后立即提醒和升级`, en: `its time ran out on ${dayOf(due)}: it warns and climbs as soon as it is there` } })

const twice = (column: string, value: string, before: number): Fault => ({ column, value, expected: { zh: `与第${before}行的编号相同`, en: `the number of row ${before} again` } })
