import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text.ts'
import { frontMatterOf } from './front-matter.ts'
import { outlineOf } from './outline.ts'

const frontOf = (raw: string) => { const clean = cleanText(raw); return frontMatterOf(raw, clean, outlineOf(clean)) }

describe('the form at the head of an import', () => {
  it('is read from a plan report: last year is looked back on, this year planned', () => {
    expect(frontOf('关于珠城市云山区2022年国民经济和社会发展计划执行情况与2023年计划草案的报告\n——2023 年 2 月 7 日在珠城市云山区第三届\n人民代表大会第二次会议上\n珠城市云山区发展和改革局局长 李四\n各位代表：\n受云山区人民政府委托，我向大会报告，请予审议。\n一、2022年计划执行情况\n增长5%。')).toEqual({
      title: '关于珠城市云山区2022年国民经济和社会发展计划执行情况与2023年计划草案的报告', kind: 'plan-report', body: '云山区人民政府', date: '2023-02-07', session: '珠城市云山区第三届人民代表大会第二次会议', speaker: '李四', district: '云山区', year: 2023, resultsPeriod: '2022', planPeriod: '2023', inferred: [],
    })
  })

  it('is read from a half-year report: the first half is looked back on', () => {
    expect(frontOf('云山区人民政府关于2023年上半年工作情况和下半年工作安排的报告\n——2023年8月29日在云山区第三届人大常委会第二十三次会议上\n云山区人民政府\n主任、各位副主任、各位委员：\n现在我代表区人民政府报告工作，请予审议。\n一、上半年工作情况\n增长5%。')).toMatchObject({ kind: 'half-year-report', body: '云山区人民政府', date: '2023-08-29', session: '云山区第三届人大常委会第二十三次会议', speaker: null, year: 2023, resultsPeriod: '2023H1', planPeriod: '2023' })
  })

  it('is read from a work report, with the date in Chinese numerals and the name without a blank', () => {
    expect(frontOf('政 府 工 作 报 告\n——二〇二一年二月六日在云山区第二届人民代表大会第八次会议上\n云山区区长王小五\n各位代表：\n我代表区人民政府向大会报告工作，请予审议。\n一、2020年工作回顾\n新增学位900个。\n二、2021年工作安排\n新建学校2所。')).toMatchObject({ kind: 'work-report', date: '2021-02-06', session: '云山区第二届人民代表大会第八次会议', speaker: '王小五', district: '云山区', body: '云山区人民政府', year: 2021, resultsPeriod: '2020', planPeriod: '2021' })
  })

  it('is read where the session is named without 第 and a caption stands between', () => {
    expect(frontOf('2026年岭西省政府工作报告\n——二〇二六年一月二十七日在岭西省四届人民代表大会第四次会议上\n来源：岭西日报\n岭西省省长 孙七\n孙七作政府工作报告。岭西日报记者 周八\n各位代表：\n我代表省人民政府，向大会报告工作，请一并审议，并请列席人员提出意见。\n“十四五”时期工作回顾\n五年来，建成学校120所，群众生活持续改善。\n2026年重点工作\n新建学校20所，办好民生实事。')).toMatchObject({ title: '2026年岭西省政府工作报告', date: '2026-01-27', session: '岭西省四届人民代表大会第四次会议', speaker: '孙七', district: '岭西省', body: '岭西省人民政府', year: 2026, planPeriod: '2026' })
  })

  it('a file without title, date and speaker leaves them open and infers the years from its headings', () => {
    expect(frontOf('一、2023年工作回顾\n全区生产总值增长5.1%，各项事业都有新的进步，群众生活持续改善。\n二、2024年工作安排\n生产总值增长5%左右。')).toMatchObject({ title: null, date: null, speaker: null, session: null, body: null, kind: 'work-report', year: 2024, resultsPeriod: '2023', planPeriod: '2024', inferred: ['kind'] })
  })

  it('the day of publication on a web page stands in for the day of the speech, and says so', () => {
    const front = frontOf('发布日期:2024-02-10 09:35\n2024年云山区政府工作报告\n各位代表：\n我代表区人民政府报告工作，请予审议。\n一、2023年工作回顾\n增长5%。')
    expect(front.date).toBe('2024-02-10')
    expect(front.inferred).toContain('date')
  })

  it('a provincial report without dashes before its date keeps the title clean', () => {
    expect(frontOf('2026年岭北省人民政府工作报告\n分享：\n2026年2月3日在岭北省第四届人民代表大会第五次会议上\n岭北省人民政府省长 赵六\n各位代表：\n现在，我代表省人民政府，向大会报告工作，请予审议。\n一、2025年工作回顾\n增长5%。')).toMatchObject({ title: '2026年岭北省人民政府工作报告', session: '岭北省第四届人民代表大会第五次会议', speaker: '赵六', district: '岭北省', body: '岭北省人民政府' })
  })

  it('a five-year plan names its years by its ordinal', () => {
    expect(frontOf('云山区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要\n第一章 发展基础\n建成学校12所。')).toMatchObject({ kind: 'five-year-plan', district: '云山区', year: 2021, resultsPeriod: '2016-2020', planPeriod: '2021-2025' })
  })
})
