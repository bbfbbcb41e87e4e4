import { describe, expect, it } from 'vitest'
import { hotline, value } from '../../../../testkit/cases.ts'
import { dice, pick } from '../../../../testkit/dice.ts'
import { handlers, MOST_WAITING } from './api.ts'
import { type InboundItem } from './contract.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const place = { unit: null, address: '三元宫路8号', point: null }
const opened = (number: string, more: object = {}): InboundItem => ({ number, sequence: 1, said: { kind: 'opened', type: 'hotline', category: 'rubbish', title: '门口垃圾没人清', words: '门口的垃圾堆了三天', place, fields: {}, reporter: { name: null, phone: '13800138000', confidential: false }, ...more } })
const noted = (number: string, sequence: number, kind: 'noted' | 'urged' | 'withdrawn' = 'noted'): InboundItem => ({ number, sequence, said: { kind, words: `第${sequence}条` } })

/** A city's platform that loses answers, sends twice, and mixes up the order, as they do. */
function platform(items: readonly InboundItem[], roll: () => number): InboundItem[][] {
  const sent = [...items, ...items.filter(() => roll() < 0.4)].map(item => ({ item, at: roll() })).toSorted((a, b) => a.at - b.at).map(({ item }) => item)
  const packets: InboundItem[][] = []
  for (let i = 0; i < sent.length;) { const n = 1 + Math.floor(roll() * 4); packets.push(sent.slice(i, i + n)); i += n }
  return packets
}

describe('what another platform hands over', async () => {
  const { here, list, one, kinds } = await hotline()
  const send = async (items: readonly InboundItem[], source = 'city-12345') => handlers.inbound(await here.ctx('dispatcher'), { ...nothing, params: { source }, body: { items: [...items] } })
  const outcomes = async (items: readonly InboundItem[]) => value(await send(items)).items.map(i => i.outcome)

  it('is taken once, in its order, however it comes', async () => {
    const roll = dice(12_345)
    const numbers = ['GZ-1', 'GZ-2', 'GZ-3', 'GZ-4']
    const items = numbers.flatMap(number => [opened(number), ...[2, 3, 4, 5].map(sequence => noted(number, sequence, pick(roll, ['noted', 'urged'] as const)))])
    await Promise.all(platform(items, roll).map(packet => send(packet).then(value)))
    const { items: cases } = await list('dispatcher', { q: '垃圾' })
    expect(cases).toHaveLength(4)
    for (const { id } of cases) {
      const view = value(await one('dispatcher', id))
      expect(kinds(view)).toEqual(['received', 'noted', 'noted', 'noted', 'noted'])
      expect(view.events.flatMap(({ event }) => (event.kind === 'noted' ? [/\d/.exec(event.words)?.[0]] : []))).toEqual(['2', '3', '4', '5'])
    }
    expect(value(await send([opened('GZ-1')])).items).toMatchObject([{ outcome: 'known', case: expect.stringMatching(/^RX/) as string }])
  })

  it('waits for what goes before it; what is wrong is said and may be sent again', async () => {
    expect(await outcomes([noted('GZ-9', 3), noted('GZ-9', 2)])).toEqual(['waiting', 'waiting'])
    const wrong = value(await send([opened('GZ-9', { category: 'nothing' })])).items
    expect(wrong).toMatchObject([{ outcome: 'refused', because: { zh: '没有这一事项类别，请在最末一级中选择。' } }])
    expect(await outcomes([opened('GZ-9')])).toEqual(['taken'])
    expect(await outcomes([noted('GZ-9', 4, 'withdrawn'), noted('GZ-9', 3)])).toEqual(['taken', 'known'])
    const again = value(await send([{ ...opened('GZ-9'), sequence: 5 }])).items
    expect(again).toMatchObject([{ outcome: 'refused', because: { zh: '这一事项已登记过，不能再次登记。' } }]) // 'opened-twice'
    expect(value(await send([noted('GZ-10', 1)])).items).toMatchObject([{ outcome: 'refused', because: { zh: '这一事项还没有登记，第1条应为登记内容。' } }]) // 'not-opened-yet'
  })

  it('is sent back while too much of it waits for what is missing', async () => {
    const rows = Array.from({ length: MOST_WAITING }, (_, i) => ({ district: here.district, source: 'flood', number: `N${i}`, sequence: 2, item: JSON.stringify(noted(`N${i}`, 2)), at: here.clock.now }))
    for (let i = 0; i < rows.length; i += 500) await here.db.insertInto('cases.inbound_waiting').values(rows.slice(i, i + 500)).execute()
    expect(await send([opened('N-1')], 'flood')).toMatchObject({ ok: false, refused: 'too-much-waiting', facts: { waiting: MOST_WAITING } })
    expect(await outcomes([opened('GZ-11')])).toEqual(['taken'])
  })
})
