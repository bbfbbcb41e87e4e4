import { describe, expect, it } from 'vitest'
import { type Context } from '../../engines/context.ts'
import { type Role } from '../org/schema.ts'
import { freshDistrict } from '../../../testkit/district.ts'
import { value } from '../../../testkit/value.ts'
import { handlers } from './api.ts'
import { FigureGiven } from './contract.ts'
import { refusals } from './refusals.ts'
import { type Figure } from './schema.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const page = { limit: 50 }
const nobody = '00000000-0000-7000-8000-000000000000'
const entry = { code: 'FAI', name: { zh: '固定资产投资', en: 'Investment' }, unit: '亿元', nature: 'expected', direction: 'up', frequency: 'month', kind: 'flow', aggregation: 'sum', basis: null, ownerUnit: null, formula: null, parts: [], embargoed: false, bands: null } as const

describe('figures on their way', async () => {
  const yuexiu = await freshDistrict()
  const { places } = yuexiu
  const as = (role: Role) => yuexiu.ctx(role)
  const fai = value(await handlers.create(await as('planner'), { ...nothing, body: entry }))
  const given = (parts: object) => FigureGiven.parse({ indicator: fai.id, unit: places.street.id, period: '2023-06', vintage: 'quick', level: { value: 1.5, unit: '亿元' }, ground: '街道月报', ...parts })
  const enter = async (role: Role, parts: object = {}) => handlers.enter(await as(role), { ...nothing, body: given(parts) })
  const decide = (ctx: Context, figure: Pick<Figure, 'id' | 'version'>, decision: 'approve' | 'publish' | 'return', reason: string | null = null) => handlers.decide(ctx, { ...nothing, params: { id: figure.id }, body: { decision, reason, version: figure.version } })

  it('a street enters for itself, submits; its head returns and approves; each step once', async () => {
    const draft = value(await enter('street'))
    expect(draft).toMatchObject({ status: 'draft', version: 1, source: { kind: 'hand', name: 'street（演示）', ground: '街道月报' } })
    const street = await as('street'), head = await as('street-head')
    expect(await decide(head, draft, 'approve')).toMatchObject({ refused: 'wrong-step', facts: { zh: '草稿' } })
    const submitted = value(await handlers.submit(street, { ...nothing, params: { id: draft.id }, body: { version: 1 } }))
    expect(await handlers.submit(street, { ...nothing, params: { id: draft.id }, body: { version: 1 } })).toMatchObject({ refused: 'wrong-step' })
    expect(await decide(head, submitted, 'return')).toMatchObject({ refused: 'reason-needed' })
    const returned = value(await decide(head, submitted, 'return', '口径有误'))
    const again = value(await handlers.submit(street, { ...nothing, params: { id: draft.id }, body: { version: returned.version } }))
    expect(await decide(head, { ...again, version: 1 }, 'approve')).toMatchObject({ refused: 'changed-meanwhile' })
    const approved = value(await decide(head, again, 'approve'))
    expect(value(await decide(head, approved, 'publish'))).toMatchObject({ status: 'published', version: 6 })
  })

  it('nobody enters or approves for units that are not theirs', async () => {
    expect(await enter('street', { unit: places.otherStreet.id })).toMatchObject({ refused: 'not-permitted' })
    expect(await enter('community')).toMatchObject({ refused: 'not-permitted' })
    expect(await enter('planner', { unit: nobody })).toMatchObject({ refused: 'unknown-unit' })
    expect(await enter('planner', { indicator: nobody })).toMatchObject({ refused: 'unknown-indicator' })
    const other = value(await enter('planner', { unit: places.otherStreet.id, submit: true }))
    // The head of another street does not even see it: row-level security keeps it.
    expect(await decide(await as('street-head'), other, 'approve')).toMatchObject({ refused: 'unknown-figure' })
    expect(value(await handlers.figures(await as('street-head'), { ...nothing, query: { ...page, unit: places.otherStreet.id } })).items).toEqual([])
    expect(value(await handlers.figures(await as('planner'), { ...nothing, query: { ...page, unit: places.otherStreet.id } })).items.map(f => f.id)).toEqual([other.id])
  })

  it('a figure says something, in the measure of its indicator', async () => {
    expect(await enter('street', { level: null })).toMatchObject({ refused: 'nothing-said' })
    expect(await enter('street', { level: { value: 1, unit: '亿美元' } })).toMatchObject({ refused: 'other-measure', facts: { expected: '亿元' } })
    expect((await enter('street', { level: null, change: { value: -2.1, unit: '%', base: '同比' } })).ok).toBe(true)
    expect((await enter('street', { level: null, rank: '全市第二' })).ok).toBe(true)
  })

  it('numbers and dates beyond what a ledger holds are bad input', () => {
    for (const bad of [{ level: { value: 1e16, unit: '亿元' } }, { level: { value: Number.NaN, unit: '亿元' } }, { level: { value: Number.POSITIVE_INFINITY, unit: '亿元' } }, { period: '2023-13' }, { period: '1899' }, { saidOn: '2199-01-01' }, { saidOn: '2023-02-30' }, { ground: 'a\u0000b' }, { ground: '  ' }, { level: { value: 1, unit: 'x'.repeat(21) } }]) {
      expect(() => given(bad), JSON.stringify(bad)).toThrow()
    }
    expect(given({ level: { value: 1e15, unit: '亿元' } }).level?.value).toBe(1e15)
  })

  it('the largest and the smallest amounts come back as they went in', async () => {
    for (const amount of [1e15, -1e15, 0.000001, 3650.18]) {
      const figure = value(await enter('street', { level: { value: amount, unit: '亿元' } }))
      expect(value(await handlers.figure(await as('street'), { ...nothing, params: { id: figure.id } })).figure.level?.value).toBe(amount)
    }
  })

  it('a correction stands beside the figure and takes its place when it is approved', async () => {
    const planner = await as('planner')
    const first = value(await enter('planner', { period: '2023-05', submit: true }))
    const approved = value(await decide(planner, first, 'approve'))
    const correction = value(await handlers.correct(planner, { ...nothing, params: { id: first.id }, body: { ...given({ period: '2023-05', vintage: 'final', level: { value: 1.6, unit: '亿元' }, submit: true }), reason: '核定后调整', version: approved.version } }))
    expect(correction).toMatchObject({ replaces: first.id, reason: '核定后调整', vintage: 'final' })
    const before = value(await handlers.figure(planner, { ...nothing, params: { id: first.id } }))
    expect(before.figure.replacedBy).toBeNull()
    value(await decide(planner, correction, 'approve'))
    const after = value(await handlers.figure(planner, { ...nothing, params: { id: first.id } }))
    expect(after.figure).toMatchObject({ level: { value: 1.5 }, replacedBy: correction.id, status: 'approved' })
    expect(after.vintages.map(v => v.level?.value)).toEqual([1.6, 1.5])
    expect(await handlers.correct(planner, { ...nothing, params: { id: first.id }, body: { ...given({ period: '2023-05' }), reason: '又一次', version: after.figure.version } })).toMatchObject({ refused: 'already-replaced' })
    expect(await decide(planner, after.figure, 'publish')).toMatchObject({ refused: 'already-replaced' })
  })

  it('what is held back is seen by those who may, by those who enter it, and by all once it is published', async () => {
    const planner = await as('planner')
    const secret = value(await handlers.create(planner, { ...nothing, body: { ...entry, code: 'SECRET', name: { zh: '保密指标', en: 'Held back' }, embargoed: true } }))
    const figure = value(await enter('planner', { indicator: secret.id, unit: places.district.id, submit: true }))
    const seenBy = async (role: Role) => value(await handlers.figures(await as(role), { ...nothing, query: { ...page, indicator: secret.id } })).items.length
    const approved = value(await decide(planner, figure, 'approve'))
    expect([await seenBy('planner'), await seenBy('statistician'), await seenBy('leader'), await seenBy('street'), await seenBy('supervisor')]).toEqual([1, 1, 0, 0, 0])
    value(await decide(planner, approved, 'publish'))
    expect([await seenBy('street'), await seenBy('supervisor')]).toEqual([1, 1])
    const own = value(await enter('street', { indicator: secret.id, submit: true }))
    expect(await seenBy('street')).toBe(2)
    expect((await decide(await as('street-head'), own, 'approve')).ok).toBe(true)
  })

  it('is listed newest first, page by page, within a year', async () => {
    const planner = await as('planner')
    const first = value(await handlers.figures(planner, { ...nothing, query: { limit: 3, year: 2023 } }))
    expect(first.items).toHaveLength(3)
    const rest = value(await handlers.figures(planner, { ...nothing, query: { limit: 500, year: 2023, after: first.next ?? '' } }))
    expect(new Set([...first.items, ...rest.items].map(f => f.id)).size).toBe(first.total)
    expect(value(await handlers.figures(planner, { ...nothing, query: { ...page, year: 2022 } })).items).toEqual([])
  })

  it('the same command twice has one effect', async () => {
    const once = await handlers.enter(await yuexiu.ctx('planner', { key: 'enter-once', request: 'r' }), { ...nothing, body: given({ period: '2023-01' }) })
    const twice = await handlers.enter(await yuexiu.ctx('planner', { key: 'enter-once', request: 'r' }), { ...nothing, body: given({ period: '2023-01' }) })
    expect(value(twice).id).toBe(value(once).id)
    expect(value(await handlers.figures(await as('planner'), { ...nothing, query: { ...page, q: 'FAI', year: 2023 } })).items.filter(f => f.period === '2023-01')).toHaveLength(1)
  })

  it('every refusal has a sentence in both languages', () => {
    for (const { zh, en } of Object.values(refusals)) expect([zh.length > 5, en.length > 5]).toEqual([true, true])
  })
})
