import { describe, expect, it } from 'vitest'
import { aFact } from '../../../../../testkit/finding.ts'
import { changesFrom, draftOf, numberFrom } from './finding-draft.ts'

const finding = aFact()
const changed = (fields: Readonly<Record<string, string>>) => changesFrom({ ...draftOf(finding), ...fields }, finding)

describe('the correction form', () => {
  it('says nothing where nothing was changed', () => {
    expect(changed({})).toEqual({ ok: true, changes: {} })
    expect(changed({ name: ' 固定资产投资 ' })).toEqual({ ok: true, changes: {} })
  })

  it('sends only what differs, in the form of the ledger', () => {
    expect(changed({ value: '９．４', hedge: '约', period: '2023' })).toEqual({ ok: true, changes: { value: 9.4, hedge: '约', period: '2023' } })
  })

  it('takes an emptied field as nothing, and an emptied change as none', () => {
    expect(changed({ value: '' })).toEqual({ ok: true, changes: { value: null } })
    expect(changed({ 'change.value': '' })).toEqual({ ok: true, changes: { change: null } })
    expect(changesFrom({ ...draftOf(aFact({ says: { hedge: '超' } })), hedge: '' }, aFact({ says: { hedge: '超' } }))).toEqual({ ok: true, changes: { hedge: null } })
  })

  it('compares a change without a base with last year', () => {
    expect(changed({ 'change.value': '-3', 'change.base': '' })).toEqual({ ok: true, changes: { change: { value: -3, unit: '%', base: '同比' } } })
  })

  it.each([
    ['value', '八点四'],
    ['change.value', '8.4%'],
    ['period', '去年'],
    ['name', '  '],
    ['upper', '3'],
    ['change.unit', ''],
  ])('names the field %s with %j as the place that is wrong', (field, text) => {
    const drafted = changed({ [field]: text })
    expect(drafted.ok).toBe(false)
    expect(drafted.ok ? [] : Object.keys(drafted.faults)).toEqual([field])
  })
})

describe('a number as people type it', () => {
  it.each([['8.4', 8.4], ['－3', -3], ['１２３', 123], ['+2', 2], ['−0.5', -0.5], ['', null], ['1,234', null], ['8.4%', null]])('%j is %j', (text, number) => {
    expect(numberFrom(text)).toBe(number)
  })
})
