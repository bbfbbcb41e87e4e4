import { describe, expect, it } from 'vitest'
import { testType } from '../../../../../../testkit/case-type.ts'
import { contract } from '../../../../../engines/cases/contract.ts'
import { blank, fieldsIn, givenBy, isComplete } from './open-draft.ts'

const typed = { ...blank, type: 'hotline', category: 'rubbish', title: ' 垃圾 ', words: '堆了三天' }

describe('the form that opens a case', () => {
  it('asks for nothing that was not typed', () => {
    const given = givenBy(typed, testType)
    expect(given).toEqual({ type: 'hotline', category: 'rubbish', title: '垃圾', words: '堆了三天', channel: 'phone', fields: {}, reporter: null, place: { unit: null, address: null, point: null } })
    expect(contract.open.body.safeParse(given).success).toBe(true)
  })

  it('brings place, who asked, the fields of the type and the unit it goes to', () => {
    const unit = '019c0000-0000-7000-8000-000000000001'
    const given = givenBy({ ...typed, unit, address: '三元宫路8号', lng: '113.26', lat: '23.13', name: '李小明', phone: '138 0013 8000', confidential: 'yes', lead: unit, fields: JSON.stringify({ 'called-at': '9:30' }) }, testType)
    expect(given).toMatchObject({ place: { unit, point: { lng: 113.26, lat: 23.13 } }, reporter: { phone: '138 0013 8000', confidential: true }, fields: { 'called-at': '9:30' }, dispatch: { lead: unit, co: [], words: '' } })
    expect(contract.open.body.safeParse(given).success).toBe(true)
  })

  it('waits for what is needed; what lies in the browser wrongly is nothing', () => {
    expect([isComplete(typed, testType), isComplete({ ...typed, title: ' ' }, testType), isComplete(typed, undefined)]).toEqual([true, false, false])
    expect([fieldsIn({ ...blank, fields: 'x' }), fieldsIn({ ...blank, fields: '[1]' }), fieldsIn({ ...blank, fields: '{"a":1,"b":"c"}' })]).toEqual([{}, {}, { b: 'c' }])
  })
})
