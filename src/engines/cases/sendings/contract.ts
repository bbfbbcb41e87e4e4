import { z } from 'zod'
import { type Contract, page, PageById, route, SeenVersion } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { type Label as Words } from '../../../kernel/label.ts'
import { Instant } from '../../../kernel/time.ts'
import { PlainText } from '../../indicators/contract.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const State = z.enum(['waiting', 'sending', 'sent', 'failed', 'held', 'off', 'test'])
const Channel = z.enum(['sms', 'mail', 'app', 'hook'])
const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/, { error: '应为小写字母、数字和连字符 lower-case letters, digits and hyphens' })

/** What was told outside, to whom and what became of it. Telephones and e-mail addresses are masked. */
export const SendingRow = z.object({
  id: Id, caseId: Id, number: z.string(), seq: z.int(), channel: Channel, hook: Id.nullable(), unit: z.object({ id: Id, name: z.string() }).nullable(), recipient: z.string().nullable(), occasion: z.string(), body: z.string(),
  state: State, tries: z.int(), nextAt: Instant.nullable(), fault: z.string().nullable(), at: Instant, sentAt: Instant.nullable(),
})
export type SendingRow = z.infer<typeof SendingRow>

const hookAddress = /^(?:https:\/\/[^\s/?#@\\]+|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?)(?:[/?#]|$)/i
/** An address of another program: https, or http on this very machine. No user name in it. */
const HookUrl = z.url({ protocol: /^https?$/, error: '应为 https:// 开头的网址 an address that begins with https://' }).max(500).refine(text => hookAddress.test(text), { error: '应为 https 网址，本机调试可用 http https, or http on this very machine' })
const HookGiven = z.object({ name: PlainText(60), url: HookUrl, types: z.array(Key).max(50).default([]), kinds: z.array(Key).max(50).default([]), active: z.boolean().default(true) })
export const HookRow = z.object({ id: Id, name: z.string(), url: z.string(), types: z.array(z.string()), kinds: z.array(z.string()), active: z.boolean(), madeBy: z.string(), at: Instant, version: z.int() })
export type HookRow = z.infer<typeof HookRow>

export const contract = {
  sendings: route({ method: 'GET', path: '/api/cases/sendings', permission: 'case.read', summary: words('通知与推送记录', 'What was told outside'), query: PageById.omit({ q: true }).extend({ state: State.optional(), channel: Channel.optional(), hook: Id.optional(), case: Id.optional() }), reply: page(SendingRow) }),
  retry: route({ method: 'POST', path: '/api/cases/sendings/retry', permission: 'case.dispatch', summary: words('重发未送达的', 'Send again what failed'), body: z.object({ ids: z.array(Id).min(1).max(500) }), reply: z.object({ again: z.int() }) }),
  hooks: route({ method: 'GET', path: '/api/cases/hooks', permission: 'account.manage', summary: words('推送地址', 'Programs that are told'), reply: z.object({ items: z.array(HookRow) }) }),
  makeHook: route({ method: 'POST', path: '/api/cases/hooks', permission: 'account.manage', summary: words('登记推送地址', 'Register a program that is told'), body: HookGiven, reply: HookRow.extend({ /** Shown this once. */ secret: z.string() }) }),
  changeHook: route({ method: 'PUT', path: '/api/cases/hooks/:id', permission: 'account.manage', summary: words('修改或停用推送地址', 'Change or stop a program that is told'), params: z.object({ id: Id }), body: HookGiven.extend({ version: SeenVersion }), reply: HookRow }),
} satisfies Contract
