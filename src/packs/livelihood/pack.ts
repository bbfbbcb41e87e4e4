import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'
import { homesAndCare } from './homes-and-care.ts'
import { workAndLearning } from './work-and-learning.ts'

export const livelihood: Pack = {
  id: 'livelihood',
  version: 1,
  name: { zh: '民生指标', en: 'Livelihood indicators' },
  what: { zh: '就业、住房、养老、教育、文化的可计数承诺：目标写在哪份文件、后来完成多少', en: 'Countable promises on work, homes, care, schools and culture: which paper set them and what came of them' },
  origins: [
    { document: '越秀区2021年政府工作报告', section: '一（五）、三（五）、附件1' },
    { document: '越秀区2023年计划报告', section: '一（五）、二（六）' },
    { document: '越秀区2023年上半年报告', section: '一（四）、一（五）、二（六）' },
    { document: '越秀区2025年计划报告', section: '一（五）、二（七）' },
  ],
  systems: [
    { id: 'S209', example: '上半年办了86场招聘会，全年不少于100场，亮绿灯', page: '/plan/2023', extent: { zh: '场次与全年目标对照；单场招聘会的企业、岗位、录用还没有', en: "Number of fairs against the year's target; not yet the single fairs" } },
  ],
  indicators: [...homesAndCare, ...workAndLearning],
  words: [
    { zh: '颐康服务站', en: 'community station for the old', meaning: { zh: '社区养老服务站点；累计个数和当年新建分开登记', en: 'A community’s service point for the old; stations in being and newly opened are kept apart' } },
    { zh: '学位', en: 'school place', meaning: { zh: '学校可招收的一个学生名额', en: 'Room for one pupil at a school' } },
    { zh: '托位', en: 'nursery place', meaning: { zh: '托育机构可收托的一个三岁以下婴幼儿名额', en: 'Room for one child under three at a nursery' } },
  ],
  examples,
}
