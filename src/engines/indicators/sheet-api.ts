import { type Id } from '../../kernel/id.ts'
import { type Source } from '../../kernel/source.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Context, type Handlers, type Note, type Tx } from '../context.ts'
import { mayDo } from '../org/domain/permission.ts'
import { findUnits, loadDistrictUnit } from '../org/index.ts'
import { type contract, type SheetReply } from './contract.ts'
import { readRows, type CellFault, type Column, type SheetRow } from './domain/sheet.ts'
import { aggregationWords, aspectWords, directionWords, figureColumns, frequencyWords, kindWords, natureWords, operatorWords, registerColumns, statusWords, targetHeaders, vintageWords } from './domain/sheet-columns.ts'
import { maySay } from './domain/steps.ts'
import { findFigures, insertFigures, openToAll } from './figure-store.ts'
import { findIndicatorRows, findRegister, insertAlias, insertIndicator, refreshSearch, saveIndicator } from './register-store.ts'
import { type Figure, type Indicator } from './schema.ts'
import { cellsOf, MOST_ROWS, sheetFile, type Cell } from './sheets.ts'
import { findTargets } from './target-store.ts'

type Sheets = Pick<Handlers<typeof contract>, 'exportRegister' | 'importRegister' | 'exportFigures' | 'importFigures' | 'exportTargets'>

export const sheetHandlers: Sheets = {
  exportRegister: async (ctx, { query: { form, ...filter } }) => ctx.read(async tx => {
    const { rows } = await findIndicatorRows(tx, ctx.district, { ...filter, embargoed: filter.embargoed === undefined ? undefined : filter.embargoed === 'true', limit: MOST_ROWS, sight: openToAll })
    return ok(await sheetFile('指标台账', form, [headersOf(registerColumns), ...rows.map(registerCells)]))
  }),

  importRegister: async (ctx, { query, file }) => takeSheet(ctx, registerColumns, file, query.check === 'true', 'register.imported', registerFrom),

  exportFigures: async (ctx, { query: { form, ...filter } }) => ctx.read(async tx => {
    const { rows } = await findFigures(tx, ctx.district, { ...filter, limit: MOST_ROWS, sight: openToAll })
    if (rows.length === MOST_ROWS) return refuse('too-many-rows', { most: MOST_ROWS })
    return ok(await sheetFile('数值', form, [headersOf(figureColumns), ...rows.map(row => figureCells(row, row.indicatorCode, row.indicatorName, row.unitName))]))
  }),

  importFigures: async (ctx, { query, file }) => takeSheet(ctx, figureColumns, file, query.check === 'true', 'figures.imported', (tx, rows) => figuresFrom(tx, ctx, rows, file?.name ?? '')),

  exportTargets: async (ctx, { query: { form, ...filter } }) => ctx.read(async tx => {
    const { rows } = await findTargets(tx, ctx.district, { ...filter, limit: MOST_ROWS })
    return ok(await sheetFile('目标', form, [targetHeaders.map(h => h.zh), ...rows.map(t => [
      t.indicatorCode, t.indicatorName, t.unitName, t.period, aspectWords[t.aspect].zh, operatorWords[t.operator].zh, t.value, t.stretch, t.measure, natureWords[t.nature].zh, t.words,
      groundOf(t.statements.at(-1)?.source), t.statements.at(-1)?.saidOn ?? null,
    ])]))
  }),
}

const headersOf = (columns: readonly Column[]): string[] => columns.map(column => column.header.zh)

function registerCells({ code, name, aliases, notNames, unit, nature, direction, frequency, kind, aggregation, basis, ownerName, embargoed }: Indicator & { readonly ownerName: string | null }): Cell[] {
  return [
    code, name.zh, name.en, aliases.filter(a => a.scope === null).map(a => a.name).join('；'), notNames.join('；'), unit, natureWords[nature].zh, directionWords[direction].zh, frequencyWords[frequency].zh, kindWords[kind].zh,
    aggregationWords[aggregation].zh, basis, ownerName, embargoed ? '是' : '否',
  ]
}

function figureCells(f: Figure, code: string, name: string, place: string | null): Cell[] {
  return [
    code, name, place, f.period, vintageWords[f.vintage].zh, f.basis, f.level?.value ?? null, f.level?.unit ?? null, f.level?.hedge ?? null, f.change?.value ?? null, f.change?.unit ?? null, f.change?.base ?? null,
    f.rank, f.qualifier, f.saidOn, groundOf(f.source), statusWords[f.status].zh,
  ]
}

/** Where something came from, in one cell. */
export function groundOf(source: Source | undefined): string {
  switch (source?.kind) {
    case 'document':
    case 'published': return `${source.title} ${source.section}`.trim()
    case 'return': return `${source.unit}《${source.formName}》${source.period}（${source.acceptedBy}核收）`
    case 'hand': return `${source.ground}（${source.name}）`
    case 'formula': return `推算：${source.rule}`
    case 'cases': return `${source.generated ? '演示' : ''}工单统计：${source.rule.zh}`
    case 'division': return `第${source.edition}版目标分解${source.signedBy === null ? '' : `（${source.signedBy}签认）`}`
    case 'generated': return '演示数据'
    case undefined: return ''
  }
}

/** What a sheet's rows become, and what is wrong with them beyond single cells. Nothing is written before everything fits. */
export type SheetPlan = { readonly faults: readonly CellFault[]; readonly write: (note: Note) => Promise<{ readonly added: number; readonly changed: number }> }

/** Reads a sheet and takes all of it or nothing. `check` only says what would be wrong. */
export async function takeSheet(ctx: Context, columns: readonly Column[], file: Parameters<typeof cellsOf>[0], check: boolean, verb: string, planFrom: (tx: Tx, rows: readonly SheetRow[], ctx: Context) => Promise<SheetPlan>): Promise<Result<SheetReply>> {
  const cells = await cellsOf(file)
  if (!cells.ok) return cells
  const { rows, faults } = readRows(columns, cells.value)
  const reply = (found: readonly CellFault[], added = 0, changed = 0): SheetReply => ({ taken: added + changed, added, changed, rows: rows.length, checkedOnly: check, faults: found.slice(0, 1000).map(f => ({ ...f })) })
  const plan = (tx: Tx) => planFrom(tx, rows, ctx)
  if (faults.length > 0) return ok(reply(faults))
  const found = await ctx.read(async tx => (await plan(tx)).faults)
  if (found.length > 0 || check) return ok(reply(found))
  return ctx.write(async (tx, note) => {
    // Planned anew within the writing transaction: the register may have changed since the check.
    const { faults: late, write } = await plan(tx)
    const { added, changed } = late.length > 0 ? { added: 0, changed: 0 } : await write(note)
    await note({ verb, thing: 'sheet', thingId: ctx.requestId, detail: { file: file?.name ?? '', rows: rows.length, added, changed, faults: late.length } })
    return ok(reply(late, added, changed))
  })
}

const fault = (row: number, column: string, value: unknown, zh: string, en: string): CellFault => ({ row, column, value: String(value ?? '').slice(0, 60), message: { zh, en } })

/** Cells have been read by their columns, so their kinds are known; these say so to the compiler. */
export const textIn = (values: SheetRow['values'], key: string): string | null => { const value = values[key]; return typeof value === 'string' ? value : null }
export const numberIn = (values: SheetRow['values'], key: string): number | null => { const value = values[key]; return typeof value === 'number' ? value : null }
const namesIn = (values: SheetRow['values'], key: string): string[] => { const value = values[key]; return Array.isArray(value) ? value.map(String) : [] }

async function registerFrom(tx: Tx, rows: readonly SheetRow[], ctx: Context): Promise<SheetPlan> {
  const register = new Map((await findRegister(tx, ctx.district)).map(entry => [entry.code, entry]))
  const owners = new Map((await findUnits(tx, ctx.district)).filter(unit => unit.until === null).flatMap(unit => [[unit.name, unit.id], [unit.code, unit.id]]))
  const faults: CellFault[] = []
  const seen = new Set<string>()
  const entries = rows.map(({ row, values }) => {
    const code = textIn(values, 'code') ?? '', owner = textIn(values, 'owner')
    if (seen.has(code)) faults.push(fault(row, '指标代码', code, '代码在表中重复', 'this code occurs twice in the sheet'))
    seen.add(code)
    if (owner !== null && !owners.has(owner)) faults.push(fault(row, '责任单位', owner, '没有这个单位', 'there is no such unit'))
    return { before: register.get(code) ?? null, entry: indicatorFrom(values, register.get(code) ?? null, owner === null ? null : owners.get(owner) ?? null, ctx), aliases: namesIn(values, 'aliases') }
  })
  return { faults, write: async () => {
    let added = 0, changed = 0
    for (const { before, entry, aliases } of entries) {
      if (!before) added += (await insertIndicator(tx, ctx.district, entry)) ? 1 : 0
      else if (JSON.stringify(before) !== JSON.stringify(entry)) changed += (await saveIndicator(tx, ctx.district, entry, before.version)) ? 1 : 0
      let more = false
      for (const name of aliases) more = await insertAlias(tx, ctx.district, { id: ctx.newId(), indicator: entry.id, name, scope: null, confirmedBy: ctx.actor.name }) || more
      if (more) await refreshSearch(tx, ctx.district, entry.id)
    }
    return { added, changed }
  } }
}

/** A row of the register over what is there; a cell that is left empty changes nothing. Closed words were read by their columns. */
function indicatorFrom(values: SheetRow['values'], before: Indicator | null, ownerUnit: Id | null, ctx: Context): Indicator {
  const closed = { nature: values['nature'], direction: values['direction'], frequency: values['frequency'], kind: values['kind'], aggregation: values['aggregation'] } as Pick<Indicator, 'nature' | 'direction' | 'frequency' | 'kind' | 'aggregation'> // read by `choice`, which answers only these
  const rest = before ?? { id: ctx.newId(), aliases: [], formula: null, parts: [], bands: null, version: 1 }
  const name = textIn(values, 'name') ?? ''
  const entry = { id: rest.id, code: textIn(values, 'code') ?? '', name: { zh: name, en: textIn(values, 'nameEn') ?? before?.name.en ?? name }, aliases: rest.aliases, notNames: values['notNames'] ? namesIn(values, 'notNames') : before?.notNames ?? [], unit: textIn(values, 'unit') ?? '' }
  const kept = { basis: textIn(values, 'basis') ?? before?.basis ?? null, ownerUnit: ownerUnit ?? before?.ownerUnit ?? null, formula: rest.formula, parts: rest.parts, embargoed: values['embargoed'] === undefined || values['embargoed'] === null ? before?.embargoed ?? false : values['embargoed'] === 'yes', bands: rest.bands, version: rest.version }
  return { ...before, ...entry, ...closed, ...kept }
}

async function figuresFrom(tx: Tx, ctx: Context, rows: readonly SheetRow[], file: string): Promise<SheetPlan> {
  const register = new Map((await findRegister(tx, ctx.district)).map(entry => [entry.code, entry]))
  const district = await loadDistrictUnit(tx, ctx.district)
  const places = new Map((await findUnits(tx, ctx.district)).filter(unit => unit.until === null).flatMap(unit => [[unit.name, unit.id], [unit.code, unit.id]]))
  const faults: CellFault[] = []
  const figures = rows.flatMap(({ row, values }) => {
    const code = textIn(values, 'code') ?? '', place = textIn(values, 'place')
    const indicator = register.get(code), unit = place === null ? district?.id : places.get(place)
    if (!indicator) faults.push(fault(row, '指标代码', code, '台账中没有这个代码', 'the register has no such code'))
    if (!unit) faults.push(fault(row, '组织单位', place, '没有这个单位', 'there is no such unit'))
    else if (!mayDo(ctx.actor, 'figure.enter', unit)) faults.push(fault(row, '组织单位', place, '您无权填报这个单位的数值', 'you may not enter figures of this unit'))
    if (!indicator || !unit) return []
    const figure = figureFrom(values, indicator, unit, ctx, file)
    const allowed = maySay(indicator, figure)
    if (!allowed.ok && allowed.refused === 'nothing-said') faults.push(fault(row, '数值', '', '数值、变动、位次至少填一项', 'give a value, a change or a rank'))
    if (!allowed.ok && allowed.refused === 'other-measure') faults.push(fault(row, '计量单位', figure.level?.unit ?? figure.change?.unit, `应以${indicator.unit}计`, `should be in ${indicator.unit}`))
    return [{ figure, fact: keyOf(figure, code) }]
  })
  return { faults, write: async () => ({ added: (await insertFigures(tx, ctx.district, figures)).size, changed: 0 }) }
}

/** The same row a second time is the same figure. */
function keyOf(f: Figure, code: string): string {
  return ['sheet', code, f.unit, f.period, f.vintage, f.basis, f.level?.value, f.level?.unit, f.change?.value, f.change?.unit, f.change?.base, f.rank, f.qualifier, f.saidOn].map(part => part ?? '').join('|').slice(0, 500)
}

function figureFrom(values: SheetRow['values'], indicator: Indicator, unit: Id, ctx: Context, file: string): Figure {
  const at = ctx.now(), value = numberIn(values, 'value'), change = numberIn(values, 'change'), hedge = textIn(values, 'hedge')
  const asked = values['status']
  // Approved only by those who may approve; everybody else's rows are handed in for approval, or stay drafts where the sheet says so.
  const status = (asked === 'approved' || asked === 'published') && mayDo(ctx.actor, 'figure.approve', unit) ? asked : asked === 'draft' ? 'draft' : 'submitted'
  return {
    id: ctx.newId(), indicator: indicator.id, unit, period: textIn(values, 'period') ?? '', vintage: (values['vintage'] ?? 'published') as Figure['vintage'], // read by `choice`, which answers only these
    basis: textIn(values, 'basis'), level: value === null ? null : { value, unit: textIn(values, 'unit') ?? indicator.unit, ...(hedge !== null && { hedge }) },
    change: change === null ? null : { value: change, unit: textIn(values, 'changeUnit') ?? '%', base: textIn(values, 'changeBase') ?? '同比' }, rank: textIn(values, 'rank'), qualifier: textIn(values, 'qualifier'), status,
    saidAs: null, saidOn: textIn(values, 'saidOn'), source: { kind: 'hand', person: ctx.actor.person, name: ctx.actor.name, at, ground: textIn(values, 'ground') ?? (file.slice(0, 200) || '表格导入') }, origin: null, at,
    replaces: null, replacedBy: null, reason: null, version: 1,
  }
}
