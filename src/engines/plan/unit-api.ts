/** What one unit owes in a year: its parts of divided targets, its own targets, its commitments. */
import { type Id } from '../../kernel/id.ts'
import { lightLabels } from '../../kernel/light.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Day } from '../../kernel/time.ts'
import { type Context, type Handlers, type Tx } from '../context.ts'
import { judgedParts, judgedTargets, judgedTargetsOfUnit, sheetFile, type Cell } from '../indicators/index.ts'
import { findUnits } from '../org/index.ts'
import { type contract, type UnitPage } from './contract.ts'
import { yearOfTarget } from './divisions/dividing.ts'
import { findDivisionsWith } from './divisions/store.ts'
import { shareOf } from './domain/parts.ts'
import { type PlanLine } from './schema.ts'
import { targetLines, treeOfYear, yearRows } from './year.ts'

export const unitHandlers: Pick<Handlers<typeof contract>, 'unit' | 'exportUnit'> = {
  unit: async (ctx, { params, query }) => {
    const on = query.on ?? ctx.today()
    return ctx.recall(`unit/${params.id}/${query.year ?? ''}/${on}`, tx => unitPage(tx, ctx, params.id, query.year, on))
  },

  exportUnit: async (ctx, { params, query }) => ctx.read(async tx => {
    const page = await unitPage(tx, ctx, params.id, query.year, ctx.today())
    return page.ok ? ok(await sheetFile(`${page.value.unit.name}${page.value.year}年责任清单`, query.form, [headers, ...cellsOf(page.value)])) : page
  }),
}

async function unitPage(tx: Tx, ctx: Context, id: Id, asked: number | undefined, on: Day): Promise<Result<UnitPage, 'unknown-unit'>> {
  const units = await findUnits(tx, ctx.district)
  const unit = units.find(u => u.id === id)
  if (!unit) return refuse('unknown-unit', { id })
  const years = (await yearRows(tx, ctx.district)).map(row => row.year)
  const year = asked ?? years.find(y => y <= Number(on.slice(0, 4))) ?? Number(on.slice(0, 4))
  const names = new Map(units.map(u => [u.id, u.name]))
  const own = await judgedTargetsOfUnit(tx, ctx.district, id, year, on)
  const kept = (await findDivisionsWith(tx, ctx.district, id, ['proposed', 'in-force'])).map(({ division }) => division)
  const wholes = (await judgedTargets(tx, ctx.district, [...new Set(kept.map(d => d.target))], on)).filter(w => yearOfTarget(w.target.period) === year)
  const lines = new Map((await targetLines(tx, ctx.district, [...own, ...wholes], [], on)).map(line => [line.id, line]))
  const parts: UnitPage['parts'] = [], waiting: UnitPage['waiting'] = []
  for (const division of kept) {
    const whole = lines.get(division.target), part = division.terms.parts.find(p => p.unit === id)
    if (!whole || !part) continue
    if (division.state === 'proposed') { waiting.push({ whole, target: division.target, division, value: part.value }); continue }
    const line = lines.get(own.find(t => t.target.partOf === division.target)?.target.id ?? '')
    if (!line) continue
    const lights = new Map((await judgedParts(tx, ctx.district, division.target, on)).map(j => [j.target.unit, j.light]))
    parts.push({ line, whole, division, shares: division.terms.parts.map(p => ({ unit: p.unit, name: names.get(p.unit) ?? '', value: p.value, light: lights.get(p.unit) ?? null })) })
  }
  const shown = new Set(parts.map(p => p.line.id))
  const targets = own.flatMap(({ target }) => (shown.has(target.id) ? [] : lines.get(target.id) ?? []))
  const commitments = (await treeOfYear(tx, ctx, year, on)).filter(node => node.leadUnit === id || node.coUnits.includes(id))
  return ok({ unit: { id, name: unit.name, kind: unit.kind }, year, years: years.includes(year) ? years : [year, ...years], parts, waiting, targets, commitments })
}

const headers: Cell[] = ['类别', '名称', '目标', '占全区（%）', '现值', '计量单位', '时期', '灯', '说明', '期限']

function cellsOf(page: UnitPage): Cell[][] {
  const rest = (line: PlanLine): Cell[] => [line.figure, line.unit, line.period, lightLabels[line.light].zh, line.because, line.targetPeriod]
  return [
    ...page.parts.map(({ line, whole, division }): Cell[] => ['分解目标', line.name, line.words, shareOf(division.terms, line.target ?? 0, whole.target), ...rest(line)]),
    ...page.targets.map((line): Cell[] => ['本单位目标', line.name, line.words, null, ...rest(line)]),
    ...page.commitments.map((node): Cell[] => [node.leadUnit === page.unit.id ? '牵头事项' : '配合事项', node.title, node.targetWords, null, node.share === null ? null : Math.round(node.share * 1000) / 10, '%', null, lightLabels[node.light].zh, node.verdict.because.zh, node.dueOn]),
  ]
}
