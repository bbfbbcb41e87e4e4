import { type FreshDistrict, freshDistrict } from './district.ts'
import { type Id } from '../src/kernel/id.ts'
import { type Result } from '../src/kernel/result.ts'
import { type Context } from '../src/engines/context.ts'
import { seedRegister } from '../src/engines/indicators/index.ts'
import { type Role } from '../src/engines/org/schema.ts'
import { FormView, SheetView } from '../src/engines/returns/contract.ts'
import { type Counters } from '../src/engines/returns/filling.ts'
import { handlersWith } from '../src/engines/returns/index.ts'
import { FormContent } from '../src/engines/returns/schema.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.refused} ${JSON.stringify(result.facts)}`)
  return result.value
}

/** Counts for tests: seven for every unit and period. */
const counters: Counters = { 'cases-closed': { name: { zh: '办结工单数', en: 'Cases closed' }, count: async () => 7 } }

export type ReturnsDistrict = FreshDistrict & {
  readonly handlers: ReturnType<typeof handlersWith>
  make(code: string, content: object, from?: string): Promise<FormView>
  open(form: FormView, period: string): Promise<number>
  sheetOf(form: FormView, period: string, unit: Id, as?: Role): Promise<SheetView>
  /** Types values over what stands there now. */
  type(as: Role, sheet: SheetView, values: Readonly<Record<string, number | null>>): ReturnType<ReturnType<typeof handlersWith>['enter']>
  take(what: 'submit' | 'approve' | 'accept', as: Role, sheet: Id): Promise<Result<{ standing: SheetView['standing'] }>>
  look(as: Role, sheet: Id): Promise<SheetView>
}

/** A small district with a register and a planner who makes forms. 2 November 2026 is a Monday; October is over. */
export async function returnsDistrict(now = '2026-11-02T02:00:00.000Z'): Promise<ReturnsDistrict> {
  const here = await freshDistrict({ now })
  const handlers = handlersWith(counters)
  const planner = await here.ctx('planner')
  await planner.write(async (tx, note) => {
    await seedRegister(tx, planner, [
      { code: 'JOBS', name: { zh: '城镇新增就业', en: 'New jobs' }, unit: '人', kind: 'flow', frequency: 'month', ownerUnit: 'finance' },
      { code: 'FAIRS', name: { zh: '招聘会', en: 'Job fairs' }, unit: '场', kind: 'flow', frequency: 'month', ownerUnit: 'finance' },
      { code: 'RETAIL', name: { zh: '社会消费品零售总额', en: 'Retail sales' }, unit: '亿元', kind: 'flow', frequency: 'month', ownerUnit: 'statistics' },
      { code: 'CLEAN', name: { zh: '空气优良率', en: 'Days of good air' }, unit: '%', kind: 'rate', frequency: 'month' },
      { code: 'LIFTS', name: { zh: '加装电梯', en: 'Lifts' }, unit: '台', kind: 'flow', frequency: 'month' },
      { code: 'MATTERS', name: { zh: '办结工单', en: 'Cases closed' }, unit: '件', kind: 'flow', frequency: 'month' },
    ], key => (key === 'finance' ? here.places.finance.id : here.places.statistics.id))
    await note({ verb: 'test', thing: 'test', thingId: 't' })
  })
  const ask = async <T>(as: Role, work: (ctx: Context) => Promise<T>): Promise<T> => work(await here.ctx(as))
  // Parsed as the server's reply is, with every default filled in.
  const look = async (as: Role, sheet: Id) => SheetView.parse(value(await ask(as, ctx => handlers.sheet(ctx, { ...nothing, params: { id: sheet } }))))
  return {
    ...here, handlers, look,
    make: async (code, content, from = '2026-01-01') => FormView.parse(value(await ask('planner', ctx => handlers.makeForm(ctx, { ...nothing, body: { code, from, content: FormContent.parse(content) } })))),
    open: async (form, period) => value(await ask('planner', ctx => handlers.openSheets(ctx, { ...nothing, params: { id: form.id }, body: { period } }))).opened,
    sheetOf: async (form, period, unit, as = 'planner') => {
      const { items } = value(await ask(as, ctx => handlers.sheets(ctx, { ...nothing, query: { limit: 50, form: form.id, period, unit, whose: 'all' } })))
      return look(as, items[0]?.id ?? '')
    },
    type: async (as, sheet, values) => {
      const { standing } = await look(as, sheet.id)
      return ask(as, ctx => handlers.enter(ctx, { ...nothing, params: { id: sheet.id }, body: { cells: Object.entries(values).map(([row, typed]) => ({ row, value: typed, version: standing.cells[row]?.version ?? 0 })) } }))
    },
    take: async (what, as, sheet) => {
      const { standing: { version } } = await look('planner', sheet)
      return ask(as, ctx => handlers[what](ctx, { ...nothing, params: { id: sheet }, body: { version } }))
    },
  }
}

/** The monthly form of the two departments that keep jobs and retail sales, as figures of the whole district. */
export const monthOfOwners = {
  name: { zh: '部门经济月报', en: 'Monthly return of departments' }, rhythm: 'month', units: { of: 'owners' }, due: { days: 5, of: 'working' },
  rows: [
    { by: 'typed', indicator: 'JOBS' }, { by: 'running-total', indicator: 'JOBS' }, { by: 'growth', indicator: 'JOBS' }, { by: 'typed', indicator: 'FAIRS', required: false },
    { by: 'typed', indicator: 'RETAIL', reach: 'to-date' }, { by: 'typed', indicator: 'RETAIL', aspect: 'growth', reach: 'to-date' },
  ],
  checks: [{ kind: 'differs', row: 'JOBS', from: 'last-year', percent: 20, grade: 'warning' }, { kind: 'between', row: 'JOBS', least: 0, grade: 'error' }, { kind: 'never-falls', row: 'RETAIL/to-date', grade: 'error' }],
}

/** The monthly form of streets and their communities, which adds up. */
export const monthOfStreets = {
  name: { zh: '街道民生月报', en: 'Monthly return of streets' }, rhythm: 'month', units: { of: 'all', kinds: ['street', 'community'] }, due: { days: 3, of: 'working' }, addsUp: true,
  rows: [{ by: 'typed', indicator: 'LIFTS' }, { by: 'count', indicator: 'MATTERS', counter: 'cases-closed' }], checks: [{ kind: 'adds-up', row: 'LIFTS', grade: 'error' }],
}
