import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'
import { indicators } from './indicators.ts'

export const investmentAttraction: Pack = {
  id: 'investment-attraction',
  version: 1,
  name: { zh: '招商引资指标', en: 'Investment promotion indicators' },
  what: { zh: '引进项目和企业的个数，按文件自己的分类登记，类别不同的不合并', en: 'How many projects and firms were brought in, by the classes the papers use; different classes are never merged' },
  origins: [
    { document: '越秀区2021年政府工作报告', section: '一（二）' },
    { document: '越秀区2023年计划报告', section: '一（二）、二（二）' },
    { document: '越秀区2023年上半年报告', section: '一（二）、二（一）' },
    { document: '越秀区2025年计划报告', section: '一（二）、二（四）' },
  ],
  systems: [
    { id: 'S057', example: '上半年引进209个优质项目，已完成全年280个的四分之三', page: '/plan/2023', extent: { zh: '个数与全年目标对照；单个项目的入库、落户、投产还没有', en: "Counts against the year's target; not yet the single projects" } },
  ],
  indicators,
  words: [
    { zh: '优质项目', en: 'good project', meaning: { zh: '报告用词，未公布认定标准；按报告个数登记', en: "The reports' word; no standard is published, so it is counted as reported" } },
    { zh: '入库项目', en: 'library project', meaning: { zh: '列入招商项目库的项目，与落户项目分开计数', en: 'A project entered in the promotion library; counted apart from those that landed' } },
  ],
  examples,
}
