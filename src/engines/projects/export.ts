import { type File } from '../../kernel/contract.ts'
import { type Id } from '../../kernel/id.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Context, type Tx } from '../context.ts'
import { sheetFile } from '../indicators/index.ts'
import { findUnitNames, loadDistrictUnit } from '../org/index.ts'
import { type ProjectQuery } from './contract.ts'
import { calendarOf } from './domain/calendar.ts'
import { portfolioTable } from './domain/portfolio-columns.ts'
import { oc4idsPackage } from './oc4ids/package.ts'
import { findChosen } from './pool-store.ts'
import { findPortfolio } from './portfolio-store.ts'
import { type ProjectRules } from './schema.ts'
import { findWhole } from './store.ts'

export type ExportForm = 'xlsx' | 'csv' | 'oc4ids' | 'ics'

/** More than any district has. */
const ALL = 100_000

/** The projects that the filters leave, as a file: a sheet, a package of OC4IDS, or a calendar of the nodes to come. */
export async function exportProjects(tx: Tx, ctx: Context, rules: ProjectRules, query: ProjectQuery, form: ExportForm): Promise<Result<File, 'nothing-to-export'>> {
  const year = query.year ?? Number(ctx.today().slice(0, 4))
  const rows = await findPortfolio(tx, { district: ctx.district, query, year, today: ctx.today(), chosen: await findChosen(tx, ctx, rules, { pool: query.pool, year }) }, { order: 'code', down: false, offset: 0, limit: ALL })
  const name = `项目总表-${year}-${ctx.today()}`
  if (form === 'xlsx' || form === 'csv') return ok(await sheetFile(name, form, portfolioTable(rows, { language: 'zh', rules })))
  if (form === 'oc4ids' && rows.length === 0) return refuse('nothing-to-export')
  const whole = await findWhole(tx, ctx.district, rows.map(row => row.id))
  const names = await findUnitNames(tx, ctx.district, whole.flatMap(({ project: { owner, place } }) => (place.unit === null ? [owner] : [owner, place.unit])))
  const unit = (id: Id) => names.get(id) ?? '—'
  if (form === 'ics') return file(`${name}.ics`, 'text/calendar; charset=utf-8', calendarOf(whole.map(({ id, project }) => ({ id, project, owner: unit(project.owner), url: null })), { name: '项目节点', stampedAt: ctx.now() }))
  const district = (await loadDistrictUnit(tx, ctx.district))?.name ?? String(ctx.district)
  const lists = Object.fromEntries(rules.lists.map(list => [list.key, list.name]))
  return file(`${name}.oc4ids.json`, 'application/json', JSON.stringify(oc4idsPackage(
    whole.map(({ id, project, updatedAt }) => ({ id, project, owner: { id: project.owner, name: unit(project.owner) }, place: project.place.unit === null ? null : unit(project.place.unit), kind: rules.kinds.find(kind => kind.key === project.of) ?? null, lists, updatedAt })),
    { code: ctx.district, name: district, government: `${district}人民政府`, uri: `urn:opendistrict:${ctx.district}:projects:${year}` }, ctx.now(),
  ), null, 2))
}

function file(name: string, mime: string, text: string): Result<File, never> {
  return ok({ name, mime, bytes: Buffer.from(text, 'utf8') })
}
