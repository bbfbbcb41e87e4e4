import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../testkit/district.ts'
import { handlers } from './api.ts'
import { contract } from './contract.ts'
import { seedOutlines, unitAt } from './index.ts'
import { type Id } from '../../kernel/id.ts'

const square = (west: number, south: number, side = 0.01): [number, number][] => [[west, south], [west + side, south], [west + side, south + side], [west, south + side]]

describe('the ground of units', async () => {
  const here = await freshDistrict()
  const beside = await freshDistrict({ district: 440103, beside: here })
  const { places, district } = here
  const admin = await here.ctx('administrator')
  const draw = async (ctx: typeof admin, outlines: { unit: Id; ring: [number, number][]; from?: string; until?: string | null }[]) => ctx.write(async (tx, note) => {
    await note({ verb: 'test', thing: 'test', thingId: 't' })
    return seedOutlines(tx, ctx.district, outlines.map(o => ({ id: v7(), source: '测试', generated: true, from: '2020-01-01', until: null, ...o })))
  })
  // Two streets side by side, a community in the west of the first, and a third piece apart from both.
  await draw(admin, [
    { unit: places.street.id, ring: square(113.26, 23.12) }, { unit: places.otherStreet.id, ring: square(113.27, 23.12) }, { unit: places.otherStreet.id, ring: square(113.3, 23.12) },
    { unit: places.community.id, ring: square(113.26, 23.12, 0.005), until: '2023-09-01' },
  ])
  await draw(await beside.ctx('administrator'), [{ unit: beside.places.street.id, ring: square(113.2, 23) }])
  const at = async (lng: number, lat: number, on = '2023-08-29') => (await admin.read(tx => unitAt(tx, district, { lng, lat }, on)))?.name ?? null

  it('a point belongs to the smallest unit whose ground holds it', async () => {
    expect(await at(113.262, 23.122)).toBe('三元宫社区')
    expect(await at(113.268, 23.128)).toBe('洪桥街道')
    expect(await at(113.275, 23.125)).toBe('北京街道')
    expect(await at(113.305, 23.125)).toBe('北京街道')
  })

  it('on a border exactly one wins, the lowest code; in a hole and outside nobody does', async () => {
    expect(await at(113.27, 23.125)).toBe('洪桥街道')
    expect(await at(113.26, 23.12)).toBe('三元宫社区')
    expect(await at(113.29, 23.125)).toBeNull()
    expect(await at(0, 0)).toBeNull()
    expect(await at(113.205, 23.005)).toBeNull() // the other district's ground
  })

  it('an outline counts on its days and while the unit lives', async () => {
    expect(await at(113.262, 23.122, '2023-09-01')).toBe('洪桥街道')
    expect(await at(113.262, 23.122, '2019-12-31')).toBeNull()
    await handlers.change(admin, { params: { id: places.otherStreet.id }, query: {}, file: null, body: { version: 1, event: { kind: 'dissolved', on: '2023-08-01' } } })
    expect(await at(113.275, 23.125)).toBeNull()
    expect(await at(113.275, 23.125, '2023-07-31')).toBe('北京街道')
  })

  it('a map has the pieces of its own district, by kind, day and the unit above', async () => {
    const drawn = async (query: object) => {
      const parsed = contract.outlines.query.parse(query)
      const result = await handlers.outlines(await here.ctx('grid'), { params: {}, query: parsed, body: {}, file: null })
      return result.ok ? result.value.items.map(item => [item.name, item.ring.length]) : []
    }
    expect(await drawn({ kind: 'street', on: '2023-07-01' })).toEqual([['洪桥街道', 4], ['北京街道', 4], ['北京街道', 4]])
    expect(await drawn({ kind: 'street' })).toEqual([['洪桥街道', 4]])
    expect(await drawn({ kind: 'community', parent: places.street.id })).toEqual([['三元宫社区', 4]])
    expect(await drawn({ kind: 'community', parent: places.otherStreet.id })).toEqual([])
    expect(contract.outlines.query.safeParse({ kind: 'department' }).success).toBe(false)
  })

  it('comes back with the corners it was drawn with, and is drawn once', async () => {
    const result = await handlers.outlines(admin, { params: {}, query: { kind: 'street' }, body: {}, file: null })
    expect(result).toMatchObject({ ok: true, value: { items: [{ ring: square(113.26, 23.12), generated: true, source: '测试' }] } })
    expect(await draw(admin, [{ unit: places.street.id, ring: square(113.4, 23.4) }])).toBe(0)
  })
})
