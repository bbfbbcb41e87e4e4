import { describe, expect, it } from 'vitest'
import { testType } from '../../../../testkit/case-type.ts'
import { type CaseType, type FieldValues } from '../schema.ts'
import { answersFor, masked, mayOpen, numberFor, urgencyOf } from './open.ts'

const name = { zh: '门牌', en: 'House' }
const asking = (more: Partial<CaseType['fields'][number]>): CaseType => ({ ...testType, fields: [{ key: 'house', name, input: 'text', required: true, personal: false, asks: 'reporter', ...more }] })
const open = (type: CaseType, fields: FieldValues, by: 'staff' | 'reporter' = 'staff') => { const result = mayOpen(type, { category: 'rubbish', fields }, by); return result.ok ? result.value.urgency : result.refused }

describe('opening a case', () => {
  const facts: readonly [string, CaseType, FieldValues, 'staff' | 'reporter', string][] = [
    ['with all that is asked', asking({}), { house: '10号' }, 'staff', 'ordinary'],
    ['without what is asked', asking({}), {}, 'staff', 'field-needed'],
    ['with an empty answer', asking({}), { house: '' }, 'reporter', 'field-needed'],
    ['a resident is not asked what only staff know', asking({ asks: 'staff' }), {}, 'reporter', 'ordinary'],
    ['staff are', asking({ asks: 'staff' }), {}, 'staff', 'field-needed'],
    ['with a number for words', asking({}), { house: 10 }, 'staff', 'field-wrong'],
    ['with a choice that there is not', asking({ input: 'choice', choices: [{ key: 'a', name }] }), { house: 'b' }, 'staff', 'field-wrong'],
    ['with a choice', asking({ input: 'choice', choices: [{ key: 'a', name }] }), { house: 'a' }, 'staff', 'ordinary'],
    ['with a day that is none', asking({ input: 'day' }), { house: 'morgen' }, 'staff', 'field-wrong'],
    ['with a field that nobody asked', testType, { other: 'x' }, 'staff', 'field-wrong'],
  ]
  it.each(facts)('%s', (_, type, fields, by, told) => expect(open(type, fields, by)).toBe(told))

  it('takes urgency and unit from the nearest branch that tells them', () => {
    expect([urgencyOf(testType, 'burst-pipe'), urgencyOf(testType, 'rubbish'), urgencyOf(testType, 'nothing')]).toEqual(['urgent', 'ordinary', 'ordinary'])
    expect([answersFor(testType, 'rubbish'), answersFor(testType, 'burst-pipe'), answersFor(testType, 'nothing')]).toEqual([{ placeLevel: 'street' }, { department: 'water' }, null])
  })
})

it('a number has the letters of its type, its day and six digits', () => {
  expect([numberFor(testType, '2023-08-29', 7), numberFor(testType, '2023-08-29', 1_000_007)]).toEqual(['RX20230829000007', 'RX20230829000007'])
})

it.each([
  [{ name: '陈大文', phone: '13800138000', confidential: false }, { name: '陈**', phone: '138****8000' }],
  [{ name: '陈大文', phone: '138 0013 8000', confidential: true }, { name: '**', phone: '138****8000' }],
  [{ name: null, phone: '83331234', confidential: false }, { name: null, phone: '****' }],
])('who asked is shown masked', (reporter, shown) => expect(masked(reporter)).toMatchObject(shown))
