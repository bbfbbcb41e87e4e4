import { type AddressInfo } from 'node:net'
import Open311 from 'open311'
import { beforeAll, describe, expect, it } from 'vitest'
import { testType } from '../../../testkit/case-type.ts'
import { testServer } from '../../../testkit/server.ts'
import { seedCaseTypes } from '../../engines/cases/index.ts'

/** What the library answers by callback. */
const heard = (ask: (answer: (failed: unknown, data: unknown) => void) => void) => new Promise<unknown>((resolve, reject) => { ask((failed, data) => (failed ? reject(new Error(String(data))) : resolve(data))) })

describe('a client library of Open311', async () => {
  const server = await testServer({ now: '2023-08-29T02:00:00.000Z' })
  let at = '', key = ''

  beforeAll(async () => {
    const planner = await server.ctx('planner')
    await planner.write(async (tx, note) => {
      await seedCaseTypes(tx, planner, [testType], () => null)
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
    key = ((await server.withKey('street', ['case.open', 'case.read'])).authorization ?? '').replace('Bearer ', '')
    await server.app.listen({ port: 0, host: '127.0.0.1' })
    at = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}/open311/440104` // a TCP server that listens
  })

  it('finds the address, the services and what they ask, reports a request and follows it', async () => {
    const client = new Open311({ discovery: `${at}/discovery.json`, apiKey: key })
    await heard(answer => client.serviceDiscovery({ cache: true }, answer))
    expect(client.endpoint).toBe('http://localhost/open311/440104/v2/')
    client.endpoint = `${at}/v2/` // the test listens where its settings do not say
    expect(await heard(answer => client.serviceList(answer))).toContainEqual(expect.objectContaining({ service_code: 'hotline_rubbish', service_name: '暴露垃圾' }))
    expect(await heard(answer => client.serviceDefinition('hotline_rubbish', answer))).toMatchObject({ service_code: 'hotline_rubbish' })
    const sent = await heard(answer => client.submitRequest({ service_code: 'hotline_rubbish', description: '门口垃圾没人清', lat: 23.1312, long: 113.2612, address_string: '三元宫路8号', attributes: {} }, answer))
    expect(sent).toEqual([{ service_request_id: expect.stringMatching(/^RX\d{14}$/), service_notice: expect.any(String), account_id: null }])
    const [{ service_request_id: number } = { service_request_id: '' }] = sent as readonly { readonly service_request_id: string }[] // held against the pattern above
    expect(await heard(answer => client.token(number, answer))).toEqual([{ service_request_id: number, token: number }])
    const requests = await heard(answer => client.serviceRequests(number, { api_key: key }, answer))
    expect(requests).toMatchObject([{ service_request_id: number, status: 'open', description: '门口垃圾没人清', requested_datetime: new Date('2023-08-29T02:00:00.000Z') }])
    expect(await heard(answer => client.serviceRequests({ status: 'open', service_code: 'hotline_rubbish' }, answer))).toMatchObject([{ service_request_id: number }])
    await expect(heard(answer => client.submitRequest({ service_code: 'hotline_rubbish', description: '' }, answer))).rejects.toThrow('400')
    await expect(heard(answer => new Open311({ endpoint: `${at}/v2/`, apiKey: 'nonsense' }).submitRequest({ service_code: 'hotline_rubbish', description: '门口' }, answer))).rejects.toThrow('403')
  })
})
