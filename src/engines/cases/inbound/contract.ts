import { z } from 'zod'
import { type Contract, route } from '../../../kernel/contract.ts'
import { Label, type Label as Words } from '../../../kernel/label.ts'
import { PlainText } from '../../indicators/contract.ts'
import { CaseGiven, LongText } from '../contract.ts'

const words = (zh: string, en: string): Words => ({ zh, en })

/** What another platform says of a matter: that it was asked, something added, that it presses, that it is withdrawn there. */
const Said = z.discriminatedUnion('kind', [
  CaseGiven.omit({ dispatch: true, channel: true }).extend({ kind: z.literal('opened') }),
  z.object({ kind: z.literal('noted'), words: LongText }),
  z.object({ kind: z.literal('urged'), words: LongText }),
  z.object({ kind: z.literal('withdrawn'), words: LongText }),
])
/** An item of a matter's stream. `number` is the platform's own; `sequence` counts from 1 without a gap, and `opened` is the first. */
export const InboundItem = z.object({ number: PlainText(60), sequence: z.int().min(1).max(100_000), said: Said })
export type InboundItem = z.infer<typeof InboundItem>

/** `taken`: done now. `known`: done before; nothing was done again. `waiting`: kept until the items before it come. `refused`: nothing was kept; send it again when it is mended. */
export const Outcome = z.object({ number: z.string(), sequence: z.int(), outcome: z.enum(['taken', 'known', 'waiting', 'refused']), case: z.string().nullable(), because: Label.nullable() })
export type Outcome = z.infer<typeof Outcome>

export const contract = {
  inbound: route({
    method: 'POST', path: '/api/cases/inbound/:source', permission: 'case.open', summary: words('接收其他平台转来的工单', 'Take what another platform hands over'), params: z.object({ source: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, { error: '应为小写字母、数字和连字符 lower-case letters, digits and hyphens' }) }),
    body: z.object({ items: z.array(InboundItem).min(1).max(100) }), reply: z.object({ items: z.array(Outcome), /** Items of this platform that wait for others. */ waiting: z.int() }),
  }),
} satisfies Contract
