import { type AddressInfo, connect } from 'node:net'
import { expect, it } from 'vitest'
import { testServer } from '../testkit/server.ts'

const host = 'host: localhost\r\n'
const json = `${host}content-type: application/json\r\n`

/** What no client library sends. */
const requests: readonly (readonly [string, string | Buffer])[] = [
  ['nothing that is HTTP', 'hello\r\n\r\n'], ['a TLS greeting', Buffer.from('16030100f5010000f10303', 'hex')], ['a request without a host', 'GET /api/me HTTP/1.1\r\n\r\n'], ['an unknown method', `BREW /api/me HTTP/1.1\r\n${host}\r\n`],
  ['a method of the proxy', 'CONNECT example.org:443 HTTP/1.1\r\nhost: example.org:443\r\n\r\n'], ['a path of 100 KB', `GET /api/${'a'.repeat(100_000)} HTTP/1.1\r\n${host}\r\n`], ['headers of 100 KB', `GET /api/me HTTP/1.1\r\n${host}x-a: ${'a'.repeat(100_000)}\r\n\r\n`], ['ten thousand headers', `GET /api/me HTTP/1.1\r\n${host}${'a: b\r\n'.repeat(10_000)}\r\n`],
  ['a zero in a header', `GET /api/me HTTP/1.1\r\n${host}x-a: \u0000\r\n\r\n`], ['a zero in the path', `GET /api/\u0000 HTTP/1.1\r\n${host}\r\n`], ['a length that is none', `POST /api/units HTTP/1.1\r\n${json}content-length: ten\r\n\r\n{}`], ['a negative length', `POST /api/units HTTP/1.1\r\n${json}content-length: -1\r\n\r\n{}`],
  ['two lengths', `POST /api/units HTTP/1.1\r\n${json}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`], ['length and chunks', `POST /api/units HTTP/1.1\r\n${json}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`], ['a chunk that is none', `POST /api/units HTTP/1.1\r\n${json}transfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n`], ['a body far over its limit', `POST /api/units HTTP/1.1\r\n${json}content-length: 99999999999\r\n\r\n{}`],
  ['an absolute address of elsewhere', 'GET http://elsewhere.example/api/me HTTP/1.1\r\nhost: elsewhere.example\r\n\r\n'], ['an upgrade', `GET /api/me HTTP/1.1\r\n${host}connection: upgrade\r\nupgrade: websocket\r\n\r\n`], ['HTTP/9.9', `GET /api/me HTTP/9.9\r\n${host}\r\n`], ['a body cut off', `POST /api/demo/sign-in HTTP/1.1\r\n${json}content-length: 50\r\n\r\n{"role":`],
]

it('a connection that speaks no proper HTTP is told so or closed, and the next one is served', async () => {
  const server = await testServer()
  await server.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.app.server.address() as AddressInfo // a TCP server that listens
  for (const [what, bytes] of requests) {
    const answer = await send(port, bytes)
    expect(answer.split('\r\n')[0], what).toMatch(/^$|^HTTP\/1\.1 4\d\d /)
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status, `after ${what}`).toBe(200)
  }
})

/** Sends bytes, ends the sending side and answers all that came until the other side closed. */
function send(port: number, bytes: string | Buffer): Promise<string> {
  return new Promise(resolve => {
    let came = ''
    const socket = connect(port, '127.0.0.1', () => { socket.end(bytes) })
    socket.on('data', chunk => { came += chunk.toString('latin1') })
    socket.on('error', () => { resolve(came) }) // closed in our face is an answer too
    socket.on('close', () => { resolve(came) })
  })
}
