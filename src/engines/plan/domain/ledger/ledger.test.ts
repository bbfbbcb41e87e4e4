import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Light } from '../../../../kernel/light.ts'
import { type Actor } from '../../../org/domain/permission.ts'
import { LedgerKind, type LedgerLine, type LineEvent } from '../../ledgers/schema.ts'
import { mayDecide, mayPropose, stepOf, withinCap } from './acceptance.ts'
import { checkedFile, MOST_EVIDENCE_BYTES } from './evidence-file.ts'
import { ledgerOf, lineOf, standingEvidence } from './fold.ts'
import { judgedLine, wholeOf } from './judge.ts'
import { midTermCounts, midTermOf } from './mid-term.ts'
import { belongsTo, offersIn } from './offers.ts'
import { pathOf, type PathGiven } from './path.ts'

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const at = '2025-06-01T00:00:00.000Z'
const label = (zh: string) => ({ zh, en: zh })

const kind = LedgerKind.parse({
  key: 'matters', name: label('实事'), what: label('实事'), line: label('事项'), span: 'year', of: 'commitment', expected: 10, capped: false, onePerSpan: true, needs: ['measure', 'lead', 'evidence', 'acceptance'],
  acceptance: [{ name: label('初验'), roles: ['planner', 'supervisor'] }, { name: label('终验'), roles: ['leader'] }], judged: 'worst', public: true, columns: [], annex: ['民生实事'], evaluatedInYear: null,
})
const placed: LineEvent = { kind: 'placed', line: { id: id(1), ledger: id(2), commitment: id(3), target: null, position: 1 } }
const evidence = (n: number): LineEvent => ({ kind: 'evidence-added', evidence: { id: id(n), what: '照片', number: null, on: '2025-05-01', note: null, file: { id: id(99), name: '照片.jpg', mime: 'image/jpeg', size: 10 }, at, by: '甲', person: id(50) } })
const proposed: LineEvent = { kind: 'proposed', at, by: '甲', person: id(50), note: null }
const decided = (step: number, decision: 'accepted' | 'partly' | 'refused', last = step === 1): LineEvent => ({ kind: 'decided', step, last, decision, share: decision === 'partly' ? 0.5 : null, at, by: '乙', note: '核查' })
const line = (...events: LineEvent[]): LedgerLine => { const folded = lineOf([placed, ...events]); if (!folded) throw new Error('no line'); return folded }

describe('a line folded from its history', () => {
  it('counts the evidence that stands; what was withdrawn stays readable', () => {
    const folded = line(evidence(10), evidence(11), { kind: 'evidence-withdrawn', evidence: id(10), at, by: '甲', reason: '传错了' })
    expect(folded.evidence).toHaveLength(2)
    expect(standingEvidence(folded).map(e => e.id)).toEqual([id(11)])
    expect(folded.version).toBe(4)
  })

  it('passes its steps one by one, and any other answer ends it until it is put forward again', () => {
    const states = (...events: LineEvent[]) => { const { acceptance } = line(...events); return [acceptance.state, acceptance.step, stepOf(kind, { acceptance })?.name.zh ?? null] }
    expect(states()).toEqual(['none', 0, null])
    expect(states(proposed)).toEqual(['proposed', 0, '初验'])
    expect(states(proposed, decided(0, 'accepted'))).toEqual(['proposed', 1, '终验'])
    expect(states(proposed, decided(0, 'accepted'), decided(1, 'accepted'))).toEqual(['accepted', 2, null])
    expect(states(proposed, decided(0, 'refused'))).toEqual(['refused', 0, null])
    expect(states(proposed, decided(0, 'accepted'), decided(1, 'partly'), proposed)).toEqual(['proposed', 0, '初验'])
  })

  it('is no more once it is taken off, and a ledger once it is removed', () => {
    expect(lineOf([placed, { kind: 'taken-off', reason: '并入' }])).toBeNull()
    const made = { kind: 'made', ledger: { id: id(2), kind: 'matters', span: '2025', title: '实事', cap: 3, source: { kind: 'generated', seed: 'x' } } } as const
    expect(ledgerOf([made, { kind: 'capped', cap: 5, reason: '调整' }, { kind: 'retitled', title: '民生实事', reason: '正名' }])).toMatchObject({ cap: 5, title: '民生实事', version: 3 })
    expect(ledgerOf([made, { kind: 'removed', reason: '重复' }])).toBeNull()
  })

  it('set keeps what it does not speak of', () => {
    expect(line({ kind: 'set', weight: 3 }, { kind: 'set', position: 4 }, { kind: 'retargeted', target: id(8) })).toMatchObject({ weight: 3, position: 4, path: null, target: id(8) })
  })
})

describe('acceptance', () => {
  const actor = (role: 'planner' | 'leader' | 'supervisor', unit = id(70), person = id(60)): Actor => ({ person, name: '', roles: [role], units: [unit], posts: [], key: null, scopes: new Map([['ledger.accept', 'district']]) })
  const asked = (events: LineEvent[], who: ReturnType<typeof actor>, given: { decision: 'accepted' | 'partly' | 'refused'; share: number | null } = { decision: 'accepted', share: null }) => mayDecide({ kind, line: line(...events), title: '电梯' }, [id(71), id(72)], who, given)

  it('goes to whoever has the step and does not answer for the line', () => {
    expect(asked([proposed], actor('planner'))).toEqual({ ok: true, value: { last: false } })
    expect(asked([proposed], actor('leader'))).toMatchObject({ refused: 'not-your-step' })
    expect(asked([proposed, decided(0, 'accepted')], actor('leader'))).toEqual({ ok: true, value: { last: true } })
    expect(asked([proposed], actor('planner', id(72)))).toMatchObject({ refused: 'own-line' })
    expect(asked([proposed], actor('planner', id(70), id(50)))).toMatchObject({ refused: 'own-line' })
    expect(asked([], actor('planner'))).toMatchObject({ refused: 'not-proposed' })
  })

  it('in part needs the part', () => {
    for (const share of [null, 0, 1]) expect(asked([proposed], actor('planner'), { decision: 'partly', share })).toMatchObject({ refused: 'part-missing' })
    expect(asked([proposed], actor('planner'), { decision: 'partly', share: 0.5 }).ok).toBe(true)
  })

  it('is asked for once everything is done and proved', () => {
    const may = (light: Light, ...events: LineEvent[]) => { const result = mayPropose({ kind, line: line(...events), light, title: '' }); return result.ok ? null : result.refused }
    expect(may('done', evidence(10))).toBeNull()
    expect(may('done')).toBe('no-evidence')
    expect(may('on-pace', evidence(10))).toBe('not-done')
    expect(may('done', evidence(10), proposed)).toBe('already-proposed')
    expect(may('done', evidence(10), proposed, decided(0, 'refused'))).toBeNull()
    expect(may('done', evidence(10), proposed, decided(0, 'accepted'), decided(1, 'accepted'))).toBe('line-accepted')
    expect(mayPropose({ kind: { ...kind, acceptance: [] }, line: line(), light: 'done', title: '' })).toMatchObject({ refused: 'no-acceptance' })
  })
})

describe('the light of a line and of the whole', () => {
  const part = (light: Light, share: number | null = null) => ({ light, share, because: label('') })

  it('is never better than its worst part, and done only when all parts are', () => {
    const lights: readonly Light[] = ['on-pace', 'slipping', 'off-pace', 'done', 'not-judged']
    fc.assert(fc.property(fc.array(fc.record({ light: fc.constantFrom(...lights), share: fc.option(fc.double({ min: 0, max: 2, noNaN: true })) }), { maxLength: 8 }), parts => {
      const judged = judgedLine({ acceptance: [] }, parts.map(p => part(p.light, p.share)), { state: 'none', note: null })
      if (judged.light === 'done') expect(parts.length > 0 && parts.every(p => p.light === 'done')).toBe(true)
      if (parts.some(p => p.light === 'off-pace')) expect(judged.light).toBe('off-pace')
      if (judged.share !== null) expect(judged.share).toBeLessThanOrEqual(1)
    }))
  })

  it('with acceptance asked for, is done only when accepted', () => {
    const light = (state: LedgerLine['acceptance']['state']) => judgedLine(kind, [part('done', 1)], { state, note: null }).light
    expect([light('none'), light('proposed'), light('partly'), light('refused'), light('accepted')]).toEqual(['on-pace', 'on-pace', 'slipping', 'slipping', 'done'])
  })

  it('of the whole follows the rule of its kind', () => {
    const rows = [{ light: 'done', share: 1, weight: 3 }, { light: 'on-pace', share: 0.2, weight: 1 }, { light: 'off-pace', share: 0, weight: 1 }, { light: 'not-judged', share: null, weight: 1 }] as const
    const whole = (judged: LedgerKind['judged']) => wholeOf({ judged, line: label('事项') }, '2025', rows, '2025-06-30', { slipping: 5, offPace: 10 })
    expect(whole('worst')).toMatchObject({ light: 'off-pace', share: 0.5333, lights: { done: 1, 'off-pace': 1 } })
    expect(whole('share-done')).toMatchObject({ light: 'off-pace', share: 0.25 })
    expect(whole('weighted')).toMatchObject({ light: 'on-pace', share: 0.5333 })
    expect(wholeOf({ judged: 'worst', line: label('事项') }, '2025', [], '2025-06-30', { slipping: 5, offPace: 10 })).toMatchObject({ light: 'not-judged', share: null })
  })
})

describe('the yearly path', () => {
  const given: PathGiven = { target: { operator: '>=', value: 500, aspect: 'level', measure: '亿元', period: '2025' }, indicator: { kind: 'flow', direction: 'up' }, from: 2021, to: 2025, set: null, actual: [{ year: 2020, value: 400 }], bands: { level: { slipping: 5, offPace: 10 }, growth: { slipping: 0.5, offPace: 2 } } }

  it('in its last year the target is met or missed, with nothing between', () => {
    const last = (value: number) => pathOf({ ...given, actual: [...given.actual, { year: 2025, value }] }).years.at(-1)
    expect(last(500)).toMatchObject({ light: 'done', arrived: true, reached: 1, due: 1 })
    expect(last(499.9)).toMatchObject({ light: 'off-pace', arrived: false })
  })

  it('starts at the base, ends at the target and never turns back', () => {
    const value = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(fc.property(value, value, (base, aim) => {
      const path = pathOf({ ...given, target: { ...given.target, value: aim }, actual: [{ year: 2020, value: base }] })
      const due = path.years.map(y => y.expected ?? Number.NaN)
      expect(path.method).toBe(base >= aim ? 'hold' : 'straight')
      expect(due.at(-1)).toBe(aim)
      expect(due.every((n, i) => i === 0 || n >= (due[i - 1] ?? 0))).toBe(true)
    }))
  })

  it('a target that goes down is judged by its way down', () => {
    const down = { ...given, target: { ...given.target, operator: '<=', value: 20, measure: '微克/立方米' } as const, indicator: { kind: 'rate', direction: 'down' } as const }
    expect(pathOf({ ...down, actual: [{ year: 2020, value: 30 }, { year: 2022, value: 25 }] }).years[1]).toMatchObject({ expected: 26, reached: 0.5, due: 0.4, gap: 10, light: 'on-pace' })
    expect(pathOf({ ...down, actual: [{ year: 2020, value: 30 }, { year: 2022, value: 27 }] }).years[1]).toMatchObject({ gap: -10, light: 'off-pace' })
  })

  it('a mid-term evaluation puts binding indicators first, the worst first, and counts both natures', () => {
    const path = (value: number) => pathOf({ ...given, actual: [...given.actual, { year: 2023, value }] })
    const row = (code: string, nature: 'binding' | 'expected', value: number) => ({ line: id(1), code, name: label(code), nature, unit: '亿元', target: 500, words: '', path: path(value) })
    const lines = midTermOf([row('A', 'expected', 440), row('B', 'expected', 470), row('C', 'binding', 465), row('D', 'binding', 455)], 2023)
    expect(lines.map(l => [l.code, l.verdict])).toEqual([['D', 'behind'], ['C', 'on-path'], ['A', 'far-behind'], ['B', 'on-path']])
    expect(midTermCounts(lines)).toMatchObject({ binding: { of: 2, behind: 1, 'on-path': 1 }, expected: { of: 2, 'far-behind': 1, 'on-path': 1 } })
  })
})

describe('lists that papers bring', () => {
  const node = (n: number, parent: number | null, kindOf: 'chapter' | 'task' | 'measure', title: string) => ({ id: id(n), parent: parent === null ? null : id(parent), position: n, kind: kindOf, title, year: 2025 })
  const annex = [node(1, null, 'chapter', '2025年十件民生实事'), node(2, 1, 'task', '加装电梯'), node(3, 2, 'measure', '300台'), node(4, 2, 'measure', '托管200台'), node(5, 1, 'task', '就业'), node(6, null, 'chapter', '办好民生实事的措施'), node(7, 6, 'measure', '只有一项')]

  it('an annex with its matters is offered once, with the parts of each', () => {
    expect(offersIn([kind], annex, new Set())).toEqual([{ kind: 'matters', year: 2025, title: '2025年十件民生实事', commitments: [{ id: id(2), title: '加装电梯', parts: 2 }, { id: id(5), title: '就业', parts: 1 }] }])
    expect(offersIn([kind], annex, new Set([id(2)]))).toEqual([])
    expect(offersIn([{ ...kind, annex: [] }], annex, new Set())).toEqual([])
  })

  it('a ledger takes what is of its years, and no more than its cap', () => {
    expect(['2021', '2023', '2026'].map(year => belongsTo('2021-2025', Number(year)))).toEqual([true, true, false])
    expect(withinCap({ title: '', cap: 10 }, 9, 1).ok).toBe(true)
    expect(withinCap({ title: '清单', cap: 10 }, 9, 2)).toMatchObject({ refused: 'cap-reached', facts: { cap: 10, standing: 9, asked: 2 } })
    expect(withinCap({ title: '', cap: null }, 900, 200).ok).toBe(true)
  })
})

describe('a file of evidence', () => {
  const bytes = (...first: number[]) => new Uint8Array([...first, ...Array.from({ length: 20 }, () => 0)])
  const facts: readonly [name: string, bytes: Uint8Array, refused: string | null][] = [
    ['验收表.pdf', bytes(0x25, 0x50, 0x44, 0x46, 0x2d), null],
    ['现场.JPG', bytes(0xff, 0xd8, 0xff), null],
    ['现场.png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), null],
    ['程序.pdf', bytes(0x4d, 0x5a), 'evidence-unreadable'],
    ['网页.html', bytes(0x3c, 0x21), 'evidence-unreadable'],
    ['没有扩展名', bytes(0x25, 0x50, 0x44, 0x46, 0x2d), 'evidence-unreadable'],
    ['空.pdf', new Uint8Array(), 'evidence-unreadable'],
    ['太大.pdf', new Uint8Array(MOST_EVIDENCE_BYTES + 1), 'evidence-too-large'],
  ]
  it.each(facts)('%s', (name, given, refused) => {
    const checked = checkedFile({ name, bytes: given })
    expect(checked.ok ? null : checked.refused).toBe(refused)
  })
  it('loses the path of its name', () => expect(checkedFile({ name: 'C:\\资料\\..\\验收\u0000表.pdf', bytes: bytes(0x25, 0x50, 0x44, 0x46, 0x2d) })).toMatchObject({ value: { name: '验收表.pdf', mime: 'application/pdf' } }))
})
