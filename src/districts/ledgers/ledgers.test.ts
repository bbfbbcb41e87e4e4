import { describe, expect, it } from 'vitest'
import { standingOn } from '../../engines/plan/domain/ledger/particulars.ts'
import { sumsOf } from '../../engines/plan/domain/ledger/sums.ts'
import { mayTell } from '../../engines/plan/domain/ledger/telling.ts'
import { LedgerKind } from '../../engines/plan/ledgers/schema.ts'
import { packs } from '../../packs/index.ts'
import { type DistrictList, type ListedMatter } from '../lists.ts'
import { generatedLedgers, liwanVillages } from './generated.ts'
import { parted } from './parted.ts'
import { publishedLedgers } from './published.ts'

const kinds = new Map(packs.flatMap(pack => pack.ledgers ?? []).map(given => [given.key, LedgerKind.parse(given)]))
const lists = [...publishedLedgers, ...generatedLedgers, liwanVillages()]
const none = { state: 'none', step: 0, at: null, by: null, proposer: null, share: null, note: null } as const

const kindOf = (list: DistrictList) => kinds.get(list.kind) ?? (() => { throw new Error(`no kind ${list.kind}`) })()
const mattersOf = (list: DistrictList | undefined): readonly ListedMatter[] => (list && 'matters' in list ? list.matters : [])
const tellings = (matter: ListedMatter) => (matter.told ?? []).map((one, i) => ({ ...one, id: String(i), values: { ...one.values }, reason: null, at: '2026-01-01T00:00:00.000Z', by: '' }))
const rows = (list: DistrictList | undefined) => mattersOf(list).map(matter => ({ particulars: standingOn(tellings(matter), '9999-12-31') }))
const sums = (kind: string, title = '') => {
  const list = lists.find(one => one.kind === kind && one.title.includes(title))
  return list ? Object.fromEntries([...sumsOf(kindOf(list), rows(list))].map(([key, sum]) => [key, sum.value])) : {}
}

describe('ledgers that are there from the start', () => {
  it.each(lists.map(list => [list.title, list] as const))('%s: everything told of it might have been told by hand', (_, list) => {
    for (const matter of mattersOf(list)) {
      const told = tellings(matter)
      for (const [i, telling] of told.entries()) expect(mayTell({ kind: kindOf(list), line: { told: told.slice(0, i), acceptance: none }, title: matter.title }, telling, '2026-01-01'), `${list.title} ${matter.title}`).toMatchObject({ ok: true })
    }
  })

  it('add up to what the papers publish', () => {
    expect(sums('bonds-and-funds')).toMatchObject({ granted: 490_000 })
    expect(sums('lift-retrofit')).toMatchObject({ finished: 142 })
    expect(sums('rectification-items', '2022')).toMatchObject({ items: 195, 'stage-goal': 195 })
    expect(sums('urban-villages', '演示')).toMatchObject({ area: 495.54 })
    const tasks = rows(lists.find(list => list.kind === 'programme-tasks'))
    expect(['task', 'reform'].map(sort => tasks.filter(row => row.particulars['sort']?.value === sort).length)).toEqual([117, 32])
    expect(rows(lists.find(list => list.kind === 'street-appraisal')).filter(row => row.particulars['grade']?.value === 'excellent')).toHaveLength(6)
    const estates = rows(lists.find(list => list.kind === 'old-estates'))
    const batch = (name: string) => estates.filter(row => row.particulars['batch']?.value === name)
    expect([batch('第二批').length, batch('第三批').length]).toEqual([18, 18])
    expect(batch('第二批').every(row => row.particulars['stage']?.value === 'finished')).toBe(true)
    expect(batch('第三批').reduce((sum, row) => sum + Number(row.particulars['money']?.value), 0)).toBe(84_000)
    const villages = rows(liwanVillages())
    expect([villages.length, villages.filter(row => row.particulars['approved-on']).length]).toEqual([20, 8])
  })

  it('what is parted adds up', () => {
    expect(parted(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(parted(0, [1, 2])).toEqual([0, 0])
  })
})
