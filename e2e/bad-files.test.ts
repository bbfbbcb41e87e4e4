import { afterAll, describe, expect, it } from 'vitest'
import { routes } from '../src/server/routes.ts'
import { dice } from '../testkit/dice.ts'
import { testServer } from '../testkit/server.ts'
import { faultOf, userOf } from './answers.ts'
import { brokenFiles } from './broken-files.ts'
import { inParts } from '../testkit/form.ts'

const seed = 20_260_202

describe('broken files', async () => {
  const server = await testServer()
  const files = await brokenFiles(dice(seed))
  const uploads = routes.flatMap(engine => Object.values(engine.contract)).filter(route => route.form === 'upload')
  const kinds = new Map<string, number>()
  let slowest = { ms: 0, what: '' }
  afterAll(() => console.log(`\nbroken files: ${files.length} to each of ${uploads.length} routes, seed ${seed}; ${[...kinds].toSorted(([, a], [, b]) => b - a).map(([kind, n]) => `${kind} ${n}`).join(', ')}; slowest ${slowest.ms.toFixed(0)} ms (${slowest.what})\n`))

  for (const route of uploads) {
    it(`get a clear answer from ${route.path}`, async () => {
      const wrong: string[] = []
      const cookies = await server.as(userOf(route) ?? 'planner')
      for (const [i, { what, name, bytes }] of files.entries()) {
        const { payload, headers } = inParts({ name, bytes })
        const began = performance.now()
        const answer = await server.app.inject({ method: route.method, url: route.path, payload, headers: { ...headers, ...cookies }, remoteAddress: `10.9.${i >> 8}.${i & 255}` })
        const ms = performance.now() - began
        if (ms > slowest.ms) slowest = { ms, what: `${what} to ${route.path}` }
        const kind = answer.statusCode < 300 ? 'read' : String(answer.json<Record<string, unknown>>()['title'])
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
        const fault = faultOf(answer)
        if (fault) wrong.push(`${route.path}: ${what} (${name}): ${fault}`)
      }
      expect(wrong.join('\n')).toBe('')
      expect((await server.ask('leader', { method: 'GET', url: '/api/me' })).status).toBe(200)
    }, 300_000)
  }

  it('include a bomb that is told to be one, and a scan', () => {
    expect(uploads.length).toBeGreaterThan(0)
    for (const kind of ['swollen-file', 'scanned-pdf', 'broken-word-file', 'broken-pdf', 'picture', 'spreadsheet', 'not-a-report', 'too-large']) expect(kinds.get(kind) ?? 0, kind).toBeGreaterThan(0)
  })
})
