import { describe, expect, it } from 'vitest'
import { clusterRule, commonWords, repeatedIn, settled, type Repeated, type StandingCluster } from './clusters.ts'

const rule = clusterRule
const one = (id: string, community: string | null, title: string, day: number): Repeated => ({ id, community, title, day: `2026-10-${String(day).padStart(2, '0')}` })
const ids = (groups: readonly (readonly Repeated[])[]) => groups.map(group => group.map(({ id }) => id).join(''))

describe('what comes again and again', () => {
  it.each<[string, readonly Repeated[], readonly string[]]>([
    ['five of one community on three days', [1, 2, 3, 3, 1].map((day, i) => one('abcde'[i] ?? '', 'c1', `第${i}件不同的事${i}${i}`, day)), ['abcde']],
    ['four are too few', [1, 2, 3, 4].map((day, i) => one('abcd'[i] ?? '', 'c1', '电梯停运', day)), []],
    ['two days are one event', [1, 2, 1, 2, 1].map((day, i) => one('abcde'[i] ?? '', 'c1', '电梯停运', day)), []],
    ['titles that are alike across communities', [1, 2, 3, 4, 5].map((day, i) => one('abcde'[i] ?? '', `c${i}`, '三号电梯停运无人维修', day)), ['abcde']],
    ['titles that are not, across communities', ['电梯停运', '路灯不亮', '井盖缺失', '噪音扰民', '占道经营'].map((title, i) => one('abcde'[i] ?? '', `c${i}`, title, i + 1)), []],
    ['also through one that stands between', [one('a', 'c1', '甲', 1), one('b', 'c1', '三号电梯停运', 2), one('c', 'c2', '三号电梯停运了', 3), one('d', 'c2', '乙', 4), one('e', null, '三号电梯停运', 5)], ['abcde']],
    ['two matters apart, the larger first', [...[1, 2, 3, 4, 5].map((day, i) => one('abcde'[i] ?? '', 'c1', '甲', day)), ...[1, 2, 3, 4, 5, 6].map((day, i) => one('fghijk'[i] ?? '', 'c2', '乙', day))], ['fghijk', 'abcde']],
    ['nothing', [], []],
  ])('%s', (_, cases, expected) => expect(ids(repeatedIn(cases, rule))).toEqual(expected))

  it('names what their titles have in common', () => {
    expect(commonWords(['3号楼电梯停运', '电梯停运两天了', '老人反映电梯停运', '物业不管'])).toEqual(['电梯停运'])
    expect(commonWords(['电梯停运', '路灯不亮'])).toEqual([])
    expect(commonWords([])).toEqual([])
  })
})

describe('beside what is known', () => {
  const group = [1, 2, 3, 4, 5].map((day, i) => one('abcde'[i] ?? '', 'c1', '电梯停运', day))
  const known = (state: StandingCluster['state'], cases: string, over = false): StandingCluster => ({ id: 'k', state, over, cases: new Set(cases) })
  it.each<[string, readonly StandingCluster[], string]>([
    ['a new one is offered', [], 'offered: abcde'], ['one of other cases is another', [known('offered', 'xyz')], 'offered: abcde'],
    ['further cases join what is offered', [known('offered', 'abc')], 'joined k: de'], ['and what is taken', [known('taken', 'abcd')], 'joined k: e'], ['nothing new, nothing done', [known('taken', 'abcde')], ''],
    ['a task that is over is joined no more, and four are too few for a new one', [known('taken', 'a', true)], ''], ['five after a task that is over are a new one', [known('taken', 'z', true)], 'offered: abcde'],
    ['what was dismissed stays so for four more', [known('dismissed', 'a')], ''], ['one that was dismissed is passed over for a living one', [known('dismissed', 'abc'), { ...known('taken', 'd'), id: 'l' }], 'joined l: e'],
  ])('%s', (_, standing, expected) => {
    const found = settled(group, standing, rule)
    expect(found === null ? '' : `${found.as}${found.cluster === null ? '' : ` ${found.cluster}`}: ${found.cases.map(({ id }) => id).join('')}`).toBe(expected)
  })

  it('what was dismissed is offered again after five more', () => {
    expect(settled([...group, one('f', 'c1', '电梯停运', 6)], [known('dismissed', 'a')], rule)).toMatchObject({ as: 'offered-again', cluster: 'k' })
  })
})
