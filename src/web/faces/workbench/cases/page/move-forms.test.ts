import { expect, it } from 'vitest'
import { testType } from '../../../../../../testkit/case-type.ts'
import { Move, type MoveKind } from '../../../../../engines/cases/contract.ts'
import { fieldsOf, isReady, type MoveField, moveForms, moveFrom, type Typed } from './move-forms.ts'

const id = '0198f0a0-0000-7000-8000-000000000001'
/** Something sensible for each kind of input. */
const example: Readonly<Record<MoveField['input'], string>> = {
  words: '已处理', line: '职责清单第12条', number: '3', unit: id, units: `${id},${id}`, 'co-unit': id, colleague: id, case: id, result: 'solved', evidence: '清运记录\t2026-118\n照片', limit: '2 working-days', day: '2026-12-01', choice: 'a', 'yes-no': 'yes', tick: 'yes', category: 'stall', urgency: 'urgent',
}

it.each(Object.keys(moveForms) as MoveKind[])('the form of %s makes a move that the contract takes', kind => { // its keys are the moves
  const fields = fieldsOf(kind, testType)
  const typed: Typed = Object.fromEntries(fields.map(field => [field.name, example[field.input]]))
  const touched = Object.keys(typed)
  expect(isReady(fields, typed, touched)).toBe(true)
  expect(Move.safeParse(moveFrom(kind, fields, typed, touched)).error?.issues ?? []).toEqual([])
})

it('what is needed and not there keeps the form from being sent', () => {
  const fields = fieldsOf('answered', testType)
  expect(isReady(fields, { result: 'solved', words: '  ' }, [])).toBe(false)
  expect(isReady(fields, { result: 'solved', words: '已清运' }, [])).toBe(true)
})

it('a correction sends what was changed and nothing else, and nothing without a change', () => {
  const fields = fieldsOf('amended', testType)
  const typed = { title: '新标题', category: 'rubbish', reason: '核对录音', 'fields.called-at': '' }
  expect(isReady(fields, typed, ['reason'])).toBe(false)
  expect(moveFrom('amended', fields, typed, ['title', 'reason', 'fields.called-at'])).toEqual({ kind: 'amended', title: '新标题', reason: '核对录音', fields: { 'called-at': null } })
})

it('evidence is told piece by piece, and what a call-back did not reach asks nothing more', () => {
  expect(moveFrom('answered', moveForms.answered, { result: 'solved', words: '好', evidence: '记录\t12号\n\t\n照片' }, [])['evidence']).toEqual([{ what: '记录', reference: '12号' }, { what: '照片', reference: null }])
  expect(moveFrom('called-back', moveForms['called-back'], { reached: 'no', solved: 'yes', rework: 'yes' }, [])).toEqual({ kind: 'called-back', reached: false, words: '' })
})
