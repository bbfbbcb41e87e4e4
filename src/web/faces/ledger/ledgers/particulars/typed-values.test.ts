import { expect, it } from 'vitest'
import { LedgerKind } from '../../../../../engines/plan/ledgers/schema.ts'
import { faultOf, typedValues } from './typed-values.ts'

const label = (zh: string) => ({ zh, en: zh })
const { particulars } = LedgerKind.pick({ particulars: true }).parse({ particulars: [
  { kind: 'number', key: 'of', name: label('户数'), unit: label('户') }, { kind: 'number', key: 'n', name: label('签约'), unit: label('户'), atMost: 'of' }, { kind: 'share', key: 'rate', name: label('率'), numerator: 'n', denominator: 'of' },
  { kind: 'number', key: 'money', name: label('投入'), unit: label('万元'), decimals: 2 }, { kind: 'text', key: 'note', name: label('备注') },
] })
const typed = (fields: Readonly<Record<string, string>>) => (column: { readonly key: string }) => fields[column.key] ?? ''
const stood = (value: number | string) => ({ value, onDay: '2025-01-01', ground: '表', at: '2025-01-01T00:00:00.000Z', by: '甲' })

it('tells what differs from what stands; what was emptied is taken back', () => {
  const line = { particulars: { of: stood(10), n: stood(5), note: stood('甲') } }
  expect(typedValues(particulars, line, typed({ of: '10', n: ' 6 ', note: '' }))).toEqual({ n: 6, note: null })
  expect(typedValues(particulars, line, typed({ of: '10', n: '5', note: '甲', rate: '50' }))).toEqual({})
})

it('names a fault where it stands', () => {
  const fault = (key: string, fields: Readonly<Record<string, string>>) => { const column = particulars.find(one => one.key === key); return column ? faultOf({ particulars }, column, typed(fields))?.zh ?? null : 'none' }
  expect([fault('n', { of: '10', n: '10' }), fault('n', { of: '10', n: '11' }), fault('n', { n: '11' }), fault('n', { n: '-1' }), fault('n', { n: '1.5' }), fault('money', { money: '1.25' }), fault('money', { money: '1.255' }), fault('note', { note: '-1' }), fault('n', { n: '' })])
    .toEqual([null, '超过了户数（10）', null, '应为不小于0的数', '应为整数', null, '小数不超过2位', null, null])
})
