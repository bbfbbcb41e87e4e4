import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'
import { indicators } from './indicators.ts'

export const annualPlan: Pack = {
  id: 'annual-plan',
  version: 1,
  name: { zh: '年度计划', en: 'Annual plan' },
  what: { zh: '计划年度的主要预期目标、完成情况和亮灯：目标从计划报告读来，结果从后来的报告读来', en: "The plan year's headline targets, their completion and lights: targets read from the plan report, results from later papers" },
  origins: [
    { document: '越秀区2023年计划报告', section: '二' },
    { document: '越秀区2023年上半年报告', section: '一、二（一）' },
    { document: '越秀区2025年计划报告', section: '一（一）、二' },
    { document: '荔湾区2024年计划报告', section: '二' },
  ],
  systems: [
    { id: 'S001', example: '主要预期目标逐条读成目标，左右、以上、不低于各归其位', page: '/plan/2023', extent: { zh: '读入、核对、跟踪计划，跨年度跟踪同一承诺；由系统起草计划报告还没有', en: 'The plan is read, reviewed and followed, the same promise across years as well; the report is not drafted here yet' } },
    { id: 'S002', example: '主要预期目标逐条读成目标，左右、以上、不低于各归其位', page: '/plan/2023' },
    { id: 'S003', example: '“完成市下达目标”没有数字，也是目标', page: '/plan/2025' },
    { id: 'S004', example: '主要指标完成情况表逐行读成结果，画横线的记为待公布', page: '/plan/2024' },
    { id: 'S007', example: '300个优质项目按份额分给三个单位，取整后正好分完', page: '/organisation', extent: { zh: '每个街道和部门一页责任清单：签认的分解目标、牵头与配合的任务、主管的指标；自定方案的文本还没有', en: 'A page for each street and department: its signed parts of targets, the tasks it leads or helps with, the indicators it keeps; the text of its own scheme is not written here yet' } },
    { id: 'S025', example: '约4.5%的目标差0.3个百分点以内，仍算达到', page: '/cockpit', extent: { zh: '指标和可计量的任务亮灯；单个项目的灯在项目总表', en: 'Indicators and measurable tasks; lights of single projects are in the portfolio' } },
    { id: 'S249', example: '半年报告第一部分是上半年的结果，第二部分是全年的目标', page: '/imports', extent: { zh: '读入半年报告，与年初目标对照，指出哪些重申、哪些未再提；由系统起草还没有', en: 'The report is read and held against the targets of February: what is restated, what is dropped; it is not drafted here yet' } },
  ],
  indicators,
  words: [
    { zh: '主要预期目标', en: 'headline target', meaning: { zh: '计划报告提请大会审议的年度目标，分预期性和约束性', en: 'A target of the year that the plan report puts before the congress, expected or binding' } },
    { zh: '市下达目标', en: 'target set by the municipality', meaning: { zh: '由市下达、数值后到的目标；到达前不评灯', en: 'A target whose value the municipality sets later; not judged until it arrives' } },
    { zh: '目标分解', en: 'division', meaning: { zh: '把全区目标分到部门和街道，各单位负责人签认后生效', en: 'A target of the district divided among departments and streets, in force when their heads have signed' } },
    { zh: '左右', en: 'about', meaning: { zh: '目标数值允许的小幅偏差；幅度由区设定', en: 'A small deviation allowed either side; how small is set by the district' } },
    { zh: '主要指标完成情况', en: 'completion table', meaning: { zh: '下一年报告里与目标同名的一组结果，未公布的画一横线并注明何时由谁公布', en: 'Next year’s results under the same names; what is unpublished is a dash with a note of who publishes it and when' } },
  ],
  examples,
}
