import { z } from 'zod'
import { type Contract, FileReply, page, PageQuery, route } from '../../kernel/contract.ts'
import { Id } from '../../kernel/id.ts'
import { type Label as Words } from '../../kernel/label.ts'
import { Light, Verdict } from '../../kernel/light.ts'
import { Day, Instant } from '../../kernel/time.ts'
import { Key, LongText } from '../cases/contract.ts'
import { CheckQuery, LedgerDay, PlainText, SheetReply, Year } from '../indicators/contract.ts'
import { poolChoice } from './domain/pool.ts'
import { PoolShown } from './domain/pool-shown.ts'
import { type Project } from './domain/project.ts'
import { Blocker, Listing, Month, Node, Override, Phase, ProjectAct, ProjectEvent, ProjectPlace, ProjectRules, ProjectVerdict } from './schema.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const byId = z.object({ id: Id })
const named = z.object({ id: Id, name: z.string() })

/** A project in the portfolio of a year. Money in 10 000 yuan: `total` of the whole project, `planned` for the year, `due` and `done` up to the month that is judged. `lead` in points of the year's plan, negative: behind. */
export const ProjectRow = z.object({
  id: Id, code: z.string(), name: z.string(), of: z.string(), phase: Phase, owner: named, place: z.object({ unit: named.nullable(), point: ProjectPlace.shape.point }), lists: z.array(z.string()),
  total: z.number().nullable(), planned: z.number().nullable(), due: z.number().nullable(), done: z.number(), lead: z.number().nullable(),
  /** What is shown; an override lies over what was computed. */
  light: Light, computed: Light, because: z.object({ zh: z.string(), en: z.string() }), overridden: z.boolean(),
  nodes: z.object({ all: z.int(), reached: z.int(), late: z.int() }), blockers: z.object({ open: z.int(), oldest: Day.nullable() }), leader: z.string().nullable(), generated: z.boolean(), seq: z.int(),
})
export type ProjectRow = z.infer<typeof ProjectRow>

const AsList = <T extends z.ZodType<string>>(of: T, most = 100) => z.preprocess(value => (typeof value === 'string' ? value.split(',') : value), z.array(of).max(most)).optional()

/** So many projects can be asked for one by one: their ids fit into an address. */
export const MOST_CHOSEN = 200

export const projectOrders = ['light', 'lead', 'code', 'name', 'total', 'planned', 'done', 'blockers'] as const
/** Filters of the portfolio, its export and its counts; lists of values are parted by commas. `waiting` leaves those with months that wait for approval, or were sent back; `year` is the year whose money is shown; with `list`, only those listed in that year; `pool` leaves those behind a number of the library of the year; `ids` leaves only these, whatever else is asked. */
export const ProjectQuery = z.object({ year: Year.optional(), list: Key.optional(), of: Key.optional(), phase: AsList(Phase), light: AsList(Light), owner: Id.optional(), within: Id.optional(), blocked: z.enum(['true', 'false']).transform(v => v === 'true').optional(), waiting: z.enum(['told', 'returned']).optional(), ended: z.enum(['true', 'false']).transform(v => v === 'true').optional(), q: PageQuery.shape.q, pool: z.string().regex(poolChoice).optional(), ids: AsList(Id, MOST_CHOSEN) })
export type ProjectQuery = z.infer<typeof ProjectQuery>

/** The portfolio in one look, over all that the filters leave. */
const Sums = z.object({ projects: z.int(), total: z.number(), planned: z.number(), due: z.number(), done: z.number(), lights: z.record(Light, z.int()), phases: z.record(Phase, z.int()), blocked: z.int() })

const Expected = z.object({ key: z.string(), expected: Day, delay: z.int(), late: z.boolean(), critical: z.boolean() })
const MonthMoney = z.object({ month: z.int(), planned: z.number(), done: z.number().nullable(), lead: z.number().nullable(), light: Light.nullable() })

/** The money of a year by month, in running totals. `curve` says whether the months were planned or the time passed stands for them; `judged` is the last month that had to be told. */
export const YearCourse = z.object({ year: z.int(), planned: z.number().nullable(), curve: z.enum(['months', 'time']).nullable(), months: z.array(MonthMoney), judged: z.int() })
export type YearCourse = z.infer<typeof YearCourse>

/** A project as its page shows it. `project` is the fold of `events`. */
export const ProjectView = z.object({
  id: Id, project: z.custom<Project>(value => typeof value === 'object' && value !== null), names: z.record(z.string(), z.string()), generated: z.boolean(),
  light: Light, verdict: ProjectVerdict, override: Override.nullable(), litAt: Instant,
  /** Lights that changed, the newest first. */
  lights: z.array(z.object({ on: Day, light: Light, was: Light.nullable(), because: Verdict.unwrap().shape.because })),
  nodes: z.array(Node.extend(Expected.omit({ key: true }).shape)),
  /** Of the year that is asked for. */
  year: YearCourse.extend({ outlook: z.object({ toPlan: z.number(), asSoFar: z.number().nullable(), total: z.number() }).nullable() }),
  blockers: z.array(Blocker.extend({ number: z.string().nullable(), /** May the caller open the case? */ seen: z.boolean(), lead: z.string().nullable(), dueAt: Instant.nullable() })),
  events: z.array(z.object({ seq: z.int(), at: Instant, by: z.object({ person: Id, name: z.string() }).nullable(), event: ProjectEvent })),
  may: z.object({ edit: z.boolean(), tell: z.boolean(), approve: z.boolean(), override: z.boolean(), block: z.boolean() }), seq: z.int(),
})
export type ProjectView = z.infer<typeof ProjectView>

/** What is needed to take a project in. Without nodes it gets those of its kind, between its start and its end. */
export const ProjectGiven = z.object({
  code: PlainText(40), name: PlainText(120).min(2), of: Key, phase: Phase.default('planned'), what: z.union([z.literal(''), LongText]).default(''), place: ProjectPlace.default({ unit: null, address: null, point: null }),
  total: z.number().min(0).max(100_000_000).nullable().default(null), owner: Id, leader: PlainText(60).nullable().default(null), contractor: PlainText(120).nullable().default(null), startsOn: LedgerDay.nullable().default(null), endsOn: LedgerDay.nullable().default(null),
  list: Listing.nullable().default(null), ground: PlainText(300),
})
export type ProjectGiven = z.infer<typeof ProjectGiven>

const seen = { /** Number of the last event that the caller knows of; somebody else's act in between is told and nothing is saved. */ seq: z.int().min(1).max(2_000_000_000) }

export const blockerKinds = ['land', 'demolition', 'permit', 'money', 'pipes', 'other'] as const
export const BlockerGiven = z.object({ kind: z.enum(blockerKinds), title: PlainText(100).min(2), words: LongText, lead: Id.nullable().default(null), co: z.array(Id).max(20).default([]) })

export const contract = {
  rules: route({ method: 'GET', path: '/api/projects/rules', permission: 'plan.read', summary: words('项目阶段、类型、清单与亮灯规则', 'Phases, kinds, lists of projects, and the rule of their lights'), reply: ProjectRules }),
  list: route({
    method: 'GET', path: '/api/projects', permission: 'plan.read', summary: words('项目总表', 'The portfolio of projects'), query: PageQuery.extend({ ...ProjectQuery.shape, order: z.enum(projectOrders).default('light'), down: z.enum(['true', 'false']).transform(v => v === 'true').optional(), after: z.string().regex(/^\d{1,6}$/).optional() }),
    reply: page(ProjectRow).extend({ year: z.int(), years: z.array(z.int()), sums: Sums }),
  }),
  courses: route({ method: 'GET', path: '/api/projects/courses', permission: 'plan.read', summary: words('若干项目一年的逐月投资', 'The money of a year by month, of several projects'), query: z.object({ year: Year, ids: AsList(Id, MOST_CHOSEN) }), reply: z.object({ items: z.array(YearCourse.extend({ id: Id })) }) }),
  pool: route({ method: 'GET', path: '/api/projects/pool', permission: 'plan.read', summary: words('项目库：各阶段进出、转化、库龄与滚动接续', 'The library of projects: what came into each phase and left it, ages, and whether the reserve suffices'), query: z.object({ year: Year.optional() }), reply: PoolShown.extend({ years: z.array(z.int()) }) }),
  export: route({ method: 'GET', path: '/api/projects/export', permission: 'plan.read', form: 'file', perMinute: 30, summary: words('导出项目总表', 'Export the portfolio'), query: ProjectQuery.extend({ form: z.enum(['xlsx', 'csv', 'oc4ids', 'ics']).default('xlsx') }), reply: FileReply }),
  monthsSheet: route({ method: 'GET', path: '/api/projects/months/export', permission: 'project.tell', form: 'file', perMinute: 30, summary: words('月度投资填报表', 'The sheet on which months are told'), query: z.object({ month: Month.optional(), form: z.enum(['csv', 'xlsx']).default('xlsx') }), reply: FileReply }),
  importMonths: route({ method: 'POST', path: '/api/projects/months/import', permission: 'project.tell', form: 'upload', perMinute: 30, summary: words('导入月度投资', 'Tell months by a sheet'), query: CheckQuery, reply: SheetReply }),
  matches: route({ method: 'GET', path: '/api/projects/matches', permission: 'project.edit', summary: words('疑似同一项目（历年清单之间）', 'Projects of two years that may be one'), query: z.object({ list: Key, year: Year }), reply: z.object({ items: z.array(z.object({ one: named, other: named, alike: z.number() })) }) }),
  make: route({ method: 'POST', path: '/api/projects', permission: 'project.edit', summary: words('项目入库', 'Take a project in'), body: ProjectGiven, reply: z.object({ id: Id, seq: z.int() }) }),
  one: route({ method: 'GET', path: '/api/projects/:id', permission: 'plan.read', summary: words('一个项目', 'A project'), params: byId, query: z.object({ year: Year.optional() }), reply: ProjectView }),
  act: route({ method: 'POST', path: '/api/projects/:id/acts', permission: 'plan.read', summary: words('项目办理一步', 'Do something with a project'), params: byId, body: z.object({ ...seen, act: ProjectAct }), reply: z.object({ id: Id, seq: z.int(), light: Light }) }),
  block: route({ method: 'POST', path: '/api/projects/:id/blockers', permission: 'case.open', summary: words('提出堵点', 'Raise a blocker'), params: byId, body: BlockerGiven, reply: z.object({ case: Id, number: z.string() }) }),
} satisfies Contract
