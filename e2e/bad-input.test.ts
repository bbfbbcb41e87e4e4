import { afterAll, describe, expect, it } from 'vitest'
import { type Contract, type Route } from '../src/kernel/contract.ts'
import { mayAnywhere } from '../src/engines/org/domain/permission.ts'
import { type Role } from '../src/engines/org/schema.ts'
import { accountContract, demoContract, sessionContract } from '../src/server/account/contract.ts'
import { verify } from '../src/server/audit/verify.ts'
import { routes } from '../src/server/routes.ts'
import { dice, pick } from '../testkit/dice.ts'
import { testServer, type TestServer } from '../testkit/server.ts'
import { faultOf, userOf } from './answers.ts'
import { type Hostile, hostileRequests } from './hostile.ts'
import { thingsThatAreThere, unknownId } from './things.ts'

const seed = 20_260_201
/** Beyond any honest answer of one request, on a slow machine too. */
const hangs = 60_000

const contracts: readonly Contract[] = [...routes.map(r => r.contract), accountContract, sessionContract, demoContract]
const all = contracts.flatMap(contract => Object.values<Route>(contract))

describe('bad input', async () => {
  const server = await testServer()
  const roll = dice(seed)
  const pool = await thingsThatAreThere(server)
  const known = (name: string, path: string): string => (roll() < 0.05 ? unknownId : pick(roll, pool(name, path)))
  const tally = new Map<number, number>()
  const slowest = { ms: 0, what: '' }
  let asked = 0
  afterAll(() => console.log(`\nbad input: ${asked} requests to ${all.length} routes, seed ${seed}; ${[...tally].toSorted(([a], [b]) => a - b).map(([status, n]) => `${status}: ${n}`).join(', ')}; slowest ${slowest.ms.toFixed(0)} ms (${slowest.what})\n`))

  /** What is wrong with the answer, or null. Each request comes from an address of its own, so that limits by address do not answer in the place of the route. */
  async function wrongWith(route: Route, request: Hostile, cookie: string): Promise<string | null> {
    asked += 1
    const began = performance.now()
    const { what, ...rest } = request
    const ask = () => server.app.inject({ ...rest, headers: { ...rest.headers, cookie }, remoteAddress: `10.${(asked >> 16) & 255}.${(asked >> 8) & 255}.${asked & 255}` })
    const answer = await Promise.race([ask(), new Promise<null>(resolve => setTimeout(resolve, hangs, null).unref())])
    const name = `${route.method} ${route.path}: ${what}`
    if (answer === null) return `${name}: no answer`
    const ms = performance.now() - began
    if (ms > slowest.ms) Object.assign(slowest, { ms, what: name })
    tally.set(answer.statusCode, (tally.get(answer.statusCode) ?? 0) + 1)
    const fault = faultOf(answer)
    return fault && `${name}: ${fault}`
  }

  for (const route of all) {
    it(`is answered plainly by ${route.method} ${route.path}`, async () => {
      const role = userOf(route)
      const wrong: string[] = []
      let cookie = role ? (await signIn(server, role)) : ''
      for (const request of hostileRequests(route, known, roll)) {
        const found = await wrongWith(route, request, cookie)
        if (found) wrong.push(found)
        // Some of it is understood: who signs himself out must come in again.
        if (role && /session|account/.test(route.path)) cookie = await signIn(server, role)
      }
      expect(wrong.join('\n')).toBe('')
    }, 300_000)
  }

  it('left the server working, the trail whole and no object poisoned', async () => {
    expect(asked).toBeGreaterThanOrEqual(200)
    expect(Object.keys(Object.prototype)).toEqual([])
    expect('polluted' in {}).toBe(false)
    expect(mayAnywhere((await server.ctx('planner')).actor, 'plan.edit')).toBe(true)
    expect((await server.ask('leader', { method: 'GET', url: '/api/me' })).status).toBe(200)
    expect(await verify(server.db)).toMatchObject({ breach: null })
  })
})

let signIns = 0

/** From an address of its own as well: hundreds a minute are signed in here. */
async function signIn(server: TestServer, role: Role): Promise<string> {
  signIns += 1
  const answer = await server.app.inject({ method: 'POST', url: '/api/demo/sign-in', payload: { role }, remoteAddress: `11.0.${(signIns >> 8) & 255}.${signIns & 255}` })
  if (answer.statusCode !== 200) throw new Error(`no sign-in as ${role}: ${answer.body}`)
  return answer.cookies.map(c => `${c.name}=${encodeURIComponent(c.value)}`).join('; ')
}
