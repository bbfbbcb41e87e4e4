import { z } from 'zod'
import { type Label } from '../kernel/label.ts'

/** The body of an error answer, as src/server/http/problem.ts writes it (RFC 9457). */
const Answer = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  detailEn: z.string(),
  instance: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  faults: z.array(z.object({ at: z.string(), message: z.string(), messageEn: z.string() })).optional(),
})

/** One place of what was sent (`title`, `body.items.3`) and what is expected there. */
export type Fault = { readonly at: string; readonly said: Label }

/**
 * Something asked of the server that was not done. `kind` is the refusal's short name (`changed-meanwhile`), or
 * `unreachable` where no answer came at all (then `status` is 0). `number` is what a person quotes to the administrator.
 */
export class Problem extends Error {
  readonly kind: string
  readonly status: number
  readonly said: Label
  readonly number: string | null
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
  readonly faults: readonly Fault[]

  constructor(given: { readonly kind: string; readonly status: number; readonly said: Label; readonly number?: string | null; readonly facts?: Problem['facts']; readonly faults?: readonly Fault[]; readonly cause?: unknown }) {
    super(`${given.kind}: ${given.said.en}`, { cause: given.cause })
    this.kind = given.kind
    this.status = given.status
    this.said = given.said
    this.number = given.number ?? null
    this.facts = given.facts ?? {}
    this.faults = given.faults ?? []
  }
}

/** What an answer that is not 2xx says. An answer not in our form (a proxy's page, say) is told by its status. */
export function problemFrom(status: number, body: unknown): Problem {
  const answer = Answer.safeParse(body)
  if (!answer.success) {
    return new Problem({ kind: 'not-understood', status, said: { zh: `服务器的答复无法识别（状态 ${status}）。请稍后重试；如仍出错，请联系管理员。`, en: `The server's answer could not be read (status ${status}). Try again in a moment; if it fails again, tell the administrator.` } })
  }
  const { type, detail, detailEn, instance, facts, faults } = answer.data
  return new Problem({ kind: type.replace(/^urn:opendistrict:/, ''), status, said: { zh: detail, en: detailEn }, number: instance, ...(facts && { facts }), ...(faults && { faults: faults.map(fault => ({ at: fault.at, said: { zh: fault.message, en: fault.messageEn } })) }) })
}

/** No answer came: the network or the server is away. */
export function unreachable(cause: unknown): Problem {
  return new Problem({ kind: 'unreachable', status: 0, cause, said: { zh: '连接不上服务器，请检查网络后重试。您已填写的内容仍保留在本页。', en: 'The server cannot be reached. Check the network and try again. What you entered is still on this page.' } })
}
