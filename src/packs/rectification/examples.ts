/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type CaseEvent } from '../../engines/cases/schema.ts'
import { type CaseStep, type Example } from '../pack.ts'

const found = { type: 'rectification', category: 'r-water', urgency: 'by-date', fields: { inspection: '演示督察', 'finding-number': '7', measure: '接驳截污管', goal: '晴天无污水入涌' }, openedAt: '2025-03-03 10:00' } as const
const taken: readonly CaseStep[] = [['2025-03-03 10:30', 'supervisor', { kind: 'dispatched', lead: 'water', co: [], words: '' }], ['2025-03-04 09:00', 'lead', { kind: 'signed' }]]
const done = (evidence: number): CaseEvent => ({ kind: 'answered', words: '已接驳，晴天排口无水', result: 'done', evidence: Array.from({ length: evidence }, () => ({ what: '验收记录', reference: '演示〔2025〕1号' })) })
const struckOff: readonly CaseStep[] = [...taken, ['2025-05-20 10:00', 'lead', done(1)], ['2025-05-26 10:00', 'supervisor', { kind: 'checked', passed: true, words: '现场核实' }], ['2025-05-26 11:00', 'supervisor', { kind: 'closed' }]]

export const examples: readonly Example[] = [
  {
    kind: 'case', name: { zh: '有佐证、经验收，销号', en: 'With evidence and accepted: struck off' },
    given: { ...found, steps: struckOff, on: '2025-05-27 10:00' },
    then: { state: 'settled', clocks: { sign: '2025-03-05 23:59 stopped', resolve: '2025-06-01 23:59 stopped' } },
  },
  {
    kind: 'case', name: { zh: '没有佐证材料，不能申请销号', en: 'Without evidence it cannot be called put right' },
    given: { ...found, steps: taken, asked: ['2025-05-20 10:00', 'lead', done(0)], on: '2025-05-20 10:00' },
    then: { refused: 'evidence-needed' },
  },
  {
    kind: 'case', name: { zh: '承办单位不能给自己验收', en: 'Who put it right cannot accept it' },
    given: { ...found, steps: [...taken, ['2025-05-20 10:00', 'lead', done(1)]], asked: ['2025-05-20 11:00', 'lead', { kind: 'checked', passed: true, words: '' }], on: '2025-05-20 11:00' },
    then: { refused: 'not-your-move' },
  },
  {
    kind: 'case', name: { zh: '验收不合格，退回整改，重新计时', en: 'Not accepted: back to work, with the time of a new one' },
    given: { ...found, steps: [...taken, ['2025-05-20 10:00', 'lead', done(1)], ['2025-05-26 10:00', 'supervisor', { kind: 'checked', passed: false, words: '仍有污水' }]], on: '2025-05-27 10:00' },
    then: { state: 'handling', ladder: ['resolve/0 2025-07-28 19:47', 'resolve/1 2025-08-24 23:59 superior', 'resolve/2 2025-08-29 23:59 supervision', 'resolve/3 2025-09-05 23:59 district'] },
  },
  {
    kind: 'case', name: { zh: '销号以后不再重开', en: 'What is struck off is never reopened' },
    given: { ...found, steps: struckOff, asked: ['2025-05-28 10:00', 'supervisor', { kind: 'reopened', words: '又有污水', byReporter: false }], on: '2025-05-28 10:00' },
    then: { refused: 'wrong-state', state: 'settled' },
  },
  {
    kind: 'case', name: { zh: '重大隐患十五天整改，到期升级', en: 'A major danger has fifteen days, then it climbs' },
    given: { ...found, category: 'r-major-danger', urgency: 'at-once', steps: taken, on: '2025-03-19 09:00' },
    then: { urgency: 'at-once', clocks: { sign: '2025-03-05 23:59 stopped', resolve: '2025-03-18 23:59 late' } },
  },
  {
    kind: 'case', name: { zh: '没有整改措施，不能立账', en: 'A finding without a measure is not taken' },
    given: { type: 'rectification', category: 'r-water', urgency: 'by-date', fields: { inspection: '演示督察', 'finding-number': '8' }, openedAt: '2025-03-03 10:00', steps: [], on: '2025-03-03 10:00' },
    then: { refused: 'field-needed' },
  },
  {
    kind: 'ledger', name: { zh: '一百九十五项任务全部完成阶段性目标', en: 'All 195 items reached their stage goal' },
    given: { ledger: 'rectification-items', span: '2022', on: '2022-12-31', lines: [{ parts: [{ share: null }], told: [{ onDay: '2022-12-31', values: { sort: 'ecology', items: 195, measured: 195, 'stage-goal': 195 } }] }] },
    then: { sums: { items: 195, 'stage-goal': 195, 'stage-rate': 1, closed: null, 'closed-rate': null }, groups: ['ecology'], lines: [{ light: 'not-judged' }] },
  },
  {
    kind: 'ledger', name: { zh: '销号多于整改完成，不予登记', en: 'More struck off than put right is refused' },
    given: { ledger: 'rectification-items', span: '2022', on: '2022-12-31', lines: [{ parts: [{ share: null }], told: [{ onDay: '2022-12-31', values: { sort: 'ecology', items: 195, 'stage-goal': 195, righted: 100 } }] }], asked: { what: 'tell', onDay: '2022-12-31', values: { closed: 101 } } },
    then: { refused: 'column-above' },
  },
]
