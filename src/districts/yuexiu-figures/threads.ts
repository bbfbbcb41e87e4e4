import { halfYear2023 } from './half-year-2023.ts'
import { plan2023 } from './plan-2023.ts'
import { plan2025 } from './plan-2025.ts'
import { type Paper, type PublishedSource } from './rows.ts'
import { workReport2021 } from './work-report-2021.ts'

type MentionRow = { readonly role: 'promise' | 'progress' | 'done'; readonly year: number; readonly name: string; readonly words: string; readonly dueOn?: string; readonly source: PublishedSource }
type ThreadRow = { readonly name: string; readonly kind: 'indicator' | 'promise' | 'project'; readonly indicators: readonly string[]; readonly mentions: readonly MentionRow[] }

const said = (role: MentionRow['role'], paper: Paper, section: string, year: number, name: string, words: string, dueOn?: string): MentionRow => ({ role, year, name, words, ...(dueOn !== undefined && { dueOn }), source: { kind: 'published', title: paper.title, section, saidOn: paper.saidOn } })
const promised = (paper: Paper, section: string, year: number, name: string, words: string, dueOn?: string) => said('promise', paper, section, year, name, words, dueOn)
const reached = (paper: Paper, section: string, year: number, name: string, words: string) => said('progress', paper, section, year, name, words)
const done = (paper: Paper, section: string, year: number, name: string, words: string) => said('done', paper, section, year, name, words)

/** What the four papers say again of one and the same: names and stages as facts with their places, no sentences. A line without a number is a mention; numbers come from the rows of targets and figures. */
export const yuexiuThreads: readonly ThreadRow[] = [
  { name: '地区生产总值', kind: 'indicator', indicators: ['GDP'], mentions: [] },
  { name: '固定资产投资', kind: 'indicator', indicators: ['FAI'], mentions: [] },
  { name: '优质项目', kind: 'indicator', indicators: ['QUALITY-PROJECTS'], mentions: [] },
  { name: '招聘会', kind: 'indicator', indicators: ['JOB-FAIRS'], mentions: [] },
  { name: '加装电梯', kind: 'promise', indicators: ['LIFTS'], mentions: [
    promised(plan2023, '二（五）', 2023, '小区连片加装电梯', '推进小区连片加装电梯'),
    promised(halfYear2023, '二（四）', 2023, '电梯加装', '一体推进电梯加装'),
  ] },
  { name: '社区颐康服务站', kind: 'promise', indicators: ['ELDER-STATIONS'], mentions: [
    promised(plan2023, '二（六）', 2023, '社区颐康服务站', '全覆盖建成'),
    reached(halfYear2023, '一（五）', 2023, '社区颐康服务站', '上半年新建成17间'),
  ] },
  { name: '中低收入家庭住房困难', kind: 'promise', indicators: ['HOUSING-AID'], mentions: [] },
  { name: '南洋电器厂改造', kind: 'project', indicators: [], mentions: [
    reached(workReport2021, '一（四）', 2020, '南洋电器厂项目', '完成控规调整'),
    promised(workReport2021, '三（二）', 2021, '南洋电器厂“混合改造”试点', '上半年前完成出让并启动建设', '2021-06-30'),
    reached(plan2023, '一（四）', 2022, '南洋电器厂及周边更新改造', '完成厂房物业拆除'),
    promised(plan2023, '二（五）', 2023, '南洋电器厂及周边更新改造', '全面推进'),
    promised(halfYear2023, '二（四）', 2023, '南洋电器厂及周边更新改造', '推动开工建设'),
    reached(plan2025, '一（一）', 2024, '南洋电器厂项目', '实现开工'),
  ] },
]

/** Said in several papers and not yet linked: what the machine has to find and a person to confirm. */
export const yuexiuMentions: readonly MentionRow[] = [
  promised(workReport2021, '三（二）', 2021, '西坑、登峰、瑶台等5条城中村改造', '推进5条'),
  promised(plan2023, '二（五）', 2023, '城中村更新改造', '统筹推进'),
  promised(halfYear2023, '二（四）', 2023, '5条城中村更新改造', '“拆治兴”并举，启动瑶台村首期拆迁'),
  promised(plan2025, '二（六）', 2025, '瑶台村、西坑村、登峰村分类改造', '压茬实施'),
  promised(workReport2021, '三（二）', 2021, '动物园北门、走马岗等地块收储开发', '滚动开展'),
  promised(plan2023, '二（五）', 2023, '动物园北门等地块收储出让', '协调推进'),
  promised(halfYear2023, '二（四）', 2023, '动物园北门地块、广大路地块出让', '完成'),
  promised(workReport2021, '三（二）', 2021, '高第街“旧改”首期金鸿顺项目', '启动'),
  reached(halfYear2023, '一（二）', 2023, '金鸿顺项目', '进入实施新阶段'),
  promised(plan2025, '二（四）', 2025, '高第街金鸿顺文旅项目', '加快建设'),
  promised(workReport2021, '三（二）', 2021, '大小马站、昌兴街等历史街区活化利用', '加快'),
  promised(halfYear2023, '二（二）', 2023, '大小马站书院群、高第街、昌兴街等片区更新', '加快推进'),
  reached(plan2025, '一（一）', 2024, '大小马站书院群保护项目', '北地块完成考古'),
  promised(workReport2021, '三（五）', 2021, '矿泉社区卫生服务中心', '建成'),
  done(plan2023, '一（五）', 2022, '矿泉街社区卫生服务中心新址', '建成投入使用'),
  promised(plan2023, '二（四）', 2023, '高中阶段港澳子弟班', '开设'),
  promised(halfYear2023, '二（三）', 2023, '高中阶段港澳子弟班', '开设'),
  promised(plan2023, '二（四）', 2023, '穗港澳姊妹学校', '缔结更多'),
  promised(halfYear2023, '二（三）', 2023, '穗港澳台姊妹学校', '新增缔结2-3对'),
  promised(plan2025, '二（一）', 2025, '穗港澳台姊妹学校（园）和国际友城姊妹校', '新增缔结2—3对'),
]
