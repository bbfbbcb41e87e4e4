import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { hotline, value } from '../../../../testkit/cases.ts'
import { type Role } from '../../org/schema.ts'
import { seedOutlines } from '../../org/index.ts'
import { learnPending } from '../index.ts'
import { routingHandlers } from './api.ts'
import { routingContract } from './contract.ts'
import { rulesHandlers } from './rules-api.ts'
import { rulesContract } from './rules-contract.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const nowhere = { unit: null, address: null, point: null }
const square = (west: number, south: number): [number, number][] => [[west, south], [west + 0.01, south], [west + 0.01, south + 0.01], [west, south + 0.01]]

/** The hotline of the tests, with the ground of two streets drawn. */
async function routed() {
  const made = await hotline()
  const { here } = made
  const admin = await here.ctx('planner')
  await admin.write(async (tx, note) => {
    await seedOutlines(tx, here.district, [{ id: v7(), unit: here.places.street.id, ring: square(113.26, 23.13) }, { id: v7(), unit: here.places.otherStreet.id, ring: square(113.27, 23.13) }].map(o => ({ ...o, source: '测试', generated: true, from: '2020-01-01', until: null })))
    await note({ verb: 'test', thing: 'test', thingId: 't' })
  })
  const suggest = async (role: Role, body: object) => value(await routingHandlers.suggest(await here.ctx(role), { ...nothing, body: routingContract.suggest.body.parse({ type: 'hotline', ...body }) }))
  const forCase = async (role: Role, id: string, query: object = {}) => routingHandlers.suggestionFor(await here.ctx(role), { ...nothing, params: { id }, query })
  const rule = async (role: Role, body: object) => rulesHandlers.makeRule(await here.ctx(role), { ...nothing, body: rulesContract.makeRule.body.parse({ type: 'hotline', from: '2023-08-01', reason: '试行', ...body }) })
  const assign = async (role: Role, id: string, to: 'unit' | 'person') => routingHandlers.assign(await here.ctx(role), { ...nothing, params: { id }, body: { seq: value(await made.one('dispatcher', id)).seq, to } })
  const near = async (role: Role, query: object) => routingHandlers.nearby(await here.ctx(role), { ...nothing, query: routingContract.nearby.query.parse({ type: 'hotline', ...query }) })
  return { ...made, suggest, forCase, rule, assign, near }
}

describe('where a case might go', async () => {
  const { here, opened, suggest, forCase } = await routed()
  const { street, otherStreet, community, finance } = here.places

  it('the point on the map tells the unit, then the address, then what was given, then the words', async () => {
    const place = async (place: object, words = '垃圾很多') => { const { unit, by } = (await suggest('dispatcher', { words, place: { ...nowhere, ...place } })).place; return [unit?.id ?? null, by] }
    expect(await place({ point: { lng: 113.275, lat: 23.135 }, address: '三元宫社区2号', unit: street.id })).toEqual([otherStreet.id, 'point'])
    expect(await place({ point: { lng: 113.265, lat: 23.135 }, unit: community.id })).toEqual([community.id, 'given'])
    expect(await place({ address: '三元宫社区2号', unit: otherStreet.id })).toEqual([community.id, 'address'])
    expect(await place({ unit: otherStreet.id }, '三元宫社区垃圾很多')).toEqual([otherStreet.id, 'given'])
    expect(await place({}, '三元宫社区垃圾很多')).toEqual([community.id, 'words'])
    expect(await place({ point: { lng: 0, lat: 0 } })).toEqual([null, 'nothing'])
  })

  it('the words suggest a category with its reasons, and its unit at this place', async () => {
    const suggestion = await suggest('dispatcher', { title: '垃圾没人清', words: '很臭', place: { ...nowhere, unit: community.id } })
    expect(suggestion.category).toMatchObject({ sure: true, items: [{ key: 'rubbish', because: expect.arrayContaining(['垃圾']), names: [{ zh: '市容' }, { zh: '暴露垃圾' }], units: [{ id: street.id }] }, {}, {}] })
    expect(suggestion.urgency.items[0]).toMatchObject({ key: 'ordinary' })
    expect(suggestion.chosen).toMatchObject({ category: 'rubbish', leastLoaded: street.id, candidates: [{ unit: { id: street.id }, eligible: true, open: 0 }, { unit: { id: community.id }, eligible: false }] })
    expect(suggestion.handlers).toBeNull()
    expect(await suggest('dispatcher', { words: '水管爆裂，水喷出来' })).toMatchObject({ category: { items: [{ key: 'burst-pipe', units: [{ id: finance.id }] }, {}, {}] }, urgency: { items: [{ key: 'urgent', because: [] }] } })
  })

  it('is not sure of words it does not know, and a category that somebody settled on counts', async () => {
    expect((await suggest('dispatcher', { words: '齉' })).category.sure).toBe(false)
    expect((await suggest('dispatcher', { words: '齉', category: 'burst-pipe' })).chosen).toMatchObject({ category: 'burst-pipe', leastLoaded: finance.id })
    expect((await suggest('dispatcher', { words: '垃圾', category: 'no-such' })).chosen).toMatchObject({ category: 'rubbish' })
  })

  it('a case is suggested for as it stands, to those who see it', async () => {
    const id = await opened({ place: { ...nowhere, unit: otherStreet.id } })
    expect(value(await forCase('dispatcher', id))).toMatchObject({ place: { unit: { id: otherStreet.id }, by: 'given' }, chosen: { category: 'rubbish', leastLoaded: otherStreet.id } })
    expect(value(await forCase('dispatcher', id, { category: 'burst-pipe' })).chosen).toMatchObject({ leastLoaded: finance.id })
    expect(await forCase('department', id)).toMatchObject({ ok: false, refused: 'unknown-case' })
    expect(await routingHandlers.suggest(await here.ctx('dispatcher'), { ...nothing, body: { type: 'none', title: '', words: '', place: nowhere } })).toMatchObject({ refused: 'unknown-case-type' })
  })

  it('a case that names no unit gets the one in which its point lies, so that the street sees it', async () => {
    const id = await opened({ place: { ...nowhere, point: { lng: 113.265, lat: 23.135 } } })
    const view = value(await routingHandlers.suggestionFor(await here.ctx('street'), { ...nothing, params: { id }, query: {} }))
    expect(view.place).toMatchObject({ unit: { id: street.id } })
  })
})

describe('rules of a district', async () => {
  const { here, opened, move, one, list, forCase, rule, assign } = await routed()
  const { street, otherStreet, community, finance, statistics } = here.places
  const rules = async (query: object = {}) => value(await rulesHandlers.rules(await here.ctx('street'), { ...nothing, query })).items

  it('are made by those who may, of what there is', async () => {
    for (const [body, refused] of [
      [{ unit: v7() }, 'no-such-unit'], [{ unit: finance.id, area: v7() }, 'no-such-unit'], [{ unit: finance.id, area: statistics.id }, 'no-ground'], [{ unit: finance.id, type: 'none' }, 'unknown-case-type'],
      [{ unit: finance.id, category: 'none' }, 'unknown-category'], [{ unit: finance.id, until: '2023-08-01' }, 'ends-before-start'],
    ] as const) expect(await rule('supervisor', body), JSON.stringify(body)).toMatchObject({ ok: false, refused })
    expect(rulesContract.makeRule.permission).toBe('case.route')
    expect(rulesContract.makeRule.body.safeParse({ type: 'hotline', unit: 'x', from: 'yesterday', reason: '' }).success).toBe(false)
    expect(await rules()).toEqual([])
  })

  it('send cases elsewhere than the pack does, for their area and their days', async () => {
    const made = value(await rule('planner', { category: 'street', area: street.id, unit: finance.id, reason: '集中治理期间由专班办理' }))
    expect(made).toMatchObject({ category: { names: [{ zh: '市容' }] }, area: { name: '洪桥街道' }, unit: { name: '区发展和改革局' }, by: 'planner（演示）', ended: null })
    const id = await opened()
    expect(value(await forCase('dispatcher', id)).chosen).toMatchObject({ leastLoaded: finance.id, candidates: [{ unit: { id: finance.id }, why: { zh: '本区派遣规则' }, eligible: true }, { unit: { id: street.id }, why: { zh: '地点所在街道' }, eligible: false }, { unit: { id: community.id } }] })
    const elsewhere = await opened({ place: { ...nowhere, unit: otherStreet.id } })
    expect(value(await forCase('dispatcher', elsewhere)).chosen).toMatchObject({ leastLoaded: otherStreet.id })
    const end = async (on: string) => rulesHandlers.endRule(await here.ctx('supervisor'), { ...nothing, params: { id: made.id }, body: { on, reason: '治理结束' } })
    expect(await end('2023-07-01')).toMatchObject({ refused: 'ends-before-start' })
    expect(await end('2023-08-29')).toMatchObject({ value: { until: '2023-08-29', ended: { by: 'supervisor（演示）', at: '2023-08-29T02:00:00.000Z', reason: '治理结束' } } })
    expect(await end('2023-08-30')).toMatchObject({ refused: 'already-ended' })
    expect(await rulesHandlers.endRule(await here.ctx('supervisor'), { ...nothing, params: { id: v7() }, body: { on: '2023-08-29', reason: '没有' } })).toMatchObject({ refused: 'unknown-routing-rule' })
    expect(await rules()).toEqual([])
    expect(await rules({ on: '2023-08-28' })).toHaveLength(1)
    expect(value(await forCase('dispatcher', id)).chosen).toMatchObject({ leastLoaded: street.id })
  })

  it('are changed by one that takes the place of the other from a day on, and both tell of it', async () => {
    const old = value(await rule('planner', { category: 'burst-pipe', unit: statistics.id, reason: '试点' }))
    const change = async (role: Role, id: string, body: object) => rulesHandlers.changeRule(await here.ctx(role), { ...nothing, params: { id }, body: rulesContract.changeRule.body.parse({ category: 'burst-pipe', unit: finance.id, from: '2023-09-01', reason: '试点结束', ...body }) })
    expect(await change('supervisor', old.id, { from: '2023-07-01' })).toMatchObject({ refused: 'ends-before-start' })
    expect(await change('supervisor', old.id, { unit: v7() })).toMatchObject({ refused: 'no-such-unit' })
    expect(await change('supervisor', v7(), {})).toMatchObject({ refused: 'unknown-routing-rule' })
    const next = value(await change('supervisor', old.id, { area: street.id }))
    expect(next).toMatchObject({ replaces: old.id, unit: { id: finance.id }, by: 'supervisor（演示）', at: '2023-08-29T02:00:00.000Z' })
    expect(await change('supervisor', old.id, { from: '2023-09-02' })).toMatchObject({ refused: 'already-ended' })
    const { items } = { items: await rules() }
    expect(items.map(one => [one.id, one.from, one.until])).toEqual([[next.id, '2023-09-01', null], [old.id, '2023-08-01', '2023-09-01']])
    expect((await rules({ over: true, on: '2023-09-01' })).map(one => one.id)).toContain(old.id)
    const shown = async (id: string) => value(await rulesHandlers.rule(await here.ctx('street'), { ...nothing, params: { id } }))
    expect(await shown(next.id)).toMatchObject({ rule: { id: next.id }, before: [{ id: old.id, ended: { by: 'supervisor（演示）', reason: '试点结束' } }], after: [] })
    expect((await shown(old.id)).after.map(one => one.id)).toEqual([next.id])
    expect(await rulesHandlers.rule(await here.ctx('street'), { ...nothing, params: { id: v7() } })).toMatchObject({ refused: 'unknown-routing-rule' })
    // One that is changed on the very day from which it would hold has never held.
    const never = value(await change('planner', next.id, { area: street.id, reason: '更正' }))
    expect((await rules()).map(one => one.id)).toEqual([never.id, old.id])
    value(await rulesHandlers.endRule(await here.ctx('supervisor'), { ...nothing, params: { id: never.id }, body: { on: '2023-09-01', reason: '不再需要' } }))
    value(await rulesHandlers.endRule(await here.ctx('supervisor'), { ...nothing, params: { id: old.id }, body: { on: '2023-08-29', reason: '不再需要' } }))
  })

  it('are tried out with words, a place and a day: where it would go, by which rule, and why not by the others', async () => {
    const here1 = value(await rule('planner', { category: 'rubbish', area: street.id, unit: statistics.id, reason: '试点' }))
    const all = value(await rule('planner', { unit: finance.id, from: '2023-09-01', reason: '秋季' }))
    const attempt = async (body: object) => rulesHandlers.tryRules(await here.ctx('street'), { ...nothing, body: rulesContract.tryRules.body.parse({ type: 'hotline', ...body }) })
    const found = value(await attempt({ words: '垃圾没人清，很臭', place: { address: '三元宫社区2号' } }))
    expect(found).toMatchObject({ place: { unit: { id: community.id }, by: 'address' }, category: { key: 'rubbish', given: false, sure: true, because: expect.arrayContaining(['垃圾']) }, units: [{ id: statistics.id }], why: { zh: '本区派遣规则' } })
    expect(found.tried.map(one => [one.rule.id, one.verdict])).toEqual([[here1.id, 'applies'], [all.id, 'other-day']])
    expect(value(await attempt({ category: 'rubbish', place: { unit: otherStreet.id } }))).toMatchObject({ category: { given: true }, units: [{ id: otherStreet.id }], why: { zh: '地点所在街道' } })
    expect(value(await attempt({ category: 'rubbish', place: { unit: otherStreet.id }, on: '2023-09-01' })).tried.map(one => one.verdict)).toEqual(['other-place', 'applies'])
    expect(value(await attempt({}))).toMatchObject({ category: null, units: [], tried: [] })
    expect(await attempt({ category: 'none' })).toMatchObject({ refused: 'unknown-category' })
    expect(await attempt({ type: 'none' })).toMatchObject({ refused: 'unknown-case-type' })
    for (const { id } of [here1, all]) value(await rulesHandlers.endRule(await here.ctx('planner'), { ...nothing, params: { id }, body: { on: '2023-09-01', reason: '试点结束' } }))
    here.clock.now = '2023-09-02T02:00:00.000Z'
    expect(await rules()).toEqual([])
    here.clock.now = '2023-08-29T02:00:00.000Z'
  })

  it('several that are as narrow share the work: whoever has least in hand is next, also for two who assign at once', async () => {
    for (const unit of [finance.id, statistics.id]) value(await rule('supervisor', { category: 'stall', unit }))
    const ids = await Promise.all(['1', '2', '3', '4'].map(n => opened({ category: 'stall', title: `摆摊${n}` })))
    for (const id of ids) value(await move('dispatcher', id, { kind: 'filed' }))
    await Promise.all(ids.map(async id => value(await assign('dispatcher', id, 'unit'))))
    const leads = (await list('dispatcher', { category: ['stall'] })).items.map(item => item.lead?.id)
    expect(leads.filter(lead => lead === finance.id)).toHaveLength(2)
    expect(leads.filter(lead => lead === statistics.id)).toHaveLength(2)
  })

  it('what nobody answers for is not assigned, and neither does who may not dispatch', async () => {
    const id = await opened({ place: nowhere, title: '垃圾', words: '不知在哪里的垃圾' })
    value(await move('dispatcher', id, { kind: 'filed' }))
    expect(await assign('dispatcher', id, 'unit')).toMatchObject({ ok: false, refused: 'no-unit-to-assign' })
    const theirs = await opened()
    value(await move('dispatcher', theirs, { kind: 'filed' }))
    expect(await assign('community', theirs, 'unit')).toMatchObject({ ok: false, refused: 'not-your-move' })
    expect(await assign('department', theirs, 'unit')).toMatchObject({ ok: false, refused: 'unknown-case' })
  })

  it('the load of persons is shown only inside their own unit, and used there', async () => {
    const id = await opened()
    value(await move('dispatcher', id, { kind: 'filed' }))
    value(await move('dispatcher', id, { kind: 'dispatched', lead: street.id, co: [], words: '' }))
    for (const role of ['dispatcher', 'leader', 'supervisor'] as const) expect(value(await forCase(role, id)).handlers).toBeNull()
    const { handlers } = value(await forCase('street', id))
    expect(handlers?.map(h => [h.name, h.open])).toEqual([['street-head（演示）', 0], ['street（演示）', 0]])
    expect(await assign('dispatcher', id, 'person')).toMatchObject({ refused: 'no-person-to-assign' })
    const assigned = value(await assign('street', id, 'person'))
    expect(assigned.events.at(-1)?.event).toMatchObject({ kind: 'delegated' })
    const second = await opened()
    value(await move('dispatcher', second, { kind: 'filed' }))
    value(await move('dispatcher', second, { kind: 'dispatched', lead: street.id, co: [], words: '' }))
    const first = value(await one('street', id)).events.at(-1)?.event
    expect(value(await assign('street', second, 'person')).events.at(-1)?.event).not.toEqual(first)
    expect(value(await forCase('dispatcher', second)).chosen?.candidates.find(c => c.unit.id === street.id)).toMatchObject({ open: 2, late: 0 })
  })
})

describe('what the desk decides is learned', async () => {
  const { here, opened, move, suggest } = await routed()
  const counts = async () => here.db.selectFrom('cases.classifier_label').select(['subject', 'label', 'cases']).where('cases', '<>', 0).orderBy('subject').orderBy('label').execute()
  const first = async (words: string) => (await suggest('dispatcher', { words })).category.items[0]?.key
  const strange = { title: '走鬼档', words: '走鬼档又嚟阻住条路' }
  const planner = await here.ctx('planner')

  it('from a dispatch with the next batch, once for each case', async () => {
    const id = await opened({ ...strange, category: 'stall' })
    expect(await learnPending(planner)).toBe(0)
    value(await move('dispatcher', id, { kind: 'filed' }))
    value(await move('dispatcher', id, { kind: 'dispatched', lead: here.places.street.id, co: [], words: '' }))
    expect(await counts()).toEqual([])
    expect(await learnPending(planner)).toBe(1)
    expect(await learnPending(planner)).toBe(0)
    expect(await counts()).toEqual([{ subject: 'category', label: 'stall', cases: 1 }, { subject: 'urgency', label: 'ordinary', cases: 1 }])
    expect(await first('走鬼档又来了')).toBe('stall')
  })

  it('from a correction at once, and what was learned wrongly is taken back', async () => {
    const id = await opened({ title: '占住条路', words: '走鬼档走鬼档', category: 'rubbish' })
    value(await move('dispatcher', id, { kind: 'filed' }))
    value(await move('dispatcher', id, { kind: 'dispatched', lead: here.places.street.id, co: [], words: '' }))
    await learnPending(planner)
    expect(await counts()).toContainEqual({ subject: 'category', label: 'rubbish', cases: 1 })
    value(await move('dispatcher', id, { kind: 'amended', category: 'stall', reason: '实为占道' }))
    expect(await counts()).toEqual([{ subject: 'category', label: 'stall', cases: 2 }, { subject: 'urgency', label: 'ordinary', cases: 2 }])
    const { rubbish } = Object.fromEntries((await here.db.selectFrom('cases.classifier_count').select(eb => ['label', eb.fn.sum<number>('n').as('n')]).groupBy('label').execute()).map(row => [row.label, Number(row.n)]))
    expect(rubbish ?? 0).toBe(0)
  })

  it('from a case that is filed and dispatched in one act, and by two programs at a time each case once', async () => {
    for (let n = 0; n < 3; n += 1) await opened({ title: `又占道${n}`, words: '走鬼档', category: 'stall', dispatch: { lead: here.places.street.id, co: [], words: '' } })
    const learned = await Promise.all([learnPending(planner), learnPending(planner)])
    expect(learned[0] + learned[1]).toBe(3)
    expect(await counts()).toContainEqual({ subject: 'category', label: 'stall', cases: 5 })
  })
})

describe('the same nearby', async () => {
  const { here, opened, move, near } = await routed()
  const at = (metres: number) => ({ lng: 113.265, lat: 23.135 + metres / 111_195 })
  const put = (metres: number, more: object = {}) => opened({ place: { ...nowhere, point: at(metres), unit: here.places.street.id }, title: `李小明家旁边${metres}米`, ...more })
  await put(10)
  await put(40, { category: 'stall' })
  await put(60)
  await put(5, { category: 'burst-pipe' })
  const merged = await put(12), kept = await put(20)
  value(await move('dispatcher', merged, { kind: 'merged', into: kept }))
  const gone = await put(3)
  value(await move('dispatcher', gone, { kind: 'voided', reason: '测试' }))

  it('open cases of the same branch within the metres of the category, the nearest first, with how many reported them', async () => {
    const found = value(await near('dispatcher', { category: 'rubbish', ...at(0) }))
    expect(found).toMatchObject({ withinMetres: 50, sinceDays: 30 })
    expect(found.items.map(item => [item.metres, item.category.at(-1)?.zh, item.reporters, item.street])).toEqual([[10, '暴露垃圾', 1, '洪桥街道'], [20, '暴露垃圾', 2, '洪桥街道'], [40, '占道经营', 1, '洪桥街道']])
    expect(value(await near('dispatcher', { category: 'rubbish', ...at(0), except: kept })).items).toHaveLength(2)
    expect(value(await near('dispatcher', { category: 'burst-pipe', ...at(0) })).items.map(item => item.metres)).toEqual([5])
  })

  it('whoever may not see a case learns that there is one, and nothing that anybody wrote', async () => {
    const found = value(await near('department', { category: 'rubbish', ...at(0) }))
    expect(found.items.map(item => item.seen)).toEqual([null, null, null])
    expect(JSON.stringify(found)).not.toMatch(/李小明|RX2023|三元宫/)
    expect(value(await near('street', { category: 'rubbish', ...at(0) })).items[0]?.seen).toMatchObject({ title: '李小明家旁边10米' })
  })

  it('nothing that is older than thirty days', async () => {
    here.clock.now = '2023-09-29T02:00:00.000Z'
    expect(value(await near('dispatcher', { category: 'rubbish', ...at(0) })).items).toEqual([])
    expect(await near('dispatcher', { category: 'none', ...at(0) })).toMatchObject({ refused: 'unknown-category' })
    expect(await near('dispatcher', { type: 'none', category: 'rubbish', ...at(0) })).toMatchObject({ refused: 'unknown-case-type' })
    expect(routingContract.nearby.query.safeParse({ type: 'hotline', category: 'rubbish', lng: 'east', lat: 91 }).success).toBe(false)
  })
})
