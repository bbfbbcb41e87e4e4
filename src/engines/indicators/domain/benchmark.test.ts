import { describe, expect, it } from 'vitest'
import { agrees, claimFrom, peersWithin, standingAmong, type PeerTold, type Standing } from './benchmark.ts'

const grew = (value: number, unit = '%') => ({ level: null, change: { value, unit } })
const has = (value: number, unit: string) => ({ level: { value, unit }, change: null })
const peer = (code: string, told: Omit<PeerTold, 'code' | 'name'>): PeerTold => ({ code, name: `区${code}`, ...told })
const nothing = { level: null, change: null }
const gdp = { unit: '亿元', direction: 'up' } as const

describe('our district among its peers', () => {
  it('is placed by growth in points, the best first, and told how far the best, the chosen district and its target are', () => {
    const standing = standingAmong('growth', { indicator: gdp, ours: grew(1.6), peers: [peer('440105', grew(5.1)), peer('440106', grew(-0.4)), peer('440103', grew(2.1))], benchmark: '440106', target: 4 })
    expect(standing).toMatchObject({ unit: '%', rank: 3, of: 4, toBest: -3.5, toBenchmark: 2, toTarget: -2.4 })
    expect(standing.places.map(place => [place.code, place.rank])).toEqual([['440105', 1], ['440103', 2], [null, 3], ['440106', 4]])
  })

  it.each([
    ['who has the same value has the same place, and the next place is left out', [5, 5, 3], 4, [1, 1, 3, 4]],
    ['our own value may share a place', [4, 3], 4, [1, 1, 3]],
  ])('%s', (_, peers, ours, ranks) => {
    const standing = standingAmong('growth', { indicator: gdp, ours: grew(ours), peers: peers.map((value, i) => peer(`44010${i}`, grew(value))), benchmark: null, target: null })
    expect(standing.places.map(place => place.rank)).toEqual(ranks)
  })

  it('where less is better, the least comes first', () => {
    expect(standingAmong('level', { indicator: { unit: '起', direction: 'down' }, ours: has(8, '起'), peers: [peer('440105', has(10, '起')), peer('440106', has(3, '起'))], benchmark: null, target: 9 })).toMatchObject({ rank: 2, toBest: -5, toTarget: 1 })
  })

  it('levels are compared in the same measure only, 万元 beside 亿元; growth is none where only points were told', () => {
    const standing = standingAmong('level', { indicator: gdp, ours: has(39, '亿元'), peers: [peer('440105', has(400_000, '万元')), peer('440106', has(99, '亿美元')), peer('440103', grew(9))], benchmark: null, target: null })
    expect(standing).toMatchObject({ rank: 2, of: 2, toBest: -1 })
    expect(standingAmong('growth', { indicator: gdp, ours: grew(3, '个百分点'), peers: [peer('440105', grew(2))], benchmark: null, target: null })).toMatchObject({ rank: null, of: 1, toBest: null })
  })

  it('without a figure of ours there is no place of ours, without peers no distance', () => {
    expect(standingAmong('level', { indicator: gdp, ours: nothing, peers: [peer('440105', has(1, '亿元'))], benchmark: '440105', target: 5 })).toMatchObject({ rank: null, of: 1, toBest: null, toBenchmark: null, toTarget: null })
    expect(standingAmong('level', { indicator: gdp, ours: has(1, '亿元'), peers: [], benchmark: '440105', target: null })).toMatchObject({ rank: 1, of: 1, toBest: null, toBenchmark: null })
  })
})

describe('a claim of a place', () => {
  const standing = (rank: number | null, of: number): Standing => ({ compared: 'growth', unit: '%', places: [], rank, of, toBest: null, toBenchmark: null, toTarget: null })
  const claim = { scope: 'city', compared: 'growth', rank: 2, of: 11 } as const
  it.each([
    ['fits', claim, standing(2, 11)],
    ['differs', claim, standing(3, 11)],
    ['not-all-on-file', claim, standing(2, 10)],
    ['differs', claim, standing(2, 12)],
    ['cannot-say', { ...claim, of: null }, standing(2, 11)],
    ['cannot-say', { ...claim, scope: null }, standing(2, 11)],
    ['cannot-say', { ...claim, compared: null }, null],
    ['cannot-say', claim, standing(null, 11)],
  ] as const)('%s', (verdict, said, found) => expect(agrees(said, found).verdict).toBe(verdict))

  it('says how many districts are on file instead of a verdict that nobody can give', () => {
    expect(agrees(claim, standing(1, 4)).words.zh).toBe('11个区只录入了4个，还不能核对；已录入的4个区中本区第1。')
  })

  it.each([
    ['增速全市第一', grew(17.8), { scope: 'city', compared: 'growth', rank: 1, of: null }],
    ['全市第二', grew(4.2), { scope: 'city', compared: 'growth', rank: 2, of: null }],
    ['总量居全省第十二', nothing, { scope: 'province', compared: 'level', rank: 12, of: null }],
    ['全市11个区第二十', has(3, '亿元'), { scope: 'city', compared: 'level', rank: 20, of: 11 }],
    ['全市首位', { ...has(3, '亿元'), change: { value: 2, unit: '%' } }, { scope: 'city', compared: null, rank: 1, of: null }],
    ['位居全国第3', nothing, { scope: 'nation', compared: null, rank: 3, of: null }],
    ['居前列', grew(1), { scope: null, compared: 'growth', rank: null, of: null }],
  ] as const)('is read from %s', (words, told, said) => expect(claimFrom(words, told)).toEqual(said))

  it('is held against the districts of its scope', () => {
    const peers = [{ code: '440105' }, { code: '440306' }, { code: '310101' }]
    expect((['city', 'province', 'nation'] as const).map(scope => peersWithin(scope, '440104', peers).length)).toEqual([1, 2, 3])
  })
})
