import { expect, it } from 'vitest'
import { testType } from '../../../../../../testkit/case-type.ts'
import { type CaseType } from '../../../../../engines/cases/schema.ts'
import { closesItself, patrolTypes, settlingFor } from './patrol-types.ts'

const own: CaseType = { ...testType, key: 'own', steps: { file: false, sign: false, check: false, callBack: false }, may: { dispatched: ['opener'], closed: ['lead'] } }
const asking: CaseType = { ...testType, key: 'asking', categories: [], fields: testType.fields.map(field => ({ ...field, required: true })) }

it('a patrol chooses among types that need no form, and settles under the one that allows it', () => {
  expect(patrolTypes([asking, own, testType]).map(type => type.key)).toEqual(['hotline'])
  expect(settlingFor([testType, own], testType, 'rubbish')?.key).toBe('own')
  expect(settlingFor([testType], testType, 'rubbish')).toBe(null)
  expect(settlingFor([testType, own], testType, 'no-such')).toBe(null)
  expect([closesItself(own), closesItself(testType)]).toEqual([true, false])
})
