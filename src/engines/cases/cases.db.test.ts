import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { testType } from '../../../testkit/case-type.ts'
import { hotline, value } from '../../../testkit/cases.ts'
import { handlers as org } from '../org/api.ts'
import { type Role } from '../org/schema.ts'
import { within } from '../../server/database/database.ts'
import { handlers } from './api.ts'
import { openCase, seedCaseTypes, sweep } from './index.ts'
import { type CaseLine, type CasePage, findCases } from './list-store.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

describe('a case from the call to the call-back', async () => {
  const { here, opened, one, move, list, kinds } = await hotline()
  const { street, finance, statistics } = here.places
  const id = await opened()

  it('is received with a number and shows who asked only in part', async () => {
    const view = value(await one('dispatcher', id))
    expect(view.number).toMatch(/^RX20230829\d{6}$/)
    expect(view.reporter).toEqual({ name: '李**', phone: '138****8000', confidential: false })
    expect(view.moves).toEqual(expect.arrayContaining(['filed', 'refused', 'voided']))
    expect(JSON.stringify(view)).not.toContain('13800138000')
  })

  it('is not seen by units it does not touch, and by those it does', async () => {
    expect(await one('department', id)).toMatchObject({ ok: false, refused: 'unknown-case' })
    expect(await one('statistician', id)).toMatchObject({ ok: false, refused: 'unknown-case' })
    expect((await list('department')).items).toEqual([])
    expect((await one('community', id)).ok).toBe(true) // it is in their community
    expect((await list('leader')).items.map(i => i.id)).toEqual([id])
  })

  it('is filed and dispatched to a department, which then sees it, with a co-unit', async () => {
    value(await move('dispatcher', id, { kind: 'filed' }))
    const view = value(await move('dispatcher', id, { kind: 'dispatched', lead: finance.id, co: [statistics.id], words: '请牵头' }))
    expect(view.clocks.map(c => [c.key, c.dueAt])).toEqual([['resolve', '2023-09-05T15:59:59.999Z'], ['sign', '2023-08-30T02:00:00.000Z'], ['co', '2023-09-01T15:59:59.999Z']])
    expect((await list('department')).items).toMatchObject([{ id, lead: { id: finance.id, name: '区发展和改革局' }, due: { clock: 'sign' }, coUnits: 1, category: [{ zh: '市容' }, { zh: '暴露垃圾' }] }])
    expect(value(await one('statistician', id)).moves).toEqual(['co-answered', 'noted'])
  })

  it('only the unit that leads may sign and answer; the answer waits for the co-unit', async () => {
    expect(await move('street', id, { kind: 'signed' })).toMatchObject({ ok: false, refused: 'not-your-move' })
    value(await move('department', id, { kind: 'signed' }))
    expect(await move('department', id, { kind: 'answered', words: '已清理', result: 'solved', evidence: [] })).toMatchObject({ ok: false, refused: 'co-units-open' })
    expect(await move('department', id, { kind: 'co-answered', unit: statistics.id, words: '代答' })).toMatchObject({ ok: false, refused: 'not-your-move' })
    value(await move('statistician', id, { kind: 'co-answered', unit: statistics.id, words: '已配合' }))
    expect(await move('department', id, { kind: 'answered', words: '已清理', result: 'nonsense', evidence: [] })).toMatchObject({ ok: false, refused: 'unknown-result' })
    expect(value(await move('department', id, { kind: 'answered', words: '已清理', result: 'solved', evidence: [] })).clocks.every(c => c.stoppedAt !== null)).toBe(true)
  })

  it('is checked, closed, called back unsatisfied, done again, and settled', async () => {
    value(await move('dispatcher', id, { kind: 'checked', passed: true, words: '' }))
    value(await move('dispatcher', id, { kind: 'closed' }))
    value(await move('dispatcher', id, { kind: 'called-back', reached: true, responded: true, solved: false, satisfied: false, rework: true, words: '又堆了' }))
    value(await move('department', id, { kind: 'answered', words: '已设专人', result: 'solved', evidence: [] }))
    value(await move('dispatcher', id, { kind: 'checked', passed: true, words: '' }))
    value(await move('dispatcher', id, { kind: 'closed' }))
    const view = value(await move('dispatcher', id, { kind: 'called-back', reached: true, responded: true, solved: true, satisfied: true, rework: false, words: '' }))
    expect(kinds(view)).toEqual(['received', 'filed', 'dispatched', 'signed', 'co-answered', 'answered', 'checked', 'closed', 'called-back', 'answered', 'checked', 'closed', 'called-back'])
    const row = await here.db.selectFrom('cases.case').select(['state', 'reworks', 'solved', 'satisfied']).where('id', '=', id).executeTakeFirst()
    expect(row).toEqual({ state: 'settled', reworks: 1, solved: true, satisfied: true })
  })

  it('who asked is revealed with a reason, which the trail keeps', async () => {
    const reveal = async (role: Role) => handlers.reveal(await here.ctx(role), { ...nothing, params: { id }, body: { reason: '回电核实' } })
    expect(value(await reveal('dispatcher'))).toMatchObject({ name: '李小明', phone: '13800138000' })
    expect(await reveal('leader')).toMatchObject({ ok: false, refused: 'not-permitted' })
    expect(await reveal('street')).toMatchObject({ ok: false, refused: 'not-permitted' })
    const entries = await here.db.selectFrom('audit.entry').select('detail').where('verb', '=', 'case.revealed').execute()
    expect(entries).toHaveLength(1)
    expect(JSON.stringify(await here.db.selectFrom('audit.entry').selectAll().execute())).not.toContain('13800138000')
  })

  it('is found by number, by words, by telephone and by place, by nobody else', async () => {
    const { number } = value(await one('dispatcher', id))
    for (const query of [{ q: number }, { q: '垃圾' }, { q: '味道' }, { q: '三元宫路' }, { phone: '13800138000' }, { place: [here.places.community.id] }, { lead: [finance.id] }, { open: false }]) expect((await list('dispatcher', query)).items.map(i => i.id), JSON.stringify(query)).toEqual([id])
    for (const query of [{ q: '噪音' }, { phone: '13800138001' }, { open: true }, { place: [street.id] }]) expect((await list('dispatcher', query)).items, JSON.stringify(query)).toEqual([])
    expect((await list('street')).items.map(i => i.id)).toEqual([id]) // the street sees its community
  })
})

describe('what may not be', async () => {
  const { here, open, opened, one, move } = await hotline()

  it('is said so when a case is opened', async () => {
    expect(await open('dispatcher', { type: 'nothing' })).toMatchObject({ ok: false, refused: 'unknown-case-type' })
    expect(await open('dispatcher', { category: 'street' })).toMatchObject({ ok: false, refused: 'unknown-category' })
    expect(await open('dispatcher', { urgency: 'soon' })).toMatchObject({ ok: false, refused: 'unknown-urgency' })
    expect(await open('dispatcher', { fields: { 'called-at': 3 } })).toMatchObject({ ok: false, refused: 'field-wrong' })
    expect(await open('dispatcher', { place: { unit: v7(), address: null, point: null } })).toMatchObject({ ok: false, refused: 'no-such-unit' })
    expect(await open('dispatcher', { dispatch: { lead: v7(), co: [], words: '' } })).toMatchObject({ ok: false, refused: 'no-such-unit' })
    expect(await open('street', { dispatch: { lead: here.places.finance.id, co: [], words: '' } })).toMatchObject({ ok: false, refused: 'not-your-move' })
  })

  it('somebody who comes too late is told what was done, and nothing is saved', async () => {
    const id = await opened()
    value(await move('dispatcher', id, { kind: 'filed' }))
    expect(await move('dispatcher', id, { kind: 'voided', reason: '重复' }, 1)).toMatchObject({ ok: false, refused: 'case-changed', facts: { by: 'dispatcher（演示）', what: 'filed' } })
    const [a, b] = await Promise.all([move('dispatcher', id, { kind: 'dispatched', lead: here.places.finance.id, co: [], words: '' }, 2), move('dispatcher', id, { kind: 'dispatched', lead: here.places.street.id, co: [], words: '' }, 2)])
    expect([a, b].filter(r => r.ok)).toHaveLength(1)
    expect([a, b].find(r => !r.ok)).toMatchObject({ refused: 'case-changed' })
    expect(value(await one('dispatcher', id)).events.map(e => e.event.kind)).toEqual(['received', 'filed', 'dispatched'])
  })

  it('a unit that hands a case on no longer sees it; what is not there is said so', async () => {
    const id = await opened({ place: { unit: null, address: null, point: null }, dispatch: { lead: here.places.finance.id, co: [], words: '' } })
    expect(await move('department-head', id, { kind: 'transferred', lead: here.places.finance.id, words: '自己' })).toMatchObject({ ok: false, refused: 'same-unit' })
    expect(await move('department', id, { kind: 'delegated', person: here.person('street') })).toMatchObject({ ok: false, refused: 'not-a-colleague' })
    value(await move('department', id, { kind: 'delegated', person: here.person('department') }))
    value(await move('department-head', id, { kind: 'transferred', lead: here.places.otherStreet.id, words: '属地办理' }))
    expect(await one('department', id)).toMatchObject({ ok: false, refused: 'unknown-case' })
    expect(await one('dispatcher', v7())).toMatchObject({ ok: false, refused: 'unknown-case' })
  })

  it('duplicates end in one case, which knows of them; not across types, not into what is over', async () => {
    const [a, b, c] = [await opened(), await opened(), await opened()]
    expect(await move('dispatcher', a, { kind: 'merged', into: a })).toMatchObject({ ok: false, refused: 'merge-into-itself' })
    expect(await move('dispatcher', a, { kind: 'merged', into: v7() })).toMatchObject({ ok: false, refused: 'unknown-case' })
    value(await move('dispatcher', a, { kind: 'merged', into: b }))
    value(await move('dispatcher', c, { kind: 'merged', into: b }))
    expect(value(await one('dispatcher', b)).events.map(e => e.event.kind)).toEqual(['received', 'absorbed', 'absorbed'])
    const d = await opened()
    expect(await move('dispatcher', d, { kind: 'merged', into: a })).toMatchObject({ ok: false, refused: 'cannot-merge' })
  })

  it('a request of another person never shows through a filter, a number or a telephone', async () => {
    const id = await opened({ place: { unit: here.places.otherStreet.id, address: null, point: null }, reporter: { name: '王五', phone: '13912345678', confidential: true } })
    const { number } = value(await one('dispatcher', id))
    for (const role of ['street', 'department', 'community', 'statistician'] as const) {
      for (const query of [{}, { q: number }, { phone: '13912345678' }, { q: '垃圾', place: [here.places.otherStreet.id] }]) {
        const { items } = value(await handlers.cases(await here.ctx(role), { ...nothing, query: { limit: 50, order: 'newest', ...query } }))
        expect(items.map(i => i.id)).not.toContain(id)
      }
      expect(await handlers.byNumber(await here.ctx(role), { ...nothing, params: { number } })).toMatchObject({ ok: false, refused: 'unknown-case' })
    }
  })
})

describe('the ladder', async () => {
  const { here, opened, one, move, list, kinds } = await hotline()
  const at = (instant: string) => { here.clock.now = instant }
  const turn = async () => sweep(await here.ctx('planner'))

  it('warns and climbs step by step, each once, though two programs sweep', async () => {
    const id = await opened({ dispatch: { lead: here.places.finance.id, co: [], words: '' } })
    value(await move('department', id, { kind: 'signed' }))
    expect(await turn()).toBe(0)
    at('2023-09-04T04:00:00.000Z')
    expect((await Promise.all([turn(), turn()])).toSorted()).toEqual([0, 1])
    at('2023-09-05T16:00:00.000Z')
    await Promise.all([turn(), turn()])
    const view = value(await one('dispatcher', id))
    expect(kinds(view)).toEqual(['received', 'filed', 'dispatched', 'signed', 'warned', 'escalated'])
    expect(view.events.at(-1)?.event).toMatchObject({ kind: 'escalated', step: 1, to: here.places.district.id, reason: { zh: '“办结”超时，第1级升级至区440104' } })
    at('2023-09-08T16:00:00.000Z')
    await turn()
    expect(kinds(value(await one('dispatcher', id))).filter(k => k === 'escalated')).toHaveLength(3)
    expect(await turn()).toBe(0)
    // What was swept goes on by hand from where it stands.
    value(await move('department', id, { kind: 'answered', words: '已清理', result: 'solved', evidence: [] }))
  })

  it('reaches whoever stands in for a superior who is away', async () => {
    const { community, street } = here.places
    at('2023-11-06T02:00:00.000Z')
    const id = await opened({ place: { unit: null, address: null, point: null }, dispatch: { lead: community.id, co: [], words: '' } })
    value(await move('community', id, { kind: 'signed' }))
    expect((await list('statistician')).items.map(i => i.id)).not.toContain(id)
    value(await org.delegate(await here.ctx('street-head'), { ...nothing, body: { post: here.post('street-head'), to: here.person('statistician'), from: '2023-11-06', until: '2023-12-01', reason: '休假' } }))
    at('2023-11-13T16:00:00.000Z')
    await turn()
    expect(value(await one('dispatcher', id)).events.at(-1)?.event).toMatchObject({ kind: 'escalated', step: 1, to: street.id })
    expect((await list('statistician', { climbed: true })).items.map(i => i.id)).toContain(id)
    value(await move('statistician', id, { kind: 'transferred', lead: street.id, words: '街道直接办理' }))
  })

  it('goes off once though the clock of the machine is set back and on again', async () => {
    at('2023-11-20T02:00:00.000Z')
    const id = await opened({ dispatch: { lead: here.places.finance.id, co: [], words: '' } })
    value(await move('department', id, { kind: 'signed' }))
    for (const instant of ['2023-11-27T16:00:00.000Z', '2023-11-20T02:30:00.000Z', '2023-11-27T16:00:00.000Z']) {
      at(instant)
      await turn()
    }
    expect(kinds(value(await one('dispatcher', id)))).toEqual(['received', 'filed', 'dispatched', 'signed', 'warned', 'escalated'])
  })

  it('a suspension ends by itself on its day, and the clock goes on', async () => {
    at('2023-10-09T02:00:00.000Z')
    const id = await opened({ dispatch: { lead: here.places.finance.id, co: [], words: '' } })
    value(await move('department', id, { kind: 'signed' }))
    value(await move('department', id, { kind: 'suspension-asked', until: '2023-10-12', words: '等配件' }))
    expect(await move('department', id, { kind: 'suspension-asked', until: null, words: '再等' })).toMatchObject({ ok: false, refused: 'already-asked' })
    expect(await move('department', id, { kind: 'suspension-decided', granted: true, words: '' })).toMatchObject({ ok: false, refused: 'not-your-move' })
    value(await move('supervisor', id, { kind: 'suspension-decided', granted: true, words: '同意' }))
    at('2023-10-12T16:00:00.000Z')
    await turn()
    const view = value(await one('dispatcher', id))
    expect(kinds(view).at(-1)).toBe('resumed')
    expect(view.clocks.find(c => c.key === 'resolve')?.dueAt).toBe('2023-10-20T15:59:59.999Z')
  })
})

describe('a resident', async () => {
  const { here, given } = await hotline()
  const planner = await here.ctx('planner')

  it('opens what is taken online, of no unit and without an official’s name; nothing else', async () => {
    const kept = { name: null, phone: '13800138000', confidential: false, codeHash: 'x' }
    const opened = value(await planner.write((tx, note) => openCase(tx, planner, note, given({ channel: 'portal' }), 'reporter', kept)))
    expect([opened.opener, opened.events[0]?.by]).toEqual([null, null])
    await planner.write(async (tx, note) => {
      await seedCaseTypes(tx, planner, [{ ...testType, key: 'inside', onPortal: false }], () => null)
      await note({ verb: 'test', thing: 'test', thingId: 't' })
    })
    expect(await planner.write((tx, note) => openCase(tx, planner, note, given({ type: 'inside' }), 'reporter', kept))).toMatchObject({ ok: false, refused: 'not-asked-here' })
  })
})

describe('the table', async () => {
  const { here, opened } = await hotline()

  it('repeats what its events fold to', async () => {
    await opened({ dispatch: { lead: here.places.finance.id, co: [here.places.statistics.id], words: '' } })
    const { rows } = await sql<{ lead: string; seen: number; timers: number; next_at: string; seq: number }>`select lead, cardinality(seen_by)::int as seen, jsonb_array_length(timers)::int as timers, next_at, seq from cases."case" c join cases.upcoming u on u.district = c.district and u.case_id = c.id`.execute(here.db)
    expect(rows).toEqual([{ lead: here.places.finance.id, seen: 4, timers: 5, next_at: '2023-08-30T02:00:00.000Z', seq: 3 }])
  })
})

describe('words', async () => {
  const { here, opened, move } = await hotline()
  const written = ['门口纸箱成堆', '路灯不亮', '纸箱旁路灯坏了', '停水两天']
  for (let i = 0; i < 24; i++) await opened({ title: `${written[i % 4] ?? ''}${i}`, words: written[i % 4] ?? '', dispatch: { lead: here.places.finance.id, co: [], words: '' } })
  const [first] = (await here.db.selectFrom('cases.case').select('id').orderBy('id').execute())
  await move('department', first?.id ?? '', { kind: 'signed' })

  it.each(['newest', 'due'] as const)('are found alike among the first and by the index, page by page, %s', async order => {
    const find = (words: string, cases: 'district' | ReadonlySet<string>, lookThrough: number) => within(here.db, { district: 440104, sees: 'district', cases }, async tx => {
      const found: string[] = []
      for (let after: CasePage['after'], page: readonly CaseLine[] | null = null; page === null || page.length > 0; after = page.at(-1)) {
        page = await findCases(tx, 440104, { words }, { order, after, limit: 5, lookThrough }, here.clock.now)
        found.push(...page.map(line => line.id))
      }
      return found
    })
    for (const [words, n] of [['纸箱', 12], ['路灯', 12], ['纸箱旁', 6], ['纸箱 路灯', 6], ['水', 6], ['无人机', 0]] as const) {
      const found = await find(words, 'district', 3000)
      expect([words, new Set(found).size, found.length]).toEqual([words, n, n])
      for (const most of [1, 7]) expect(await find(words, 'district', most), `${words} ${most}`).toEqual(found)
      expect(await find(words, new Set([here.places.statistics.id]), 1)).toEqual([])
      expect(await find(words, new Set([here.places.finance.id]), 1)).toEqual(found)
    }
  })
})
