import { expect, it } from 'vitest'
import { LedgerKind } from '../../../../../engines/plan/ledgers/schema.ts'
import { type LineRow } from '../../../../../engines/plan/ledgers/contract.ts'
import { filterColumns, inOrder, isChosen, shownColumns, sortValue, toldOn } from './table-rows.ts'

const label = (zh: string) => ({ zh, en: zh })
const kind = LedgerKind.parse({
  key: 'estates', name: label('小区'), what: label('小区'), line: label('小区'), span: 'year', of: 'commitment', expected: null, capped: false, onePerSpan: false, needs: [], acceptance: [], judged: 'share-done', public: false, columns: [], annex: [], evaluatedInYear: null, groupBy: 'batch',
  particulars: [
    { kind: 'text', key: 'batch', name: label('批次') }, { kind: 'choice', key: 'stage', name: label('阶段'), choices: [{ key: 'z', name: label('前期') }, { key: 'a', name: label('完工') }] },
    { kind: 'number', key: 'of', name: label('户数'), unit: label('户') }, { kind: 'number', key: 'n', name: label('签约'), unit: label('户') }, { kind: 'share', key: 'rate', name: label('率'), numerator: 'n', denominator: 'of' }, { kind: 'text', key: 'note', name: label('备注') },
  ],
})
const line = (position: number, values: Readonly<Record<string, number | string>>, onDay = '2025-01-01'): LineRow => ({
  id: `00000000-0000-7000-8000-00000000000${position}`, position, title: `第${position}项`, label: label(`第${position}项`), commitment: null, target: null, code: null, nature: null, dueOn: null, leads: [], units: [], weight: 1, parts: [], share: null, light: 'not-judged', measured: 'not-judged', because: label('无'), done: 0, unreported: 0,
  evidence: 0, acceptance: { state: 'none', step: 0, share: null, note: null }, waitsFor: null, lacks: [], gone: false, path: null, set: null, source: null, version: 1,
  particulars: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { value, onDay, ground: '表', at: '2025-01-01T00:00:00.000Z', by: '甲' }])),
})
const lines = [line(1, { batch: '二', stage: 'a', of: 10, n: 1 }), line(2, { batch: '一', stage: 'z', of: 10, n: 9 }, '2025-02-01'), line(3, {})]
const order = (column: string, down = false) => inOrder(kind, lines, { column, down }).map(one => one.position)

it('sorts stages in their order, shares by size, and what is missing last either way', () => {
  expect([order('of-stage'), order('of-stage', true), order('of-rate', true), order('position', true), order('title')]).toEqual([[2, 1, 3], [1, 2, 3], [2, 1, 3], [3, 2, 1], [1, 2, 3]])
  expect(inOrder(kind, lines, null)).toBe(lines)
  expect(kind.particulars.map(column => sortValue(column, lines[0] ?? line(9, {})))).toEqual(['二', 1, 10, 1, 0.1, null])
})

it('filters by choices and by the words of the group', () => {
  expect(filterColumns(kind).map(column => column.key)).toEqual(['batch', 'stage'])
  const chosen = (of: readonly (readonly [string, string])[]) => lines.filter(one => isChosen(one, new Map(of))).map(one => one.position)
  expect([chosen([]), chosen([['batch', '一']]), chosen([['batch', '一'], ['stage', 'a']]), chosen([['stage', '']])]).toEqual([[1, 2, 3], [2], [], [1, 2, 3]])
})

it('shows columns of which something stands, and names the others', () => {
  const { shown, empty } = shownColumns(kind, lines)
  expect([shown.map(column => column.key), empty.map(column => column.key)]).toEqual([['stage', 'of', 'n', 'rate'], ['note']])
  expect(lines.map(toldOn)).toEqual(['2025-01-01', '2025-02-01', null])
})
