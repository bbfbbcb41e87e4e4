import { describe, expect, it } from 'vitest'
import { madeProject, projectFrom, testRules } from '../../../../../../testkit/project.ts'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { actForms, actFrom, type Shown, type Values } from './act-forms.ts'
import { monthsToTell, sumOfMonths } from './months.ts'

const project = projectFrom(madeProject(), { kind: 'listed', list: 'district-key', year: 2025, ground: '' }, { kind: 'node-reached', node: 'permit', on: '2024-07-01', evidence: [] })
const shown: Shown = { view: { project, nodes: project.nodes, override: { light: 'slipping' } } as unknown as ProjectView, rules: testRules, today: '2025-03-15' }
const typed: Values = { amount: '１２.５', total: '1200', reason: '按批复', words: '已进场施工', ground: '区发改〔2025〕1号', name: '新校区', phase: 'operating', light: 'slipping', what: '', into: '00000000-0000-7000-8000-000000000009' }

describe('the forms of a project', () => {
  it.each(actForms.map(form => [form.key, form] as const))('%s makes an act of what is typed, and none of nothing', (_, form) => {
    const initial = Object.fromEntries(form.fields(shown).map(field => [field.key, field.initial ?? '']))
    expect(actFrom(form, { ...initial, ...Object.fromEntries(form.fields(shown).filter(field => typed[field.key] !== undefined).map(field => [field.key, typed[field.key] ?? ''])) }, shown)).not.toBeNull()
    expect(actFrom(form, {}, shown)).toBeNull()
  })

  it('tell months that are over and not approved, and what twelve of them add up to', () => {
    expect(monthsToTell({ months: [{ ...project.months[0], month: '2025-01', state: 'approved' } as never] }, '2025-03-15').slice(-2)).toEqual(['2024-12', '2025-02']) // of a month only these matter
    expect(sumOfMonths(Array.from({ length: 12 }, () => ''), '1200')).toBeNull()
    expect(sumOfMonths(['100', '２００', ...Array.from({ length: 10 }, () => '')], '1200')?.zh).toBe('各月合计300万元，与全年还差900万元。')
    expect(sumOfMonths(Array.from({ length: 12 }, () => '100'), '1200')?.zh).toContain('相符')
  })
})
