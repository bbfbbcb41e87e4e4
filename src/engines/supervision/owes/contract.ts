import { z } from 'zod'
import { type Contract, FileReply, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Label, type Label as Words } from '../../../kernel/label.ts'
import { Light } from '../../../kernel/light.ts'
import { Day } from '../../../kernel/time.ts'
import { owedKinds } from '../domain/owes.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const named = z.object({ id: Id, name: z.string() })

export const OwedView = z.object({ kind: z.enum(owedKinds), key: z.string(), title: Label, why: Label, part: z.enum(['lead', 'co']), dueOn: Day.nullable(), late: z.boolean(), /** Days left; negative: days late. */ days: z.int().nullable(), light: Light.nullable(), page: z.string() })
export type OwedView = z.infer<typeof OwedView>

const count = z.object({ all: z.int(), late: z.int() })

/** `unit`: whose; without it the caller's own. */
const Asked = { unit: Id.optional() }

export const owesContract = {
  owes: route({
    method: 'GET', path: '/api/supervision/owes', permission: 'case.read', summary: words('单位应办清单', 'What a unit owes now'), query: z.object(Asked),
    reply: z.object({
      unit: named, /** The caller's own units. */ own: z.array(named), today: Day, items: z.array(OwedView), counts: count.extend({ kinds: z.record(z.enum(owedKinds), count) }),
      /** There are more cases than are listed. */ cut: z.boolean(),
      /** How often the unit left notices without an answer in time this year. */ silences: z.int(),
    }),
  }),
  exportOwes: route({ method: 'GET', path: '/api/supervision/owes/export', permission: 'case.read', form: 'file', perMinute: 30, summary: words('导出单位应办清单', 'Export what a unit owes now'), query: z.object({ ...Asked, form: z.enum(['xlsx', 'csv']).default('xlsx') }), reply: FileReply }),
} satisfies Contract
