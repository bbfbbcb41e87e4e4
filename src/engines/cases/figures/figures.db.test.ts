import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testType } from '../../../../testkit/case-type.ts'
import { freshDistrict } from '../../../../testkit/district.ts'
import { value } from '../../../../testkit/value.ts'
import { type Role } from '../../org/schema.ts'
import { handlers as caseHandlers } from '../api.ts'
import { type CaseGiven, CaseQuery, type Move } from '../contract.ts'
import { type CountedCase, countedFor, rateKeys } from '../domain/rates.ts'
import { spanUntil } from '../domain/spans.ts'
import { seedCaseTypes } from '../index.ts'
import { handlers } from './api.ts'
import { contract, type GroupKey } from './contract.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

/** A district in August with cases of every fate: in time, late, returned, done again, called back, excluded, suspended, open. */
async function august() {
  const here = await freshDistrict({ now: '2023-08-01T02:00:00.000Z' })
  const { finance, street, otherStreet, community } = here.places
  const planner = await here.ctx('planner')
  await planner.write(async (tx, note) => {
    await seedCaseTypes(tx, planner, [{ ...testType, rates: { weights: [{ from: '2023-01-01', response: 0.3, solution: 0.35, satisfaction: 0.35, source: '测试' }], exclusions: [] } } as typeof testType], key => (key === 'water' ? finance.id : null)) // the weights are stored with it
    await note({ verb: 'test', thing: 'test', thingId: 't' })
  })
  const at = (day: number, hour = 2) => { here.clock.now = new Date(Date.UTC(2023, 7, day, hour)).toISOString() }
  const open = async (day: number, lead: string | null, more: Partial<CaseGiven> = {}) => {
    at(day)
    return value(await caseHandlers.open(await here.ctx('dispatcher'), { ...nothing, body: {
      type: 'hotline', category: 'rubbish', title: '垃圾', words: '垃圾没人清', place: { unit: community.id, address: null, point: null }, channel: 'phone', fields: {}, reporter: null, ...(lead !== null && { dispatch: { lead, co: [], words: '' } }), ...more,
    } })).id
  }
  const move = async (role: Role, id: string, move: Move) => {
    const { seq } = value(await caseHandlers.one(await here.ctx('dispatcher'), { ...nothing, params: { id } }))
    value(await caseHandlers.move(await here.ctx(role), { ...nothing, params: { id }, body: { move, seq } }))
  }
  const answered = async (id: string, role: Role = 'department') => move(role, id, { kind: 'answered', words: '已清', result: 'solved', evidence: [] })
  const closed = async (id: string) => { await move('dispatcher', id, { kind: 'checked', passed: true, words: '' }); await move('dispatcher', id, { kind: 'closed' }) }
  const calledBack = async (id: string, satisfied: boolean | null) => move('dispatcher', id, { kind: 'called-back', reached: true, responded: true, solved: satisfied, satisfied, rework: false, words: '' })
  const inTime = async (day: number, satisfied: boolean | null) => { const id = await open(day, finance.id); await move('department', id, { kind: 'signed' }); at(day + 2); await answered(id); await closed(id); await calledBack(id, satisfied); return id }

  await inTime(1, true)
  const unhappy = await inTime(2, false)
  await move('supervisor', unhappy, { kind: 'excluded', reason: '诉求不合理，经核实' })
  await inTime(3, null)
  // Late: signed for and answered after the limit.
  const late = await open(4, street.id, { place: { unit: street.id, address: null, point: null }, channel: 'portal' })
  at(6); await move('street', late, { kind: 'signed' }); at(13); await answered(late, 'street'); await closed(late)
  // Returned and given to another; then found undone.
  const returned = await open(5, otherStreet.id, { place: { unit: otherStreet.id, address: null, point: null } })
  await here.db.updateTable('org.post').set({ unit: otherStreet.id }).where('id', '=', here.post('grid')).execute()
  await move('grid', returned, { kind: 'returned', basis: '职责清单', words: '不是我们的' })
  await move('supervisor', returned, { kind: 'arbitrated', lead: finance.id, floor: false, words: '由牵头单位办' })
  await move('department', returned, { kind: 'signed' }); at(8); await answered(returned); await move('dispatcher', returned, { kind: 'checked', passed: false, words: '没有清' })
  // Suspended, refused, not dispatched, and open past its limit without being signed for.
  const held = await open(6, finance.id)
  await move('department', held, { kind: 'signed' }); await move('department', held, { kind: 'suspension-asked', until: null, words: '等配件' }); await move('supervisor', held, { kind: 'suspension-decided', granted: true, words: '' })
  const refused = await open(7, null); await move('dispatcher', refused, { kind: 'refused', basis: '不属受理范围', words: '请向法院反映' })
  await open(8, null, { place: { unit: null, address: null, point: null } })
  await open(9, finance.id, { category: 'burst-pipe' })
  at(20, 6)
  const rates = async (role: Role, query: object = {}) => value(await handlers.rates(await here.ctx(role), { ...nothing, query: contract.rates.query.parse(query) }))
  const board = async (role: Role, query: object = {}) => value(await handlers.board(await here.ctx(role), { ...nothing, query: contract.board.query.parse(query) }))
  const list = async (role: Role, query: object) => value(await caseHandlers.cases(await here.ctx(role), { ...nothing, query: { limit: 100, order: 'newest', ...CaseQuery.parse(query) } }))
  return { here, rates, board, list }
}

describe('rates', async () => {
  const { here, rates, list } = await august()

  it('carry what they are counted from', async () => {
    const { total, weights, before, lastYear } = await rates('leader', { period: '2023-08', type: 'hotline' })
    expect(Object.fromEntries(rateKeys.map(key => [key, total.rates[key].now]))).toEqual({
      closing: { part: 4, whole: 6 }, 'on-time': { part: 3, whole: 6 }, rework: { part: 1, whole: 5 }, 'accurate-dispatch': { part: 6, whole: 7 }, 'signed-in-time': { part: 5, whole: 7 },
      response: { part: 2, whole: 2 }, solution: { part: 1, whole: 2 }, satisfaction: { part: 1, whole: 2 },
    })
    expect(total.weighted.now).toBe(65)
    expect([weights?.response, before, lastYear]).toEqual([0.3, '2023-07', '2022-08'])
    expect(total.rates.closing.before).toEqual({ part: 0, whole: 0 })
    expect(total.spent).toEqual([{ unit: 'calendar-days', cases: 5, average: 3.6 }])
    expect((await rates('leader', { period: '2023-09' })).total.rates.closing.now).toEqual({ part: 0, whole: 0 })
  })

  it('say of every case what the pure rule says', async () => {
    const { rows } = await sql<CountedCase & { id: string }>`select * from cases."case"`.execute(here.db)
    const span = spanUntil('2023-08', here.clock.now)
    for (const rate of rateKeys) {
      const counted = rows.map(row => ({ id: row.id, counted: countedFor(rate, row) })).filter(({ counted }) => counted !== null && span !== null && counted.at >= span.from && counted.at < span.to)
      for (const side of ['whole', 'part'] as const) {
        const { items } = await list('leader', { counted: `${rate}/${side}`, countedIn: '2023-08' })
        expect(items.map(item => item.id).toSorted(), `${rate}/${side}`).toEqual(counted.filter(({ counted }) => side === 'whole' || counted?.part).map(({ id }) => id).toSorted())
      }
    }
  })

  it.each<GroupKey>(['unit', 'street', 'category', 'type', 'channel'])('open to exactly their cases: by %s', async by => {
    const { lines, total } = await rates('leader', { period: '2023-08', by })
    expect(lines.length).toBeGreaterThan(0)
    for (const line of [...lines, total]) for (const rate of rateKeys) for (const side of ['part', 'whole'] as const) {
      expect((await list('leader', { ...line.filter, counted: `${rate}/${side}`, countedIn: '2023-08' })).total, `${line.name.zh} ${rate}/${side}`).toBe(line.rates[rate].now[side])
    }
  })

  it('of other units are not told to who does not see the district', async () => {
    const { whole, lines, total } = await rates('department-head', { period: '2023-08' })
    expect([whole, lines.map(line => line.name.zh)]).toEqual([false, ['区发展和改革局']])
    expect((await rates('department-head', { period: '2023-08', lead: here.places.street.id })).total.rates.closing.now).toEqual({ part: 0, whole: 0 })
    expect(total.rates.closing.now).toEqual({ part: 3, whole: 5 })
  })

  it('of what cannot be asked are refused', () => {
    for (const query of [{ period: '2023-13' }, { by: 'person' }, { lead: 'x' }, { type: '<script>' }]) expect(contract.rates.query.safeParse(query).success, JSON.stringify(query)).toBe(false)
    for (const query of [{ counted: 'closing' }, { counted: 'profit/part' }, { counted: 'closing/part', countedIn: 'soon' }, { step: '9' }, { dueIn: '0' }]) expect(CaseQuery.safeParse(query).success, JSON.stringify(query)).toBe(false)
  })
})

describe('the board', async () => {
  const { here, board, list } = await august()

  it('shows what comes in, what is open and what is late, each with the list behind it', async () => {
    const view = await board('leader')
    expect(view.open).toEqual({ open: 5, late: 2, soon: 0, climbed: 0, suspended: 1, undispatched: 1, joint: 0 })
    expect(view.inflow.days.reduce((n, day) => n + day.n, 0)).toBe(3)
    expect(view.places.map(place => [place.name.zh, place.open, place.recent])).toEqual([['洪桥街道', 3, 0], ['北京街道', 1, 0]])
    for (const group of [...view.units, ...view.ages, ...view.categories, ...view.places]) {
      for (const [more, n] of [[{}, group.open], [{ late: 'true' }, group.late], [{ climbed: 'true' }, group.climbed]] as const) expect((await list('leader', { ...group.filter, ...more, open: 'true' })).total, `${group.name.zh} ${JSON.stringify(more)}`).toBe(n)
    }
    expect([view.base, (await board('department-head')).base]).toEqual([{}, { lead: here.places.finance.id }])
    for (const { step, open } of view.steps) expect((await list('leader', { open: 'true', step })).total).toBe(open)
  })

  it('goes from the district to a street and its communities, and to a unit', async () => {
    const { street, finance } = here.places
    expect((await board('leader', { within: street.id })).places.map(place => place.name.zh)).toEqual(['三元宫社区', '洪桥街道'])
    expect((await board('leader', { lead: finance.id })).open.open).toBe(3)
  })

  it('tells what came in at a place in the last seven days, today by the hour', async () => {
    const now = here.clock.now
    here.clock.now = '2023-08-09T04:00:00.000Z'
    const { places, inflow } = await board('leader')
    here.clock.now = now
    expect(places.map(place => [place.name.zh, place.recent])).toEqual([['洪桥街道', 5], ['北京街道', 1]])
    expect(inflow.hours.flatMap((n, hour) => (n > 0 ? [[hour, n]] : []))).toEqual([[10, 1]])
  })

  it('shows a head the own unit, and nobody else the cases of others', async () => {
    expect(await board('department-head')).toMatchObject({ whole: false, open: { open: 3 } })
    expect((await board('statistician')).open.open).toBe(0)
  })
})
