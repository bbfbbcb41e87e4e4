import { describe, expect, it } from 'vitest'
import { testRules } from '../../../../testkit/project.ts'
import { ProjectRow } from '../contract.ts'
import { portfolioColumns, portfolioTable } from './portfolio-columns.ts'

const row: ProjectRow = {
  id: '0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee', code: '2024-001', name: '示例学校扩建', of: 'construction', phase: 'started', owner: { id: '0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeee1', name: '区教育局' }, place: { unit: { id: '0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeee2', name: '示例社区' }, point: { lng: 113.27, lat: 23.13 } }, lists: ['district-key', 'city-key'],
  total: 10_000, planned: 3000, due: 1500, done: 1234.5, lead: -8.85, light: 'slipping', computed: 'off-pace', because: { zh: '落后', en: 'Behind' }, overridden: true,
  nodes: { all: 11, reached: 4, late: 1 }, blockers: { open: 1, oldest: '2025-03-01' }, leader: null, generated: true, seq: 12,
}
const cells = (of: ProjectRow, language: 'zh' | 'en') => { const [header = [], line = []] = portfolioTable([of], { language, rules: testRules }); return Object.fromEntries(header.map((name, i) => [name, line[i]])) }

describe('the columns of the portfolio', () => {
  it('have keys and headers that never repeat, in both languages', () => {
    for (const of of [portfolioColumns.map(c => c.key), portfolioColumns.map(c => c.header.zh), portfolioColumns.map(c => c.header.en)]) expect(new Set(of).size).toBe(portfolioColumns.length)
  })

  it('say everything that a row knows in the words of the district', () => {
    expect(ProjectRow.parse(row)).toEqual(row)
    expect(cells(row, 'zh')).toEqual({
      项目编号: '2024-001', 项目名称: '示例学校扩建', 类型: '建设', 阶段: '开工', 所在清单: '区重点建设项目、市重点项目', 业主单位: '区教育局', 挂点领导: null, 所在单位: '示例社区', 经度: 113.27, 纬度: 23.13,
      '总投资（万元）': 10_000, '年度计划（万元）': 3000, '应完成（万元）': 1500, '已完成（万元）': 1234.5, '年度计划完成率（%）': 41.15, '超前或滞后（百分点）': -8.85,
      亮灯: '滞后', 系统评灯: '严重滞后', 人工调灯: '是', 评灯理由: '落后', 节点数: 11, 已完成节点: 4, 逾期节点: 1, 未解决堵点: 1, 最早堵点提出日期: '2025-03-01', 演示生成: '是',
    })
    expect(cells(row, 'en')).toMatchObject({ Kind: '建设', Lists: '区重点建设项目, 市重点项目', Light: 'Slipping', 'Light as computed': 'Off pace', Overridden: 'yes', Why: 'Behind', Generated: 'yes' })
  })

  it('leave empty what is not known, and take no plan for a plan of nothing', () => {
    const bare: ProjectRow = { ...row, of: 'gone', lists: [], place: { unit: null, point: null }, total: null, planned: null, due: null, done: 0, lead: null, overridden: false, blockers: { open: 0, oldest: null }, generated: false }
    expect(cells(bare, 'zh')).toMatchObject({ 类型: 'gone', 所在清单: null, 所在单位: null, 经度: null, '总投资（万元）': null, '年度计划（万元）': null, '已完成（万元）': null, '年度计划完成率（%）': null, 人工调灯: null, 演示生成: null })
    expect(cells({ ...bare, planned: 0 }, 'zh')).toMatchObject({ '已完成（万元）': 0, '年度计划完成率（%）': null })
  })
})
