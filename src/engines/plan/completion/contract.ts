import { z } from 'zod'
import { type Contract, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Period } from '../../../kernel/period.ts'
import { PlainText } from '../../indicators/contract.ts'
import { Awaited } from '../domain/completion.ts'

/** The version that was seen; 0 where nothing was entered yet. */
const Seen = z.int().min(0).max(2_000_000_000)
const of = { indicator: Id, period: Period }

export const awaitedRoutes = {
  setAwaited: route({
    method: 'PUT', path: '/api/plan/awaited', permission: 'plan.edit', summary: { zh: '登记待公布：由谁、何时公布', en: 'Say who publishes a figure that has not come, and when' },
    body: z.object({ ...of, publisher: PlainText(60), expected: Period.nullable().default(null), ground: PlainText(300), version: Seen }), reply: Awaited,
  }),
  removeAwaited: route({ method: 'POST', path: '/api/plan/awaited/remove', permission: 'plan.edit', summary: { zh: '撤销待公布登记', en: 'Take back that a figure is awaited' }, body: z.object({ ...of, version: Seen, reason: PlainText(500).min(2) }), reply: z.object({ indicator: Id }) }),
} as const satisfies Contract
