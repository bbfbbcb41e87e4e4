import { describe, expect, it } from 'vitest'
import { madeProject, projectFrom, testRules } from '../../../../../../testkit/project.ts'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { type Shown, type Values } from './act-form.ts'
import { actForms, actFrom } from './act-forms.ts'
import { monthSoFar, monthsToTell, monthsWaiting, sumOfMonths } from './months.ts'

const project = projectFrom(madeProject({ place: { unit: null, address: '示例路1号', point: { lng: 113.26, lat: 23.12 } } }), { kind: 'year-planned', year: 2025, total: 1200, months: Array.from({ length: 12 }, () => 100), reason: '' }, { kind: 'listed', list: 'district-key', year: 2025, ground: '' }, { kind: 'node-reached', node: 'permit', on: '2024-07-01', evidence: [] },
  { kind: 'contract-signed', number: 'A1', what: '主体施工', of: 'works', party: '示例公司', amount: 100, on: '2025-01-10' }, { kind: 'land-planned', households: 10, area: 100, buildings: 50, ground: '征收决定' }, { kind: 'approval-applied', line: 'land', on: '2025-03-03', note: '' })
const shown: Shown = { view: { project, nodes: project.nodes, override: { light: 'slipping' }, year: { year: 2025 } } as unknown as ProjectView, rules: testRules, today: '2025-03-15' }
const typed: Values = { amount: '１２.５', total: '1200', reason: '按批复', words: '已进场施工', ground: '区发改〔2025〕1号', name: '新校区', phase: 'operating', light: 'slipping', what: '', number: 'A1', party: '示例公司', approval: '3号', reference: '示例〔2025〕1号', households: '10', signed: '4', cleared: '2', demolished: '0', area: '１００.5', buildings: '50', into: '00000000-0000-7000-8000-000000000009' }

describe('the forms of a project', () => {
  it.each(actForms.map(form => [form.key, form] as const))('%s makes an act of what is typed, and none of nothing', (_, form) => {
    const initial = Object.fromEntries(form.fields(shown).map(field => [field.key, field.initial ?? '']))
    expect(actFrom(form, { ...initial, ...Object.fromEntries(form.fields(shown).filter(field => typed[field.key] !== undefined).map(field => [field.key, typed[field.key] ?? ''])) }, shown)).not.toBeNull()
    expect(actFrom(form, {}, shown)).toBeNull()
  })

  it('begin with what stands: the plan of the year that is shown, the place with its point', () => {
    const begun = (key: string) => { const form = actForms.find(one => one.key === key); return form ? actFrom(form, { ...Object.fromEntries(form.fields(shown).map(field => [field.key, field.initial ?? ''])), reason: '年中调整' }, shown) : null }
    expect(begun('year')).toMatchObject({ year: 2025, total: 1200, months: Array.from({ length: 12 }, () => 100) })
    expect(begun('describe')).toMatchObject({ place: { unit: null, address: '示例路1号', point: { lng: 113.26, lat: 23.12 } } })
  })

  it('count the months of each year that wait or were sent back', () => {
    const month = (key: string, state: string) => ({ month: key, state }) as never // of a month only these matter
    expect(monthsWaiting({ months: [month('2024-11', 'approved'), month('2024-12', 'told'), month('2025-01', 'returned'), month('2025-02', 'told')] })).toEqual([{ year: 2025, told: 1, returned: 1 }, { year: 2024, told: 1, returned: 0 }])
  })

  it('take evidence of a node as rows; a number without its paper does not fit', () => {
    const form = actForms.find(one => one.key === 'reach'), given = (what: string) => form && actFrom(form, { node: 'start', on: '2025-03-01', evidence: JSON.stringify([{ what, reference: '1号' }, { what: '', reference: '' }]) }, shown)
    expect(given('开工令')).toMatchObject({ kind: 'node-reached', node: 'start', evidence: [{ what: '开工令', reference: '1号' }] })
    expect(given('')).toBeNull()
  })

  it('say what was planned for a month and what was told of it before', () => {
    const told = (state: string, reason: string | null) => [{ month: '2025-02', amount: 90.1234, state, by: '张三', reason }] as never // of a month only these matter
    expect(monthSoFar(project, '')).toBeNull()
    expect(monthSoFar(project, '2025-02')?.zh).toBe('2025-02计划100万元。这个月还没有报过。')
    expect(monthSoFar({ years: [{ year: 2025, total: 1000, months: null }], months: told('told', null) }, '2025-02')?.zh).toBe('2025-02按时间折算应完成83.3334万元。张三已报90.1234万元，待审核；重报后以新数为准。')
    expect(monthSoFar({ years: [], months: told('returned', '与支付凭证不符') }, '2025-02')?.zh).toBe('2025年没有投资计划。张三报过90.1234万元，已退回：与支付凭证不符')
  })

  it('tell months that are over and not approved, and what twelve of them add up to', () => {
    expect(monthsToTell({ months: [{ ...project.months[0], month: '2025-01', state: 'approved' } as never] }, '2025-03-15').slice(-2)).toEqual(['2024-12', '2025-02']) // of a month only these matter
    expect(sumOfMonths(Array.from({ length: 12 }, () => ''), '1200')).toBeNull()
    expect(sumOfMonths(['100', '２００', ...Array.from({ length: 10 }, () => '')], '1200')?.zh).toBe('各月合计300万元，与全年还差900万元。')
    expect(sumOfMonths(Array.from({ length: 12 }, () => '100'), '1200')?.zh).toContain('相符')
    expect(sumOfMonths(['700', '６00', ...Array.from({ length: 10 }, () => '')], '1200')?.zh).toBe('各月合计1300万元，超出全年100万元。')
  })
})
