import { z } from 'zod'
import { type Contract, route } from '../../../kernel/contract.ts'
import { Label } from '../../../kernel/label.ts'
import { Period } from '../../../kernel/period.ts'
import { Instant } from '../../../kernel/time.ts'

/** A number of cases that the register is told every month; `last` is the newest figure on file, with the numbers it was made of. */
export const CountedView = z.object({ indicator: z.string(), name: Label, type: z.object({ key: z.string(), name: Label }), last: z.object({ period: Period, value: z.number(), unit: z.string(), part: z.int(), whole: z.int(), at: Instant }).nullable() })
export type CountedView = z.infer<typeof CountedView>

/** A month as it is written. */
const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, { error: '应为年月，如2026-10 a month such as 2026-10' })

export const countedContract = {
  counted: route({ method: 'GET', path: '/api/cases/counted-figures', permission: 'case.read', summary: { zh: '计入指标台账的工单数', en: 'Numbers of cases that the register is told' }, reply: z.object({ items: z.array(CountedView) }) }),
  count: route({ method: 'POST', path: '/api/cases/counted-figures', permission: 'case.supervise', summary: { zh: '统计某月工单，写入指标台账', en: 'Count the cases of a month into the register' }, body: z.object({ month: Month }), reply: z.object({ written: z.int(), unchanged: z.int(), /** Indicators of which there was nothing to count. */ nothing: z.array(z.string()) }) }),
} satisfies Contract
