import { connect, type Socket } from 'node:net'

/** What the program answered: the status, and the body as text. */
export type Answered = { readonly status: number; readonly text: string }

/** One browser with one connection that stays open, which asks one thing after another. It costs a tenth of what `fetch` does, so that the machine's time goes to what is measured. */
export type Client = {
  ask(method: string, path: string, body?: object, key?: string): Promise<Answered>
  close(): void
}

/** A client at this address with these cookies. What it was asked while the connection breaks is refused with the reason. */
export function clientOf(url: string, cookie: string): Promise<Client> {
  const { hostname, port, host } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  const answers = answersOn(socket)
  const client: Client = {
    ask: (method, path, body, key) => {
      const text = body === undefined ? '' : JSON.stringify(body)
      const head = [`${method} ${path} HTTP/1.1`, `host: ${host}`, `cookie: ${cookie}`, ...(key ? [`idempotency-key: ${key}`] : []), ...(body === undefined ? [] : ['content-type: application/json', `content-length: ${Buffer.byteLength(text)}`])]
      return answers.next(() => socket.write(`${head.join('\r\n')}\r\n\r\n${text}`))
    },
    close: () => socket.destroy(),
  }
  return new Promise((resolve, reject) => socket.once('connect', () => resolve(client)).once('error', reject))
}

/** Takes the answers off a connection, one for each time `next` sent a request. */
function answersOn(socket: Socket) {
  let held = Buffer.alloc(0)
  let waiting: { resolve(answer: Answered): void; reject(error: Error): void } | null = null
  const fail = (error: Error) => { waiting?.reject(error); waiting = null }
  socket.on('data', chunk => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk])
    const whole = answerIn(held)
    if (!whole) return
    held = held.subarray(whole.end)
    waiting?.resolve(whole.answer)
    waiting = null
  })
  socket.on('error', fail).on('close', () => fail(new Error('the connection was closed')))
  return {
    next: (send: () => void) => new Promise<Answered>((resolve, reject) => {
      if (waiting) return reject(new Error('one thing at a time'))
      if (socket.destroyed) return reject(new Error('the connection was closed'))
      waiting = { resolve, reject }
      send()
      return undefined
    }),
  }
}

/** The first answer in these bytes and where it ends; null while more is to come. */
function answerIn(bytes: Buffer): { readonly answer: Answered; readonly end: number } | null {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return null
  const head = bytes.toString('latin1', 0, headEnd)
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: (\d+)/i.exec(head)
  if (length) {
    const end = headEnd + 4 + Number(length[1])
    return bytes.length < end ? null : { answer: { status, text: bytes.toString('utf8', headEnd + 4, end) }, end }
  }
  if (!/\r\ntransfer-encoding: chunked/i.test(head)) return { answer: { status, text: '' }, end: headEnd + 4 }
  const parts: Buffer[] = []
  for (let at = headEnd + 4; ;) {
    const lineEnd = bytes.indexOf('\r\n', at)
    if (lineEnd < 0) return null
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16)
    const next = lineEnd + 2 + size + 2
    if (bytes.length < next) return null
    if (size === 0) return { answer: { status, text: Buffer.concat(parts).toString('utf8') }, end: next }
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = next
  }
}

/** The cookies of a sign-in as a person of the demonstration with this role. */
export async function cookieOf(url: string, role: string): Promise<string> {
  const answer = await fetch(`${url}/api/demo/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ role }) })
  if (!answer.ok) throw new Error(`no sign-in as ${role}: ${answer.status} ${await answer.text()}`)
  return answer.headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ')
}
