import { describe, expect, it } from 'vitest'
import type { Block, CleanText } from '../../schema.ts'
import { readFacts } from './read-facts.ts'
import { paper, readSentence, told } from './test-paper.ts'

describe('where a figure stands', () => {
  it('spans go back to the raw text, over white space and what was cut out', () => {
    const raw = '网络零售额突破 80 亿\n— 3 —\n元、增长 12%。', text = '网络零售额突破 80 亿元、增长 12%。'
    const cut = raw.indexOf('\n'), resumed = raw.indexOf('元')
    const origin = Uint32Array.from([...text, ''].map((_, i) => i < cut ? i : i - cut + resumed))
    const clean: CleanText = { text, origin, repairs: [], notes: [], marks: [] }
    const block: Block = { id: 'p', kind: 'paragraph', role: 'results', level: null, heading: null, path: [], start: 0, end: raw.length, clean: { start: 0, end: text.length } }
    const fact = readFacts(clean, [block], paper).facts[0]
    expect(raw.slice(fact?.start, fact?.end)).toBe('网络零售额突破 80 亿\n— 3 —\n元、增长 12%')
  })

  it('ids stay the same for the same text and differ for figures that start together', () => {
    const ids = readSentence('18个中心全面达标，新增公园5个。').facts.map(fact => fact.id)
    expect(new Set(ids).size).toBe(2)
    expect(readSentence('18个中心全面达标，新增公园5个。').facts.map(fact => fact.id)).toEqual(ids)
  })

  it('a figure bears the headings above it', () => {
    const text = '（一）产业\n税收增长3%。'
    const clean: CleanText = { text, origin: Uint32Array.from({ length: text.length + 1 }, (_, i) => i), repairs: [], notes: [], marks: [] }
    const heading: Block = { id: 'h', kind: 'heading', role: 'results', level: 2, heading: '产业', path: [], start: 0, end: 6, clean: { start: 0, end: 6 } }
    const body: Block = { id: 'p', kind: 'paragraph', role: 'results', level: null, heading: null, path: ['h'], start: 6, end: text.length, clean: { start: 6, end: text.length } }
    expect(readFacts(clean, [heading, body], paper).facts).toEqual([expect.objectContaining({ block: 'p', section: '产业', value: 3 })])
  })
})

describe('tables', () => {
  const row = (cells: string[], header: string[] = []) => {
    const lines = [header, cells].filter(line => line.length > 0).map(line => `${line.join('\t')}\n`), text = lines.join('')
    const clean: CleanText = { text, origin: Uint32Array.from({ length: text.length + 1 }, (_, i) => i), repairs: [], notes: [{ mark: '1', text: '由市统计局公布', at: text.indexOf('—'), start: 0, end: 0 }], marks: [] }
    let start = 0
    const blocks: Block[] = lines.map((line, i) => {
      const span = { start, end: start + line.length }
      start = span.end
      return { id: `r${i}`, kind: 'table-row', role: 'results', level: null, heading: null, path: [], ...span, clean: span }
    })
    return readFacts(clean, blocks, paper).facts
  }

  it('a row of two cells reads like a sentence', () => {
    expect(row(['生产总值', '增长1.6%'], ['指标名称', '完成情况']).map(told)).toEqual(['生产总值 | 1.6% | +1.6% 同比'])
    expect(row(['城镇新增就业', '30019人']).map(told)).toEqual(['城镇新增就业 | 30019人'])
  })

  it('units, rates and targets come from the header', () => {
    const facts = row(['1', '生产总值', '亿元', '3650.2', '4.5', '3800'], ['序号', '指标', '单位', '2023年完成', '增长（%）', '2024年目标'])
    expect(facts.map(fact => [told(fact), fact.kind, fact.period])).toEqual([['生产总值 | 3650.2亿元 | +4.5% 同比', 'actual', '2023'], ['生产总值 | 3800亿元', 'target', '2024']])
  })

  it('a dash is a figure that is still awaited, and the note says from whom', () => {
    expect(row(['单位能耗下降率', '——'], ['指标名称', '完成情况'])).toEqual([expect.objectContaining({ value: null, operator: 'pending', reference: '由市统计局公布' })])
  })
})

describe('damage near a figure', () => {
  const doubts = (text: string) => readSentence(text).doubts.map(doubt => doubt.kind)

  it('a lost place never becomes rank 140, and the number behind it is doubtful', () => {
    const read = readSentence('增速位列全市第140个重点项目完成投资37亿元。')
    expect(read.facts.map(fact => fact.rank)).toEqual(['全市第', null, null])
    expect(read.facts[1]).toMatchObject({ value: 140, certainty: 0.5 })
    expect(read.doubts.map(doubt => doubt.kind)).toContain('lost-ordinal')
  })

  it('a lost unit, a lost dash and a lost place are doubts', () => {
    expect(doubts('改造公园超30，成效明显。')).toEqual(['lost-unit'])
    expect(doubts('新建饭堂15 20个。')).toEqual(['lost-range-dash'])
    expect(doubts('公共服务满意度全市第，群众安心。')).toEqual(['lost-ordinal'])
  })

  it('a figure without a subject is a doubt', () => {
    expect(doubts('35.6%。')).toEqual(['lost-subject'])
  })

  it('two figures whose full stop is lost are read apart', () => {
    expect(readSentence('年度计划完成率113.7%56个项目完成投资20亿元。').facts.map(fact => `${fact.value}${fact.unit}`)).toEqual(['113.7%', '56个', '20亿元'])
  })

  it('what is certain raises no doubt', () => {
    expect(doubts('网络零售额突破80亿元、增长12.5%。')).toEqual([])
  })
})
