import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text.ts'
import { frontMatterOf } from './front-matter.ts'
import { termsOf } from './glossary.ts'
import { outlineOf } from './outline.ts'
import { structureDoubtsOf } from './structure-doubts.ts'

const wordsOf = (raw: string) => { const clean = cleanText(raw); return termsOf(clean, outlineOf(clean)).map(({ word, meaning }) => [word, meaning]) }
const doubtsOf = (raw: string) => { const clean = cleanText(raw), outline = outlineOf(clean); return structureDoubtsOf(clean, outline, frontMatterOf(raw, clean, outline)) }
const kindsOf = (raw: string) => doubtsOf(raw).map(doubt => doubt.kind)

describe('words a paper explains', () => {
  it('are read from its glossary, whether the colon is there or lost', () => {
    expect(wordsOf('一、2023年工作回顾\n增长5%。\n名词解释\n1.“两廊”：滨江走廊和山前走廊。\n四个服务即服务群众、服务企业、服务基层、服务创新。\n三人小组由社工、民警和医护组成的走访队伍。\n“六稳稳就业、稳金融、稳外贸。')).toEqual([
      ['两廊', '滨江走廊和山前走廊。'], ['四个服务', '服务群众、服务企业、服务基层、服务创新。'], ['三人小组', '由社工、民警和医护组成的走访队伍。'], ['六稳', '稳就业、稳金融、稳外贸。'],
    ])
  })

  it('are read from footnotes, the word being what the mark stands behind', () => {
    expect(wordsOf('健全“六位一体”<sup>1</sup>保护体系。\n\n<sup>1</sup> 家庭、学校、社会等六个方面。')).toEqual([['六位一体', '家庭、学校、社会等六个方面。']])
  })

  it('are read from sentences with 即 and 以下简称', () => {
    expect(wordsOf('推进“双百”行动，即百个项目、百家企业。全区编制了发展规划草案（以下简称《草案》）。')).toEqual([['双百行动', '百个项目、百家企业'], ['草案', '全区编制了发展规划草案']])
  })
})

const front = '2024年云山区政府工作报告\n——2024年2月1日在云山区第三届人民代表大会第二次会议上\n各位代表：\n我代表区人民政府报告工作，请予审议。\n'
const long = '各项工作扎实推进，成效不断显现，群众的获得感持续增强。'.repeat(12)

describe('doubts about the structure of a paper', () => {
  it('a sound paper raises none', () => {
    expect(doubtsOf(`${front}一、2023年工作回顾\n${long}\n二、2024年工作安排\n${long}以上报告，请予审议。`)).toEqual([])
  })

  it('a heading number that is skipped is named', () => {
    expect(kindsOf(`${front}一、2023年工作回顾\n（一）产业更强。${long}\n（三）城区更美。${long}\n二、2024年工作安排\n${long}`)).toEqual(['lost-heading-number'])
  })

  it('a text that ends inside a sentence, or before its second part, is cut off', () => {
    expect(kindsOf(`${front}一、2023年工作回顾\n${long}\n二、2024年工作安排\n${long}加快推进滨江走廊建`)).toEqual(['cut-off'])
    expect(kindsOf(`${front}一、2023年工作回顾\n${long}`)).toEqual(['cut-off'])
  })

  it('seven points announced and two found: something is missing', () => {
    expect(kindsOf(`${front}一、2023年工作回顾\n${long}\n二、2024年工作安排\n重点抓好以下七个方面工作：\n（一）做强产业。${long}\n（二）办好民生。${long}`)).toEqual(['cut-off'])
  })

  it('a foreign word, half a pair of quotation marks and an uneven table are named with their place', () => {
    const raw = `${front}一、2023年工作回顾\n精神 and 作风持续改进。打造“滨江走廊品牌。\n| 指标 | 完成 |\n|---|---|\n| 就业 | 5万人 | 1 |\n二、2024年工作安排\n${long}`
    expect(doubtsOf(raw).map(doubt => [doubt.kind, raw.slice(doubt.start, doubt.start + 3)])).toEqual([['stray-word', 'and'], ['lost-quotation-mark', '“滨江'], ['unreadable-table', '就业 ']])
  })

  it('a paper without title and date asks for them', () => {
    expect(doubtsOf(`一、2023年工作回顾\n${long}\n二、2024年工作安排\n${long}`)).toMatchObject([{ kind: 'no-front-matter', message: { zh: '文中没有读到标题、日期、报告人，请补填' } }])
  })
})
