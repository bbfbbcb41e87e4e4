import { flow } from '../indicator.ts'
import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'
import { forms } from './forms.ts'

export const reporting: Pack = {
  id: 'reporting',
  version: 1,
  name: { zh: '报表报送', en: 'Returns' },
  what: { zh: '部门和街道按周、月、季报送：报表、截止日、校核、审核、核收；能算的不填，报过的不再填', en: 'Departments and streets report by week, month and quarter: forms, due days, checks, approval, acceptance; what can be worked out or was told already is not asked' },
  origins: [
    { document: '越秀区2023年上半年报告', section: '二（一）' },
    { document: '越秀区2021年政府工作报告', section: '一（六）、三（六）' },
  ],
  systems: [
    { id: 'S005', example: '月报填全、没有异常，可以直接报送，累计由系统算出', page: '/returns', extent: { zh: '周调度表和月报的报送、审核、核收；调度会议和日监测数据接入还没有', en: 'Weekly and monthly returns with their approval; no dispatch meetings and no daily feeds yet' } },
  ],
  indicators: [flow('COMMITMENTS-DONE', '办结承诺事项', 'Commitments done', '项', { frequency: 'month' })],
  forms,
  words: [
    { zh: '报送周期', en: 'rhythm', meaning: { zh: '一张报表多久报一次：日、周、月、季、半年、年', en: 'How often a form is filled: day, week, month, quarter, half-year, year' } },
    { zh: '核收', en: 'accept', meaning: { zh: '计划部门收下已审核的填报表，数据随即锁定并入账', en: 'The planner takes an approved sheet, which locks it and brings its figures into the ledger' } },
  ],
  examples,
}
