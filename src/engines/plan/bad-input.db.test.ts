import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testServer } from '../../../testkit/server.ts'
import { type Route } from '../../kernel/contract.ts'
import { contract as indicators } from '../indicators/contract.ts'
import { contract as plan } from './contract.ts'

/** What comes in place of a decent value: other kinds, other sizes, other scripts. */
const hostile: readonly unknown[] = [null, 'a\u0000b', '\uD800', 'x'.repeat(5000), "'; drop table indicators.figure; --", 1e308, 2 ** 31, -1, [], { constructor: 1 }, '9999-12-31', '2023-02-30', '00000000-0000-7000-8000-000000000000']

const keysOf = (schema: z.ZodType) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : [])

describe('bad input to the ledger', async () => {
  const server = await testServer()
  const unit = server.places.district.id
  const make = async (url: string, payload: object) => { const { status, body } = await server.ask('planner', { method: 'POST', url, payload }); expect(status, JSON.stringify(body)).toBe(200); return String(Object(body)['id']) }
  const entry = { name: { zh: '加装电梯', en: 'Lifts' }, unit: '台', nature: 'expected', direction: 'up', frequency: 'month', kind: 'flow', aggregation: 'sum' }
  const indicator = await make('/api/indicators', { ...entry, code: 'LIFTS' })
  const figure = await make('/api/figures', { indicator, unit, period: '2023-06', vintage: 'quick', level: { value: 1, unit: '台' }, ground: '月报' })
  const target = await make('/api/targets', { indicator, unit, period: '2023', aspect: 'level', operator: '>=', value: 300, measure: '台', ground: '纪要' })
  const commitment = await make('/api/plan/2023/commitments', { kind: 'measure', title: '加装电梯', dueOn: '2023-12-31', ground: '纪要' })

  const division = await make(`/api/plan/targets/${target}/divisions`, { method: 'own', check: 'sum', parts: [{ unit: server.places.street.id, value: 300 }] })
  const idFor = (path: string) => (path.includes('/divisions/') ? division : path.includes('/plan/units/') ? unit : path.includes('/indicators/') ? indicator : path.includes('/figures/') ? figure : path.includes('/targets/') ? target : commitment)
  const urlOf = ({ path }: Route) => path.replace(':year', '2023').replace(':id', idFor(path))
  const decent: Readonly<Record<string, unknown>> = {
    ...entry, code: 'OTHER', indicator, unit: '台', period: '2023-07', vintage: 'quick', level: { value: 1, unit: '台' }, ground: '依据', version: 1, reason: '理由说明', decision: 'approve', operator: '>=', value: 1, measure: '台', aspect: 'level', light: 'done',
    until: '2023-09-30', into: indicator, title: '事项', dueOn: '2023-12-31', parent: null, position: 1, target, share: 0.5, onDay: '2023-06-30', note: '进展', evidence: '依据', scope: null, method: 'own', check: 'sum', tolerance: 0, digits: 0, counter: 1, parts: [{ unit: server.places.street.id, value: 300 }],
  }

  it('is answered plainly on every route, never with a fault', async () => {
    const faults: string[] = []
    let asked = 0
    for (const route of [...Object.values(indicators), ...Object.values(plan)] as readonly Route[]) { // which route it is does not matter here
      const given = Object.fromEntries(keysOf(route.body).map(key => [key, key === 'unit' && route.path === '/api/figures' ? unit : decent[key] ?? null]))
      for (const bad of hostile) {
        const text = (typeof bad === 'string' ? bad : JSON.stringify(bad)).toWellFormed()
        const needed = route.path.endsWith('/match') ? { name: 'GDP' } : {}
        const requests = [
          ...keysOf(route.query).map(key => ({ method: route.method, url: `${urlOf(route)}?${new URLSearchParams({ ...needed, [key]: text })}`, ...(route.method !== 'GET' && { payload: given }) })),
          ...keysOf(route.body).map(key => ({ method: route.method, url: urlOf(route), payload: { ...given, [key]: bad } })),
          { method: route.method, url: route.path.replaceAll(/:\w+/g, encodeURIComponent(text.slice(0, 150))), ...(route.method !== 'GET' && { payload: given }) },
          ...(route.method === 'GET' ? [] : [{ method: route.method, url: urlOf(route), payload: JSON.stringify(bad), headers: { 'content-type': 'application/json' } }]),
        ]
        for (const request of requests) {
          asked += 1
          const { status, body } = await server.ask('planner', request)
          if (status >= 500) faults.push(`${request.method} ${request.url} ${JSON.stringify('payload' in request ? request.payload : null).slice(0, 200)} -> ${JSON.stringify(body)}`)
        }
      }
    }
    expect(faults).toEqual([])
    expect(asked).toBeGreaterThan(1000)
  }, 120_000)
})
