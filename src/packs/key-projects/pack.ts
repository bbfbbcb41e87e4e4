import { type Pack } from '../pack.ts'
import { blockerExamples } from './blocker-examples.ts'
import { blocker } from './blockers.ts'
import { examples } from './examples.ts'
import { indicators } from './indicators.ts'
import { projectExamples } from './project-examples.ts'
import { projects } from './rules.ts'
import { startExamples } from './start-examples.ts'
import { worksExamples } from './works-examples.ts'

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
    { document: '越秀区2023年计划报告：“一项目一方案一专班”只有名称；没有专班、方案或节点不能转开工，为本系统暂用', section: '二（一）' },
    { document: '工程建设11个、决策4个、招商引资3个节点：宜昌市公开做法；节点名称、权重和时间占比为本系统暂用', section: '公开做法' },
    { document: '红灯在欠账补齐后先转黄灯：瓯海区、温州市公开做法', section: '公开做法' },
    { document: '堵点的分类、主办部门和时限（1、15、5个工作日）：文件没有规定，暂用', section: '时限' },
    { document: '并联审批只有名称，没有列出事项和时限；七项审批、各自的时限（3至15个工作日）和先后关系为本系统暂用，各区在自己的能力包里改', section: '审批' },
    { document: '项目库滚动接续没有规定：库龄界限（谋划、储备365天，开工1460天）和储备不少于当年开工1.5倍为本系统暂用', section: '项目库' },
  ],
  systems: [
    { id: 'S022', example: '资金、节点、堵点三项取最差：资金绿、节点黄、堵点红，项目亮红灯', page: '/projects', extent: { zh: '逐个项目的清单、阶段、节点、年度投资、堵点和灯；与市平台的数据交换没有', en: 'List, phase, nodes, investment, blockers and light of each project; no exchange with the city’s platform' } },
    { id: 'S023', example: '同样的完成数，没有分月计划的按时间折算，亮红灯', page: '/projects' },
    { id: 'S024', example: '年度投资计划已经完成，节点逾期的仍是黄灯', page: '/projects', extent: { zh: '逐个项目、按清单和业主筛选后合计；按行业还没有', en: 'By project, and in total of a list or an owner; not yet by sector' } },
    { id: 'S025', example: '下一个月仍达标，再转绿灯', page: '/projects', extent: { zh: '单个项目的灯，最差的排在前面；指标和任务的灯在年度计划', en: 'Lights of single projects, the worst first; those of indicators and tasks are in the annual plan' } },
    { id: 'S028', example: '有专班、有方案、排了节点，可以开工', page: '/task-forces', extent: { zh: '转开工须有一个专班、一份方案和节点；方案是逐项措施，不是一份文件', en: 'Building begins only with one task force, its plan and nodes; the plan is a list of measures, not a paper' } },
    { id: 'S029', example: '没有专班，不能开工', page: '/task-forces', extent: { zh: '领衔领导、成员、项目、方案、记事和到期撤销；区城建总指挥部一类常设机构的内部管理没有', en: 'Leader, members, projects, plan, log, dissolved on its day; not the inner running of standing commands' } },
    { id: 'S026', example: '储备3个、当年开工2个，恰好1.5倍，总投资也够：接得上', page: '/projects/pool', extent: { zh: '按年看四个阶段的转入、转出去向、转化率和储备是否接得上；四批的名称和倍数为暂用', en: 'By year what came into the four phases and left them, shares that moved on, and whether the reserve suffices; the batches and the ratio are ours' } },
    { id: 'S027', example: '入库满365天不算超龄，第366天算', page: '/projects/pool', extent: { zh: '从入库到投产或退库的全过程、库龄和超龄项目；没有与市级项目库的数据交换', en: 'From taking in to operation or withdrawal, ages and what is too old; no exchange with the library of the city' } },
    { id: 'S030', example: '立项和用地同时申报，各按各的时限', page: '/projects', extent: { zh: '每个工程项目的审批并联登记：谁在办、何时到期、超时几天、退回停表；要素方面的堵点由几个部门同时办理。审批本身不在本系统，由业主单位登记结果', en: 'The approvals of each project side by side: who has it, when it is due, how late, the clock stopped while sent back; blockers of land, money and permits worked on side by side. The permits themselves are given elsewhere and told by the owner' } },
    { id: 'S039', example: '120户签约90户、清场60户：签约率75%、清场率50%；没有拆除任务的不算比率', page: '/projects', extent: { zh: '逐个项目的户数签约、清场和土地、拆除面积，累计填报；没有逐户台账和地图上的范围', en: 'By project, households signed and cleared and areas acquired and torn down, told cumulatively; no ledger of single households and no outline on a map' } },
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
  examples: [...examples, ...startExamples, ...projectExamples, ...blockerExamples, ...worksExamples],
}
