import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { beforeAll, describe, expect, it } from 'vitest'
import { testType } from '../../../testkit/case-type.ts'
import { onePixel, inParts } from '../../../testkit/form.ts'
import { testServer } from '../../../testkit/server.ts'
import { handlers } from '../../engines/cases/api.ts'
import { type Move } from '../../engines/cases/contract.ts'
import { seedCaseTypes } from '../../engines/cases/index.ts'
import { type CaseType } from '../../engines/cases/schema.ts'

const schemas = join(import.meta.dirname, '../../../../shared/schemas/open311')
const areHere = existsSync(schemas)
if (!areHere) console.warn('\nSKIPPED: ../shared/schemas is not here, so the answers of Open311 are not held against the published schemas.\n')

/** Of the hotline, what a resident is asked; and a type that residents may not open. */
const asking: CaseType = {
  ...testType, fields: [
    ...testType.fields,
    { key: 'floor', name: { zh: '楼层', en: 'Floor' }, input: 'number', required: false, personal: false, asks: 'reporter' },
    { key: 'when', name: { zh: '时段', en: 'When' }, input: 'choice', choices: [{ key: 'day', name: { zh: '白天', en: 'By day' } }, { key: 'night', name: { zh: '夜间', en: 'At night' } }], required: true, personal: false, asks: 'reporter' },
    { key: 'id-number', name: { zh: '证件号', en: 'Number of a document' }, input: 'text', required: false, personal: true, asks: 'reporter' },
  ],
}
const inside: CaseType = { ...testType, key: 'inside', prefix: 'NB', onPortal: false }

describe('GeoReport v2', async () => {
  const server = await testServer({ now: '2023-08-29T02:00:00.000Z' })
  const { street, community, finance } = server.places
  const base = '/open311/440104/v2'
  let key = '', readOnly = ''

  const get = async (path: string, headers: Record<string, string> = {}) => server.ask(null, { method: 'GET', url: path.startsWith('/') ? path : `${base}/${path}`, headers })
  const post = (form: Record<string, string>, headers: Record<string, string> = {}, at = 'requests.json') => server.ask(null, { method: 'POST', url: `${base}/${at}`, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, payload: new URLSearchParams(form).toString() })
  const report = (more: Record<string, string> = {}) => ({ api_key: key, service_code: 'hotline_rubbish', description: '门口垃圾没人清，三天了', address_string: '三元宫路8号', 'attribute[when]': 'night', ...more })
  const numberIn = (answer: { readonly body: unknown }) => (answer.body as { service_request_id: string }[])[0]?.service_request_id ?? ''
  const move = async (role: 'dispatcher' | 'street', number: string, asked: Move) => {
    const ctx = await server.ctx(role)
    const found = await handlers.byNumber(ctx, { params: { number }, query: {}, body: {}, file: null })
    if (!found.ok) throw new Error(found.refused)
    const one = await handlers.one(ctx, { params: found.value, query: {}, body: {}, file: null })
    const done = one.ok ? await handlers.move(ctx, { params: found.value, query: {}, body: { move: asked, seq: one.value.seq }, file: null }) : one
    if (!done.ok) throw new Error(done.refused)
  }

  beforeAll(async () => {
    const planner = await server.ctx('planner')
    await planner.write(async (tx, note) => {
      await seedCaseTypes(tx, planner, [asking, inside], () => null)
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
    key = ((await server.withKey('street', ['case.open', 'case.read'])).authorization ?? '').replace('Bearer ', '')
    readOnly = ((await server.withKey('street', ['case.read'])).authorization ?? '').replace('Bearer ', '')
  })

  it('tells where it is and what may be reported, and asks what the type asks of residents', async () => {
    expect((await get('discovery.json')).body).toMatchObject({ endpoints: [{ specification: 'http://wiki.open311.org/GeoReport_v2', url: 'http://localhost/open311/440104/v2', formats: ['text/xml', 'application/json'] }] })
    const services = (await get('services.json')).body
    expect(services).toEqual([
      { service_code: 'hotline_rubbish', service_name: '暴露垃圾', description: '热线工单：市容：暴露垃圾', metadata: true, type: 'realtime', keywords: '垃圾,臭', group: '市容' },
      expect.objectContaining({ service_code: 'hotline_stall', group: '市容' }), expect.objectContaining({ service_code: 'hotline_burst-pipe', group: '热线工单' }),
    ])
    expect((await get('services.json', { 'accept-language': 'en-GB' })).body).toMatchObject([{ service_name: 'Rubbish', group: 'Street' }, {}, {}])
    expect((await get('services/hotline_rubbish.json')).body).toEqual({ service_code: 'hotline_rubbish', attributes: [
      { variable: true, code: 'floor', datatype: 'number', required: false, datatype_description: null, order: 1, description: '楼层' },
      { variable: true, code: 'when', datatype: 'singlevaluelist', required: true, datatype_description: null, order: 2, description: '时段', values: [{ key: 'day', name: '白天' }, { key: 'night', name: '夜间' }] },
      { variable: true, code: 'id-number', datatype: 'string', required: false, datatype_description: null, order: 3, description: '证件号' },
    ] })
  })

  it('takes a report by form and tells what becomes of it: to everybody without words, to the system that sent it with those meant for it', async () => {
    const sent = await post(report({ first_name: '小明', last_name: '李', phone: '138 0013 8000', email: 'li@example.com', lat: '23.131234', long: '113.261234', 'attribute[floor]': '3', 'attribute[id-number]': 'A12345' }))
    expect(sent).toMatchObject({ status: 201, body: [{ service_request_id: expect.stringMatching(/^RX20230829\d{6}$/), account_id: null }] })
    const number = numberIn(sent)
    const kept = await server.db.selectFrom('cases.reporter').select(['name', 'phone', 'email']).execute()
    expect(kept).toEqual([{ name: '李小明', phone: '13800138000', email: 'li@example.com' }])

    await move('dispatcher', number, { kind: 'filed' })
    await move('dispatcher', number, { kind: 'dispatched', lead: street.id, co: [finance.id], words: '内部：请注意舆情' })
    await move('street', number, { kind: 'signed' })
    await move('street', number, { kind: 'noted', words: '内部：车辆不够', forReporter: false })
    const forAll = (await get(`requests/${number}.json?extensions=true`)).body
    expect(forAll).toMatchObject([{ service_request_id: number, status: 'open', status_notes: '承办单位已签收', service_name: '暴露垃圾', description: null, agency_responsible: '洪桥街道', requested_datetime: '2023-08-29T02:00:00.000Z', expected_datetime: '2023-09-05T15:59:59.999Z', address: '三元宫社区', lat: 23.131, long: 113.261, media_url: null }])
    const asSender = (await get(`requests/${number}.json?api_key=${key}&extensions=true`)).body
    expect(asSender).toMatchObject([{ description: '门口垃圾没人清，三天了', address: '三元宫路8号', lat: 23.131234 }])
    for (const text of ['内部', '李', '13800138000', 'A12345', '区发展和改革局', '（演示）']) for (const body of [forAll, asSender]) expect(JSON.stringify(body), text).not.toContain(text)

    await move('dispatcher', number, { kind: 'co-released', unit: finance.id, words: '不需协办' })
    await move('street', number, { kind: 'answered', words: '已清理干净', result: 'solved', evidence: [] })
    expect((await get(`requests/${number}.json?api_key=${key}`)).body).toMatchObject([{ status: 'open', status_notes: '承办单位已报办理结果，待核查' }])
    await move('dispatcher', number, { kind: 'checked', passed: true, words: '内部核查' })
    await move('dispatcher', number, { kind: 'closed' })
    expect((await get(`requests/${number}.json?api_key=${key}`)).body).toMatchObject([{ status: 'closed', status_notes: '已办结：已清理干净', expected_datetime: null }])
    expect((await get(`requests/${number}.json`)).body).toMatchObject([{ status: 'closed', status_notes: '已办结' }])
    expect((await get(`servicerequestupdates.json?service_request_id=${number}`)).body).toMatchObject([{ description: '已收到', status: 'open' }, { description: '已受理' }, { description: '已交承办单位' }, { description: '承办单位已签收' }, { description: '承办单位已报办理结果，待核查' }, { description: '已办结', status: 'closed' }])
    expect((await get(`tokens/${number}.json`)).body).toEqual([{ service_request_id: number, token: number }])
  })

  it('lists by service, state and day, in pages, ninety days at most', async () => {
    const sent = numberIn(await post(report({ service_code: 'hotline_stall' })))
    const numbers = async (query: string) => ((await get(`requests.json?${query}`)).body as { service_request_id: string }[]).map(one => one.service_request_id)
    expect(await numbers('service_code=hotline_stall')).toEqual([sent])
    expect(await numbers('status=closed')).toHaveLength(1)
    expect(await numbers('status=open')).toEqual([sent])
    expect(await numbers('status=open,closed')).toHaveLength(2)
    expect(await numbers('page_size=1&page=2')).toHaveLength(1)
    expect(await numbers('page_size=1&page=3')).toEqual([])
    expect(await numbers('start_date=2023-08-30')).toEqual([])
    expect(await numbers('start_date=2023-08-01T00:00:00%2B08:00&end_date=2023-08-31T00:00:00Z')).toHaveLength(2)
    expect(await numbers(`service_request_id=${sent},RX20230829000000&status=closed`)).toEqual([sent])
    expect((await get(`requests.json?service_request_id=${'1,'.repeat(101)}`)).status).toBe(400)
  })

  it('never tells of types residents may not open, nor, to everybody, of a reporter who asked to stay unknown', async () => {
    const open = async (type: string, confidential: boolean) => handlers.open(await server.ctx('dispatcher'), { params: {}, query: {}, file: null, body: { type, category: 'rubbish', title: '某某反映', words: '某某反映', place: { unit: community.id, address: null, point: null }, channel: 'phone', fields: type === 'hotline' ? { when: 'day' } : {}, reporter: { name: '王五', phone: null, confidential } } })
    for (const [type, confidential, forAll, forKey] of [['inside', false, 404, 404], ['hotline', true, 404, 200], ['hotline', false, 200, 200]] as const) {
      const made = await open(type, confidential)
      const number = made.ok ? made.value.number : ''
      expect((await get(`requests/${number}.json`)).status, `${type} ${confidential}`).toBe(forAll)
      expect((await get(`requests/${number}.json?api_key=${key}`)).status, `${type} ${confidential}`).toBe(forKey)
    }
    const elsewhere = await handlers.open(await server.ctx('dispatcher'), { params: {}, query: {}, file: null, body: { type: 'hotline', category: 'rubbish', title: '别处', words: '别处的事', place: { unit: server.places.otherStreet.id, address: null, point: null }, channel: 'phone', fields: { when: 'day' }, reporter: null } })
    expect((await get(`requests/${elsewhere.ok ? elsewhere.value.number : ''}.json?api_key=${key}`)).status).toBe(404)
  })

  it.each([
    [400, 'service_code', { service_code: '' }], [404, 'hotline_nothing', { service_code: 'hotline_nothing' }], [404, 'hotline_street', { service_code: 'hotline_street' }], [404, 'inside_rubbish', { service_code: 'inside_rubbish' }],
    [400, 'description', { description: ' ' }], [400, 'location', { address_string: '' }], [400, 'lat and long', { lat: '23.1' }], [400, 'lat', { lat: '91', long: '113' }], [400, 'address_id', { address_id: '999' }],
    [400, '时段', { 'attribute[when]': '' }], [400, '时段', { 'attribute[when]': 'noon' }], [400, '楼层', { 'attribute[floor]': 'three' }], [400, 'nonsense', { 'attribute[nonsense]': '1' }],
    [400, 'phone', { phone: 'call me' }], [400, 'character', { description: 'a\0b' }], [400, 'media_url', { media_url: 'javascript:alert(1)' }], [403, '密钥', { api_key: 'nonsense' }], [404, 'jurisdiction', { jurisdiction_id: 'boston.gov' }],
  ])('says %i and why (%s) to what it cannot take', async (status, why, more) => {
    const answer = await post(report(more))
    expect(answer).toMatchObject({ status, body: [{ code: status, description: expect.stringContaining(why) }] })
  })

  it('wants a key to report, one that may; a key is not needed to read, but a wrong one is told', async () => {
    const { api_key: _, ...without } = report()
    expect(await post(without)).toMatchObject({ status: 403, body: [{ code: 403 }] })
    expect(await post({ ...without, api_key: readOnly })).toMatchObject({ status: 403 })
    expect(await post(without, await server.as('dispatcher'))).toMatchObject({ status: 403 })
    expect(await get('requests.json?api_key=nonsense')).toMatchObject({ status: 403 })
    expect((await server.ask(null, { method: 'POST', url: `${base}/requests.json`, payload: { json: true } })).status).toBe(415)
  })

  it('takes a report that is sent twice under one key once, and from a page of another site', async () => {
    const headers = { 'idempotency-key': 'report-0001', origin: 'https://city-app.example', 'sec-fetch-site': 'cross-site' }
    const [first, second] = [await post(report(), headers), await post(report(), headers)]
    expect(first.status).toBe(201)
    expect(numberIn(second)).toBe(numberIn(first))
    expect(await post(report({ description: '另一件' }), headers)).toMatchObject({ status: 409 })
  })

  it.each([
    ['requests.json?start_date=2023-01-01&end_date=2023-08-01', 400], ['requests.json?start_date=2023-08-02&end_date=2023-08-01', 400], ['requests.json?start_date=yesterday', 400], ['requests.json?status=lost', 400], ['requests.json?page_size=1001', 400], ['requests.json?page=0', 400],
    ['requests.json?service_code=hotline_nothing', 404], ['requests.json?service_code=x', 404], ['requests/RX20230829999999x.json', 404], ['services/hotline_street.json', 404], ['tokens/nothing.json', 404], ['servicerequestupdates.json', 400], ['requests.json?status=open&status=closed', 400],
    ['nonsense.json', 404], ['requests/a/b.json', 404], ['/open311/999999/v2/services.json', 404], ['/open311/nowhere.json', 404], ['requests.json?jurisdiction_id=boston.gov', 404],
  ])('answers %s with %i in the form of the standard', async (path, status) => {
    expect(await get(path)).toMatchObject({ status, body: [{ code: status, description: expect.any(String) }] })
  })

  it('speaks XML as well as JSON, also in its errors, and keeps what would break it', async () => {
    const number = numberIn(await post(report({ description: '<b>"门&窗"</b>' })))
    const parsed = async (path: string) => {
      const answer = await get(path)
      expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8')
      return new DOMParser({ errorHandler: (_: string, message: string) => { throw new Error(message) } }).parseFromString(String(answer.body), 'text/xml')
    }
    const texts = (doc: Awaited<ReturnType<typeof parsed>>, name: string) => Array.from(doc.getElementsByTagName(name), element => element.textContent)
    expect(texts(await parsed(`requests/${number}.xml?api_key=${key}`), 'description')).toEqual(['<b>"门&窗"</b>'])
    const services = await parsed('services.xml')
    expect(services.documentElement?.tagName).toBe('services')
    expect(texts(services, 'service_code')).toHaveLength(3)
    expect(texts(await parsed('services/hotline_rubbish.xml'), 'key')).toEqual(['day', 'night'])
    expect(texts(await parsed('discovery.xml'), 'format')).toEqual(['text/xml', 'application/json'])
    expect(texts(await parsed('tokens/nothing.xml'), 'code')).toEqual(['404'])
    expect(texts(await parsed('services'), 'service')).toHaveLength(3)
    expect((await get('services', { accept: 'application/json' })).body).toHaveLength(3)
    expect(String((await post(report(), {}, 'requests.xml')).body)).toMatch(/<service_requests><request><service_request_id>RX\d{14}<\/service_request_id>/)
  })

  it.skipIf(!areHere)('fits the published schemas of the standard', async () => {
    const schema = (name: string): object => JSON.parse(readFileSync(join(schemas, name), 'utf8')) as object // a file of JSON schema
    const ajv = addFormats.default(new Ajv({ strict: false, allErrors: true }))
    const list = { type: 'array', items: schema('request.json') }, services = { type: 'array', items: schema('service.json') }
    expect(ajv.validate(services, (await get('services.json')).body), ajv.errorsText()).toBe(true)
    for (const path of ['requests.json', `requests.json?api_key=${key}&extensions=true`]) {
      const { body } = await get(path)
      expect((body as unknown[]).length).toBeGreaterThan(2)
      expect(ajv.validate(list, body), ajv.errorsText()).toBe(true)
    }
    expect(ajv.validate(schema('service-definition.json'), (await get('services/hotline_rubbish.json')).body), ajv.errorsText()).toBe(true)
    expect(ajv.validate(list, [{ service_request_id: 1 }])).toBe(false)
  })

  it('takes a photograph with a report, and shows it to a key that sees the request and to nobody else', async () => {
    const send = async (bytes: Buffer) => server.ask(null, { method: 'POST', url: `${base}/requests.json`, ...inParts({ name: 'pipe.png', bytes, field: 'media' }, report({ service_code: 'hotline_burst-pipe' })) })
    const sent = await send(onePixel)
    expect(sent.status).toBe(201)
    const number = numberIn(sent)
    const [{ media_url: at }] = (await get(`requests/${number}.json?api_key=${key}`)).body as [{ media_url: string }] // by the standard
    expect(at).toMatch(new RegExp(`^http://localhost${base}/media/${number}/[0-9a-f-]{36}$`))
    expect((await get(`requests/${number}.json`)).body).toMatchObject([{ media_url: null }])
    const path = at.replace('http://localhost', '')
    expect(await get(`${path}?api_key=${key}`)).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } })
    expect((await get(path)).status).toBe(403)
    for (const none of [path.replace(number, 'RX20230829000000'), `${base}/media/${number}/nonsense`, `${base}/media/${number}`]) expect((await get(`${none}?api_key=${key}`)).status).toBe(404)
    expect(await send(Buffer.from('not a picture'))).toMatchObject({ status: 415 })
  })

  it('lets nobody ask without end', async () => {
    const headers = { 'x-forwarded-for': '10.1.1.1' }
    const statuses = await Promise.all(Array.from({ length: 320 }, () => get('discovery.json', headers).then(answer => answer.status)))
    expect(statuses).toContain(429)
    expect(await get('discovery.json')).toMatchObject({ status: 429, body: [{ code: 429 }] })
  })
})
