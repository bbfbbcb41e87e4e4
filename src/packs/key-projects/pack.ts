import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'
import { indicators } from './indicators.ts'

export const keyProjects: Pack = {
  id: 'key-projects',
  version: 1,
  name: { zh: '重点项目总量', en: 'Key projects in total' },
  what: { zh: '重点项目的个数、投资和序时进度，按市、区清单分开；单个项目在项目引擎', en: 'Number, investment and schedule of key projects, city and district lists apart; single projects belong to the projects engine' },
  origins: [
    { document: '越秀区2021年政府工作报告', section: '一（二）、三（三）' },
    { document: '越秀区2023年计划报告', section: '一（二）、二（一）' },
    { document: '越秀区2023年上半年报告', section: '一（二）、二（一）' },
    { document: '越秀区2025年计划报告', section: '一（一）、二（四）' },
  ],
  systems: [
    { id: 'S023', example: '时间过半，投资只完成三成五，落后序时进度15个百分点，亮红灯', page: '/plan/2023', extent: { zh: '全部重点项目合计；还不分项目、业主和行业', en: 'For all key projects together; not yet by project, owner or sector' } },
    { id: 'S024', example: '年度投资提前完成的，亮完成灯', page: '/plan/2023', extent: { zh: '全部重点项目合计；还不分项目、业主和行业', en: 'For all key projects together; not yet by project, owner or sector' } },
  ],
  indicators,
  words: [
    { zh: '序时进度', en: 'expected pace', meaning: { zh: '到某日为止按时间（或往年各月占比）应完成的份额', en: 'The share due by a day, from the time passed or from past years’ months' } },
    { zh: '攻城拔寨', en: 'campaign (of key projects)', meaning: { zh: '重点项目攻坚行动的名称；市级清单与区级清单分开', en: 'Name of the drive for key projects; the city list and the district list are kept apart' } },
  ],
  examples,
}
