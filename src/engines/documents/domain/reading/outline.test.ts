import { describe, expect, it } from 'vitest'
import type { Block } from '../../schema.ts'
import { cleanText } from './clean-text.ts'
import { outlineOf } from './outline.ts'

/** Each block as `kind level role text`, the text cut to its first characters. */
function outlined(raw: string) {
  const clean = cleanText(raw)
  return outlineOf(clean).map(block => `${block.kind} ${block.level ?? '-'} ${block.role} ${clean.text.slice(block.clean.start, block.clean.end).trim().slice(0, 14)}`)
}
const roleOf = (raw: string, words: string): Block['role'] | undefined => {
  const clean = cleanText(raw)
  return outlineOf(clean).find(block => clean.text.slice(block.clean.start, block.clean.end).includes(words))?.role
}

const planReport = `关于云山区2023年国民经济和社会发展计划执行情况与2024年计划草案的报告
——2024年2月1日在云山区第三届人民代表大会第二次会议上
云山区发展和改革局局长 李四
各位代表：
受云山区人民政府委托，我向大会报告计划执行情况与计划草案，请予审议。
一、2023年国民经济和社会发展计划执行情况
2023年，全区上下齐心协力，经济稳中有进。
（一）产业更强，投资更旺。
**产业集聚提速。**引进企业200家。
城区建设提质。建成公园6个。
虽然全区经济总体平稳，但仍存在不少困难和问题：新动能还不够强。
二、2024年国民经济和社会发展计划安排建议
今年是关键一年，做好工作意义重大。
主要预期目标如下：
——生产总值增长5%左右；
——就业完成市下达目标；
为完成以上目标，建议重点抓好以下两个方面工作：
（一）做强产业。扩大招商。引进企业不少于150家。
（二）加强政府自身建设。办结建议提案100件。
以上报告，请予审议。`

describe('the outline of a plan report', () => {
  it('has title, parts, groups, leads, targets and closing, each with its role', () => {
    expect(outlined(planReport)).toEqual([
      'title 0 front 关于云山区2023年国民经济', 'paragraph - front ——2024年2月1日在云山', 'paragraph - front 云山区发展和改革局局长 李四', 'paragraph - front 各位代表：', 'paragraph - front 受云山区人民政府委托，我向大',
      'heading 1 results 一、2023年国民经济和社会', 'paragraph - results 2023年，全区上下齐心协力', 'heading 2 results （一）产业更强，投资更旺。', 'lead 3 results 产业集聚提速。', 'paragraph - results 引进企业200家。', 'lead 3 results 城区建设提质。', 'paragraph - results 建成公园6个。', 'paragraph - problems 虽然全区经济总体平稳，但仍存',
      'heading 1 tasks 二、2024年国民经济和社会', 'paragraph - outlook 今年是关键一年，做好工作意义', 'paragraph - targets 主要预期目标如下：', 'list-item - targets ——生产总值增长5%左右；', 'list-item - targets ——就业完成市下达目标；', 'paragraph - tasks 为完成以上目标，建议重点抓好',
      'heading 2 tasks （一）做强产业。', 'lead 3 tasks 扩大招商。', 'paragraph - tasks 引进企业不少于150家。', 'heading 2 self-government （二）加强政府自身建设。', 'paragraph - self-government 办结建议提案100件。', 'paragraph - closing 以上报告，请予审议。',
    ])
  })

  it('blocks know the headings above them', () => {
    const clean = cleanText(planReport), outline = outlineOf(clean)
    const byId = new Map(outline.map(block => [block.id, block]))
    const target = outline.find(block => clean.text.slice(block.clean.start, block.clean.end).startsWith('引进企业不少于'))
    expect(target?.path.map(id => byId.get(id)?.heading)).toEqual(['2024年国民经济和社会发展计划安排建议', '做强产业', '扩大招商'])
  })

  it('what stands behind the last group is not in it', () => {
    const outline = outlineOf(cleanText(planReport))
    expect(outline.find(block => block.role === 'problems')?.path).toHaveLength(1)
  })
})

describe('leads that follow one another in a paragraph', () => {
  it('later leads are as long as the first', () => {
    const raw = '一、上半年工作情况\n（一）经济持续向好。产业发展提速增效。新增企业200家，园区产值增长8%。城区品质显著改善。建成公园6个，群众有了更多去处。社会保持平稳有序。'
    expect(outlined(raw).filter(line => line.startsWith('lead'))).toEqual(['lead 3 results 产业发展提速增效。', 'lead 3 results 城区品质显著改善。'])
  })

  it('一要 and 二要 in a paragraph are leads', () => {
    expect(outlined('二、下一步工作安排\n（一）扩大内需。一要提振消费。举办活动60场。二要扩大投资，抓好项目。开工项目30个。').filter(line => line.startsWith('lead'))).toEqual(['lead 3 tasks 一要提振消费。', 'lead 3 tasks 二要扩大投资，抓好项目。'])
  })
})

describe('leads on lines of their own', () => {
  it('hold for what follows, to the next one', () => {
    const raw = '二、下一步工作安排\n（一）扩大内需\n加力扩大有效投资。\n开工项目30个，完成投资20亿元。\n抓好项目储备，做实前期工作，形成滚动接续的局面。\n持续提振消费。\n举办活动60场，打造消费新场景。'
    const clean = cleanText(raw), outline = outlineOf(clean)
    const headings = new Map(outline.map(block => [block.id, block.heading]))
    expect(outline.filter(block => block.kind === 'paragraph').map(block => headings.get(block.path.at(-1) ?? ''))).toEqual(['加力扩大有效投资', '加力扩大有效投资', '持续提振消费'])
  })
})

describe('roles by the words of headings', () => {
  it('work reports look back, over five years, and ahead', () => {
    const raw = '一、2020年工作回顾\n全区新增学位900个。\n二、“十三五”时期主要成就\n五年来，建成学校12所。\n三、2021年工作安排\n新建学校2所。'
    expect([roleOf(raw, '900个'), roleOf(raw, '12所'), roleOf(raw, '新建学校')]).toEqual(['results', 'results', 'tasks'])
  })

  it('half-year reports give 情况 and then 下半年', () => {
    const raw = '一、上半年全区经济社会发展情况\n税收增长8%。\n二、下半年工作安排\n综观当前形势，压力不小。\n（一）稳增长。全年增长5%以上。'
    expect([roleOf(raw, '税收'), roleOf(raw, '综观'), roleOf(raw, '5%')]).toEqual(['results', 'outlook', 'tasks'])
  })

  it('chapters without numbers stand above the numbered ones', () => {
    const raw = '各位代表：\n我代表区政府报告工作，请予审议。\n“十四五”时期发展成就和2025年工作回顾\n五年来，全区建成学校12所，新增学位两万个。\n“十五五”时期主要目标和2026年重点工作\n未来五年任务很重，我们要加倍努力，做好各项准备。\n一、做强产业\n引进企业150家。'
    const lines = outlined(raw).filter(line => line.startsWith('heading'))
    expect(lines).toEqual(['heading 1 results “十四五”时期发展成就和20', 'heading 1 tasks “十五五”时期主要目标和20', 'heading 2 tasks 一、做强产业'])
  })

  it('self-government among the results is a result', () => {
    expect(roleOf('一、2023年工作回顾\n（六）政府自身建设不断加强。办结建议281件。\n二、2024年工作安排\n继续努力。', '281件')).toBe('results')
  })
})

describe('annexes', () => {
  const raw = `${planReport}\n附件1\n2024年十件民生实事\n一、办好社区食堂。新建食堂12个。\n二、加装电梯不少于300台。\n附件2\n名词解释\n1.“两廊”：滨江走廊和山前走廊。`

  it('items numbered like chapters are none, the glossary is told apart', () => {
    expect(outlined(raw).slice(-8)).toEqual(['heading 1 annex 附件1', 'heading 2 annex 2024年十件民生实事', 'lead 3 annex 一、办好社区食堂。', 'list-item - annex 新建食堂12个。', 'list-item - annex 二、加装电梯不少于300台。', 'heading 1 annex 附件2', 'heading 2 glossary 名词解释', 'list-item - glossary 1.“两廊”：滨江走廊和山前'])
  })
})

describe('other shapes of papers', () => {
  it('a table of contents is no second outline', () => {
    const raw = '2024年云山区政府工作报告\n目 录\n一、2023年工作回顾……………1\n二、2024年工作安排……………9\n各位代表：\n我代表区人民政府报告工作，请予审议。\n一、2023年工作回顾\n新增学位900个。\n二、2024年工作安排\n新建学校2所。'
    expect(outlined(raw).filter(line => line.startsWith('heading'))).toEqual(['heading 1 results 一、2023年工作回顾', 'heading 1 tasks 二、2024年工作安排'])
  })

  it('a five-year plan has 篇, 章 and 节, all of them about what is to be done but for the first', () => {
    const raw = '云山区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要\n第一篇 发展基础和主要成就\n第一章 “十三五”时期成就\n建成学校12所。\n第二篇 做强产业\n第二章 建设园区\n第一节 扩大招商\n引进企业500家。'
    expect(outlined(raw).filter(line => line.startsWith('heading'))).toEqual(['heading 1 results 第一篇 发展基础和主要成就', 'heading 2 results 第一章“十三五”时期成就', 'heading 1 tasks 第二篇 做强产业', 'heading 2 tasks 第二章 建设园区', 'heading 3 tasks 第一节 扩大招商'])
  })

  it('1. alone on its line heads the paragraph below, a run of them is a list', () => {
    const raw = '二、下一步工作安排\n（一）扩大内需\n1.提振消费\n举办活动60场，打造消费新场景。\n重点做好：\n1.招商引资；\n2.项目建设。'
    expect(outlined(raw).slice(2)).toEqual(['heading 3 tasks 1.提振消费', 'paragraph - tasks 举办活动60场，打造消费新场', 'paragraph - tasks 重点做好：', 'list-item - tasks 1.招商引资；', 'list-item - tasks 2.项目建设。'])
  })

  it('附表 above a table is its caption, and the report goes on', () => {
    const raw = '一、2023年工作回顾\n（一）产业更强。引进企业200家。\n附表1 主要指标完成情况\n指标名称 完成情况\n就业人数 2万人\n（二）城区更美。建成公园6个。'
    expect(outlined(raw).slice(3)).toEqual(['paragraph - results 附表1主要指标完成情况', 'table-row - results 指标名称\t完成情况', 'table-row - results 就业人数\t2万人', 'heading 2 results （二）城区更美。', 'paragraph - results 建成公园6个。'])
  })
})
