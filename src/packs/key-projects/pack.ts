import { type Pack } from '../pack.ts'
import { blockerExamples } from './blocker-examples.ts'
import { blocker } from './blockers.ts'
import { examples } from './examples.ts'
import { indicators } from './indicators.ts'
import { projectExamples } from './project-examples.ts'
import { projects } from './rules.ts'

export const keyProjects: Pack = {
  id: 'key-projects',
  version: 2,
  name: { zh: '重点项目', en: 'Key projects' },
  what: { zh: '每个重点项目的阶段、节点、年度投资、堵点和亮灯，市、区清单分开；连同全部项目的个数、投资和序时进度', en: 'Phase, nodes, investment of the year, blockers and light of each key project, city and district lists apart; and number, investment and schedule of all together' },
  origins: [
    { document: '越秀区2021年政府工作报告', section: '一（二）、三（三）' },
    { document: '越秀区2023年计划报告', section: '一（二）、二（一）' },
    { document: '越秀区2023年上半年报告', section: '一（二）、二（一）' },
    { document: '越秀区2025年计划报告', section: '一（一）、二（四）' },
    { document: '越秀区2023年上半年报告：“四个一批”和亮灯只有名称，没有列出是哪四批、按什么规则；谋划、储备、开工、投产四个阶段和亮灯界限（落后5、10个百分点，节点逾期1、30天，堵点15、30天，次月10日前报数，三项取最差）为本系统暂用', section: '二（一）' },
    { document: '工程建设11个、决策4个、招商引资3个节点：宜昌市公开做法；节点名称、权重和时间占比为本系统暂用', section: '公开做法' },
    { document: '红灯在欠账补齐后先转黄灯：瓯海区、温州市公开做法', section: '公开做法' },
    { document: '堵点的分类、主办部门和时限（1、15、5个工作日）：文件没有规定，暂用', section: '时限' },
  ],
  systems: [
    { id: 'S022', example: '资金、节点、堵点三项取最差：资金绿、节点黄、堵点红，项目亮红灯', page: '/projects', extent: { zh: '逐个项目的清单、阶段、节点、年度投资、堵点和灯；与市平台的数据交换没有', en: 'List, phase, nodes, investment, blockers and light of each project; no exchange with the city’s platform' } },
    { id: 'S023', example: '同样的完成数，没有分月计划的按时间折算，亮红灯', page: '/projects' },
    { id: 'S024', example: '年度投资计划已经完成，节点逾期的仍是黄灯', page: '/projects', extent: { zh: '逐个项目、按清单和业主筛选后合计；按行业还没有', en: 'By project, and in total of a list or an owner; not yet by sector' } },
    { id: 'S025', example: '下一个月仍达标，再转绿灯', page: '/projects', extent: { zh: '单个项目的灯，最差的排在前面；指标和任务的灯在年度计划', en: 'Lights of single projects, the worst first; those of indicators and tasks are in the annual plan' } },
    { id: 'S030', example: '用地、资金、征拆几个部门同时办理，各有时限', page: '/cases', extent: { zh: '项目要素方面的堵点由几个部门同时办理、限时答复；审批本身不在本系统', en: 'Blockers of land, money and permits worked on side by side within a time; the permits themselves are given elsewhere' } },
  ],
  indicators,
  caseTypes: [blocker],
  projects,
  words: [
    { zh: '堵点', en: 'blocker', meaning: { zh: '妨碍项目推进、须由某个部门解决的事；未解决的天数影响项目的灯', en: 'What stands in the way of a project and a department must remove; the days it stays count for the light' } },
    { zh: '节点', en: 'node', meaning: { zh: '项目计划完成的一步，有日期和前置节点；当天不算逾期', en: 'A step that a project is to reach by a day, after others; not late on the day itself' } },
    { zh: '四个一批', en: 'the four batches', meaning: { zh: '谋划、储备、开工、投产；文件没有列明，本区可以改', en: 'Planned, reserved, started, in operation; the papers do not list them, and the district may change them' } },
    { zh: '序时进度', en: 'expected pace', meaning: { zh: '到某日为止按时间（或往年各月占比）应完成的份额', en: 'The share due by a day, from the time passed or from past years’ months' } },
    { zh: '攻城拔寨', en: 'campaign (of key projects)', meaning: { zh: '重点项目攻坚行动的名称；市级清单与区级清单分开', en: 'Name of the drive for key projects; the city list and the district list are kept apart' } },
  ],
  examples: [...examples, ...projectExamples, ...blockerExamples],
}
