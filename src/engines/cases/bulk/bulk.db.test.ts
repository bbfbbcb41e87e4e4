import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { hotline, value } from '../../../../testkit/cases.ts'
import { type Role } from '../../org/schema.ts'
import { type Move } from '../contract.ts'
import { bulkHandlers } from './api.ts'
import { bulkContract } from './contract.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

describe('one step with many cases', async () => {
  const { here, opened, one, move, kinds } = await hotline()
  const { finance, street } = here.places
  const seen = async (id: string) => ({ id, seq: value(await one('dispatcher', id)).seq })
  const bulk = async (role: Role, cases: readonly { id: string; seq: number }[], move: Move, { dryRun = false, key }: { dryRun?: boolean; key?: string } = {}) => value(await bulkHandlers.bulk(await here.ctx(role, key === undefined ? {} : { key, request: 'x' }), { ...nothing, body: { cases: [...cases], move, dryRun } })).items
  const dispatch: Move = { kind: 'dispatched', lead: finance.id, co: [], words: '请办理' }

  it('is asked first: of each it is said whether it may be, and nothing is done', async () => {
    const [received, filed] = [await opened(), await opened()]
    value(await move('dispatcher', filed, { kind: 'filed' }))
    const items = await bulk('dispatcher', [await seen(received), await seen(filed), { id: v7(), seq: 1 }], dispatch, { dryRun: true })
    expect(items).toMatchObject([{ id: received, seq: 1, title: '门口垃圾没人清', refused: { kind: 'wrong-state' } }, { id: filed, seq: 2, refused: null }, { number: null, refused: { kind: 'unknown-case' } }])
    expect(items[0]?.refused?.said.zh).toContain(items[0]?.number ?? '-')
    expect(kinds(value(await one('dispatcher', filed)))).toEqual(['received', 'filed'])
  })

  it('is done with those that may, each by itself; the others are told and can be tried again', async () => {
    const ids = [await opened(), await opened(), await opened()] as const
    const stale = await seen(ids[0])
    value(await move('dispatcher', ids[0], { kind: 'noted', words: '来电催办', forReporter: false }))
    const first = await bulk('dispatcher', [stale, await seen(ids[1]), await seen(ids[2])], { kind: 'filed' })
    expect(first.map(item => [item.refused?.kind ?? null, item.seq])).toEqual([['case-changed', 2], [null, 2], [null, 2]])
    const again = await bulk('dispatcher', first.filter(item => item.refused).map(({ id, seq }) => ({ id, seq: seq ?? 0 })), { kind: 'filed' })
    expect(again).toMatchObject([{ refused: null, seq: 3 }])
    expect(await bulk('dispatcher', await Promise.all(ids.map(seen)), dispatch)).toMatchObject([{ refused: null }, { refused: null }, { refused: null }])
    expect(await bulk('street', await Promise.all(ids.map(seen)), { kind: 'signed' })).toMatchObject(ids.map(() => ({ refused: { kind: 'not-your-move' } })))
    expect(await bulk('department', await Promise.all(ids.map(seen)), { kind: 'signed' })).toMatchObject(ids.map(() => ({ refused: null })))
  })

  it('is done once, however often the command comes; what was refused is looked at anew', async () => {
    const ids = [await opened(), await opened(), await opened()] as const
    const cases = await Promise.all(ids.map(seen))
    value(await move('dispatcher', ids[2], { kind: 'noted', words: '来电催办', forReporter: false }))
    const first = await bulk('dispatcher', cases, { kind: 'filed' }, { key: 'bulk-key-1' })
    expect(first.map(item => item.refused?.kind ?? null)).toEqual([null, null, 'case-changed'])
    expect(await bulk('dispatcher', cases, { kind: 'filed' }, { key: 'bulk-key-1' })).toEqual(first)
    for (const id of ids.slice(0, 2)) expect(kinds(value(await one('dispatcher', id)))).toEqual(['received', 'filed'])
  })

  it('touches nothing that the doer does not see, and does not say that it is there', async () => {
    const id = await opened({ place: { unit: here.places.otherStreet.id, address: null, point: null } })
    const given = [await seen(id)]
    for (const dryRun of [true, false]) {
      const [hidden] = await bulk('department', given, { kind: 'noted', words: '看看', forReporter: false }, { dryRun })
      const [absent] = await bulk('department', [{ id: v7(), seq: 1 }], { kind: 'noted', words: '看看', forReporter: false }, { dryRun })
      expect({ ...hidden, id: '' }).toEqual({ ...absent, id: '' })
    }
    expect(kinds(value(await one('dispatcher', id)))).toEqual(['received'])
  })

  it('says of a unit that is not there that it is not, for each case', async () => {
    const id = await opened()
    value(await move('dispatcher', id, { kind: 'filed' }))
    expect(await bulk('dispatcher', [await seen(id)], { ...dispatch, lead: v7() }, { dryRun: true })).toMatchObject([{ refused: { kind: 'no-such-unit' } }])
    expect(await bulk('dispatcher', [await seen(id)], { ...dispatch, co: [finance.id] })).toMatchObject([{ refused: { kind: 'lead-is-no-co-unit' } }])
    expect(await bulk('dispatcher', [await seen(id)], { ...dispatch, lead: street.id })).toMatchObject([{ refused: null }])
  })

  it('is not for what answers or decides one matter, not for nothing and not for too many', () => {
    const body = (cases: unknown, move: unknown) => bulkContract.bulk.body.safeParse({ cases, move, dryRun: false }).success
    const one = [{ id: v7(), seq: 1 }]
    expect(body(one, { kind: 'signed' })).toBe(true)
    for (const move of [{ kind: 'answered', words: '已办', result: 'solved' }, { kind: 'merged', into: v7() }, { kind: 'extension-decided', granted: true }, { kind: 'called-back', reached: true }, { kind: 'voided' }, { kind: 'noted', words: '' }, { kind: 'nonsense' }, null]) expect(body(one, move), JSON.stringify(move)).toBe(false)
    expect(body([], { kind: 'signed' })).toBe(false)
    expect(body([...one, ...one], { kind: 'signed' })).toBe(false)
    expect(body(Array.from({ length: 501 }, () => ({ id: v7(), seq: 1 })), { kind: 'signed' })).toBe(false)
    expect(body([{ id: v7(), seq: 0 }], { kind: 'signed' })).toBe(false)
  })
})
