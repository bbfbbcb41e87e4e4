import { describe, expect, it } from 'vitest'
import { type FormFile, inParts } from '../../../testkit/form.ts'
import { testServer } from '../../../testkit/server.ts'
import { planReport } from '../../../testkit/invented-papers.ts'
import { contract } from './contract.ts'

describe('the routes of papers', async () => {
  const server = await testServer()
  const multipart = (fields: Readonly<Record<string, string>>, file: FormFile) => ({ method: 'POST' as const, url: '/api/documents', ...inParts(file, fields) })
  const imported = await server.ask('planner', multipart({ year: '2023', title: '' }, { name: '计划报告.txt', bytes: planReport }))
  const id = (imported.body as { paper: { id: string } }).paper.id // the answer is checked by the first test

  it('takes a file with what is known of it, and the same as pasted text', async () => {
    expect(imported).toMatchObject({ status: 200, body: { existing: false, paper: { name: '计划报告.txt', format: 'txt', year: 2023 } } })
    expect(await server.ask('planner', { method: 'POST', url: '/api/documents', payload: { text: planReport, name: '粘贴' } })).toMatchObject({ status: 200, body: { existing: true, paper: { id } } })
  })

  it('gives the original back as a download that no browser runs', async () => {
    const original = await server.ask('planner', { method: 'GET', url: `/api/documents/${id}/original` })
    expect(original).toMatchObject({ status: 200, headers: { 'content-type': 'application/octet-stream', 'content-disposition': expect.stringContaining('attachment') } })
    const table = await server.ask('leader', { method: 'GET', url: `/api/documents/${id}/export?format=csv` })
    expect(await server.ask(null, { method: 'GET', url: '/api/openapi.json' })).toMatchObject({ status: 200, body: { paths: { '/api/documents/{id}/findings': expect.anything() } } })
    expect(table).toMatchObject({ status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' } })
  })

  it('is for those whose work it is: a street sees no imports, a statistician reviews, a planner accepts', async () => {
    expect(await server.ask('street', { method: 'GET', url: '/api/documents' })).toMatchObject({ status: 403 })
    expect(await server.ask(null, { method: 'GET', url: '/api/documents' })).toMatchObject({ status: 401 })
    expect(await server.ask('leader', { method: 'POST', url: `/api/documents/${id}/accept-certain`, payload: {} })).toMatchObject({ status: 403 })
    expect(await server.ask('statistician', { method: 'POST', url: `/api/documents/${id}/accept`, payload: {} })).toMatchObject({ status: 403 })
    expect(await server.ask('statistician', { method: 'POST', url: `/api/documents/${id}/accept-certain`, payload: {} })).toMatchObject({ status: 200 })
    const command = { method: 'POST' as const, url: `/api/documents/${id}/accept`, headers: { 'idempotency-key': 'accept-0001' }, payload: { leaveOut: { reason: '存疑项留待核实' } } }
    const first = await server.ask('planner', command)
    expect(first).toMatchObject({ status: 200, body: { already: false } })
    expect(await server.ask('planner', command)).toEqual({ ...first, headers: expect.anything() })
    expect(await server.ask('planner', { method: 'POST', url: `/api/documents/${id}/accept`, payload: {} })).toMatchObject({ status: 200, body: { already: true } })
  })

  it('does a command with the same key once', async () => {
    const command = { method: 'POST' as const, url: `/api/documents/${id}/retract`, headers: { 'idempotency-key': 'retract-0001' }, payload: { reason: '重新核对' } }
    const first = await server.ask('planner', command)
    expect(first).toMatchObject({ status: 200, body: { paper: { state: 'retracted' } } })
    expect(await server.ask('planner', command)).toEqual({ ...first, headers: expect.anything() })
  })

  it('answers whatever is sent to it with a clear problem, never with a fault', async () => {
    const odd = ['', 'x', '0', '-1', '99999999999999999999', '\0', '%00', '%ff', '\ud800', '[]', '{}', 'null', "' or 1=1 --", '00000000-0000-0000-0000-000000000000', id, '🌀'.repeat(60), '2023-02-30']
    const bodies: unknown[] = [undefined, null, [], '', 'text', 7, { version: 'a' }, { version: -1, decision: 'accept' }, { decision: 'correct', version: 1, changes: { name: 'a\0b' } }, { decision: 'correct', version: 1, changes: { period: 'gestern', value: 1e308 } }, { version: 1, changes: { year: 1e9, date: '2023-13-01' } }, { reason: '\ud800\ud800' }, { version: 1, choice: { kind: 'new', code: 'a b', name: '', unit: '' } }, { text: '\0'.repeat(100) }, { text: '一'.repeat(200_000) }]
    const faults: string[] = []
    let asked = 0
    const send = async (request: Parameters<typeof server.ask>[1]) => {
      asked += 1
      const { status, body } = await server.ask('planner', request)
      if (status >= 500 || (status >= 400 && (typeof body !== 'object' || body === null || !('detail' in body)))) faults.push(`${request.method} ${JSON.stringify(request.url)} ${JSON.stringify(request.payload)?.slice(0, 200)} -> ${status} ${JSON.stringify(body).slice(0, 200)}`)
    }
    for (const route of Object.values(contract)) {
      const real = route.path.replace(':id', id).replace(':finding', '00000000-0000-7000-8000-000000000000')
      if (route.path.includes(':')) for (const value of odd.slice(1, 9)) await send({ method: route.method, url: route.path.replace(':id', encodeURIComponent(value.toWellFormed())).replace(':finding', 'x'), ...(route.method !== 'GET' && { payload: {} }) })
      if (route.method === 'GET') for (const value of odd.slice(1, 12)) for (const name of 'shape' in route.query ? Object.keys(route.query.shape) : []) await send({ method: 'GET', url: `${real}?start=0&end=5&${name}=${encodeURIComponent(value.toWellFormed())}` })
      else if (route.method !== 'DELETE') for (const body of bodies) await send({ method: route.method, url: real, ...(body !== undefined && { headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) }) })
    }
    for (const bytes of [new Uint8Array(0), new Uint8Array(5000).fill(0), new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]), new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]), new Uint8Array(3000).map((_, i) => (i * 7919) % 256)]) for (const name of ['a.txt', 'a.pdf', 'a.docx', 'a.html', '..\\..\\etc', '\u202etxt.exe', '']) await send(multipart({}, { name, bytes }))
    expect(faults).toEqual([])
    expect(asked).toBeGreaterThan(500)
  }, 60_000)
})
