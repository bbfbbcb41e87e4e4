import { describe, expect, it } from 'vitest'
import { FormContent } from '../../../../../engines/returns/schema.ts'
import { contentOf, draftsOf, faultsOf } from './form-draft.ts'

const content = FormContent.parse({
  name: { zh: '月报', en: 'Monthly' }, rhythm: 'month', units: { of: 'owners' }, due: { days: 5, of: 'working' },
  rows: [{ by: 'typed', indicator: 'JOBS' }, { by: 'typed', indicator: 'FAIRS' }, { by: 'typed', indicator: 'TOTAL' }],
  checks: [{ kind: 'between', row: 'JOBS', least: 0, most: 900, grade: 'error' }, { kind: 'differs', row: 'JOBS', from: 'last-period', percent: 50, grade: 'warning' }, { kind: 'sum', rows: ['JOBS', 'FAIRS'], total: 'TOTAL', grade: 'error' }],
})

describe('a form on the desk', () => {
  it('comes back as it was where nothing is changed', () => {
    const { rows: _rows, checks, ...base } = content
    expect(contentOf(base, draftsOf(content), checks)).toEqual(content)
  })

  it('keeps checks that are not edited here, and drops those of a row that went', () => {
    const { rows: _rows, checks, ...base } = content
    const drafts = draftsOf(content)
    expect(contentOf(base, drafts.map(draft => ({ ...draft, leap: '30', least: '' })), checks).checks).toEqual([
      { kind: 'between', row: 'JOBS', least: null, most: 900, grade: 'error' }, { kind: 'differs', row: 'JOBS', from: 'last-period', percent: 30, grade: 'warning' }, { kind: 'differs', row: 'FAIRS', from: 'last-period', percent: 30, grade: 'warning' },
      { kind: 'differs', row: 'TOTAL', from: 'last-period', percent: 30, grade: 'warning' }, { kind: 'sum', rows: ['JOBS', 'FAIRS'], total: 'TOTAL', grade: 'error' },
    ])
    const fewer = contentOf(base, drafts.slice(1), checks)
    expect(fewer.checks).toEqual([])
    expect(faultsOf(fewer)).toEqual([])
    expect(faultsOf({ ...fewer, rows: [] })).not.toEqual([])
  })
})
