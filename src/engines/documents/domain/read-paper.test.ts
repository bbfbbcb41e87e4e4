import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPaper } from './read-paper.ts'
import { widthOf } from './reading/characters.ts'
import { cleanText } from './reading/clean-text.ts'

const reports = new URL('../../../../../shared/reports/', import.meta.url)
const there = existsSync(reports)
if (!there) console.warn('../shared/reports is not there: the six real reports are not read under damage')

/** The six reports without the damage they came with; what is done to them below is all there is. */
const sound = there ? readdirSync(reports).filter(name => name.endsWith('.txt')).map(name => ({ name, text: cleanText(readFileSync(new URL(name, reports), 'utf8')).text })) : []

/** Sets a text in lines of a width, as a typesetter does: no line begins with a mark that closes, no figure is cut. */
function setIn(text: string, width: number, { indent = '', between = '\n', page = 0, edge = String }: { indent?: string; between?: string; page?: number; edge?: (page: number) => string } = {}): string {
  const lines = text.split('\n').flatMap(paragraph => {
    const set: string[] = []
    let line = paragraph.startsWith('——') ? '' : indent
    for (const piece of paragraph.match(/[\d.%A-Za-z+]+[，。、；：）”]*|[\s\S][，。、；：）”]*/g) ?? []) {
      if (widthOf(line) + widthOf(piece) > width && line.trim() !== '') { set.push(line); line = '' }
      line += piece
    }
    return [...set, line]
  })
  return lines.flatMap((line, at) => (page > 0 && at % page === page - 1 ? [line, edge(Math.ceil(at / page))] : [line])).join(between)
}

const damages: Readonly<Record<string, { readonly of: (text: string) => string; readonly least: number }>> = {
  'full-width digits, letters and per cent signs': { of: text => text.replace(/[0-9%A-Za-z+]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replace(/(?<=[０-９])\.(?=[０-９])/g, '．'), least: 1 },
  'blanks around figures': { of: text => text.replace(/(?<=[一-鿿，。“])(?=\d)|(?<=[\d%])(?=[一-鿿])/g, ' '), least: 1 },
  'half-width punctuation': { of: text => text.replace(/[，（）：；]/g, mark => ',():;'.charAt('，（）：；'.indexOf(mark))), least: 1 },
  'page numbers inside sentences': { of: text => { let page = 0; return text.replace(/([一-鿿]{4})(?=[一-鿿]{3})/g, words => (++page % 150 === 0 ? `${words}— ${page / 150} —` : words)) }, least: 1 },
  'inconsistent markdown': { of: text => text.split('\n').map((line, at) => (/^[一二三四五]、/.test(line) ? (at % 2 ? `## **${line}**` : `### ${line}`) : /^[（(][一二三四五六七八九十]+[）)]/.test(line) && line.length < 60 ? `**${line}**` : line)).join('\n\n'), least: 1 },
  'every line hard-wrapped with blank lines between': { of: text => setIn(text, 56, { between: '\n\n', page: 22, edge: page => `— ${page} —` }), least: 0.99 },
  'lines of eighty without indents': { of: text => setIn(text, 80), least: 0.99 },
  'indented paragraphs and bare page numbers': { of: text => setIn(text, 60, { indent: '　　', page: 25 }), least: 0.99 },
  'running heads on every page': { of: text => setIn(text, 60, { indent: '　　', page: 20, edge: page => `- ${page} -\n某某区人民政府公报` }), least: 0.99 },
  'form feeds between pages': { of: text => setIn(text, 50, { page: 24, edge: page => `第 ${page} 页 共 40 页\n\f` }), least: 0.99 },
  'one line with blanks for breaks': { of: text => text.replaceAll('\n', '  '), least: 0.99 },
  'one line without anything for breaks': { of: text => text.replaceAll('\n', ''), least: 0.98 },
}

/** What a paper says, as words that can be compared. */
const saidIn = (text: string) => readPaper(text).facts.map(({ name, value, upper, unit, kind, period }) => [name, value, upper, unit, kind, period].join('|').replace(/\s/g, ''))

describe.skipIf(!there)('the figures of real reports survive', () => {
  const whole = sound.map(({ text }) => saidIn(text))
  it.each(Object.entries(damages))('%s', (_, { of, least }) => {
    let same = 0, all = 0
    sound.forEach(({ text }, at) => {
      const left = saidIn(of(text))
      for (const said of whole[at] ?? []) {
        all++
        const found = left.indexOf(said)
        if (found >= 0) { same++; left.splice(found, 1) }
      }
    })
    expect(same / all).toBeGreaterThanOrEqual(least)
  })
})

describe('what the planner says of a paper', () => {
  const raw = '一、2023年工作回顾\n全区新增学位900个。\n二、2024年工作安排\n新建学校2所。'

  it('counts more than what was found, and is no longer inferred', () => {
    const { document } = readPaper(raw, { title: '2024年云山区政府工作报告', resultsPeriod: '2023H1', kind: 'work-report' })
    expect(document).toMatchObject({ title: '2024年云山区政府工作报告', resultsPeriod: '2023H1', planPeriod: '2024' })
    expect(document.inferred).not.toContain('kind')
  })

  it('every span of a reading lies inside the raw text', () => {
    const { outline, facts, promises, glossary, repairs, doubts } = readPaper(raw)
    for (const { start, end } of [...outline, ...facts, ...promises, ...glossary, ...repairs, ...doubts]) expect(start >= 0 && end >= start && end <= raw.length).toBe(true)
  })
})
