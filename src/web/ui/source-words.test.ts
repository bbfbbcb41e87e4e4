import { describe, expect, it } from 'vitest'
import { sourceLine } from './source-words.ts'

const paper = { kind: 'document', document: '01890000-0000-7000-8000-000000000001', title: '2023年政府工作报告', section: '二、（一）', start: 10, end: 20, words: '增长8.4%', saidOn: '2023-02-08' } as const

describe('the line beside a figure', () => {
  it('names the paper, the section and the day it was said', () => {
    expect(sourceLine(paper, 'zh')).toBe('《2023年政府工作报告》二、（一），2023年2月8日')
    expect(sourceLine(paper, 'en')).toBe('2023年政府工作报告, 二、（一）, 8 February 2023')
  })

  it('does not double the marks of a title, and leaves out what is not known', () => {
    expect(sourceLine({ kind: 'published', title: '《越秀区统计公报》', section: '', saidOn: null }, 'zh')).toBe('《越秀区统计公报》')
    expect(sourceLine({ kind: 'published', title: '《越秀区统计公报》', section: '', saidOn: null }, 'en')).toBe('越秀区统计公报')
  })

  it('names who entered it by hand and why', () => expect(sourceLine({ kind: 'hand', person: null, name: '王敏', at: '2023-07-31T02:00:00.000Z', ground: '统计局来函' }, 'zh')).toBe('王敏于2023年7月31日 10:00录入，依据：统计局来函'))
  it('says how many inputs a calculation has', () => expect(sourceLine({ kind: 'formula', rule: '开工数÷计划数', inputs: [{ name: '开工数', value: '209' }, { name: '计划数', value: '280' }] }, 'zh')).toBe('由2项数据计算：开工数÷计划数'))
  it('names unit, form, period and who accepted a return', () => expect(sourceLine({ kind: 'return', sheet: paper.document, form: 'STREET-MONTH', formName: '街道月报', entry: 'JOBS', unit: '洪桥街道', period: '2026-10', submittedBy: '甲', approvedBy: '乙', acceptedBy: '丙', at: '2026-11-05T02:00:00.000Z' }, 'zh')).toBe('洪桥街道《街道月报》2026年10月，丙于2026年11月5日 10:00核收'))
  it('never passes a made-up figure for a fact', () => expect(sourceLine({ kind: 'generated', seed: '1' }, 'zh')).toContain('不是实际数据'))
})
