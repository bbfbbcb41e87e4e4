import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { route } from '../kernel/contract.ts'
import { addressOf, call, randomId } from './client.ts'
import { Problem } from './problem.ts'

const label = { zh: '试', en: 'try' }
const list = route({ method: 'GET', path: '/api/things/:id', permission: 'signed-in', summary: label, params: z.object({ id: z.string() }), query: z.object({ q: z.string().optional(), kind: z.array(z.string()).optional() }), reply: z.object({ n: z.int() }) })
const enter = route({ method: 'POST', path: '/api/figures', permission: 'figure.enter', summary: label, body: z.object({ value: z.number() }), reply: z.object({ id: z.string() }) })

type Sent = { readonly to: string; readonly method: string; readonly key: string | null; readonly body: unknown }

/** Stands in for the network: keeps what was sent, answers what is given, in order; an Error is a line that broke. */
function network(...answers: (Response | Error)[]): Sent[] {
  const sent: Sent[] = []
  vi.stubGlobal('fetch', async (to: string, init: RequestInit) => {
    sent.push({ to, method: init.method ?? '', key: new Headers(init.headers).get('idempotency-key'), body: init.body })
    const answer = answers.shift() ?? new Error('nothing more to answer')
    if (answer instanceof Error) throw answer
    return answer
  })
  return sent
}
const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
const caught = (asked: Promise<unknown>) => asked.then(() => null, (error: unknown) => error)

afterEach(() => vi.unstubAllGlobals())

describe('a call of the server', () => {
  it('puts names and words into the address as they must be written there', () => {
    expect(addressOf(list, { params: { id: '固/投' }, query: { q: '增长 8%', kind: ['a', 'b'] } })).toBe('/api/things/%E5%9B%BA%2F%E6%8A%95?q=%E5%A2%9E%E9%95%BF+8%25&kind=a&kind=b')
    expect(addressOf(list, { params: { id: '1' } })).toBe('/api/things/1')
  })

  it('reads without a key and gives the answer', async () => {
    const sent = network(json(200, { n: 3 }))
    expect(await call(list, { params: { id: '1' } })).toEqual({ n: 3 })
    expect(sent[0]).toMatchObject({ method: 'GET', key: null, body: null })
  })

  it('writes the same thing again under the same key when nobody knows whether it arrived', async () => {
    const sent = network(new Error('line broke'), json(503, {}), json(200, { id: 'f1' }), json(200, { id: 'f2' }))
    expect(await caught(call(enter, { body: { value: 8.4 } }))).toMatchObject({ kind: 'unreachable', status: 0 })
    await caught(call(enter, { body: { value: 8.4 } }))
    await call(enter, { body: { value: 8.4 } })
    await call(enter, { body: { value: 8.4 } }) // answered before: a new command
    const keys = sent.map(one => one.key)
    expect(keys[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect([keys[1], keys[2]]).toEqual([keys[0], keys[0]])
    expect(keys[3]).not.toBe(keys[0])
  })

  it('tells a refusal with its sentence, its number and every fault', async () => {
    network(json(400, { type: 'urn:opendistrict:bad-input', title: 'bad-input', status: 400, detail: '提交的内容有误', detailEn: 'Not right', instance: 'a1b2', faults: [{ at: 'value', message: '应为数字', messageEn: 'a number' }] }))
    const problem = await caught(call(enter, { body: { value: 1 } }))
    expect(problem).toBeInstanceOf(Problem)
    expect(problem).toMatchObject({ kind: 'bad-input', status: 400, number: 'a1b2', said: { zh: '提交的内容有误', en: 'Not right' }, faults: [{ at: 'value', said: { zh: '应为数字', en: 'a number' } }] })
  })

  it('says so when a page of some proxy comes back instead of an answer', async () => {
    network(new Response('<html>502</html>', { status: 502 }))
    expect(await caught(call(list, { params: { id: '1' } }))).toMatchObject({ kind: 'not-understood', status: 502 })
  })
})

describe('a random id', () => {
  it('is a version 4 uuid and never the same', () => {
    const ids = Array.from({ length: 200 }, randomId)
    expect(ids.every(id => z.uuidv4().safeParse(id).success)).toBe(true)
    expect(new Set(ids).size).toBe(200)
  })
})
