import { createHmac } from 'node:crypto'
import { createTransport } from 'nodemailer'

/** What a channel answers: a receipt, or why not and whether to try again. */
export type Sent = { readonly ok: true; readonly receipt: string | null } | { readonly ok: false; readonly fault: string; readonly again: boolean }

/** What is sent to a telephone or an e-mail address. `id` is the same in every try, for who passes it on to tell repeats; `title` is for letters. */
export type Text = { readonly id: string; readonly to: string; readonly title: string; readonly text: string }

/** A way to send texts. One that sends nothing is for trying out, and what went through it is marked so. */
export type TextChannel = { readonly sendsNothing: boolean; send(text: Text): Promise<Sent> }

/** The ways that a server has. */
export type Channels = { readonly sms: TextChannel | null; readonly mail: TextChannel | null; readonly fetch: typeof fetch }

const PATIENCE_MS = 10_000

/** A gateway of text messages that takes JSON by HTTP. A key that begins with `test-` sends nothing and is marked so. */
export function textGateway(settings: { readonly url: string; readonly key: string }, through: typeof fetch = fetch): TextChannel {
  const sendsNothing = settings.key.startsWith('test-')
  return {
    sendsNothing,
    send: async ({ id, to, text }) => (sendsNothing ? { ok: true, receipt: null } : post(through, settings.url, JSON.stringify({ id, to, text }), { authorization: `Bearer ${settings.key}`, 'idempotency-key': id })),
  }
}

/** A server of e-mail, asked by SMTP; nothing goes over the network unencrypted. An address that begins with `test:` sends nothing. */
export function mailServer({ url, from }: { readonly url: string; readonly from: string }): TextChannel {
  if (url.startsWith('test:')) return { sendsNothing: true, send: async () => ({ ok: true, receipt: null }) }
  const local = ['localhost', '127.0.0.1'].includes(new URL(url).hostname)
  const transport = createTransport({ url, requireTLS: !local, connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS, disableFileAccess: true, disableUrlAccess: true })
  return {
    sendsNothing: false,
    // The same letter has the same number in every try, by which mailboxes tell repeats.
    send: ({ id, to, title, text }) => transport.sendMail({ from, to, subject: title, text, messageId: `<${id}@opendistrict>` }).then(
      ({ response }) => ({ ok: true, receipt: response.slice(0, 300) }),
      (error: unknown) => ({ ok: false, fault: error instanceof Error ? error.message.slice(0, 300) : String(error), again: !isForGood(error) }),
    ),
  }
}

/** A server that answers with a number from 500 on will not take this letter later either. */
const isForGood = (error: unknown) => typeof error === 'object' && error !== null && 'responseCode' in error && typeof error.responseCode === 'number' && error.responseCode >= 500

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
