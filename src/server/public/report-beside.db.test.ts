import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { onePixel } from '../../../testkit/form.ts'
import { reporting } from '../../../testkit/reporting.ts'
import { residentOf, ticketOf } from '../../../testkit/resident.ts'
import { seedOutlines } from '../../engines/org/index.ts'

describe('what a report may bring beside words', async () => {
  const { server, home, pass, report } = await reporting()
  const somebody = () => residentOf(server.app)

  it('shows what is open nearby of the same kind, without a word of it, and tells staff that it is the same', async () => {
    const first = ticketOf(await report(somebody(), { words: '门口垃圾桶满了没人收，王老师家的' }))
    const who = somebody()
    const kind = await who.send(`${home}/report`, { words: '垃圾桶又满了' })
    const where = await who.send(kind.at, { kind: 'hotline/rubbish' })
    const words = await who.send(where.at, { address: '三元宫路9号', unit: server.places.community.id })
    const near = await who.send(words.at, { words: '垃圾桶又满了，请来收', 'field-floor': '1' })
    expect(near.at).toMatch(/\/near$/)
    expect(near.text).toContain('附近有正在办理的同类事项')
    for (const secret of ['王老师', '三元宫路8号', first.number]) expect(near.html).not.toContain(secret)
    const same = /name="same" value="([0-9a-f-]{36})"/.exec(near.html)?.[1] ?? ''
    await who.send(near.at, { same })
    const look = await who.send(near.at.replace(/near$/, 'who'), {})
    expect(look.text).toContain('与已有的一件是同一件事')
    pass(60)
    const sent = ticketOf(await who.send(look.at, {}))
    const { rows } = await sql<{ words: string }>`select e.event ->> 'words' as words from cases."case" c join cases.event e on e.case_id = c.id where c.number = ${sent.number} and e.event ->> 'kind' = 'noted'`.execute(server.db)
    expect(rows[0]?.words).toMatch(/^反映人认为与工单RX\d{14}是同一件事/)
    // Elsewhere there is nothing near.
    const other = await who.send((await who.send(`${home}/report`, { words: '垃圾' })).at, { kind: 'hotline/rubbish' })
    expect((await who.send((await who.send(other.at, { address: '别处', unit: '' })).at, { words: '垃圾', 'field-floor': '1' })).at).toMatch(/\/who$/)
  })

  it('takes a place from the map as from the list, and the place of a device until it is taken back', async () => {
    const square = (lng: number, lat: number) => [[lng, lat], [lng + 0.01, lat], [lng + 0.01, lat + 0.01], [lng, lat + 0.01]] as const
    const planner = await server.ctx('planner')
    await planner.write(async (tx, note) => {
      await note({ verb: 'test', thing: 'test', thingId: 't' })
      return seedOutlines(tx, server.district, [server.places.street, server.places.otherStreet, server.places.community].map((unit, i) => ({ id: v7(), unit: unit.id, ring: square(113.26 + i / 100, 23.13), source: '测试', generated: true, from: '2020-01-01', until: null })))
    })
    const who = somebody()
    const where = await who.send((await who.send(`${home}/report`, { words: '垃圾' })).at, { kind: 'hotline/rubbish' })
    expect(where.html).toContain(`href="?street=${server.places.street.id}#unit"`)
    const street = await who.open(`${where.at}?street=${server.places.street.id}`)
    expect(street.html).toContain(`<option value="${server.places.street.id}" selected="">`)
    expect(street.html).toContain(`href="?street=${server.places.street.id}&amp;unit=${server.places.community.id}#unit"`)
    const community = await who.open(`${where.at}?street=${server.places.street.id}&unit=${server.places.community.id}`)
    expect(community.html).toContain(`<option value="${server.places.community.id}" selected="">`)
    expect((await who.open(`${where.at}?street=nonsense&unit=${server.places.finance.id}`)).status).toBe(200)
    await who.send(where.at, { address: '', unit: '', lng: '113.260001', lat: '23.130001' })
    const again = await who.open(where.at)
    expect(again.html).toContain('value="113.260001"')
    expect(again.text).toContain('已记下您的位置')
    expect((await who.send(where.at, { address: '', unit: '', lng: '113.260001', lat: '23.130001', forget: 'yes' })).status).toBe(422)
  })

  it('takes a photograph after sending, without scripts, and says plainly what it cannot take', async () => {
    const who = somebody()
    const sent = await report(who, { words: '路牌歪了' })
    const to = sent.at.replace(/sent$/, 'photo')
    const brought = await who.bring(to, { name: '井盖.png', bytes: onePixel })
    expect(brought.at).toMatch(/\/sent$/)
    expect(brought.text).toContain('已收到1张')
    expect((await who.bring(to, { name: 'again.png', bytes: onePixel })).text).toContain('已收到1张')
    const wrong = await who.bring(to, { name: 'virus.exe', bytes: Buffer.from('MZ nonsense') })
    expect([wrong.status, wrong.text.includes('不是可识别的图片')]).toEqual([415, true])
    expect(ticketOf(wrong)).toEqual(ticketOf(sent))
    expect((await who.bring(to, { name: 'nothing.png', bytes: new Uint8Array() })).text).toContain('没有收到文件')
    expect((await who.send(to, { file: 'text' })).text).toContain('没有收到文件')
    expect((await who.bring(`${home}/report/${'x'.repeat(22)}/photo`, { name: 'a.png', bytes: onePixel })).status).toBe(404)
    const { rows } = await sql<{ name: string; person: string | null }>`select a.name, a.person from cases.attachment a join cases."case" c on c.id = a.case_id where c.number = ${ticketOf(sent).number}`.execute(server.db)
    expect(rows).toEqual([{ name: '井盖.png', person: null }])
  })
})
