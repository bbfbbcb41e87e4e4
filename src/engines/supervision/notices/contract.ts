import { z } from 'zod'
import { type Contract, page, PageQuery, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { Instant } from '../../../kernel/time.ts'
import { LongText } from '../../cases/contract.ts'
import { CaseState } from '../../cases/schema.ts'
import { PlainText } from '../../indicators/contract.ts'
import { grades } from '../domain/notice-rule.ts'

const words = (zh: string, en: string): Label => ({ zh, en })
const named = z.object({ id: Id, name: z.string() })
export const AboutKind = z.enum(['project', 'target', 'commitment', 'case'])

/** A notice in the register. `case` is the case that it is: there it is approved, answered and closed. */
export const NoticeRow = z.object({
  case: Id, number: z.string(), about: z.object({ kind: AboutKind, id: Id, name: z.string() }), addressee: named, grade: z.enum(grades), state: CaseState, open: z.boolean(), dueAt: Instant.nullable(), late: z.boolean(),
  former: z.string().nullable(), raisedAt: Instant, byRule: z.boolean(),
})
export type NoticeRow = z.infer<typeof NoticeRow>

export const NoticeGiven = z.object({ about: z.object({ kind: AboutKind, id: Id, name: PlainText(120) }), addressee: Id, grade: z.enum(grades), grounds: LongText.min(4), consequence: z.union([z.literal(''), LongText]).default('') })
export type NoticeGiven = z.infer<typeof NoticeGiven>

export const noticeContract = {
  notices: route({
    method: 'GET', path: '/api/notices', permission: 'plan.read', summary: words('督办单登记簿', 'The register of supervision notices'),
    query: PageQuery.extend({ about: Id.optional(), addressee: Id.optional(), grade: z.enum(grades).optional(), open: z.enum(['true', 'false']).transform(v => v === 'true').optional(), after: z.string().regex(/^\d{1,6}$/).optional() }), reply: page(NoticeRow),
  }),
  raise: route({ method: 'POST', path: '/api/notices', permission: 'case.supervise', summary: words('提起督办单', 'Raise a supervision notice'), body: NoticeGiven, reply: z.object({ case: Id, number: z.string() }) }),
} satisfies Contract
