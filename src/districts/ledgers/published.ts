import { type DistrictList, type ListedMatter } from '../lists.ts'
import { halfYear2023 } from '../yuexiu-figures/half-year-2023.ts'
import { plan2023 } from '../yuexiu-figures/plan-2023.ts'
import { type Paper } from '../yuexiu-figures/rows.ts'
import { workReport2021 } from '../yuexiu-figures/work-report-2021.ts'

const published = (paper: Paper, section: string) => ({ kind: 'published', title: paper.title, section, saidOn: paper.saidOn }) as const

/** Lines of a paper: what it says of them and nothing more. What it leaves open stays open. */
const said = (onDay: string, ground: string, values: Readonly<Record<string, number | string>>) => ({ parts: [], told: [{ onDay, ground, values }] })

/** The five villages of which the half-year report of 2023 speaks; of one it says that demolition began, of three which way is settled, of Dengfeng only single projects. */
const villages: DistrictList = {
  kind: 'urban-villages', span: '2021-2025', title: '2021-2025年城中村改造', source: published(halfYear2023, '一（四）、二（四）'),
  matters: [
    { title: '瑶台村', lead: 'housing-construction', ...said('2023-06-30', '2023年上半年报告二（四）', { step: 'demolition' }) },
    { title: '登峰村', lead: 'housing-construction', parts: [] },
    ...['西坑村', '寺右村', '黄花岗村'].map((title): ListedMatter => ({ title, lead: 'housing-construction', ...said('2023-06-30', '2023年上半年报告二（四）', { step: 'preparation' }) })),
  ],
}

const fields = ['three-olds', 'three-olds', 'three-olds', 'upgrading', 'upgrading', 'upgrading', 'clearing', 'clearing', 'clearing']
const nine = [['旧城镇改造', 'housing-construction'], ['旧厂房改造', 'housing-construction'], ['旧村庄改造', 'housing-construction'], ['专业批发市场整治提升', 'science-industry'], ['物流园整治提升', 'science-industry'], ['村级工业园整治提升', 'science-industry'], ['黑臭水体治理', 'water'], ['违法建设治理', 'city-management'], ['“散乱污”场所治理', 'ecology']] as const

/** The nine lines of renewal as the notes of the work report name them; it sets no task for any. */
const renewalLines: DistrictList = {
  kind: 'renewal-lines', span: '2021', title: '2021年城市更新九项重点工作', source: published(workReport2021, '名词解释'),
  matters: nine.map(([title, lead], i) => ({ title, lead, ...said('2021-02-06', '2021年政府工作报告名词解释', { field: fields[i] ?? 'clearing' }) })),
}

/** The report counts 195 items and says that all reached their stage goal; it does not say of which inspection. */
const rectification: DistrictList = {
  kind: 'rectification-items', span: '2022', title: '2022年整改任务', source: published(plan2023, '一（四）'),
  matters: [{ title: '195项整改任务（报告未写明来自哪次检查）', lead: 'government-office', ...said('2022-12-31', '2023年计划报告一（四）', { sort: 'other', items: 195, 'stage-goal': 195 }) }],
}

const commended = (title: string, lead: string, section: string, values: Readonly<Record<string, string>>): ListedMatter => ({
  title, lead, parts: [], told: [{ onDay: '2022-12-31', ground: `2023年计划报告${section}`, values: { level: 'city', award: '市政府督查激励', ...values } }], progress: { share: 1, onDay: '2022-12-31', note: '已获激励', evidence: `2023年计划报告${section}` },
})

/** What the municipality commended, as the plan report of 2023 says. */
const commendations: DistrictList = {
  kind: 'commendations', span: '2022', title: '2022年督查激励', source: published(plan2023, '一（二）、一（三）、一（五）'),
  matters: [
    commended('质量强区工作', 'market', '一（二）', {}),
    commended('商事登记改革', 'market', '一（三）', { place: '连续两年' }),
    commended('养老服务', 'civil-affairs', '一（五）', { award: '市政府真抓实干成效明显督查激励', place: '第一名，连续两年' }),
  ],
}

export const publishedLedgers: readonly DistrictList[] = [villages, renewalLines, rectification, commendations]
