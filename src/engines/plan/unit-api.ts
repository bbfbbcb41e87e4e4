/** What one unit owes in a year: its parts of divided targets, its own targets, its commitments. */
import { type Id } from '../../kernel/id.ts'
import { lightLabels } from '../../kernel/light.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Day } from '../../kernel/time.ts'
import { type Context, type Handlers, type Tx } from '../context.ts'
import { judgedParts, judgedTargets, judgedTargetsOfUnit, sheetFile, targetRowFrom, type Cell } from '../indicators/index.ts'
import { findUnits } from '../org/index.ts'
import { type contract, type UnitPage } from './contract.ts'
import { yearOfTarget } from './dividing.ts'
import { findDivisionsWith } from './division-store.ts'
import { shareOf } from './domain/parts.ts'
import { treeOfYear, yearRows } from './year.ts'

export const unitHandlers: Pick<Handlers<typeof contract>, 'unit' | 'exportUnit'> = {
  unit: async (ctx, { params, query }) => ctx.read(tx => unitPage(tx, ctx, params.id, query.year, query.on ?? ctx.today())),

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
  const targets = await judgedTargetsOfUnit(tx, ctx.district, id, year, on)
  const kept = (await findDivisionsWith(tx, ctx.district, id, ['proposed', 'in-force'])).map(({ division }) => division)
  const wholes = new Map((await judgedTargets(tx, ctx.district, [...new Set(kept.map(d => d.target))], on)).filter(w => yearOfTarget(w.target.period) === year).map(w => [w.target.id, w]))
  const parts: UnitPage['parts'] = [], waiting: UnitPage['waiting'] = []
  for (const division of kept) {
    const whole = wholes.get(division.target)
    const part = division.terms.parts.find(p => p.unit === id)
    if (!whole || !part) continue
    if (division.state === 'proposed') { waiting.push({ whole: targetRowFrom(whole), division, value: part.value }); continue }
    const own = targets.find(t => t.target.partOf === division.target)
    if (!own) continue
    const lights = new Map((await judgedParts(tx, ctx.district, division.target, on)).map(j => [j.target.unit, j.light]))
    parts.push({ target: targetRowFrom(own), whole: targetRowFrom(whole), division, shares: division.terms.parts.map(p => ({ unit: p.unit, name: names.get(p.unit) ?? '', value: p.value, light: lights.get(p.unit) ?? null })) })
  }
  const shown = new Set(parts.map(p => p.target.id))
  const commitments = (await treeOfYear(tx, ctx, year, on)).filter(node => node.leadUnit === id || node.coUnits.includes(id))
  return ok({ unit: { id, name: unit.name, kind: unit.kind }, year, years: years.includes(year) ? years : [year, ...years], parts, waiting, targets: targets.filter(t => !shown.has(t.target.id)).map(targetRowFrom), commitments })
}

const headers: Cell[] = ['类别', '名称', '目标', '占全区（%）', '现值', '时期', '灯', '说明', '期限']

function cellsOf(page: UnitPage): Cell[][] {
  const figure = ({ figure }: UnitPage['targets'][number]): Cell[] => [figure?.level ? `${figure.level.value}${figure.level.unit}` : figure?.change ? `${figure.change.value}${figure.change.unit}` : null, figure?.period ?? null]
  return [
    ...page.parts.map(({ target, whole, division }): Cell[] => ['分解目标', target.indicatorName, target.words, shareOf(division.terms, target.value ?? 0, whole.value), ...figure(target), lightLabels[target.light].zh, target.verdict.because.zh, target.period]),
    ...page.targets.map((target): Cell[] => ['本单位目标', target.indicatorName, target.words, null, ...figure(target), lightLabels[target.light].zh, target.verdict.because.zh, target.period]),
    ...page.commitments.map((node): Cell[] => [node.leadUnit === page.unit.id ? '牵头事项' : '配合事项', node.title, node.targetWords, null, node.share === null ? null : `${Math.round(node.share * 1000) / 10}%`, null, lightLabels[node.light].zh, node.verdict.because.zh, node.dueOn]),
  ]
}
