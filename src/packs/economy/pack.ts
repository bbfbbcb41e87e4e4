import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'
import { headline } from './headline.ts'
import { sectors } from './sectors.ts'

export const economy: Pack = {
  id: 'economy',
  version: 1,
  name: { zh: '经济指标', en: 'Economic indicators' },
  what: { zh: '各级报告第一段的经济指标：同一指标的不同叫法归到一处，相近而不同的分开', en: "The economic indicators of every report's first paragraph: one entry for all its names, near names that differ kept apart" },
  origins: [
    { document: '越秀区2021年政府工作报告', section: '一（二）、三' },
    { document: '越秀区2023年计划报告', section: '一（一）、一（二）、二' },
    { document: '越秀区2023年上半年报告', section: '一（一）、二（一）、二（二）' },
    { document: '越秀区2025年计划报告', section: '一（一）、一（二）、二' },
  ],
  systems: [
    { id: 'S002', example: '固定资产投资上半年增长8.4%，离全年10%以上差1.6个百分点，亮黄灯', page: '/cockpit', extent: { zh: '主要预期目标所用的经济指标；目标本身由年度计划读入', en: 'The indicators that headline targets speak of; the targets themselves come with the annual plan' } },
    { id: 'S009', example: '“全市3个区第二”与已录入的三个区相符，外市的区不算', page: '/register', extent: { zh: '其他区的数逐条录入，与本区、对标区和目标比较，核对位次说法；成表导入和按位次考核还没有', en: 'Figures of other districts are entered one by one and set beside ours, the chosen district and the target; claimed places are checked. No import of sheets, no appraisal by place yet' } },
  ],
  headline: ['GDP', 'FAI', 'RETAIL', 'BUDGET-REVENUE', 'FOREIGN-CAPITAL', 'INDUSTRY-VA', 'RESEARCH-SPENDING', 'INCOME', 'JOBS', 'ENERGY-PER-GDP', 'ENERGY-AND-EMISSIONS'],
  indicators: [...headline, ...sectors],
  words: [
    { zh: '可比增长', en: 'growth on a comparable basis', meaning: { zh: '剔除政策或口径变化后的增长，与名义增长并存，不互相覆盖', en: 'Growth net of changes of policy or coverage; kept beside the nominal one, never over it' } },
    { zh: '区域税收', en: 'tax take of the area', meaning: { zh: '辖区内征收的全部税收，大部分不归区级，不是一般公共预算收入', en: 'All taxes raised in the area, most of which are not the district’s; not the budget revenue' } },
    { zh: '“四上”单位', en: 'unit above the statistical threshold', meaning: { zh: '规模以上工业、限额以上商贸、资质建筑与房地产、规模以上服务业单位', en: 'Industry, trade, construction, real estate and services large enough to be surveyed' } },
  ],
  examples,
}
