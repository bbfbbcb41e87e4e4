import { z } from 'zod'
import { type Contract, FileReply, page, PageQuery, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { Instant } from '../../../kernel/time.ts'
import { LongText } from '../../cases/contract.ts'
import { CaseState } from '../../cases/schema.ts'
import { PlainText } from '../../indicators/contract.ts'
import { noticeStands } from '../domain/notice-steps.ts'
import { AboutKind, Grade, NoticeRule } from './schema.ts'

const words = (zh: string, en: string): Label => ({ zh, en })
const named = z.object({ id: Id, name: z.string() })
const flag = z.enum(['true', 'false']).transform(value => value === 'true').optional()

/** A notice in the register. `case` is the case that it is: there it is approved, answered and closed. */
export const NoticeRow = z.object({
  case: Id, number: z.string(), about: z.object({ kind: AboutKind, id: Id, name: z.string(), /** Where it is seen; null where it is gone. */ page: z.string().nullable() }), addressee: named, grade: Grade, state: CaseState, open: z.boolean(),
  stand: z.enum(noticeStands), /** How many of the eight steps are behind it. */ done: z.int(),
  dueAt: Instant.nullable(), late: z.boolean(), /** Without an answer since. */ silentSince: Instant.nullable(), /** The grade that follows next; null where none does. */ next: Grade.nullable(),
  former: z.object({ case: Id, number: z.string() }).nullable(), followedBy: z.object({ case: Id, number: z.string() }).nullable(), raisedAt: Instant, byRule: z.boolean(), raisedBy: z.string().nullable(), consequence: z.string(),
  /** How often the unit was silent this year. */ silences: z.int(),
})
export type NoticeRow = z.infer<typeof NoticeRow>

export const NoticeGiven = z.object({ about: z.object({ kind: AboutKind, id: Id, name: PlainText(120) }), addressee: Id, grade: Grade, grounds: LongText.min(4), consequence: z.union([z.literal(''), LongText]).default('') })
export type NoticeGiven = z.infer<typeof NoticeGiven>

/** `waiting`: those that the caller may approve. `q`: a part of the number or of what it is about. */
const NoticeFilter = {
  about: Id.optional(), addressee: Id.optional(), kind: AboutKind.optional(), grade: Grade.optional(), open: flag, stand: z.enum(noticeStands).optional(), late: flag, year: z.coerce.number().int().min(1990).max(2100).optional(), q: PageQuery.shape.q, waiting: flag,
}
export const NoticeQuery = z.object(NoticeFilter)
export type NoticeQuery = z.infer<typeof NoticeQuery>

/** Of all that the other filters leave: by grade, by where they stand, and how many are late. */
export const NoticeCounts = z.object({ all: z.int(), open: z.int(), late: z.int(), grades: z.record(Grade, z.int()), stands: z.record(z.enum(noticeStands), z.int()) })
export type NoticeCounts = z.infer<typeof NoticeCounts>

export const noticeContract = {
  notices: route({
    method: 'GET', path: '/api/notices', permission: 'plan.read', summary: words('督办单登记簿', 'The register of supervision notices'),
    query: PageQuery.extend({ ...NoticeFilter, after: z.string().regex(/^\d{1,6}$/).optional() }), reply: page(NoticeRow),
  }),
  standing: route({
    method: 'GET', path: '/api/notices/standing', permission: 'plan.read', summary: words('督办单的张数、单位逾期不反馈次数和自动提起规则', 'How notices stand: counts, silences by unit, and the rule'), query: NoticeQuery.pick({ addressee: true, kind: true, year: true, q: true }),
    reply: z.object({
      counts: NoticeCounts, years: z.array(z.int()),
      /** Units that left notices without an answer in time this year, those silent now first. */
      silences: z.array(z.object({ unit: named, thisYear: z.int(), now: z.int() })),
      /** Null where none is raised by itself; `left`: so many things wait for another day. */
      rule: z.object({ rule: NoticeRule, left: z.int() }).nullable(),
      /** Are there notices here at all? */ kept: z.boolean(),
      may: z.object({ raise: z.boolean() }),
    }),
  }),
  exportNotices: route({ method: 'GET', path: '/api/notices/export', permission: 'plan.read', form: 'file', perMinute: 30, summary: words('导出督办单登记簿', 'Export the register of notices'), query: NoticeQuery.extend({ form: z.enum(['xlsx', 'csv']).default('xlsx') }), reply: FileReply }),
  raise: route({ method: 'POST', path: '/api/notices', permission: 'case.supervise', summary: words('提起督办单', 'Raise a supervision notice'), body: NoticeGiven, reply: z.object({ case: Id, number: z.string() }) }),
} satisfies Contract
