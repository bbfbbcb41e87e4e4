import { createHmac } from 'node:crypto'

/** What a channel answers: a receipt, or why not and whether to try again. */
export type Sent = { readonly ok: true; readonly receipt: string | null } | { readonly ok: false; readonly fault: string; readonly again: boolean }

/** A way to send a text to a number. `id` is the same in every try, for the gateway to tell repeats. */
export type TextChannel = { readonly key: 'sms'; readonly sendsNothing: boolean; send(message: { readonly id: string; readonly to: string; readonly text: string }): Promise<Sent> }

/** The ways that a server has. */
export type Channels = { readonly sms: TextChannel | null; readonly fetch: typeof fetch }

const PATIENCE_MS = 10_000

/** A gateway of text messages that takes JSON by HTTP. A key that begins with `test-` sends nothing and is marked so. */
export function textGateway(settings: { readonly url: string; readonly key: string }, through: typeof fetch = fetch): TextChannel {
  const sendsNothing = settings.key.startsWith('test-')
  return {
    key: 'sms',
    sendsNothing,
    send: async message => (sendsNothing ? { ok: true, receipt: null } : post(through, settings.url, JSON.stringify(message), { authorization: `Bearer ${settings.key}`, 'idempotency-key': message.id })),
  }
}

/** Posts a signed body to a hook. The signature is HMAC-SHA256 over `<seconds>.<body>`, as `t=<seconds>,v1=<hex>`. */
export function postToHook(through: typeof fetch, hook: { readonly url: string; readonly secret: string }, id: string, body: string, now: string): Promise<Sent> {
  const seconds = Math.floor(Date.parse(now) / 1000)
  const signature = createHmac('sha256', hook.secret).update(`${seconds}.${body}`).digest('hex')
  return post(through, hook.url, body, { 'x-opendistrict-delivery': id, 'x-opendistrict-signature': `t=${seconds},v1=${signature}` })
}

async function post(through: typeof fetch, url: string, body: string, headers: Readonly<Record<string, string>>): Promise<Sent> {
  const answer = await through(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers }, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) }).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))
  if (answer instanceof Error) return { ok: false, fault: answer.message.slice(0, 300), again: true }
  await answer.body?.cancel()
  if (answer.ok) return { ok: true, receipt: answer.headers.get('x-message-id') }
  // Too many and what is the other side's fault may pass; what is ours will not.
  return { ok: false, fault: `HTTP ${answer.status}`, again: answer.status === 429 || answer.status >= 500 }
}
