import { z } from 'zod'
import { type Contract, page, PageById, route, SeenVersion } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Label } from '../../../kernel/label.ts'
import { Light } from '../../../kernel/light.ts'
import { Instant } from '../../../kernel/time.ts'
import { PlainText, Year } from '../../indicators/contract.ts'
import { HeldBack, LeftOut, Publication, PublicLine, PublicationEvent } from '../domain/publication/publication.ts'

const words = (zh: string, en: string): Label => ({ zh, en })
const byId = z.object({ id: Id })
const byYear = z.object({ year: Year })

const Told = z.object({ words: z.string(), unit: z.string(), figure: z.number().nullable(), period: z.string().nullable(), light: Light })
export const DifferenceRow = z.object({ key: z.string(), label: Label, kind: z.enum(['added', 'gone', 'changed']), of: z.array(z.enum(['name', 'owner', 'target', 'figure', 'light', 'source', 'history', 'evidence'])), before: Told.nullable(), after: Told.nullable() })

/** A promise in the list of what would be or is public. */
const LineRow = PublicLine.pick({ key: true, kind: true, code: true, label: true, owner: true, words: true, unit: true, operator: true, target: true, stretch: true, targetPeriod: true, figure: true, period: true, light: true, because: true })

/** What a publication of a year would hold if it were prepared now. `digest` names this very content. */
export const Draft = z.object({
  year: z.int(),
  digest: z.string(),
  lines: z.array(LineRow),
  heldBack: z.array(HeldBack),
  /** The publication that is public now, and what would change for the public. */
  since: z.object({ number: z.int(), publicAt: Instant }).nullable(),
  differences: z.array(DifferenceRow),
  waiting: Publication.nullable(),
})

export const PublicationShown = z.object({
  publication: Publication,
  history: z.array(z.object({ at: Instant, by: z.string(), event: PublicationEvent })),
  lines: z.array(LineRow),
  heldBack: z.array(HeldBack),
  /** Against the publication before it. */
  since: z.object({ number: z.int(), publicAt: Instant }).nullable(),
  differences: z.array(DifferenceRow),
  /** While it waits: what would be told differently if it were prepared now. */
  meanwhile: z.array(DifferenceRow),
  /** While it waits: figures in it that may not be public any more. They stop the approval. */
  closed: z.array(HeldBack),
})

const WithReason = z.object({ version: SeenVersion, reason: PlainText(500).min(4) })

export const publicationContract = {
  list: route({ method: 'GET', path: '/api/publications', permission: 'publication.read', summary: words('公布记录', 'Publications'), query: PageById.omit({ q: true }).extend({ year: Year.optional() }), reply: page(Publication).extend({ years: z.array(z.int()) }) }),
  draft: route({ method: 'GET', path: '/api/publications/years/:year', permission: 'publication.prepare', perMinute: 60, summary: words('一年可公布的内容', 'What could be published of a year'), params: byYear, reply: Draft }),
  prepare: route({ method: 'POST', path: '/api/publications/years/:year', permission: 'publication.prepare', summary: words('编制公布内容并送批', 'Prepare a publication and put it up for approval'), params: byYear, body: z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), leaveOut: z.array(LeftOut.extend({ reason: PlainText(500).min(4) })).max(2000).default([]) }), reply: Publication }),
  show: route({ method: 'GET', path: '/api/publications/:id', permission: 'publication.read', summary: words('一期公布的内容与沿革', 'A publication, its content and history'), params: byId, reply: PublicationShown }),
  approve: route({ method: 'POST', path: '/api/publications/:id/approve', permission: 'publication.approve', summary: words('批准公布', 'Approve a publication'), params: byId, body: z.object({ version: SeenVersion, knowing: z.boolean().default(false) }), reply: Publication }),
  sendBack: route({ method: 'POST', path: '/api/publications/:id/return', permission: 'publication.approve', summary: words('退回', 'Return a publication'), params: byId, body: WithReason, reply: Publication }),
  takeBack: route({ method: 'POST', path: '/api/publications/:id/take-back', permission: 'publication.prepare', summary: words('收回待批准的公布', 'Take a waiting publication back'), params: byId, body: WithReason, reply: Publication }),
  withdraw: route({ method: 'POST', path: '/api/publications/:id/withdraw', permission: 'publication.approve', summary: words('撤回已公布的内容', 'Withdraw what is public'), params: byId, body: WithReason, reply: Publication }),
} as const satisfies Contract
