import { type File } from '../../kernel/contract.ts'
import { type Id } from '../../kernel/id.ts'
import { type Label } from '../../kernel/label.ts'
import { type Refusal, type Result } from '../../kernel/result.ts'
import { type Context, type Tx } from '../context.ts'
import { type SheetReply } from '../indicators/contract.ts'
import { type CellFault, type SheetRow } from '../indicators/domain/sheet.ts'
import { numberIn, sheetFile, type SheetPlan, takeSheet, textIn } from '../indicators/index.ts'
import { mayDo, scopeOf } from '../org/domain/permission.ts'
import { act } from './doing.ts'
import { monthColumns } from './domain/month-columns.ts'
import { mayHappen } from './domain/moves.ts'
import { applied, nameOf, type Project } from './domain/project.ts'
import { refusals } from './refusals.ts'
import { type Month, type ProjectAct, type ProjectRules } from './schema.ts'
import { findIdsByCode, findToTell, type Found, loadProject } from './store.ts'

/** The projects for which the caller tells months, with what was told of a month; ready to be filled in and brought back. */
export async function monthsSheet(tx: Tx, ctx: Context, month: Month, form: 'csv' | 'xlsx'): Promise<File> {
  const rows = await findToTell(tx, ctx.district, scopeOf(ctx.actor, 'project.tell'), month)
  return sheetFile(`项目月度投资-${month}`, form, [monthColumns.map(column => column.header.zh), ...rows.map(({ code, name, amount }) => [code, name, month, amount, null])])
}

/** Tells months by a sheet: every row is tried, and all of them are taken or none. */
export async function importMonths(ctx: Context, rules: ProjectRules, file: File | null, check: boolean): Promise<Result<SheetReply>> {
  return takeSheet(ctx, monthColumns, file, check, 'projects.months-imported', (tx, rows) => planFrom(tx, ctx, rules, rows))
}

type Told = { readonly id: Id; readonly act: ProjectAct }

async function planFrom(tx: Tx, ctx: Context, rules: ProjectRules, rows: readonly SheetRow[]): Promise<SheetPlan> {
  const ids = await findIdsByCode(tx, ctx.district, [...new Set(rows.map(({ values }) => textIn(values, 'code') ?? ''))])
  const projects = new Map<Id, Project>(), seen = new Set<string>(), faults: CellFault[] = [], told: Told[] = []
  for (const { row, values } of rows) {
    const code = textIn(values, 'code') ?? '', name = textIn(values, 'name'), month = textIn(values, 'month') ?? '', id = ids.get(code)
    const wrong = (column: string, value: string, message: Label) => void faults.push({ row, column, value, message })
    const found: Pick<Found, 'project'> | null = id === undefined ? null : projects.has(id) ? { project: projects.get(id) as Project } : await loadProject(tx, ctx.district, id) // `has` was asked
    if (id === undefined || !found) { wrong('项目编号', code, { zh: '没有这个编号的项目', en: 'no project has this code' }); continue }
    const { project } = found
    if (name !== null && !project.names.some(one => one.name === name)) { wrong('项目名称', name, { zh: `与编号不符，${code}是“${nameOf(project)}”`, en: `does not go with the code: ${code} is “${nameOf(project)}”` }); continue }
    if (!mayDo(ctx.actor, 'project.tell', project.owner)) { wrong('项目编号', code, { zh: '不是本单位的项目，不能填报', en: 'no project of your unit' }); continue }
    if (seen.has(`${code} ${month}`)) { wrong('月份', month, { zh: '同一项目同一月份出现了两次', en: 'this project and month stand there twice' }); continue }
    seen.add(`${code} ${month}`)
    const event: ProjectAct = { kind: 'month-told', month, amount: numberIn(values, 'amount') ?? 0, note: textIn(values, 'note') ?? '' }
    const before = project.months.find(one => one.month === month)
    projects.set(id, project)
    // What stands there already needs no second telling.
    if (before && before.state !== 'returned' && before.amount === event.amount) continue
    const may = mayHappen(project, event, ctx.today(), rules)
    if (!may.ok) { wrong('当月完成投资（万元）', String(event.amount), worded(may)); continue }
    projects.set(id, applied(project, { seq: project.seq + 1, at: ctx.now(), by: null, event }) ?? project)
    told.push({ id, act: event })
  }
  return {
    faults,
    write: async note => {
      for (const { id, act: event } of told) {
        const done = await act(tx, ctx, note, rules, id, event, (await loadProject(tx, ctx.district, id))?.project.seq ?? 0)
        if (!done.ok) throw new Error(`A month that was checked was refused: ${done.refused}`)
      }
      return { added: told.length, changed: 0 }
    },
  }
}

/** A refusal as a cell says it. */
function worded({ refused, facts }: Refusal): Label {
  const said: { readonly zh: string; readonly en: string } = refusals[refused as keyof typeof refusals] ?? { zh: refused, en: refused } // the table of this engine has every kind that its moves refuse
  const fill = (words: string) => words.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '—'))
  return { zh: fill(said.zh), en: fill(said.en) }
}
