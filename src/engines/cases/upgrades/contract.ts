import { z } from 'zod'
import { type Contract, route } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Label, type Label as Words } from '../../../kernel/label.ts'
import { Key } from '../contract.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const byKey = z.object({ key: Key })

/** Open cases of earlier versions of a type: how many there are of each, and which version is in force. */
export const UpgradeView = z.object({ key: z.string(), inForce: z.int(), earlier: z.array(z.object({ version: z.int(), open: z.int() })) })
export type UpgradeView = z.infer<typeof UpgradeView>

export const contract = {
  earlier: route({ method: 'GET', path: '/api/cases/types/:key/upgrade', permission: 'case.supervise', summary: words('仍按旧版办理的工单', 'Open cases under earlier versions of a type'), params: byKey, reply: UpgradeView }),
  upgrade: route({
    method: 'POST', path: '/api/cases/types/:key/upgrade', permission: 'case.supervise', summary: words('将旧版工单移到现行版', 'Move open cases to the version in force'), params: byKey,
    body: z.object({ /** Say only what would become of them. */ check: z.boolean().default(false), /** Go on after this case. */ after: Id.optional() }),
    reply: z.object({ moved: z.int(), stayed: z.array(z.object({ id: Id, number: z.string(), because: Label })), /** Where to go on; null at the end. */ next: Id.nullable() }),
  }),
} satisfies Contract
