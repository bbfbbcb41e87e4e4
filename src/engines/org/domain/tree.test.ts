import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../kernel/time.ts'
import { type Unit, type UnitEvent } from '../schema.ts'
import { mayAppoint, mayDelegate, mayFound } from './posts.ts'
import { mayHappen, subtreeOf, byId, superiorsOf, unitOn } from './tree.ts'

const unit = (id: string, parent: string | null, more: Partial<Unit> = {}): Unit => ({ id, kind: 'street', code: id, name: id, parent, from: '2020-01-01', until: null, generated: true, version: 1, ...more })
const district = unit('区', null, { kind: 'district' })
const street = unit('北京街道', '区')
const community = unit('盐运西社区', '北京街道', { kind: 'community' })
const other = unit('六榕街道', '区')
const all = [district, street, community, other]

describe('the unit tree', () => {
  it('has everything below a unit in its subtree, and only what lives on the day', () => {
    expect([...subtreeOf('区', all, '2023-01-01')]).toEqual(['区', '北京街道', '六榕街道', '盐运西社区'])
    expect([...subtreeOf('区', [district, { ...street, until: '2022-01-01' }, community], '2023-01-01')]).toEqual(['区'])
  })

  it('names the superiors of a community nearest first', () => {
    expect(superiorsOf('盐运西社区', byId(all)).map(u => u.name)).toEqual(['北京街道', '区'])
  })

  it('does not run for ever through a circle', () => {
    const circle = [unit('a', 'b'), unit('b', 'a')]
    expect(superiorsOf('a', byId(circle)).length).toBeLessThan(3)
    expect(subtreeOf('a', circle, '2023-01-01').size).toBe(2)
  })

  it('stands on each day as its history says', () => {
    const events: UnitEvent[] = [
      { kind: 'founded', on: '2020-01-01', unit: street },
      { kind: 'renamed', on: '2021-06-01', name: '北京路街道' },
      { kind: 'merged', on: '2022-01-01', into: '六榕街道' },
    ]
    expect(unitOn('2019-12-31', events)).toBeNull()
    expect(unitOn('2021-05-31', events)?.name).toBe('北京街道')
    expect(unitOn('2021-06-01', events)?.name).toBe('北京路街道')
    expect(unitOn('2022-01-01', events)?.until).toBe('2022-01-01')
  })

  it('folds to the same state whatever order the events come in, when their days differ', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 6 })
    fc.assert(fc.property(days, fc.integer(), (offsets, seed) => {
      const events: UnitEvent[] = [{ kind: 'founded', on: '2020-01-01', unit: street }, ...offsets.map(o => ({ kind: 'renamed' as const, on: addDays('2020-01-01', o), name: `名${o}` }))]
      const shuffled = events.toSorted((a, b) => ((a.on.charCodeAt(9) * 31 + seed) % 7) - ((b.on.charCodeAt(9) * 31 + seed) % 7))
      expect(unitOn('2024-01-01', shuffled)?.name).toBe(`名${Math.max(...offsets)}`)
    }))
  })

  const cases: [string, Unit, UnitEvent, string][] = [
    ['a unit that ended does not change', { ...street, until: '2022-01-01' }, { kind: 'renamed', on: '2023-01-01', name: 'x' }, 'unit-ended'],
    ['history is only written forward', street, { kind: 'renamed', on: '2019-01-01', name: 'x' }, 'before-last-change'],
    ['a street does not report to its own community', street, { kind: 'moved', on: '2023-01-01', parent: '盐运西社区' }, 'parent-below'],
    ['a unit does not merge into itself', street, { kind: 'merged', on: '2023-01-01', into: '北京街道' }, 'parent-below'],
    ['a unit is not one of its own parts', street, { kind: 'split', on: '2023-01-01', into: ['北京街道', '六榕街道'] }, 'parts-not-below'],
    ['a unit moves only to one that is there', street, { kind: 'moved', on: '2023-01-01', parent: '无此单位' }, 'unknown-unit'],
    ['a unit is founded once', street, { kind: 'founded', on: '2023-01-01', unit: street }, 'already-founded'],
  ]
  it.each(cases)('%s', (_, of, event, refused) => {
    expect(mayHappen(of, event, all, '2020-01-01')).toMatchObject({ ok: false, refused })
  })
})

describe('a task force', () => {
  it('may be renamed until its last day and not from then on', () => {
    const force = unit('攻坚专班', '区', { kind: 'task-force', until: '2024-01-01' })
    const renamed = (on: string): UnitEvent => ({ kind: 'renamed', on, name: '综合整治专班' })
    expect(mayHappen(force, renamed('2023-06-01'), all, '2020-01-01')).toMatchObject({ ok: true })
    expect(mayHappen(force, renamed('2024-01-01'), all, '2020-01-01')).toMatchObject({ refused: 'unit-ended' })
  })
})

describe('posts', () => {
  const post = { id: 'p', person: '张', unit: '北京街道', role: 'street' as const, title: '经办', from: '2023-01-01', until: null }
  const lent = { id: 'd', post: 'p', to: '李', from: '2023-02-01', until: '2023-02-10', reason: '休假', withdrawn: false }

  it('a task force needs a last day, and no unit ends before it begins', () => {
    expect(mayFound(unit('专班', '区', { kind: 'task-force' }), district)).toMatchObject({ refused: 'task-force-needs-end' })
    expect(mayFound(unit('专班', '区', { kind: 'task-force', until: '2019-01-01' }), district)).toMatchObject({ refused: 'ends-before-start' })
    expect(mayFound(unit('专班', '区', { kind: 'task-force', until: '2021-01-01' }), district)).toMatchObject({ ok: true })
    expect(mayFound(unit('新街', '区'), { ...district, until: '2019-12-31' })).toMatchObject({ refused: 'unit-ended' })
  })

  it('nobody gives a post to himself', () => {
    expect(mayAppoint(post, street, '张')).toMatchObject({ refused: 'appoint-self' })
    expect(mayAppoint(post, street, '管理员')).toMatchObject({ ok: true })
  })

  it('a post is lent to another, forward in time, and never longer than it is held', () => {
    expect(mayDelegate({ ...lent, to: '张' }, post)).toMatchObject({ refused: 'delegation-to-self' })
    expect(mayDelegate({ ...lent, until: lent.from }, post)).toMatchObject({ refused: 'ends-before-start' })
    expect(mayDelegate(lent, { ...post, until: '2023-02-05' })).toMatchObject({ refused: 'delegation-too-long' })
    expect(mayDelegate(lent, post)).toMatchObject({ ok: true })
  })
})
