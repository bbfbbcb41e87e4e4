import { type PackForm } from '../../engines/returns/schema.ts'

const typed = (indicator: string, more: { readonly required?: boolean; readonly reach?: 'to-date'; readonly aspect?: 'growth' } = {}) => ({ by: 'typed', indicator, ...more }) as const
const leap = (row: string, percent = 50) => ({ kind: 'differs', row, from: 'last-period', percent, grade: 'warning' }) as const
const notNegative = (row: string) => ({ kind: 'between', row, least: 0, grade: 'error' }) as const
const share = (row: string) => ({ kind: 'between', row, least: 0, most: 100, grade: 'error' }) as const

const from = '2026-08-01'

const monthly = [
  'WHOLESALE-RETAIL-SALES', 'CATERING-TURNOVER', 'ONLINE-RETAIL', 'TOURISM-REVENUE', 'TECHNOLOGY-CONTRACTS', 'UNITS-ABOVE-THRESHOLD', 'FOREIGN-FIRMS-NEW', 'JOB-FAIRS', 'JOBS-OFFERED', 'FIRMS-AT-JOB-FAIRS', 'HARD-TO-PLACE', 'SKILLS-TRAINING',
  'HOUSING-AREA-SOLD', 'OLD-ESTATES-STARTED', 'OLD-ESTATES-DONE', 'OLD-ESTATES-MONEY', 'LIFTS', 'GREEN-SPACE-NEW', 'GREEN-WALLS-NEW', 'POCKET-PARKS-NEW', 'CAR-PARKS', 'SEWERS', 'ILLEGAL-BUILDING',
] as const

/** Source: 越秀区2023年上半年报告 二（一）, 日监测、周调度、月反馈. Rows, due days and bounds are ours, and each district changes them. */
export const forms: readonly PackForm[] = [
  {
    code: 'DEPT-MONTH', from,
    content: {
      name: { zh: '部门经济和建设月报', en: 'Monthly return of departments' }, rhythm: 'month', units: { of: 'owners' }, due: { days: 5, of: 'working' },
      rows: [...monthly.map(code => typed(code)), { by: 'running-total', indicator: 'LIFTS' }, { by: 'growth', indicator: 'HOUSING-AREA-SOLD' }],
      checks: [...monthly.map(code => notNegative(code)), ...monthly.map(code => leap(code))],
    },
  },
  {
    code: 'STREET-MONTH', from,
    content: {
      name: { zh: '街道民生月报', en: 'Monthly return of streets' }, rhythm: 'month', units: { of: 'all', kinds: ['district', 'street'] }, due: { days: 3, of: 'working' }, addsUp: true,
      rows: [typed('JOB-FAIRS-NEARBY'), typed('CULTURE-EVENTS'), typed('SPORT-EVENTS'), typed('MEMORY-SCREENING'), typed('STREET-ORDER', { required: false }), { by: 'count', indicator: 'COMMITMENTS-DONE', counter: 'commitments-done' }],
      checks: [...['JOB-FAIRS-NEARBY', 'CULTURE-EVENTS', 'SPORT-EVENTS', 'MEMORY-SCREENING'].flatMap(code => [notNegative(code), { kind: 'adds-up', row: code, grade: 'error' } as const]), leap('MEMORY-SCREENING', 80)],
    },
  },
  {
    code: 'LIVELIHOOD-QUARTER', from,
    content: {
      name: { zh: '民生保障季报', en: 'Quarterly return on livelihood' }, rhythm: 'quarter', units: { of: 'owners' }, due: { days: 8, of: 'working' }, vintage: 'first',
      rows: [typed('SCHOOL-PLACES', { reach: 'to-date' }), typed('KINDERGARTEN-PLACES', { reach: 'to-date' }), typed('HEALTH-RECORDS'), typed('JOB-STATIONS'), typed('HARD-TO-PLACE-RATE'), typed('AIR-GOOD-DAYS'), typed('FINE-DUST'), typed('WASTE-REUSE')],
      checks: [{ kind: 'never-falls', row: 'SCHOOL-PLACES/to-date', grade: 'error' }, { kind: 'never-falls', row: 'KINDERGARTEN-PLACES/to-date', grade: 'error' }, share('HEALTH-RECORDS'), share('HARD-TO-PLACE-RATE'), share('AIR-GOOD-DAYS'), share('WASTE-REUSE'), { kind: 'differs', row: 'AIR-GOOD-DAYS', from: 'last-period', percent: 10, grade: 'warning' }],
    },
  },
  {
    code: 'ECONOMY-WEEK', from: '2026-11-02',
    content: {
      name: { zh: '经济运行周调度表', en: 'Weekly dispatch of the economy' }, rhythm: 'week', units: { of: 'owners' }, due: { days: 1, of: 'working' },
      rows: [typed('PROMOTIONS'), typed('TRADE-IN-SALES')], checks: [notNegative('PROMOTIONS'), notNegative('TRADE-IN-SALES')],
    },
  },
]
