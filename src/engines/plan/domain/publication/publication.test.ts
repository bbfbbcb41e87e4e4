import { describe, expect, it } from 'vitest'
import { publicLine, publicSnapshot } from '../../../../../testkit/public-lines.ts'
import { type Source } from '../../../../kernel/source.ts'
import { mayApprove, mayTakeBack, mayWithdraw } from './deciding.ts'
import { closedSince, differencesBetween } from './differences.ts'
import { madeWithin, publicLedgers, type LedgerGround } from './public-ledger.ts'
import { keyOfTarget, publicSource } from './public-line.ts'
import { type Happened, publicationOf } from './publication.ts'

const id = '01890000-0000-7000-8000-000000000001'
const [planner, leader] = ['01890000-0000-7000-8000-00000000000a', '01890000-0000-7000-8000-00000000000b']
const at = '2023-09-01T02:00:00.000Z'
const prepared: Happened = { event: { kind: 'prepared', lines: 2, leftOut: [], digest: 'd' }, person: planner, by: '计划员', at }
const by = (event: Happened['event']): Happened => ({ event, person: leader, by: '区长', at })
const fold = (...events: Happened[]) => publicationOf(id, 2023, events)

describe('the state of a publication', () => {
  const cases: readonly (readonly [string, readonly Happened[], object | null])[] = [
    ['is nothing before it was prepared', [by({ kind: 'returned', reason: '没有' })], null],
    ['waits once it was prepared', [prepared], { state: 'waiting', number: null, preparedBy: planner, version: 1 }],
    ['is public under its number once approved', [prepared, by({ kind: 'approved', number: 3 })], { state: 'public', number: 3, approvedByName: '区长', version: 2 }],
    ['keeps its number when withdrawn', [prepared, by({ kind: 'approved', number: 3 }), by({ kind: 'withdrawn', reason: '有误' })], { state: 'withdrawn', number: 3, reason: '有误' }],
    ['has none when it was returned', [prepared, by({ kind: 'returned', reason: '补充' })], { state: 'returned', number: null, reason: '补充' }],
    ['has none when it was taken back', [prepared, { ...prepared, event: { kind: 'taken-back', reason: '再核' } }], { state: 'returned', number: null }],
  ]
  it.each(cases)('%s', (_, events, then) => {
    const state = fold(...events)
    if (then === null) expect(state).toBeNull()
    else expect(state).toMatchObject(then)
  })
})

describe('who may do what', () => {
  const waiting = fold(prepared)
  const isPublic = fold(prepared, by({ kind: 'approved', number: 1 }))
  if (!waiting || !isPublic) throw new Error('no publication')
  const difference = differencesBetween(publicSnapshot([publicLine('A-level')]), publicSnapshot([publicLine('A-level', { figure: 9 })]))
  it('two people stand behind everything public', () => {
    expect(mayApprove(waiting, planner, [], [], true)).toMatchObject({ refused: 'prepared-it-himself' })
    expect(mayApprove(waiting, leader, [], [], false)).toMatchObject({ ok: true })
  })
  it('what changed must be known, and a figure that may not be told stops it whatever is known', () => {
    expect(mayApprove(waiting, leader, difference, [], false)).toMatchObject({ refused: 'publication-outdated' })
    expect(mayApprove(waiting, leader, difference, [], true)).toMatchObject({ ok: true })
    expect(mayApprove(waiting, leader, [], [{ key: 'A', label: { zh: '甲', en: 'A' }, kind: 'embargoed', why: { zh: '', en: '' } }], true)).toMatchObject({ refused: 'figure-no-longer-public' })
  })
  it('only its maker takes it back, and only what is public is withdrawn', () => {
    expect(mayTakeBack(waiting, leader)).toMatchObject({ refused: 'prepared-by-another' })
    expect(mayTakeBack(isPublic, planner)).toMatchObject({ refused: 'not-waiting' })
    expect(mayWithdraw(waiting)).toMatchObject({ refused: 'not-public' })
  })
})

describe('what the public is told', () => {
  const sources: readonly (readonly [Source, object])[] = [
    [{ kind: 'document', document: id, title: '计划报告', section: '二', start: 0, end: 4, words: '原文的句子', saidOn: '2023-02-14' }, { kind: 'paper', title: '计划报告', section: '二', day: '2023-02-14', url: null }],
    [{ kind: 'published', title: '公报', section: '', saidOn: null, url: 'javascript:alert(1)' }, { kind: 'paper', title: '公报', section: '', day: null, url: null }],
    [{ kind: 'hand', person: id, name: '张三', at, ground: '内部底稿' }, { kind: 'reported', day: '2023-09-01' }],
    [{ kind: 'division', division: id, target: id, year: 2023, edition: 1, signedBy: '李四', on: '2023-03-01' }, { kind: 'divided', day: '2023-03-01' }],
    [{ kind: 'formula', rule: '合计', inputs: [] }, { kind: 'calculated' }],
    [{ kind: 'generated', seed: 's' }, { kind: 'generated' }],
  ]
  it.each(sources)('of a source of the kind $kind holds no person, ground or sentence', (source, then) => expect(publicSource(source)).toEqual(then))

  it('has a key that stays the same in every publication and year, and tells periods and units apart', () => {
    expect(keyOfTarget('GDP', { aspect: 'growth', period: '2023' }, 2023, null)).toBe('GDP-growth')
    expect(keyOfTarget('GDP', { aspect: 'growth', period: '2021-2025' }, 2025, null)).toBe('GDP-growth-2021-2025')
    expect(keyOfTarget('LIFTS', { aspect: 'level', period: '2023' }, 2023, '440104001')).toBe('LIFTS-level-440104001')
  })

  it('differs by what a reader would notice, promise by promise', () => {
    const before = publicSnapshot([publicLine('A-level'), publicLine('B-level'), publicLine('C-level')])
    const after = publicSnapshot([publicLine('A-level', { owner: '区教育局' }), publicLine('C-level'), publicLine('D-level')])
    expect(differencesBetween(before, after).map(d => [d.key, d.kind, d.of])).toEqual([['A-level', 'changed', ['owner']], ['D-level', 'added', []], ['B-level', 'gone', []]])
    expect(differencesBetween(before, before)).toEqual([])
  })

  it('is stopped by a figure that was told and is gone, and by nothing that only came', () => {
    const told = publicLine('A-level')
    const more = publicLine('A-level', { figures: [{ period: '2023M1-7', vintage: 'quick', level: null, change: { value: 9, unit: '%', base: '' }, day: '2023-08-30', source: { kind: 'calculated' } }, ...told.figures] })
    expect(closedSince(publicSnapshot([told]), publicSnapshot([more]))).toEqual([])
    expect(closedSince(publicSnapshot([more]), publicSnapshot([told])).map(held => held.key)).toEqual(['A-level'])
    expect(closedSince(publicSnapshot([told]), publicSnapshot([publicLine('A-level', { figure: null, figures: told.figures })])).map(held => held.key)).toEqual(['A-level'])
    expect(closedSince(publicSnapshot([publicLine('A-level', { figure: null, figures: [] })]), publicSnapshot([]))).toEqual([])
  })
})

describe('a public ledger', () => {
  const own = { light: 'on-pace', share: 0.5, because: { zh: '完成一半。', en: 'Half done.' } } as const
  const ground = (keys: readonly (string | null)[], acceptance: 'none' | 'accepted' | 'refused' = 'none'): LedgerGround => ({
    kind: { key: 'ten-matters', name: { zh: '十件民生实事', en: 'Ten' }, acceptance: [{ name: { zh: '督查验收', en: 'Acceptance' }, roles: ['supervisor'] }] }, title: '实事',
    matters: [{ key: 'm', label: { zh: '加装电梯', en: 'Lifts' }, dueOn: null, leads: [], evidence: 2, acceptance, acceptedShare: null, parts: keys.map(key => ({ key, own })) }],
  })
  const done = publicLine('A-level', { light: 'done', share: 1 })
  const matter = (of: LedgerGround, lines = [done], out: readonly string[] = []) => publicLedgers([of], lines, new Set(out))[0]?.matters[0]
  it('is done only once it was accepted, and never tells who accepted it or in which words', () => {
    expect(matter(ground(['A-level']))).toMatchObject({ light: 'on-pace', done: 1, parts: 1, promises: ['A-level'] })
    expect(matter(ground(['A-level'], 'accepted'))).toMatchObject({ light: 'done' })
    expect(matter(ground(['A-level'], 'refused'))?.because.zh).not.toMatch(/（/)
  })
  it('loses a part that is left out, and goes with the last of them', () => {
    expect(matter(ground(['A-level', 'B-level']), [done, publicLine('B-level', { light: 'off-pace' })], ['B-level'])).toMatchObject({ parts: 1, promises: ['A-level'] })
    expect(matter(ground(['A-level']), [], ['A-level'])).toBeUndefined()
  })
  it('counts a part that stands in another year by its own finding', () => expect(matter(ground([null]), [])).toMatchObject({ light: 'on-pace', share: 0.5, promises: [] }))
})

describe('lines of ledgers within the house', () => {
  const source = (ground: string): Source => ({ kind: 'hand', person: null, name: '甲', at: '2025-01-01T00:00:00.000Z', ground })
  const paper: Source = { kind: 'published', title: '报告', section: '一', saidOn: null }
  const commitments = [{ id: 'a', origin: null, source: source('债券台账') }, { id: 'b', origin: null, source: source('部署会') }, { id: 'c', origin: 'ledger', source: paper }, { id: 'd', origin: 'paper', source: paper }]
  const view = (shown: boolean, title = '债券台账') => ({ ledger: { id: 'ledger', title, of: { public: shown } }, lines: [...commitments.map(({ id }) => ({ commitment: id })), { commitment: null }] })

  it('are no promises where they were made for the ledger; what the plan or a paper promised stays one', () => {
    expect([...madeWithin([view(false)], commitments)]).toEqual(['a', 'c'])
    expect([...madeWithin([view(true)], commitments)]).toEqual([])
    expect([...madeWithin([view(false, '另一本')], commitments)]).toEqual(['c'])
  })
})
