import { describe, expect, it } from 'vitest'
import { facts } from './test-paper.ts'

describe('never read as figures', () => {
  it.each([
    ['programme names', '贯彻“1213”总体部署和“2+3+8”产业布局，落实“4466”工程，推行7×24小时值守和“5+2”服务。'],
    ['proper names with digits', '751设计园、1906文化街区和T9创意坊开园，3A级景区、5G网络和地铁21号线有序推进，12345热线运行平稳。'],
    ['versions', '营商环境7.0版方案出台，工业4.0示范线启用。'],
    ['names of pollutants', 'PM2.5、PM10和CO2实现协同治理。'],
    ['ordinals', '第5届读书节、第三届灯会先后举办，第2批名单公布，第八次会议召开。'],
    ['dates and years', '2023年6月18日召开2023年第2次现场会，6月至9月开展集中行动，2021—2025年规划中期评估完成。'],
    ['document numbers', '印发府办〔2023〕12号文件。'],
    ['ages and minutes in names', '完善15分钟生活圈和“10分钟健身圈”，开展3岁以下托育试点，设立24小时自助服务区。'],
    ['anniversaries', '纪念建区60周年，庆祝改革开放45周年。'],
    ['talk', '坚持“两个维护”，落实八项规定，推进五位一体，抓好四个方面工作，开展一系列活动，打造一批街区。'],
    ['runs of counts that are names', '“一廊两带”成形，一河三涌四湖水质稳定，三级四类体系建立。'],
    ['lists summed up in words', '突出“强链、补链、延链”三大策略，实施“匠师”“名厨”“巧姐”三项工程。'],
    ['frequencies', '每月召开1次调度会，每季度开展2次督查。'],
    ['titles', '印发《加快工业发展30条》和《2024年行动方案》。'],
    ['ratios of structure', '三次产业结构调整为0.3:25.1:74.6。'],
  ])('%s', (_, text) => {
    expect(facts(text)).toEqual([])
  })

  it('a number that only describes what is counted is no figure of its own', () => {
    expect(facts('引进投资5亿元以上项目12个。')).toEqual(['引进投资5亿元以上项目 | 12个'])
    expect(facts('税收超亿元的楼宇达30栋。')).toEqual(['税收超亿元的楼宇 | 30栋'])
    expect(facts('出口占比超过20%的有14种。')).toEqual(['出口占比超过20% | 14种'])
  })

  it('durations are figures where something was shortened or reached', () => {
    expect(facts('审批时限压缩至3个工作日，租金减免6个月。')).toEqual(['审批时限 | 3个工作日', '租金减免 | 6个月'])
    expect(facts('企业变更登记1天办结。')).toEqual(['企业变更登记办结 | 1天'])
  })
})
