import { type Id } from '../../kernel/id.ts'
import { type Period } from '../../kernel/period.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../context.ts'
import { sheetFile } from '../indicators/index.ts'
import { type contract, type Progress, type SheetRowView } from './contract.ts'
import { punctualityWords } from './domain/lateness.ts'
import { backFrom } from './domain/periods.ts'
import { stateWords } from './domain/sheet.ts'
import { formRow, periodAsked } from './form-api.ts'
import { loadForm } from './form-store.ts'
import { findProgress } from './sheet-store.ts'
import { rowView } from './view.ts'

/** So many periods stand beside one another, the latest first. */
const PERIODS = 12

export const progressHandlers: Pick<Handlers<typeof contract>, 'progress' | 'exportProgress'> = {
  progress: async (ctx, { params, query }) => ctx.read(async tx => progressOf(tx, ctx, params.id, query.period)),

  exportProgress: async (ctx, { params, query }) => ctx.read(async tx => {
    const found = await progressOf(tx, ctx, params.id, query.period)
    if (!found.ok) return found
    const { form, period, periods, units } = found.value
    return ok(await sheetFile(`${form.name.zh}_${period}_报送进度`, query.form, [
      ['单位代码', '单位', '状态', '截止日', '首次报送', '是否按时', '逾期工作日', '退回次数', ...periods.slice(1)],
      ...units.map(({ unit, sheet, history }) => [
        unit.code, unit.name, sheet ? stateWords[sheet.state].zh : '未开表', sheet?.dueOn ?? null, sheet?.firstSubmittedAt?.slice(0, 10) ?? null, sheet ? punctualityWords[sheet.punctuality.is].zh : null, sheet && sheet.punctuality.days > 0 ? sheet.punctuality.days : null, sheet?.timesSentBack ?? null,
        ...history.slice(1).map(({ punctuality }) => (punctuality ? punctualityWords[punctuality.is].zh : null)),
      ]),
    ]))
  }),
}

/** How a form stands for a period, by unit, with the periods before it. Units, never persons. */
async function progressOf(tx: Tx, ctx: Context, id: Id, asked: Period | undefined): Promise<Result<Progress>> {
  const form = await loadForm(tx, ctx.district, id)
  const row = form && formRow(form, ctx)
  const period = form && (asked ?? periodAsked(form, ctx))
  if (!form || !row || !period) return refuse('unknown-form', { id })
  const periods = backFrom(period, PERIODS)
  const sheets = (await findProgress(tx, ctx.district, form.id, periods)).map(line => rowView(line, ctx))
  const units = [...Map.groupBy(sheets, sheet => sheet.unit.id).values()].flatMap(own => {
    const [first] = own
    const of = (when: Period) => own.find(sheet => sheet.period === when) ?? null
    return first ? [{ unit: first.unit, sheet: of(period), history: periods.map(when => historyOf(when, of(when))) }] : []
  })
  const current = units.flatMap(unit => unit.sheet ?? [])
  const count = (is: SheetRowView['punctuality']['is']) => current.filter(sheet => sheet.punctuality.is === is).length
  return ok({
    form: row, period, periods: [...periods], units,
    counts: { units: current.length, 'on-time': count('on-time'), late: count('late'), missing: count('missing'), 'not-due': count('not-due'), sentBack: current.filter(sheet => sheet.sentBack).length, accepted: current.filter(sheet => sheet.state === 'accepted').length },
  })
}

function historyOf(period: Period, sheet: SheetRowView | null): Progress['units'][number]['history'][number] {
  return { period, punctuality: sheet?.punctuality ?? null, state: sheet?.state ?? null, timesSentBack: sheet?.timesSentBack ?? 0 }
}
